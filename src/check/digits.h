/* What the validators share, and their declarations. */
#ifndef EARSHOT_DIGITS_H
#define EARSHOT_DIGITS_H

#include <stdbool.h>
#include <stddef.h>

/* No number that is checked has more letters and digits than this. */
enum { DIGITS_MOST = 34 };

/* Copies letters (as capitals) and digits of `bytes` to `out`, NUL-terminated,
   leaving out the ASCII characters in `between`: they may stand between two
   others, up to three in a row ("943 - 476"), not at either end. Returns how
   many were copied; 0 when there is anything else or more than DIGITS_MOST. */
size_t digits_clean(const char *bytes, size_t len, const char *between,
                    char out[DIGITS_MOST + 1]);

/* The same when exactly `wanted` digits are left and no letter; else false. */
bool digits_exactly(const char *bytes, size_t len, const char *between,
                    size_t wanted, char out[DIGITS_MOST + 1]);

/* Are the first n characters all digits? */
bool digits_only(const char *s, size_t n);

/* Is it a capital letter? Of `set`, when that is not NULL? */
bool digits_letter(char c, const char *set);

/* The number that n digits (at most 9) spell. */
unsigned digits_value(const char *s, size_t n);

/* The sum of the first n digits, each times its weight. */
unsigned digits_weighed(const char *s, const unsigned char *weights, size_t n);

/* Is it all one digit, or counting up or down by one (round from 9 to 0)?
   Such numbers pass more arithmetic than they should and are typed for fun. */
bool digits_idle(const char *s, size_t n);

/* The Luhn sum (ISO/IEC 7812-1, annex B): is it a multiple of ten? */
bool digits_luhn(const char *s, size_t n);

/* Does the month have that day? `year` 0 when unknown (29 February is then a
   day). */
bool digits_day_exists(unsigned day, unsigned month, unsigned year);

bool check_nhs_number(const char *bytes, size_t len);
bool check_chi_number(const char *bytes, size_t len);
bool check_nhi(const char *bytes, size_t len);
bool check_medicare_au(const char *bytes, size_t len);
bool check_uln(const char *bytes, size_t len);
bool check_upn(const char *bytes, size_t len);
bool check_nino(const char *bytes, size_t len);
bool check_ppsn(const char *bytes, size_t len);
bool check_ssn(const char *bytes, size_t len);
bool check_sin(const char *bytes, size_t len);
bool check_tfn(const char *bytes, size_t len);
bool check_luhn(const char *bytes, size_t len);
bool check_iban(const char *bytes, size_t len);
bool check_card(const char *bytes, size_t len);
bool check_driving_licence(const char *bytes, size_t len);
bool check_postcode(const char *bytes, size_t len);
bool check_postcode_area(const char *bytes, size_t len);
bool check_uk_phone(const char *bytes, size_t len);
bool check_date(const char *bytes, size_t len);
bool check_birth_year(const char *bytes, size_t len);

#endif

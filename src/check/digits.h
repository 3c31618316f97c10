/* The validators themselves, and what they share. */
#ifndef EARSHOT_DIGITS_H
#define EARSHOT_DIGITS_H

#include <stdbool.h>
#include <stddef.h>

enum { DIGITS_MOST = 24 };

/* Copies letters (as capitals) and digits of `bytes` to `out`, leaving out
   spaces, hyphens, dots, slashes, brackets and a leading plus. Returns how
   many, or 0 when there is anything else or more than `most` (at most
   DIGITS_MOST). */
size_t digits_clean(const char *bytes, size_t len, char out[DIGITS_MOST + 1],
                    size_t most);

/* Are the first n characters all digits? */
bool digits_only(const char *s, size_t n);

/* The number that n digits (at most 9) spell. */
unsigned digits_value(const char *s, size_t n);

/* Does the month have that day? `year` 0 when unknown (29 February is then a
   day). */
bool digits_day_exists(unsigned day, unsigned month, unsigned year);

bool check_nhs_number(const char *bytes, size_t len);
bool check_chi_number(const char *bytes, size_t len);
bool check_uln(const char *bytes, size_t len);
bool check_upn(const char *bytes, size_t len);
bool check_luhn(const char *bytes, size_t len);
bool check_nino(const char *bytes, size_t len);
bool check_ppsn(const char *bytes, size_t len);
bool check_ssn(const char *bytes, size_t len);
bool check_postcode(const char *bytes, size_t len);
bool check_uk_phone(const char *bytes, size_t len);
bool check_date(const char *bytes, size_t len);
bool check_birth_year(const char *bytes, size_t len);

#endif

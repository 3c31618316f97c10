/* Numbers of patients: United Kingdom, New Zealand, Australia. */
#include <string.h>
#include "digits.h"

/* Weights 10 to 2; the check digit is eleven less the remainder by eleven,
   where 11 counts as 0 and 10 is never issued. NHS Data Dictionary, "NHS
   NUMBER". */
static bool mod_11(const char *d) {
  static const unsigned char weights[] = {10, 9, 8, 7, 6, 5, 4, 3, 2};
  unsigned check = (11 - digits_weighed(d, weights, 9) % 11) % 11;
  return check < 10 && check == (unsigned)(d[9] - '0');
}

/* NHS (England, Wales, Isle of Man), CHI (Scotland) and H&C (Northern Ireland)
   numbers share the arithmetic. Numbers from 999 000 0000 on are never issued
   and pass, so that examples can be written with them. */
bool check_nhs_number(const char *bytes, size_t len) {
  char d[DIGITS_MOST + 1];
  return digits_exactly(bytes, len, " -.", 10, d) && !digits_idle(d, 10) &&
         mod_11(d);
}

/* A CHI number begins with the date of birth, DDMMYY (Public Health Scotland,
   phsmethods, chi_check). The century is not in it; 00 is read as 2000, which
   had a 29 February. */
bool check_chi_number(const char *bytes, size_t len) {
  char d[DIGITS_MOST + 1];
  return digits_exactly(bytes, len, " -./", 10, d) &&
         digits_day_exists(digits_value(d, 2), digits_value(d + 2, 2),
                           2000 + digits_value(d + 4, 2)) &&
         mod_11(d);
}

/* The place of a character of an NHI number: digits are themselves, letters
   count from 1 without I and O. 0 for other characters, which is never the
   place of a letter. */
static unsigned nhi_place(char c) {
  static const char letters[] = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  if (c >= '0' && c <= '9') return (unsigned)(c - '0');
  const char *at = c ? strchr(letters, c) : NULL;
  return at ? (unsigned)(at - letters) + 1 : 0;
}

/* New Zealand's National Health Index number: AAANNNC, or AAANNAX from July
   2026 on. Weights 7 to 2. The old check is a digit, eleven less the remainder
   by eleven (10 is written 0; no remainder is never issued); the new one the
   letter whose place is 23 less the remainder by 23. HISO 10046:2024; all six
   new numbers that Te Whatu Ora publishes as examples pass. */
bool check_nhi(const char *bytes, size_t len) {
  char s[DIGITS_MOST + 1];
  if (digits_clean(bytes, len, " -", s) != 7 || !digits_only(s + 3, 2))
    return false;
  unsigned sum = 0;
  for (unsigned i = 0; i < 6; i++) {
    bool letter = digits_letter(s[i], NULL);
    if ((i < 3 && !letter) || (letter && !nhi_place(s[i]))) return false;
    sum += (7 - i) * nhi_place(s[i]);
  }
  if (digits_letter(s[5], NULL))
    return digits_letter(s[6], NULL) && nhi_place(s[6]) == 23 - sum % 23;
  return digits_only(s + 6, 1) && sum % 11 != 0 &&
         nhi_place(s[6]) == (11 - sum % 11) % 10;
}

/* Australia's Medicare card: eight digits of which the first is 2 to 6, their
   check digit (weights 1 3 7 9, remainder by ten), the number of the issue and
   perhaps of the person on the card, neither 0. NEHTA, "Use of Healthcare
   Identifiers in Health Software Systems", 1.4. */
bool check_medicare_au(const char *bytes, size_t len) {
  static const unsigned char weights[] = {1, 3, 7, 9, 1, 3, 7, 9};
  char d[DIGITS_MOST + 1];
  size_t n = digits_clean(bytes, len, " -/", d);
  if ((n != 10 && n != 11) || !digits_only(d, n)) return false;
  return d[0] >= '2' && d[0] <= '6' && d[9] != '0' &&
         (n == 10 || d[10] != '0') &&
         digits_weighed(d, weights, 8) % 10 == (unsigned)(d[8] - '0');
}

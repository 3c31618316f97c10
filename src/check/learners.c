/* Numbers of pupils, students and drivers. */
#include <string.h>
#include "digits.h"

/* Unique Pupil Number: a check letter, then twelve digits, of which the last
   is a letter in temporary ones. The letter is the sum of digit times position
   (2 to 13) modulo 23, in an alphabet without I, O and S, where A counts 0.
   Department for Education, "Unique pupil numbers: guidance". */
bool check_upn(const char *bytes, size_t len) {
  static const char alphabet[] = "ABCDEFGHJKLMNPQRTUVWXYZ";
  static const unsigned char weights[] = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
  char s[DIGITS_MOST + 1];
  if (digits_clean(bytes, len, " -", s) != 13 || !digits_only(s + 1, 11))
    return false;
  unsigned last;
  if (digits_only(s + 12, 1))
    last = digits_value(s + 12, 1);
  else if (digits_letter(s[12], alphabet))
    last = (unsigned)(strchr(alphabet, s[12]) - alphabet);
  else
    return false;
  unsigned sum = digits_weighed(s + 1, weights, 11) + 13 * last;
  return s[0] == alphabet[sum % 23];
}

/* Unique Learner Number: not 0 first; weights 10 to 1 with the check digit,
   remainder by eleven 10. Made so that no ULN is an NHS number. HESA Student
   record, "ULN". */
bool check_uln(const char *bytes, size_t len) {
  static const unsigned char weights[] = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
  char d[DIGITS_MOST + 1];
  return digits_exactly(bytes, len, " -", 10, d) && d[0] != '0' &&
         !digits_idle(d, 10) && digits_weighed(d, weights, 10) % 11 == 10;
}

/* `n` characters: letters, then 9 for each that is missing. */
static bool padded(const char *s, size_t n) {
  size_t i = 0;
  while (i < n && digits_letter(s[i], NULL)) i++;
  while (i < n && s[i] == '9') i++;
  return i == n;
}

/* Driver number of Great Britain: five of the surname, then of the date of
   birth the decade, the month (a woman's has 50 added), the day and the year,
   two initials, three to tell equal ones apart; perhaps the number of the
   issue. Its own check characters follow no published rule. GovTalk schema
   "CitizenIdentificationTypes", DriverNumberType. */
bool check_driving_licence(const char *bytes, size_t len) {
  char s[DIGITS_MOST + 1];
  size_t n = digits_clean(bytes, len, " -", s);
  if ((n != 16 && n != 18) || !digits_only(s + 16, n - 16)) return false;
  if (!digits_letter(s[0], NULL) || !padded(s, 5) || !padded(s + 11, 2) ||
      !digits_only(s + 5, 6))
    return false;
  unsigned month = digits_value(s + 6, 2), day = digits_value(s + 8, 2);
  unsigned year = 2000 + digits_value(s + 5, 1) * 10 + digits_value(s + 10, 1);
  return digits_day_exists(day, month > 50 ? month - 50 : month, year);
}

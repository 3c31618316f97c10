/* Numbers with letters in them, and cards. */
#include <string.h>
#include "digits.h"

/* Unique Pupil Number: a check letter, then twelve digits (the last may be a
   letter in temporary ones). The letter is the sum of digit times position
   (2 to 13) modulo 23, in an alphabet without I, O and S. Department for
   Education, "UPN guidance". */
bool check_upn(const char *bytes, size_t len) {
  static const char alphabet[] = "ABCDEFGHJKLMNPQRTUVWXYZ";
  char s[DIGITS_MOST + 1];
  if (digits_clean(bytes, len, s, 13) != 13 || !digits_only(s + 1, 11))
    return false;
  const char *last = strchr(alphabet, s[12]);
  bool digit = s[12] >= '0' && s[12] <= '9';
  if (!digit && !last) return false;
  unsigned sum = 0;
  for (unsigned i = 1; i < 12; i++) sum += (unsigned)(s[i] - '0') * (i + 1);
  sum += (digit ? (unsigned)(s[12] - '0') : (unsigned)(last - alphabet)) * 13;
  return s[0] == alphabet[sum % 23];
}

/* ISO/IEC 7812-1, annex B. */
bool check_luhn(const char *bytes, size_t len) {
  char d[DIGITS_MOST + 1];
  size_t n = digits_clean(bytes, len, d, 19);
  if (n < 8 || !digits_only(d, n)) return false;
  unsigned sum = 0;
  bool any = false;
  for (size_t i = 0; i < n; i++) {
    unsigned x = (unsigned)(d[n - 1 - i] - '0');
    any = any || x;
    if (i % 2) x = x > 4 ? 2 * x - 9 : 2 * x;
    sum += x;
  }
  return any && sum % 10 == 0;
}

/* National Insurance number: HMRC manual NIM39110. */
bool check_nino(const char *bytes, size_t len) {
  static const char *const never[] = {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"};
  char s[DIGITS_MOST + 1];
  size_t n = digits_clean(bytes, len, s, 9);
  if ((n != 8 && n != 9) || !digits_only(s + 2, 6)) return false;
  if (s[0] < 'A' || s[1] < 'A' || strchr("DFIQUV", s[0]) ||
      strchr("DFIOQUV", s[1]))
    return false;
  for (size_t i = 0; i < sizeof never / sizeof *never; i++)
    if (memcmp(s, never[i], 2) == 0) return false;
  return n == 8 || (s[8] >= 'A' && s[8] <= 'D');
}

/* Ireland's Personal Public Service Number: weights 8 to 2 and, for the second
   letter (W and blank count 0), 9; modulo 23, where 0 is W. */
bool check_ppsn(const char *bytes, size_t len) {
  char s[DIGITS_MOST + 1];
  size_t n = digits_clean(bytes, len, s, 9);
  if ((n != 8 && n != 9) || !digits_only(s, 7) || s[7] < 'A') return false;
  unsigned sum = 0;
  for (unsigned i = 0; i < 7; i++) sum += (8 - i) * (unsigned)(s[i] - '0');
  if (n == 9) {
    if (s[8] < 'A' || (s[8] > 'I' && s[8] != 'W')) return false;
    sum += s[8] == 'W' ? 0 : 9 * (unsigned)(s[8] - 'A' + 1);
  }
  unsigned rest = sum % 23;
  return s[7] == (rest ? (char)('A' + rest - 1) : 'W');
}

/* US Social Security number: SSA POMS RM 10201.035; 987-65-4320 to 4329 are
   for advertising, 078-05-1120 and 219-09-9999 were printed on cards. */
bool check_ssn(const char *bytes, size_t len) {
  char d[DIGITS_MOST + 1];
  if (digits_clean(bytes, len, d, 9) != 9 || !digits_only(d, 9)) return false;
  unsigned area = digits_value(d, 3);
  return area != 0 && area != 666 && area < 900 && digits_value(d + 3, 2) &&
         digits_value(d + 5, 4) && memcmp(d, "078051120", 9) != 0 &&
         memcmp(d, "219099999", 9) != 0;
}

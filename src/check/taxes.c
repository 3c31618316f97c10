/* Numbers for tax, social security and payment. */
#include <string.h>
#include "digits.h"

/* National Insurance number: two letters, six digits, and a letter A to D that
   is often left out. HMRC manual NIM39110. */
bool check_nino(const char *bytes, size_t len) {
  static const char *const never[] = {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"};
  char s[DIGITS_MOST + 1];
  size_t n = digits_clean(bytes, len, " -.", s);
  if ((n != 8 && n != 9) || !digits_only(s + 2, 6)) return false;
  if (!digits_letter(s[0], "ABCEGHJKLMNOPRSTWXYZ") ||
      !digits_letter(s[1], "ABCEGHJKLMNPRSTWXYZ"))
    return false;
  for (size_t i = 0; i < sizeof never / sizeof *never; i++)
    if (memcmp(s, never[i], 2) == 0) return false;
  return n == 8 || digits_letter(s[8], "ABCD");
}

/* Ireland's Personal Public Service number: seven digits (weights 8 to 2), a
   check letter, and since 2013 a letter A to I that counts nine times its
   place; W, T and X, of older numbers, count nothing. Modulo 23, where 0 is
   W. Revenue (Ireland) on the format of the PPSN; the letters also in
   python-stdnum, stdnum.ie.pps. */
bool check_ppsn(const char *bytes, size_t len) {
  static const unsigned char weights[] = {8, 7, 6, 5, 4, 3, 2};
  char s[DIGITS_MOST + 1];
  size_t n = digits_clean(bytes, len, " -", s);
  if ((n != 8 && n != 9) || !digits_only(s, 7) || !digits_letter(s[7], NULL))
    return false;
  unsigned sum = digits_weighed(s, weights, 7);
  if (n == 9) {
    if (!digits_letter(s[8], "ABCDEFGHIWTX")) return false;
    if (s[8] <= 'I') sum += 9 * (unsigned)(s[8] - 'A' + 1);
  }
  unsigned rest = sum % 23;
  return s[7] == (rest ? (char)('A' + rest - 1) : 'W');
}

/* US Social Security number: no 000, 666 or 9xx (which takes in 987-65-4320 to
   4329, kept for advertising), no 00, no 0000. SSA POMS RM 10201.035. The two
   by name were printed on sample cards and used by thousands. */
bool check_ssn(const char *bytes, size_t len) {
  static const char *const samples[] = {"078051120", "219099999"};
  char d[DIGITS_MOST + 1];
  if (!digits_exactly(bytes, len, " -.", 9, d)) return false;
  for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
    if (memcmp(d, samples[i], 9) == 0) return false;
  unsigned area = digits_value(d, 3);
  return area != 0 && area != 666 && area < 900 && digits_value(d + 3, 2) &&
         digits_value(d + 5, 4);
}

/* Canada's Social Insurance number: Luhn (Canada Revenue Agency, T4028); no
   person's begins with 0 or 8. */
bool check_sin(const char *bytes, size_t len) {
  char d[DIGITS_MOST + 1];
  return digits_exactly(bytes, len, " -", 9, d) && d[0] != '0' && d[0] != '8' &&
         !digits_idle(d, 9) && digits_luhn(d, 9);
}

/* Australia's Tax File Number, nine digits: the weighed sum is a multiple of
   eleven. Australian National Audit Office, "Management of Tax File Numbers"
   (1999). */
bool check_tfn(const char *bytes, size_t len) {
  static const unsigned char weights[] = {1, 4, 3, 7, 5, 8, 6, 9, 10};
  char d[DIGITS_MOST + 1];
  return digits_exactly(bytes, len, " -", 9, d) && !digits_idle(d, 9) &&
         digits_weighed(d, weights, 9) % 11 == 0;
}

/* Bank cards and much else, 8 to 19 digits. ISO/IEC 7812-1. */
bool check_luhn(const char *bytes, size_t len) {
  char d[DIGITS_MOST + 1];
  size_t n = digits_clean(bytes, len, " -.", d);
  return n >= 8 && n <= 19 && digits_only(d, n) && !digits_idle(d, n) &&
         digits_luhn(d, n);
}

#include "digits.h"

#include <string.h>

static char capital(char c) {
  return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

size_t digits_clean(const char *bytes, size_t len, const char *between,
                    char out[DIGITS_MOST + 1]) {
  size_t n = 0, gap = 0;
  for (size_t i = 0; i < len; i++) {
    char c = capital(bytes[i]);
    if (c && strchr(between, c)) {
      if (n == 0 || ++gap > 3) return 0;
      continue;
    }
    bool known = digits_letter(c, NULL) || digits_only(&c, 1);
    if (!known || n == DIGITS_MOST) return 0;
    out[n++] = c;
    gap = 0;
  }
  out[n] = '\0';
  return gap ? 0 : n;
}

bool digits_exactly(const char *bytes, size_t len, const char *between,
                    size_t wanted, char out[DIGITS_MOST + 1]) {
  return digits_clean(bytes, len, between, out) == wanted &&
         digits_only(out, wanted);
}

bool digits_only(const char *s, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (s[i] < '0' || s[i] > '9') return false;
  return true;
}

bool digits_letter(char c, const char *set) {
  return c >= 'A' && c <= 'Z' && (!set || strchr(set, c));
}

unsigned digits_value(const char *s, size_t n) {
  unsigned value = 0;
  for (size_t i = 0; i < n; i++) value = value * 10 + (unsigned)(s[i] - '0');
  return value;
}

unsigned digits_weighed(const char *s, const unsigned char *weights, size_t n) {
  unsigned sum = 0;
  for (size_t i = 0; i < n; i++) sum += weights[i] * (unsigned)(s[i] - '0');
  return sum;
}

bool digits_idle(const char *s, size_t n) {
  bool same = true, up = true, down = true;
  for (size_t i = 1; i < n; i++) {
    int step = (s[i] - s[i - 1] + 10) % 10;
    same = same && step == 0;
    up = up && step == 1;
    down = down && step == 9;
  }
  return same || up || down;
}

bool digits_luhn(const char *s, size_t n) {
  unsigned sum = 0;
  for (size_t i = 0; i < n; i++) {
    unsigned x = (unsigned)(s[n - 1 - i] - '0');
    if (i % 2) x = x > 4 ? 2 * x - 9 : 2 * x;
    sum += x;
  }
  return sum % 10 == 0;
}

bool digits_day_exists(unsigned day, unsigned month, unsigned year) {
  static const unsigned char days[] = {31, 29, 31, 30, 31, 30,
                                       31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1 || day > days[month - 1]) return false;
  bool leap = year == 0 || (year % 4 == 0 && (year % 100 || year % 400 == 0));
  return month != 2 || day < 29 || leap;
}

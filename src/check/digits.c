#include "digits.h"

size_t digits_clean(const char *bytes, size_t len, char out[DIGITS_MOST + 1],
                    size_t most) {
  size_t n = 0;
  for (size_t i = 0; i < len; i++) {
    char c = bytes[i];
    if (c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')')
      continue;
    if (c == '+' && n == 0) continue;
    if (c >= 'a' && c <= 'z') c = (char)(c - 'a' + 'A');
    bool letter = c >= 'A' && c <= 'Z', digit = c >= '0' && c <= '9';
    if ((!letter && !digit) || n == most || n == DIGITS_MOST) return 0;
    out[n++] = c;
  }
  out[n] = '\0';
  return n;
}

bool digits_only(const char *s, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (s[i] < '0' || s[i] > '9') return false;
  return true;
}

unsigned digits_value(const char *s, size_t n) {
  unsigned value = 0;
  for (size_t i = 0; i < n; i++) value = value * 10 + (unsigned)(s[i] - '0');
  return value;
}

bool digits_day_exists(unsigned day, unsigned month, unsigned year) {
  static const unsigned char days[] = {31, 29, 31, 30, 31, 30,
                                       31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1 || day > days[month - 1]) return false;
  bool leap = year == 0 || (year % 4 == 0 && (year % 100 || year % 400 == 0));
  return month != 2 || day < 29 || leap;
}

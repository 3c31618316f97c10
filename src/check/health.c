/* Ten-digit numbers of people: health and learner numbers. */
#include "digits.h"

/* The NHS check digit: weights 10 to 2, eleven minus the remainder by 11; 11
   counts as 0, 10 never occurs. NHS Data Dictionary, "NHS NUMBER". */
static bool mod_11(const char *d) {
  unsigned sum = 0;
  for (unsigned i = 0; i < 9; i++) sum += (10 - i) * (unsigned)(d[i] - '0');
  unsigned check = (11 - sum % 11) % 11;
  return check < 10 && check == (unsigned)(d[9] - '0');
}

/* 1111111111 and 9876543210 pass the arithmetic, and are typed for fun. */
static bool idle(const char *d) {
  bool same = true, falling = true, rising = true;
  for (unsigned i = 1; i < 10; i++) {
    same = same && d[i] == d[0];
    falling = falling && d[i] == d[i - 1] - 1;
    rising = rising && d[i] == '0' + (d[i - 1] - '0' + 1) % 10;
  }
  return same || falling || rising;
}

/* NHS (England, Wales), CHI (Scotland) and H&C (Northern Ireland) numbers
   share the arithmetic. */
bool check_nhs_number(const char *bytes, size_t len) {
  char d[DIGITS_MOST + 1];
  return digits_clean(bytes, len, d, 10) == 10 && digits_only(d, 10) &&
         !idle(d) && mod_11(d);
}

/* A CHI number begins with a date of birth, DDMMYY. */
bool check_chi_number(const char *bytes, size_t len) {
  char d[DIGITS_MOST + 1];
  return digits_clean(bytes, len, d, 10) == 10 && digits_only(d, 10) &&
         digits_day_exists(digits_value(d, 2), digits_value(d + 2, 2), 0) &&
         mod_11(d);
}

/* Unique Learner Number: weights 10 to 2, remainder by 11 not 0, check digit
   10 minus the remainder. */
bool check_uln(const char *bytes, size_t len) {
  char d[DIGITS_MOST + 1];
  if (digits_clean(bytes, len, d, 10) != 10 || !digits_only(d, 10))
    return false;
  unsigned sum = 0;
  for (unsigned i = 0; i < 9; i++) sum += (10 - i) * (unsigned)(d[i] - '0');
  unsigned rest = sum % 11;
  return d[0] != '0' && rest != 0 && 10 - rest == (unsigned)(d[9] - '0');
}

/* Postcodes, telephone numbers and dates. */
#include <string.h>
#include "digits.h"

static bool letter(char c) { return c >= 'A' && c <= 'Z'; }
static bool digit(char c) { return c >= '0' && c <= '9'; }

/* BFPO and one to four digits. */
static bool forces(const char *s, size_t n) {
  return n >= 5 && n <= 8 && memcmp(s, "BFPO", 4) == 0 &&
         digits_only(s + 4, n - 4);
}

/* The part before the space: A9 A99 AA9 AA99 A9A AA9A, each letter from the
   set that its place allows (Royal Mail PAF Programmers' Guide). */
static bool outward(const char *s, size_t n) {
  size_t at = 1;
  if (n < 2 || !letter(s[0]) || strchr("QVX", s[0])) return false;
  bool two = letter(s[1]);
  if (two && strchr("IJZ", s[1])) return false;
  at += two;
  if (at >= n || !digit(s[at])) return false;
  if (++at == n) return true;
  if (at + 1 != n) return false;
  if (digit(s[at])) return true;
  return strchr(two ? "ABEHMNPRVWXY" : "ABCDEFGHJKPSTUW", s[at]) != NULL;
}

bool check_postcode(const char *bytes, size_t len) {
  char s[DIGITS_MOST + 1];
  size_t n = digits_clean(bytes, len, s, 8);
  if (n < 5) return false;
  if (forces(s, n) || strcmp(s, "GIR0AA") == 0) return true;
  const char *in = s + n - 3;
  return n <= 7 && digit(in[0]) && letter(in[1]) && letter(in[2]) &&
         !strchr("CIKMOV", in[1]) && !strchr("CIKMOV", in[2]) &&
         outward(s, n - 3);
}

/* A number of a person's own: mobile (07, but not 070 or 076 save the Isle of
   Man's 07624) or geographic (01, 02). Never 03, 08, 09 (Ofcom, National
   Telephone Numbering Plan). */
bool check_uk_phone(const char *bytes, size_t len) {
  char s[DIGITS_MOST + 1], *d = s;
  size_t n = digits_clean(bytes, len, s, 15);
  if (n == 0 || !digits_only(s, n)) return false;
  if (memcmp(d, "0044", 4) == 0)
    d += 4, n -= 4;
  else if (memcmp(d, "44", 2) == 0 && n > 10)
    d += 2, n -= 2;
  else if (d[0] != '0')
    return false;
  if (d[0] == '0') d++, n--;
  if (n != 10 && !(n == 9 && d[0] == '1')) return false;
  if (d[0] == '7')
    return (d[1] != '0' && d[1] != '6') || memcmp(d, "7624", 4) == 0;
  return (d[0] == '1' && d[1] != '0') ||
         (d[0] == '2' && strchr("03489", d[1]) != NULL);
}

/* The month whose name begins at s, and how long the word is; 0 for none. */
static unsigned month_named(const char *s, size_t len, size_t *word) {
  static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
  char lower[3];
  for (*word = 0; *word < len; ++*word) {
    char c = s[*word];
    if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
    if (c < 'a' || c > 'z') break;
    if (*word < 3) lower[*word] = c;
  }
  for (unsigned m = 0; *word >= 3 && m < 12; m++)
    if (memcmp(names + 3 * m, lower, 3) == 0) return m + 1;
  return 0;
}

typedef struct {
  unsigned parts[3], lengths[3];
  size_t count;
  unsigned month;  /* by name */
  size_t month_at; /* numbers before it */
} date_parts;

static bool read_date(const char *s, size_t len, date_parts *d) {
  *d = (date_parts){0};
  for (size_t i = 0; i < len;) {
    size_t from = i, word;
    while (i < len && digit(s[i])) i++;
    if (i > from) {
      if (d->count == 3 || i - from > 4) return false;
      d->parts[d->count] = digits_value(s + from, i - from);
      d->lengths[d->count++] = (unsigned)(i - from);
      continue;
    }
    unsigned month = month_named(s + i, len - i, &word);
    if (month && d->month) return false;
    if (month) {
      d->month = month;
      d->month_at = d->count;
    }
    i += word ? word : 1;
  }
  return true;
}

/* The year that two or four digits stand for, 0 when they cannot be one. */
static unsigned year_of(unsigned value, unsigned length) {
  if (length == 4) return value >= 1000 ? value : 0;
  return length == 2 ? (value > 30 ? 1900 : 2000) + value : 0;
}

/* dd/mm/yyyy and with - or . or two-digit years, yyyy-mm-dd, "3rd March 2015",
   "March 3, 2015", and day and month alone. */
bool check_date(const char *bytes, size_t len) {
  date_parts d;
  if (len > 64 || !read_date(bytes, len, &d)) return false;
  if (d.month) {
    if (d.count == 0 || d.count > 2 || d.month_at > 1) return false;
    unsigned year = d.count == 2 ? year_of(d.parts[1], d.lengths[1]) : 0;
    return (d.count == 1 || year) &&
           digits_day_exists(d.parts[0], d.month, year);
  }
  if (d.count != 3) return false;
  bool iso = d.lengths[0] == 4;
  unsigned year = iso ? d.parts[0] : year_of(d.parts[2], d.lengths[2]);
  return year &&
         digits_day_exists(iso ? d.parts[2] : d.parts[0], d.parts[1], year);
}

/* Does a year from 1905 to 2025 stand in it? */
bool check_birth_year(const char *bytes, size_t len) {
  for (size_t i = 0; i + 4 <= len; i++) {
    bool alone = (i == 0 || !digit(bytes[i - 1])) &&
                 (i + 4 == len || !digit(bytes[i + 4]));
    if (!alone || !digits_only(bytes + i, 4)) continue;
    unsigned year = digits_value(bytes + i, 4);
    if (year >= 1905 && year <= 2025) return true;
  }
  return false;
}

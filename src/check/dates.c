/* Dates, as British people write them. */
#include <string.h>
#include "digits.h"

typedef enum { NUMBER, MONTH, DAY_OF_WEEK, SMALL_WORD } part_kind;

typedef struct {
  part_kind kind;
  unsigned value, digits; /* of numbers, with how many digits; months 1 to 12 */
  char before;            /* the character before it */
} part;

enum { PARTS = 6 };

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Where among `names` (separated by spaces) the word is, from 1: whole, or its
   first three letters, or what is in `shorter` in between; 0 for none. */
static unsigned place(const char *word, size_t len, const char *names,
                      const char *shorter) {
  for (unsigned n = 1; *names; n++) {
    size_t whole = strcspn(names, " ");
    bool begins = len <= whole && memcmp(names, word, len) == 0;
    if (begins && (len == whole || len == 3)) return n;
    const char *in = begins ? strstr(shorter, word) : NULL;
    if (in && (in[len] == ' ' || in[len] == '\0')) return n;
    names += whole + (names[whole] == ' ');
  }
  return 0;
}

static bool read_word(const char *word, size_t len, part *p) {
  *p = (part){.kind = MONTH};
  p->value = place(word, len,
                   "january february march april may june july august "
                   "september october november december",
                   "sept");
  if (p->value) return true;
  p->kind = DAY_OF_WEEK;
  if (place(word, len,
            "monday tuesday wednesday thursday friday saturday sunday",
            "tues weds thur thurs"))
    return true;
  p->kind = SMALL_WORD;
  return strcmp(word, "of") == 0 || strcmp(word, "the") == 0;
}

/* The ordinal ending behind a number; 0 when there is none. */
static size_t ordinal(const char *s, size_t len) {
  static const char *const endings[] = {"st", "nd", "rd", "th"};
  if (len < 2 || (len > 2 && lower(s[2]) >= 'a' && lower(s[2]) <= 'z'))
    return 0;
  for (size_t e = 0; e < 4; e++)
    if (lower(s[0]) == endings[e][0] && lower(s[1]) == endings[e][1]) return 2;
  return 0;
}

/* Reads one number or word at s; how many bytes it took, 0 when it has no
   place in a date. */
static size_t read_part(const char *s, size_t len, part *p) {
  char word[12];
  size_t n = 0;
  while (n < len && digits_only(s + n, 1)) n++;
  if (n > 4) return 0;
  if (n) {
    *p = (part){NUMBER, digits_value(s, n), (unsigned)n, '\0'};
    return n + ordinal(s + n, len - n);
  }
  for (; n < len && lower(s[n]) >= 'a' && lower(s[n]) <= 'z'; n++) {
    if (n + 1 == sizeof word) return 0;
    word[n] = lower(s[n]);
  }
  word[n] = '\0';
  return n > 1 && read_word(word, n, p) ? n : 0;
}

/* The parts of a date in order, without days of the week and small words. How
   many; 0 when something else is among them. */
static size_t read_parts(const char *s, size_t len, part parts[PARTS]) {
  size_t count = 0;
  for (size_t i = 0; i < len;) {
    if (i && strchr(" ,./-'", s[i])) {
      i++;
      continue;
    }
    part p;
    size_t n = count < PARTS ? read_part(s + i, len - i, &p) : 0;
    if (n == 0) return 0;
    p.before = i ? s[i - 1] : '\0';
    i += n;
    if (p.kind == NUMBER || p.kind == MONTH) parts[count++] = p;
  }
  return count;
}

/* The year that two or four digits stand for; 0 when they cannot be one. Of
   two digits only the leap year matters, and 00 was 2000. */
static unsigned year_of(const part *p) {
  if (p->digits == 4) return p->value >= 1000 ? p->value : 0;
  return p->digits == 2 ? 2000 + p->value : 0;
}

/* dd/mm/yyyy or dd/mm/yy, also with - or . or spaces (the same both times), or
   the year first. */
static bool in_figures(const part *p) {
  if (p[1].before != p[2].before || !strchr("/-. ", p[1].before)) return false;
  bool iso = p[0].digits == 4;
  unsigned year = year_of(&p[iso ? 0 : 2]);
  const part *day = &p[iso ? 2 : 0];
  return year && day->digits <= 2 && p[1].digits <= 2 &&
         digits_day_exists(day->value, p[1].value, year);
}

/* "3rd March 2015", "Tues 3 Mar '15", "March 3, 2015", "the 3rd of March". */
static bool in_words(const part *p, size_t count) {
  size_t month = p[0].kind == MONTH ? 0 : 1;
  const part *day = &p[1 - month];
  if (p[month].kind != MONTH || day->kind != NUMBER || day->digits > 2)
    return false;
  if (count == 2) return digits_day_exists(day->value, p[month].value, 0);
  unsigned year = p[2].kind == NUMBER ? year_of(&p[2]) : 0;
  return year && digits_day_exists(day->value, p[month].value, year);
}

bool check_date(const char *bytes, size_t len) {
  part p[PARTS];
  size_t count = len <= 64 ? read_parts(bytes, len, p) : 0;
  if (count != 2 && count != 3) return false;
  bool figures = count == 3 && p[0].kind == NUMBER && p[1].kind == NUMBER &&
                 p[2].kind == NUMBER;
  return figures ? in_figures(p) : in_words(p, count);
}

/* Does a year from 1905 to 2025 stand in it? */
bool check_birth_year(const char *bytes, size_t len) {
  for (size_t i = 0; i + 4 <= len; i++) {
    bool alone = (i == 0 || !digits_only(bytes + i - 1, 1)) &&
                 (i + 4 == len || !digits_only(bytes + i + 4, 1));
    if (!alone || !digits_only(bytes + i, 4)) continue;
    unsigned year = digits_value(bytes + i, 4);
    if (year >= 1905 && year <= 2025) return true;
  }
  return false;
}

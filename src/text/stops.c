#include "stops.h"
#include <string.h>
#include "chars.h"
#include "fold.h"
#include "utf8.h"

#define STOPS_WORD 8u /* longest abbreviation, and one more */

/* Followed by a name: never the end, unless in capitals ("She has MS."). */
static const char *const titles[] = {
    "mr",  "mrs",  "ms",   "mx",   "dr", "prof",   "rev", "fr", "sr", "jr",
    "sgt", "cllr", "capt", "supt", "st", "messrs", "vs",  "eg", "ie",
};
/* The end only when a capital follows. Not here: what is a word as well (sat,
   sun, wed, mar). */
static const char *const shortenings[] = {
    "etc", "approx", "dept", "ext",  "tel", "inc",  "ltd",   "co",  "jan",
    "feb", "apr",    "jun",  "jul",  "aug", "sep",  "sept",  "oct", "nov",
    "dec", "mon",    "tue",  "tues", "thu", "thur", "thurs", "fri", "hrs",
    "hr",  "mins",   "yrs",  "yr",   "cf",  "incl", "misc",  "rd",  "ave",
};
/* Not the end when a figure follows. */
static const char *const counters[] = {"no",  "nos", "apt",
                                       "fig", "vol", "para"};
/* Capitals with full stops that end sentences as nouns do. */
static const char *const nouns[] = {
    "uk", "us", "usa", "eu", "un", "nhs", "nspcc", "dwp", "tv", "gp",
};

#define ONE_OF(word, table) \
  one_of(word, table, sizeof(table) / sizeof((table)[0]))

static bool one_of(const char *word, const char *const *words, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (words[i][0] == word[0] && strcmp(word, words[i]) == 0) return true;
  return false;
}

static bool capital_at(const char *s, size_t len, size_t at) {
  if (at >= len) return false;
  uint32_t code = utf8_next(s, len, &at);
  return fold_lower(code) != code;
}

static bool emoji_at(const char *s, size_t len, size_t at) {
  return at < len && (unsigned char)s[at] >= 0x80 &&
         chars_emoji(utf8_next(s, len, &at));
}

static bool run_byte(char c) { return c == '.' || c == '?' || c == '!'; }

/* The number of a list item: figures, at most three, first on their line. */
static bool list_number(const char *s, size_t at) {
  size_t start = at;
  while (start > 0 && chars_digit(s[start - 1]) && at - start < 4) start--;
  if (start == at || at - start > 3) return false;
  if (start > 0 && s[start - 1] == ' ') start--;
  return start == 0 || s[start - 1] == '\n';
}

/* The letters before s[at], folded; empty when there are too many. */
static void word_before(const char *s, size_t at, char word[STOPS_WORD]) {
  size_t start = at;
  while (start > 0 && chars_ascii_letter(s[start - 1]) &&
         at - start < STOPS_WORD)
    start--;
  size_t n = at - start < STOPS_WORD ? at - start : 0;
  if (n > 0 && start > 0 && chars_letter_before(s, start)) n = 0;
  for (size_t i = 0; i < n; i++) word[i] = fold_ascii(s[start + i]);
  word[n] = '\0';
}

/* A figure, or "is" and a figure: "ref no. is 4471". */
static bool figure_at(const char *s, size_t len, size_t at) {
  if (len - at > 3 && strncmp(s + at, "is ", 3) == 0) at += 3;
  return at < len && chars_digit(s[at]);
}

/* A single full stop at s[at] that shortens a word; what follows starts at
   s[next]. */
static bool shortens(const char *s, size_t len, size_t at, size_t next) {
  char word[STOPS_WORD];
  word_before(s, at, word);
  bool capital = capital_at(s, len, next);
  bool small = at > 0 && s[at - 1] == fold_ascii(s[at - 1]);
  if ((small && ONE_OF(word, titles)) || list_number(s, at)) return true;
  if (ONE_OF(word, counters)) return figure_at(s, len, next);
  /* An initial; stops_abbreviation has spoken on "U.K." already. */
  if (word[0] != '\0' && word[1] == '\0' && word[0] != 'i')
    return capital && !small && (at < 2 || s[at - 2] != '.');
  return !capital && ONE_OF(word, shortenings);
}

bool stops_at(const char *s, size_t len, size_t at, size_t *end) {
  size_t stop = at;
  while (stop < len && run_byte(s[stop])) stop++;
  *end = stop;
  if (stop == len || s[stop] == '\n') return true;
  size_t next = stop;
  while (next < len && next - stop < 3 && strchr("\"')]*_", s[next]) != NULL)
    next++;
  if (next == len || s[next] == '\n' || emoji_at(s, len, next)) return true;
  bool strong = s[stop - 1] != '.';
  if (s[next] != ' ') return strong && capital_at(s, len, next);
  size_t word = next + 1;
  if (word < len && s[word] == '\n') return true;
  if (next > stop && chars_letter_at(s, len, word) > 0 &&
      !capital_at(s, len, word))
    return false;
  return stop - at > 1 || strong || !shortens(s, len, at, word);
}

bool stops_abbreviation(const char *s, size_t len, size_t at, size_t end) {
  char word[STOPS_WORD];
  size_t n = 0;
  if (end >= len || s[end] != ' ' || !capital_at(s, len, end + 1)) return false;
  for (size_t i = at; i < end && n < STOPS_WORD - 1; i++)
    if (s[i] != '.') word[n++] = fold_ascii(s[i]);
  word[n] = '\0';
  if (capital_at(s, len, at)) return ONE_OF(word, nouns);
  return !ONE_OF(word, titles);
}

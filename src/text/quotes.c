/* What is said with somebody else's voice: between quotation marks, and on
   lines that start with '>'. Works on norm, where curly quotes are straight
   already. */
#include <string.h>
#include "chars.h"
#include "eight.h"
#include "fold.h"
#include "prepare.h"

/* A quotation is at most this long, marks included; what is longer is more
   likely a mark that was never closed, or inches. */
#define QUOTES_BYTES 300u

/* Words that begin with an apostrophe and open no quotation. */
static const char *const elisions[] = {
    "cause", "cos",  "coz",   "til", "till", "em", "tis", "twas",
    "n",     "bout", "round", "cuz", "ere",  "im", "er",
};

static bool is_space(const prepare *p, size_t at) {
  return at >= p->len || p->norm[at] == ' ' || p->norm[at] == '\n';
}

static bool elided(const prepare *p, size_t at) {
  size_t end = at;
  if (chars_digit(p->norm[at])) return true; /* the '90s */
  while (end < p->len && chars_ascii_letter(p->norm[end]) && end - at < 8)
    end++;
  for (size_t i = 0; i < sizeof elisions / sizeof *elisions; i++) {
    size_t n = strlen(elisions[i]), same = 0;
    if (n != end - at) continue;
    while (same < n && fold_ascii(p->norm[at + same]) == elisions[i][same])
      same++;
    if (same == n) return true;
  }
  return false;
}

static bool opens(const prepare *p, size_t at) {
  if (is_space(p, at + 1)) return false;
  char before = at == 0 ? ' ' : p->norm[at - 1];
  if (p->norm[at] == '"') return !chars_alnum(before);
  return strchr(" \n([{\"-/*_", before) != NULL && !elided(p, at + 1);
}

static bool closes(const prepare *p, size_t at) {
  if (is_space(p, at - 1)) return false;
  return p->norm[at] == '"' || at + 1 >= p->len ||
         !(chars_alnum(p->norm[at + 1]) ||
           chars_letter_at(p->norm, p->len, at + 1) > 0);
}

/* The mark that closes the one at `open`, in the same paragraph; 0 when there
   is none. Up to *seen it could have stood. */
static size_t closing(const prepare *p, size_t open, size_t *seen) {
  bool blank = false;
  size_t at = open + 1;
  for (; at < p->len && at - open < QUOTES_BYTES; at++) {
    char c = p->norm[at];
    if (c == '\n' && blank) break;
    if (c == '\n')
      blank = true;
    else if (c != ' ')
      blank = false;
    if (c == p->norm[open] && at > open + 1 && closes(p, at)) return at;
  }
  *seen = at;
  return 0;
}

static void mark(prepare *p, size_t from, size_t to, uint8_t zone) {
  for (size_t i = from; i < to; i++) p->zones[i] |= zone;
}

/* Marks the line if it starts with '>'; returns where the next one starts. */
static size_t line(prepare *p, size_t at) {
  const char *found = memchr(p->norm + at, '\n', p->len - at);
  size_t end = found == NULL ? p->len : (size_t)(found - p->norm);
  size_t first = at;
  while (first < end && p->norm[first] == ' ') first++;
  if (first < end && p->norm[first] == '>') mark(p, first, end, ZONE_QUOTED);
  return end + 1;
}

void zones_quotes(prepare *p) {
  const char *s = p->norm;
  if (p->len && memchr(s, '>', p->len))
    for (size_t at = 0; at < p->len;) at = line(p, at);
  for (size_t at = 0; (at = eight_find(s, p->len, at, '"', '\'')) < p->len;
       at++) {
    if (!opens(p, at)) continue;
    size_t seen, end = closing(p, at, &seen);
    if (end == 0) {
      mark(p, at, seen, ZONE_OPEN);
      continue;
    }
    mark(p, at, end + 1, ZONE_QUOTED);
    at = end;
  }
}

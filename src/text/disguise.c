#include "disguise.h"
#include "chars.h"
#include "fold.h"

/* A disguised word is at most this long, so that looking for one at every
   token costs a bounded number of steps. */
#define DISGUISE_BYTES 32u

char disguise_letter(char c) {
  switch (c) {
  case '0': return 'o';
  case '1': return 'i';
  case '3': return 'e';
  case '4':
  case '@': return 'a';
  case '5':
  case '$': return 's';
  default: return c;
  }
}

static bool letter(const char *s, size_t len, size_t at) {
  return at < len && chars_ascii_letter(s[at]);
}

/* What a run of letters, figures, @ and $ is made of. */
typedef struct {
  size_t letters, capitals, others;
  size_t inner;      /* runs of others between letters */
  size_t longest;    /* run of others */
  size_t last_chunk; /* letters behind the last run of others */
  bool unknown;      /* a figure that looks like no letter */
  bool sign, last_is_figure;
} blend;

static size_t measure(const char *s, size_t len, size_t at, blend *b) {
  size_t end = at, run = 0;
  *b = (blend){0};
  for (; end < len && end - at <= DISGUISE_BYTES; end++) {
    char c = s[end];
    bool sign = c == '@' || c == '$';
    if (chars_ascii_letter(c)) {
      if (run > 0 && b->letters > 0) b->inner++;
      b->letters++;
      b->capitals += fold_ascii(c) != c;
      b->last_chunk++;
      run = 0;
    } else if (chars_digit(c) || (sign && end > at)) {
      run++;
      b->others++;
      b->last_chunk = 0;
      b->sign = b->sign || sign;
      b->last_is_figure = !sign;
      if (disguise_letter(c) == c) b->unknown = true;
      if (run > b->longest) b->longest = run;
    } else {
      break;
    }
  }
  return end;
}

/* Figures for letters. Kept out: ages and years ("14yo", "yr11s"), times
   ("1h15min"), postcodes ("SW1A"), reference numbers, e-mail addresses. */
static size_t figures_end(const char *s, size_t len, size_t at) {
  blend b;
  size_t end = measure(s, len, at, &b);
  if (b.inner == 0 || b.unknown || b.longest > 2 || b.letters < 3 ||
      b.letters <= b.others || end - at > DISGUISE_BYTES)
    return at;
  if (chars_digit(s[at]) && b.longest > 1) return at;
  if (b.last_is_figure && b.last_chunk == 1 && fold_ascii(s[end - 1]) == 's')
    return at;
  if (b.capitals == b.letters && end - at <= 4) return at;
  if (chars_letter_at(s, len, end) > 0) return at;
  bool address = (end + 1 < len && (s[end] == '.' || s[end] == '-') &&
                  (chars_alnum(s[end + 1]) || s[end + 1] == '-')) ||
                 (at > 0 && (s[at - 1] == '.' || s[at - 1] == '-' ||
                             s[at - 1] == '_' || s[at - 1] == '+'));
  if (b.sign && address) return at;
  return end;
}

static size_t run_of(const char *s, size_t len, size_t at, char c) {
  size_t end = at;
  while (end < len && s[end] == c && end - at <= DISGUISE_BYTES) end++;
  return end - at;
}

static size_t letters_at(const char *s, size_t len, size_t at) {
  size_t end = at;
  while (letter(s, len, end) && end - at <= DISGUISE_BYTES) end++;
  return end - at;
}

/* Stars for letters: one run, or more when hardly a letter stands between
   them ("s*h*t"), because two stars around a longer word are emphasis. */
static size_t stars_end(const char *s, size_t len, size_t at) {
  if (at > 0 && (s[at - 1] == '*' || s[at - 1] == '_')) return at;
  size_t end = at + letters_at(s, len, at), runs = 0, most = 0, n;
  if (end == at) return at;
  size_t first = end - at;
  while (end - at <= DISGUISE_BYTES && (n = run_of(s, len, end, '*')) > 0 &&
         letter(s, len, end + n)) {
    size_t chunk = letters_at(s, len, end + n);
    if (runs > 0 && (most > 2 || first > 2)) return at;
    runs++;
    most = chunk > most ? chunk : most;
    end += n + chunk;
  }
  if (runs > 1 && most > 2) return at;
  if (runs == 0 && first <= 2) {
    n = run_of(s, len, end, '*');
    if (n == 0) n = run_of(s, len, end, '_');
    if (n > 1 && !(end + n < len && chars_alnum(s[end + n]))) {
      end += n;
      runs = 1;
    }
  }
  if (runs == 0 || end - at > DISGUISE_BYTES) return at;
  return chars_letter_at(s, len, end) > 0 ? at : end;
}

/* A possessive or a contraction belongs to the word: K*yleigh's. */
static size_t with_apostrophe(const char *s, size_t len, size_t end) {
  size_t n = end < len && s[end] == '\'' ? letters_at(s, len, end + 1) : 0;
  return n > 0 && n <= 2 ? end + 1 + n : end;
}

size_t disguise_end(const char *s, size_t len, size_t at) {
  if (at > 0 && (chars_digit(s[at - 1]) || chars_letter_before(s, at)))
    return at;
  size_t end = figures_end(s, len, at);
  if (end == at) end = stars_end(s, len, at);
  return end == at ? at : with_apostrophe(s, len, end);
}

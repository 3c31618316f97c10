/* Which patterns could match here at all? */
#include <string.h>
#include "../limits.h"
#include "../ruleset/alphabet.h"
#include "../text/eight.h"
#include "scan.h"

typedef struct {
  const sieve *sieve;
  const char *text;
  size_t to;
  uint64_t *lettered; /* patterns with a literal here; then, what is left */
  uint64_t shaped[EARSHOT_PATTERNS / 64]; /* with a shape */
  sieve_span *spans; /* of literals, or of shapes where there are none */
} sifter;

static bool has(const uint64_t *set, uint32_t n) {
  return set[n >> 6] >> (n & 63) & 1;
}

/* What tells a pattern ends before text[end]. */
static void reach(const sifter *s, const uint64_t *known, uint32_t p,
                  size_t end) {
  sieve_span *span = &s->spans[p];
  if (!has(known, p)) span->first = (uint32_t)end;
  span->last = (uint32_t)end;
}

/* Does the literal stand where its triple ends just before text[end]? The end
   of the text, and what is before its beginning, counts as other. */
static bool stands(const sifter *s, const sieve_entry *e, size_t end) {
  const needs_literal *x = &e->literal;
  for (size_t i = 0; i < x->len; i++) {
    size_t at = end + i - e->behind;
    bool inside = end + i >= e->behind && at < s->to;
    uint8_t letter =
        inside ? alphabet_of((uint8_t)s->text[at]) : ALPHABET_OTHER;
    if (letter != x->letters[i]) return false;
  }
  return true;
}

static void look(sifter *s, uint64_t last, size_t end) {
  const sieve *v = s->sieve;
  uint32_t triple = alphabet_triple(last);
  for (uint32_t e = *sieve_slot(v, triple); e; e = v->entries[e - 1].next) {
    const sieve_entry *entry = &v->entries[e - 1];
    if ((last & entry->mask) != entry->last || !stands(s, entry, end)) continue;
    reach(s, s->lettered, entry->pattern, end);
    sieve_mark(s->lettered, entry->pattern);
  }
}

/* Bytes of a text from `low` to `high`, both ASCII. */
static size_t count(const char *s, size_t from, size_t to, uint8_t low,
                    uint8_t high) {
  size_t n = 0;
  for (; to - from >= 8; from += 8) {
    uint64_t x = eight_read(s + from);
    uint64_t some = eight_at_least(x, low) & ~eight_at_least(x, high + 1);
    if (some) n += eight_count(some);
  }
  for (; from < to; from++)
    n += (uint8_t)s[from] >= low && (uint8_t)s[from] <= high;
  return n;
}

/* What a text is made of. */
typedef struct {
  uint64_t bytes[4];
  size_t figures, capitals;
} makeup;

static makeup made_of(const char *s, size_t from, size_t to, size_t figures) {
  makeup m = {.figures = figures, .capitals = count(s, from, to, 'A', 'Z')};
  char seen[256] = {0}; /* 1 for each byte there is; then, a bit */
  for (size_t i = from; i < to; i++) seen[(uint8_t)s[i]] = 1;
  for (size_t b = 0; b < 256; b += 8) {
    /* Gathers the low bits of eight bytes in the highest. */
    uint64_t bits = eight_read(seen + b) * 0x0102040810204080u >> 56;
    m.bytes[b >> 6] |= bits << (b & 63);
  }
  return m;
}

static bool has_rest(const sieve_rest *r, const makeup *m) {
  if (m->figures < r->figures || m->capitals < r->capitals) return false;
  for (size_t i = 0; i < 4; i++)
    if (r->bytes[i] & ~m->bytes[i]) return false;
  return true;
}

/* What is carried from byte to byte. */
typedef struct {
  uint64_t last;    /* the last letters */
  uint64_t matched; /* bit for each set up to which a shape fits here */
} state;

static uint64_t fit(const sieve_shapes *all, uint64_t matched, uint8_t byte) {
  return (matched << 1 | all->begins) & all->holds[byte];
}

/* As it is where the text begins: a little of what stands before is seen. */
static state begin(const sieve_shapes *shapes, const char *norm, size_t from) {
  enum { LITTLE = ALPHABET_LAST };
  state s = {.last = 0};
  if (from == 0) s.matched = fit(shapes, 0, '\0');
  for (size_t i = from > LITTLE ? from - LITTLE : 0; i < from; i++) {
    s.last = alphabet_next(s.last, alphabet_of((uint8_t)norm[i]));
    s.matched = fit(shapes, s.matched, (uint8_t)norm[i]);
  }
  return s;
}

/* Shapes that fit and end before text[end]. */
static void note(sifter *s, const sieve_shapes *shapes, uint64_t fitted,
                 size_t end) {
  for (fitted &= shapes->ends; fitted; fitted &= fitted - 1) {
    uint32_t p = shapes->pattern[__builtin_ctzll(fitted)];
    if (has(s->sieve->unlettered, p)) reach(s, s->shaped, p, end);
    sieve_mark(s->shaped, p);
  }
}

static bool is_known(const uint32_t *triples, uint64_t last) {
  uint32_t triple = alphabet_triple(last);
  return triples[triple >> 5] >> (triple & 31) & 1;
}

/* One look at every byte: marks the patterns one of whose literals is there,
   and those one of whose shapes fits. */
static void look_at_all(sifter *s, size_t from) {
  const uint32_t *triples = s->sieve->triples;
  const uint8_t *letters = s->sieve->letters;
  const sieve_shapes *shapes = s->sieve->shapes;
  const uint64_t ends = shapes->ends;
  state at = begin(shapes, s->text, from);
  note(s, shapes, at.matched, from);
  for (size_t i = from; i < s->to; i++) {
    uint8_t byte = (uint8_t)s->text[i], letter = letters[byte];
    at.matched = fit(shapes, at.matched, byte);
    if (at.matched & ends) note(s, shapes, at.matched, i + 1);
    at.last = alphabet_next(at.last, letter);
    if (is_known(triples, at.last)) look(s, at.last, i + 1);
  }
  at.last = alphabet_next(at.last, ALPHABET_OTHER);
  if (is_known(triples, at.last)) look(s, at.last, s->to + 1);
  note(s, shapes, fit(shapes, at.matched, '\0'), s->to + 1);
}

/* A look for further shapes, when a pattern that they tell is still among
   those that could match; takes away those whose shape does not fit. */
static void look_again(sifter *s, const sieve_shapes *shapes, size_t from) {
  size_t words = sieve_words(s->sieve);
  uint64_t any = 0;
  for (size_t w = 0; w < words; w++) any |= s->lettered[w] & shapes->told[w];
  if (!any) return;
  uint64_t matched = begin(shapes, s->text, from).matched;
  note(s, shapes, matched, from);
  for (size_t i = from; i < s->to; i++) {
    matched = fit(shapes, matched, (uint8_t)s->text[i]);
    if (matched & shapes->ends) note(s, shapes, matched, i + 1);
  }
  note(s, shapes, fit(shapes, matched, '\0'), s->to + 1);
  for (size_t w = 0; w < words; w++)
    s->lettered[w] &= s->shaped[w] | ~shapes->told[w];
}

/* Could the pattern match? Of one that nothing tells, it is said so for all of
   the text. */
static bool keeps(const sifter *s, uint32_t p, size_t from, const makeup *m) {
  const sieve *v = s->sieve;
  if (has(v->unlettered, p) && has(v->unshaped, p))
    s->spans[p] = (sieve_span){(uint32_t)from, (uint32_t)s->to};
  return has_rest(&v->rest[p], m);
}

/* Takes away the patterns that lack something else they need. */
static bool keep_possible(sifter *s, size_t from, size_t figures) {
  makeup m = made_of(s->text, from, s->to, figures);
  uint64_t any = 0;
  for (size_t w = 0; w < sieve_words(s->sieve); w++) {
    uint64_t *set = &s->lettered[w];
    for (uint64_t left = *set; left; left &= left - 1) {
      uint32_t bit = (uint32_t)__builtin_ctzll(left);
      if (!keeps(s, (uint32_t)w * 64 + bit, from, &m))
        *set &= ~((uint64_t)1 << bit);
    }
    any |= *set;
  }
  return any != 0;
}

/* What could match by its literals and the first shapes, if there are figures
   enough. */
static bool first_guess(sifter *s, size_t figures) {
  const sieve *v = s->sieve;
  const uint64_t *needier =
      figures < SIEVE_FIGURES ? v->needier[figures] : NULL;
  uint64_t any = 0;
  for (size_t w = 0; w < sieve_words(v); w++) {
    uint64_t *set = &s->lettered[w];
    *set = (*set | v->unlettered[w]) & (s->shaped[w] | ~v->shapes->told[w]);
    if (needier) *set &= ~needier[w];
    any |= *set;
  }
  return any != 0;
}

bool scan_sift(const sieve *v, const char *norm, size_t from, size_t to,
               uint64_t *out, sieve_span *spans) {
  sifter s = {
      .sieve = v, .text = norm, .to = to, .lettered = out, .spans = spans};
  size_t words = sieve_words(v);
  memset(out, 0, words * sizeof *out);
  look_at_all(&s, from);
  size_t figures = count(norm, from, to, '0', '9');
  if (!first_guess(&s, figures) || !keep_possible(&s, from, figures))
    return false;
  for (size_t w = 1; w < v->n_shapes; w++) look_again(&s, &v->shapes[w], from);
  for (size_t w = 0; w < words; w++)
    if (out[w]) return true;
  return false;
}

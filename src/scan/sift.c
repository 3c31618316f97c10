/* Which patterns could match here at all? */
#include <string.h>
#include "../limits.h"
#include "../ruleset/alphabet.h"
#include "scan.h"

typedef struct {
  const sieve *sieve;
  const char *text;
  size_t to;
  uint64_t *out;
} sifter;

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

static void look(const sifter *s, uint32_t triple, size_t end) {
  const sieve *v = s->sieve;
  for (uint32_t e = *sieve_slot(v, triple); e; e = v->entries[e - 1].next) {
    const sieve_entry *entry = &v->entries[e - 1];
    if (stands(s, entry, end)) sieve_mark(s->out, entry->pattern);
  }
}

/* What a text is made of. */
typedef struct {
  uint64_t bytes[4];
  unsigned figures, capitals;
} makeup;

static bool has_rest(const sieve_rest *r, const makeup *m) {
  if (m->figures < r->figures || m->capitals < r->capitals) return false;
  bool first = false;
  for (size_t i = 0; i < 4; i++) {
    if (r->bytes[i] & ~m->bytes[i]) return false;
    first = first || (r->first[i] & m->bytes[i]);
  }
  return first;
}

/* What is carried from byte to byte. */
typedef struct {
  uint32_t triple;  /* the last three letters */
  uint64_t matched; /* bit for each set up to which a shape fits here */
} state;

static uint64_t fit(const sieve_shapes *all, uint64_t matched, uint8_t byte) {
  return (matched << 1 | all->begins) & all->holds[byte];
}

/* As it is where the text begins: a little of what stands before is seen. */
static state begin(const sieve *v, const char *norm, size_t from) {
  state s = {.triple = 0};
  if (from == 0) s.matched = fit(v->shapes, 0, '\0');
  for (size_t i = from > SHAPE_SETS ? from - SHAPE_SETS : 0; i < from; i++) {
    s.triple = alphabet_next(s.triple, alphabet_of((uint8_t)norm[i]));
    s.matched = fit(v->shapes, s.matched, (uint8_t)norm[i]);
  }
  return s;
}

/* One look at every byte: marks the patterns one of whose literals is there,
   and returns the sets of shapes up to which one fits somewhere. */
static uint64_t look_at_all(const sifter *s, size_t from, makeup *m) {
  const uint32_t *triples = s->sieve->triples;
  const sieve_shapes *shapes = s->sieve->shapes;
  state at = begin(s->sieve, s->text, from);
  uint64_t fitted = 0;
  for (size_t i = from; i < s->to; i++) {
    uint8_t byte = (uint8_t)s->text[i], letter = alphabet_of(byte);
    m->bytes[byte >> 6] |= (uint64_t)1 << (byte & 63);
    m->figures += letter == ALPHABET_FIGURE;
    m->capitals += (uint8_t)(byte - 'A') < 26;
    at.matched = fit(shapes, at.matched, byte);
    fitted |= at.matched;
    at.triple = alphabet_next(at.triple, letter);
    if (triples[at.triple >> 5] >> (at.triple & 31) & 1)
      look(s, at.triple, i + 1);
  }
  at.triple = alphabet_next(at.triple, ALPHABET_OTHER);
  if (triples[at.triple >> 5] >> (at.triple & 31) & 1)
    look(s, at.triple, s->to + 1);
  return fitted | fit(shapes, at.matched, '\0');
}

/* Takes away the patterns whose shape does not fit anywhere. */
static void keep_shaped(const sieve *v, uint64_t fitted, uint64_t *out) {
  const sieve_shapes *shapes = v->shapes;
  uint64_t shaped[EARSHOT_PATTERNS / 64];
  memcpy(shaped, v->unshaped, sieve_words(v) * sizeof *shaped);
  for (fitted &= shapes->ends; fitted; fitted &= fitted - 1)
    sieve_mark(shaped, shapes->pattern[__builtin_ctzll(fitted)]);
  for (size_t w = 0; w < sieve_words(v); w++) out[w] &= shaped[w];
}

bool scan_sift(const sieve *v, const char *norm, size_t from, size_t to,
               uint64_t *out) {
  sifter s = {.sieve = v, .text = norm, .to = to, .out = out};
  makeup m = {.figures = 0};
  size_t words = sieve_words(v);
  uint64_t any = 0;
  memcpy(out, v->unlettered, words * sizeof *out);
  keep_shaped(v, look_at_all(&s, from, &m), out);
  for (size_t w = 0; w < words; w++) {
    for (uint64_t left = out[w]; left; left &= left - 1) {
      size_t bit = (size_t)__builtin_ctzll(left);
      if (!has_rest(&v->rest[w * 64 + bit], &m))
        out[w] &= ~((uint64_t)1 << bit);
    }
    any |= out[w];
  }
  return any != 0;
}

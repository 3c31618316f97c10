/* Which patterns could match here at all? */
#include <string.h>
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
    if (stands(s, entry, end))
      s->out[entry->pattern >> 6] |= (uint64_t)1 << (entry->pattern & 63);
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

/* Marks the patterns one of whose literals stands in the text. */
static void find_literals(const sifter *s, size_t from, makeup *m) {
  const uint32_t *triples = s->sieve->triples;
  uint32_t last = 0;
  for (size_t i = from > 2 ? from - 2 : 0; i < from; i++)
    last = alphabet_next(last, alphabet_of((uint8_t)s->text[i]));
  for (size_t i = from; i < s->to; i++) {
    uint8_t byte = (uint8_t)s->text[i], letter = alphabet_of(byte);
    m->bytes[byte >> 6] |= (uint64_t)1 << (byte & 63);
    m->figures += letter == ALPHABET_FIGURE;
    m->capitals += (uint8_t)(byte - 'A') < 26;
    last = alphabet_next(last, letter);
    if (triples[last >> 5] >> (last & 31) & 1) look(s, last, i + 1);
  }
  last = alphabet_next(last, ALPHABET_OTHER);
  if (triples[last >> 5] >> (last & 31) & 1) look(s, last, s->to + 1);
}

bool scan_sift(const sieve *v, const char *norm, size_t from, size_t to,
               uint64_t *out) {
  sifter s = {.sieve = v, .text = norm, .to = to, .out = out};
  makeup m = {.figures = 0};
  size_t words = sieve_words(v);
  uint64_t any = 0;
  memcpy(out, v->free, words * sizeof *out);
  find_literals(&s, from, &m);
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

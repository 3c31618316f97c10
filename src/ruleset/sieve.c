#include "sieve.h"

#include <string.h>
#include "alphabet.h"

/* How rare letters are in English, in the order of the alphabet: other, a to z,
   figure, underscore (0 is the most common). */
static const uint8_t rarity[ALPHABET_SIZE] = {0,  2, 8, 6, 5,  1, 7,  7,  3, 2,
                                              12, 9, 5, 6, 3,  2, 8,  12, 3, 3,
                                              1,  6, 9, 7, 11, 7, 13, 6,  14};

bool sieve_init(sieve *v, arena *a, size_t n_patterns) {
  *v = (sieve){.n_patterns = n_patterns};
  for (unsigned b = 0; b < 256; b++) v->letters[b] = alphabet_of((uint8_t)b);
  v->triples = arena_alloc(a, ALPHABET_TRIPLES / 8);
  v->rest = arena_alloc(a, (n_patterns + 1) * sizeof *v->rest);
  v->unlettered = arena_alloc(a, (sieve_words(v) + 1) * sizeof(uint64_t));
  v->unshaped = arena_alloc(a, (sieve_words(v) + 1) * sizeof(uint64_t));
  for (unsigned n = 0; n < SIEVE_FIGURES; n++) {
    v->needier[n] = arena_alloc(a, (sieve_words(v) + 1) * sizeof(uint64_t));
    if (!v->needier[n]) return false;
  }
  v->shapes = arena_alloc(a, SIEVE_WORDS * sizeof *v->shapes);
  v->n_shapes = 1;
  for (size_t w = 0; v->shapes && w < SIEVE_WORDS; w++) {
    v->shapes[w].told = arena_alloc(a, (sieve_words(v) + 1) * sizeof(uint64_t));
    if (!v->shapes[w].told) return false;
  }
  return v->triples && v->rest && v->unlettered && v->unshaped && v->shapes;
}

/* "ing" is much more common than its letters, and so are figures without any,
   where there are figures at all. */
static bool is_common(const uint8_t letters[3]) {
  bool lettered = false;
  for (int i = 0; i < 3; i++)
    lettered = lettered ||
               (letters[i] != ALPHABET_OTHER && letters[i] < ALPHABET_FIGURE);
  return !lettered || (letters[0] == 9 && letters[1] == 14 && letters[2] == 7);
}

/* Where the rarest three letters of a literal begin; the last such, so that
   most of the literal is read when they are met. */
static size_t rarest(const needs_literal *x) {
  size_t best = 0;
  unsigned most = 0;
  for (size_t at = 0; at + 3 <= x->len; at++) {
    unsigned rare = (unsigned)rarity[x->letters[at]] +
                    rarity[x->letters[at + 1]] + rarity[x->letters[at + 2]];
    if (rare < most || is_common(x->letters + at)) continue;
    most = rare;
    best = at;
  }
  return best;
}

static bool enter(sieve *v, arena *a, uint32_t pattern, const needs_literal *x,
                  size_t at) {
  sieve_entry *entries = arena_grow(a, v->entries, v->n_entries,
                                    &v->entries_capacity, sizeof *entries);
  if (!entries) return false;
  v->entries = entries;
  uint64_t last = 0, mask = 0;
  for (size_t i = 0; i < at + 3; i++) {
    last = alphabet_next(last, x->letters[i]);
    mask = alphabet_next(mask, (1 << ALPHABET_BITS) - 1);
  }
  const uint64_t kept = ((uint64_t)1 << ALPHABET_LAST * ALPHABET_BITS) - 1;
  uint32_t triple = alphabet_triple(last);
  v->triples[triple >> 5] |= (uint32_t)1 << (triple & 31);
  entries[v->n_entries++] = (sieve_entry){.literal = *x,
                                          .last = last & mask & kept,
                                          .mask = mask & kept,
                                          .behind = (uint8_t)(at + 3),
                                          .triple = (uint16_t)triple,
                                          .pattern = pattern};
  return true;
}

/* A literal of two letters is entered with every letter behind it. */
static bool enter_short(sieve *v, arena *a, uint32_t pattern,
                        const needs_literal *x) {
  needs_literal longer = *x;
  longer.len = 3;
  for (unsigned letter = 0; letter < ALPHABET_SIZE; letter++) {
    longer.letters[2] = (uint8_t)letter;
    if (!enter(v, a, pattern, &longer, 0)) return false;
  }
  return true;
}

static void enter_shape(sieve_shapes *all, uint32_t pattern, const shape *x) {
  all->begins |= (uint64_t)1 << all->used;
  for (unsigned i = 0; i < x->len; i++, all->used++)
    for (unsigned b = 0; b < 256; b++)
      if (x->sets[i].bits[b >> 6] >> (b & 63) & 1)
        all->holds[b] |= (uint64_t)1 << all->used;
  all->ends |= (uint64_t)1 << (all->used - 1);
  all->pattern[all->used - 1] = pattern;
  sieve_mark(all->told, pattern);
}

void sieve_add_shape(sieve *v, uint32_t pattern, const pattern_needs *n) {
  unsigned bits = 0;
  for (unsigned i = 0; i < n->shapes.count; i++) bits += n->shapes.items[i].len;
  size_t w = 0;
  while (w < SIEVE_WORDS && v->shapes[w].used + bits > SIEVE_BITS) w++;
  if (bits == 0 || w == SIEVE_WORDS) {
    sieve_mark(v->unshaped, pattern);
    return;
  }
  if (w >= v->n_shapes) v->n_shapes = w + 1;
  for (unsigned i = 0; i < n->shapes.count; i++)
    enter_shape(&v->shapes[w], pattern, &n->shapes.items[i]);
}

bool sieve_add(sieve *v, arena *a, uint32_t pattern, const pattern_needs *n) {
  sieve_rest *rest = &v->rest[pattern];
  memcpy(rest->bytes, n->bytes, sizeof rest->bytes);
  rest->until = n->until;
  rest->figures = n->figures;
  for (unsigned less = 0; less < SIEVE_FIGURES && less < n->figures; less++)
    sieve_mark(v->needier[less], pattern);
  rest->capitals = n->capitals;
  rest->before = n->before;
  rest->edged = n->edged;
  rest->made_of = n->made_of;
  heads_tabulate(&n->heads, &rest->heads);
  if (n->literals.count == 0) sieve_mark(v->unlettered, pattern);
  for (size_t i = 0; i < n->literals.count; i++) {
    const needs_literal *x = &n->literals.items[i];
    bool ok = x->len < 3 ? enter_short(v, a, pattern, x)
                         : enter(v, a, pattern, x, rarest(x));
    if (!ok) return false;
  }
  return true;
}

bool sieve_finish(sieve *v, arena *a) {
  v->capacity = 16;
  while (v->capacity < 2 * v->n_entries) v->capacity *= 2;
  v->slots = arena_alloc(a, v->capacity * sizeof *v->slots);
  if (!v->slots) return false;
  for (size_t e = 0; e < v->n_entries; e++) {
    uint32_t *first = sieve_slot(v, v->entries[e].triple);
    v->entries[e].next = *first;
    *first = (uint32_t)e + 1;
  }
  return true;
}

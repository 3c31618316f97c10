/* The sieve: which patterns could match in a text at all? One look at every
   byte answers for all patterns together, so that PCRE2 only searches where it
   may find something.

   Of each literal that a pattern needs (needs.h) the rarest three letters are
   entered in a table of bits, 4 KiB for all triples there are. Where a text
   has such a triple the literal is compared whole.

   Patterns without a literal are told by their shape (shape.h), and others as
   well while there is room. The sets of shapes share words, a bit for each set:
   Shift-And (Baeza-Yates and Gonnet, A New Approach to Text Searching, 1992).
   The first word goes along with the look at every byte; each further one is
   tried only where its patterns have all else that they need, so that numbers
   of every kind cost a text without numbers nothing. */
#ifndef EARSHOT_SIEVE_H
#define EARSHOT_SIEVE_H

#include "../arena.h"
#include "needs.h"

/* A literal of a pattern and where its triple stands in it. */
typedef struct {
  needs_literal literal;
  uint64_t last, mask; /* what alphabet_next has come to there, as far as the
                          literal tells */
  uint8_t behind;      /* letters of it up to the end of the triple */
  uint16_t triple;
  uint32_t pattern;
  uint32_t next; /* with the same triple, plus 1; 0 at the end */
} sieve_entry;

/* What a pattern needs besides literals. */
typedef struct {
  uint64_t bytes[4];
  byteset before;  /* bytes that a match can stand behind, and NUL for none; */
  bool edged;      /* but no letter when it begins with one, for \b is first */
  byteset made_of; /* bytes that a match may hold */
  heads_table heads; /* how it can begin */
  unsigned figures, capitals;
  unsigned until; /* bytes of a match up to the end of what tells it */
} sieve_rest;

/* Where the first and the last thing ends that tells a pattern. A match begins
   no more than `until` before the first and not behind the last, and does not
   end before the first, give or take SIEVE_AROUND bytes, which look-arounds may
   reach out. */
typedef struct {
  uint32_t first, last;
} sieve_span;
enum { SIEVE_AROUND = 2 * SHAPE_SETS };

enum { SIEVE_BITS = 64, SIEVE_WORDS = 8, SIEVE_FIGURES = 12 };

typedef struct {
  uint64_t holds[256];   /* bit for each set that holds this byte */
  uint64_t begins, ends; /* bits of the first and last set of each shape */
  uint32_t pattern[SIEVE_BITS]; /* whose last set it is */
  unsigned used;
  uint64_t *told; /* bit for each pattern that is told by these shapes */
} sieve_shapes;

typedef struct {
  uint8_t letters[256]; /* alphabet_of each byte */
  sieve_shapes *shapes; /* SIEVE_WORDS, of which n_shapes are in use */
  size_t n_shapes;
  uint32_t *triples; /* bit for each */
  uint32_t *slots;   /* hash table: entry plus 1 */
  uint32_t capacity; /* a power of two */
  sieve_entry *entries;
  size_t n_entries, entries_capacity;
  sieve_rest *rest;                 /* of each pattern */
  uint64_t *unlettered, *unshaped;  /* bit for each pattern: has no literals,
                                      no shape */
  uint64_t *needier[SIEVE_FIGURES]; /* needs more figures than so many */
  size_t n_patterns;
} sieve;

/* Makes room for `n_patterns`. False when memory is out. */
bool sieve_init(sieve *v, arena *a, size_t n_patterns);

/* Enters what a pattern needs, all but its shape. False when memory is out. */
bool sieve_add(sieve *v, arena *a, uint32_t pattern, const pattern_needs *n);

/* Enters its shape if there is room. */
void sieve_add_shape(sieve *v, uint32_t pattern, const pattern_needs *n);

/* To be called when all are entered. False when memory is out. */
bool sieve_finish(sieve *v, arena *a);

static inline void sieve_mark(uint64_t *set, uint32_t n) {
  set[n >> 6] |= (uint64_t)1 << (n & 63);
}

/* Words of 64 bits that a set of patterns takes. */
static inline size_t sieve_words(const sieve *v) {
  return (v->n_patterns + 63) / 64;
}

/* The slot of a triple: that of an entry with it, or an empty one. */
static inline uint32_t *sieve_slot(const sieve *v, uint32_t triple) {
  uint32_t i = triple * 0x9E3779B1u; /* Knuth, TAOCP 3, 6.4 */
  for (;; i++) {
    uint32_t *here = &v->slots[i & (v->capacity - 1)];
    if (!*here || v->entries[*here - 1].triple == triple) return here;
  }
}

#endif

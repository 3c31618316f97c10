/* What was learned from labelled posts: how much each feature speaks for each
   principle. A table made by learn/train.mjs, shipped as a file of the pack:

       what stands before the first line with "=" is for people
       =words
       my
       lad
       =seen
       =pairs
       my lad mum
       =principle<TAB>jigsaw<TAB>-312<TAB>.cBa
       =unit<TAB>12<TAB>40<TAB>a.

   Features come first: words (and whatever else is called by one name, such as
   a class), a line each, and pairs, on one line all that begin with the same
   word: "my lad", "my mum". A principle has its name, its start in hundredths
   of log-odds, and a letter for each feature in their order: "." says nothing,
   a to z speak for it, each WEIGHTS_LETTER hundredths more than the last, A to
   Z against it.

   Units look at common features together, for what one of them says may hang
   on another. Those are the features before "=seen". A unit has what it starts
   from, what it says for each principle, both in hundredths, and a letter for
   each that it looks at, worth WEIGHTS_SIGHT each. See units.h for what it
   makes of them.

   Letters stand principle by principle, because so they pack to two thirds of
   what they do feature by feature. */
#ifndef EARSHOT_WEIGHTS_H
#define EARSHOT_WEIGHTS_H

#include "../pack/diagnose.h"
#include "lanes.h"

#define WEIGHTS_PRINCIPLES 32
#define WEIGHTS_UNITS 64

/* What a letter is worth, in hundredths: to a principle, to a unit. */
enum { WEIGHTS_LETTER = 10, WEIGHTS_SIGHT = 32 };
/* Tables are untrusted: a unit that says more is taken to say no more than this,
   so that sums fit 32 bits. */
enum { WEIGHTS_SAID = 1000 };

typedef struct {
  uint32_t hash; /* of a feature */
  uint32_t row;  /* plus 1; 0: the slot is empty */
} weights_slot;

typedef struct weights {
  const char *principles[WEIGHTS_PRINCIPLES];
  int start[WEIGHTS_PRINCIPLES];
  size_t n_principles;
  uint64_t
      *rows; /* of each feature: its letters for the principles, in lanes */
  uint32_t n_rows, words; /* words: of a row */
  int unit_start[WEIGHTS_UNITS];
  /* What each unit says for a principle, at most WEIGHTS_SAID either way. */
  int16_t says[WEIGHTS_PRINCIPLES][WEIGHTS_UNITS];
  size_t n_units;
  uint64_t *seen; /* of the first n_seen: their letters for the units */
  uint32_t n_seen, seen_words;
  uint64_t *small;     /* bit for each row: small.h */
  weights_slot *slots; /* a feature's is where its hash points, or behind it */
  uint32_t mask;       /* how many there are, less 1 */
} weights;

/* Is this the name of a file of weights? */
bool weights_named(const char *file);

/* Reads a file of weights into *out, or notes what is wrong with it (code
   "bad-weights") and leaves *out as it is. False when memory is out. */
bool weights_read(const earshot_file *file, arena *memory, diagnostics *faults,
                  const weights **out);

/* The slot of a feature: its own, or an empty one. */
static inline weights_slot *weights_find(const weights *w, uint32_t hash) {
  uint32_t i = hash & w->mask;
  while (w->slots[i].row && w->slots[i].hash != hash) i = (i + 1) & w->mask;
  return &w->slots[i];
}

/* A row's letters for the principles, in lanes. */
static inline const uint64_t *weights_row(const weights *w, uint32_t row) {
  return w->rows + (size_t)row * w->words;
}

/* What the units see in a row, in lanes; NULL when none looks at it. */
static inline const uint64_t *weights_seen(const weights *w, uint32_t row) {
  return row < w->n_seen ? w->seen + (size_t)row * w->seen_words : NULL;
}

/* The principle's place in the table, or -1. */
int weights_principle(const weights *w, const char *id);

#endif

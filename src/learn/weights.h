/* What was learned from labelled posts: how much each feature speaks for each
   principle. A table made by learn/train.mjs, shipped as a file of the pack:

       anything without a tab is for people
       =principles<TAB>jigsaw<TAB>words…
       =start<TAB>-312<TAB>-250…
       =unit<TAB>12<TAB>40<TAB>-85…
       my lad<TAB>hB
       lad<TAB>kB<TAB>cW

   A row is a feature, a tab, and a letter for each principle: "." says
   nothing, a to z speak for it, each more than the last, A to Z against it.
   The nth letter is worth n * (n + 8) / 5 hundredths of log-odds; the start
   is in hundredths too.

   Units look at common features together, for what one of them says may hang
   on another. Rows of common features have a second field: what each unit sees
   in them, in the same letters. See units.h for what they make of it. */
#ifndef EARSHOT_WEIGHTS_H
#define EARSHOT_WEIGHTS_H

#include "../pack/diagnose.h"
#include "lanes.h"

#define WEIGHTS_PRINCIPLES 32

#define WEIGHTS_UNITS 64

typedef struct {
  uint32_t hash; /* of a feature */
  uint32_t row;  /* plus 1; 0: the slot is empty */
} weights_slot;

typedef struct {
  int start;
  int says[WEIGHTS_PRINCIPLES];
} weights_unit;

typedef struct weights {
  const char *principles[WEIGHTS_PRINCIPLES];
  int start[WEIGHTS_PRINCIPLES];
  size_t n_principles;
  uint64_t *rows;         /* what each says for the principles, in lanes */
  uint32_t n_rows, words; /* in a row */
  weights_unit units[WEIGHTS_UNITS];
  size_t n_units;
  uint64_t *seen; /* what each unit sees in the common ones, in lanes */
  uint32_t n_seen, seen_words;
  uint32_t *common;    /* where a row stands in seen, plus 1, or 0 */
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

/* How much a row speaks for a principle. */
static inline int weights_worth(const weights *w, uint32_t row,
                                size_t principle) {
  return lanes_get(w->rows + (size_t)row * w->words, principle);
}

/* What the units see in a row, in lanes; NULL when none looks at it. */
static inline const uint64_t *weights_seen(const weights *w, uint32_t row) {
  return w->common[row] ? w->seen + (w->common[row] - 1) * w->seen_words : NULL;
}

/* The principle's place in the table, or -1. */
int weights_principle(const weights *w, const char *id);

#endif

/* What was learned from labelled posts: how much each feature speaks for each
   principle. A table made by learn/train.mjs, shipped as a file of the pack:

       anything without a tab is for people
       =principles<TAB>jigsaw<TAB>words…
       =start<TAB>-312<TAB>-250…
       my lad<TAB>hB

   A row is a feature, a tab, and a letter for each principle: "." says
   nothing, a to z speak for it, each more than the last, A to Z against it.
   The nth letter is worth n * (n + 8) / 5 hundredths of log-odds; the start
   is in hundredths too. */
#ifndef EARSHOT_WEIGHTS_H
#define EARSHOT_WEIGHTS_H

#include "../pack/diagnose.h"

#define WEIGHTS_PRINCIPLES 32

/* The worths of a row, four to a word and WEIGHTS_ZERO more than they are, so
   that one addition adds four of them. The sum of WEIGHTS_SUM rows stays
   within its 16 bits. */
enum {
  WEIGHTS_LANES = 4,
  WEIGHTS_WORDS = WEIGHTS_PRINCIPLES / WEIGHTS_LANES,
  WEIGHTS_ZERO = 256,
  WEIGHTS_SUM = 128
};

typedef struct {
  uint32_t hash; /* of a feature */
  uint32_t row;  /* plus 1; 0: the slot is empty */
} weights_slot;

typedef struct weights {
  const char *principles[WEIGHTS_PRINCIPLES];
  int start[WEIGHTS_PRINCIPLES];
  size_t n_principles;
  uint64_t *rows;
  uint32_t n_rows, words; /* in a row */
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

static inline int weights_lane(const uint64_t *words, size_t principle) {
  return words[principle / WEIGHTS_LANES] >> (principle % WEIGHTS_LANES * 16) &
         0xffff;
}

/* How much a row speaks for a principle. */
static inline int weights_worth(const weights *w, uint32_t row,
                                size_t principle) {
  return weights_lane(w->rows + (size_t)row * w->words, principle) -
         WEIGHTS_ZERO;
}

/* The principle's place in the table, or -1. */
int weights_principle(const weights *w, const char *id);

#endif

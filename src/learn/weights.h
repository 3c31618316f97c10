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

typedef struct {
  uint32_t hash;    /* of a feature */
  uint32_t letters; /* where its letters stand in `bytes`, one for each
                       principle; 0: the row is empty */
} weights_row;

typedef struct weights {
  const char *principles[WEIGHTS_PRINCIPLES];
  int start[WEIGHTS_PRINCIPLES];
  size_t n_principles;
  int16_t worth[128]; /* of a letter */
  const char *bytes;  /* the file */
  weights_row *rows;  /* a feature's is where its hash points, or behind it */
  uint32_t mask;      /* how many there are, less 1 */
} weights;

/* Is this the name of a file of weights? */
bool weights_named(const char *file);

/* Reads a file of weights into *out, or notes what is wrong with it (code
   "bad-weights") and leaves *out as it is. False when memory is out. */
bool weights_read(const earshot_file *file, arena *memory, diagnostics *faults,
                  const weights **out);

/* The row of a feature: its own, or an empty one. */
static inline weights_row *weights_find(const weights *w, uint32_t hash) {
  uint32_t i = hash & w->mask;
  while (w->rows[i].letters && w->rows[i].hash != hash) i = (i + 1) & w->mask;
  return &w->rows[i];
}

/* How much a feature speaks for a principle. */
static inline int weights_worth(const weights *w, const weights_row *row,
                                size_t principle) {
  return w->worth[w->bytes[row->letters + principle] & 127];
}

/* The principle's place in the table, or -1. */
int weights_principle(const weights *w, const char *id);

#endif

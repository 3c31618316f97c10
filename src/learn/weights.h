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
  uint32_t hash;
  const char *letters; /* one for each principle */
} weights_row;

typedef struct weights {
  const char *principles[WEIGHTS_PRINCIPLES];
  int start[WEIGHTS_PRINCIPLES];
  size_t n_principles;
  int16_t worth[128]; /* of a letter */
  weights_row *rows;
  uint32_t n_rows;
  uint32_t *slots; /* where the hash points, or soon after: a row, plus 1 */
  uint32_t mask;
} weights;

/* Is this the name of a file of weights? */
bool weights_named(const char *file);

/* Reads a file of weights into *out, or notes what is wrong with it (code
   "bad-weights") and leaves *out as it is. False when memory is out. */
bool weights_read(const earshot_file *file, arena *memory, diagnostics *faults,
                  const weights **out);

/* The row of a feature, or NULL. */
const weights_row *weights_find(const weights *w, uint32_t hash);

/* The principle's place in the table, or -1. */
int weights_principle(const weights *w, const char *id);

#endif

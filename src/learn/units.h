/* Units look at the common features of a piece of writing together: the second
   layer of what was learned. A unit adds up what it sees in them, each feature
   once, divides that by the root of one more than the features there are, and
   adds what it starts from. When that is above nothing, it adds so much of what
   it says for each principle to the principles' scores. All numbers are
   hundredths, and whole, so that every machine answers the same. */
#ifndef EARSHOT_UNITS_H
#define EARSHOT_UNITS_H

#include "weights.h"

typedef struct {
  lanes seen_now;
  int sum[WEIGHTS_UNITS]; /* of what each unit saw; once they have answered,
                             how loud each was: 0 or more */
  uint32_t features;
  int root; /* of features + 1, times 256 */
} units;

/* Lets the units look at a row; to be called once for each. */
static inline void units_see(units *u, const weights *w, uint32_t row) {
  const uint64_t *seen = weights_seen(w, row);
  if (!seen) return;
  u->features++;
  lanes_add(&u->seen_now, seen, u->sum, w->n_units);
}

/* Adds what the units say to the scores of all principles. */
void units_answer(units *u, const weights *w, int *scores);

/* How much more of a principle each unit says for what it sees, in a 256th of
   hundredths: to tell what a row is worth here. After units_answer. */
void units_pull(const units *u, const weights *w, size_t principle,
                lanes_factors *pull);

/* What a row is worth to a principle here, in hundredths: its own weight, and
   what the units make of it. */
int units_worth(const weights *w, uint32_t row, size_t principle,
                const lanes_factors *pull);

#endif

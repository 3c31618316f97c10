/* Where words stand that speak for a principle, and which of them are told. */
#ifndef EARSHOT_TELLING_H
#define EARSHOT_TELLING_H

#include "../scan/scan.h"
#include "weights.h"

/* How often the next word to tell is looked for: some join others. */
enum { TELLING_LOOKS = 6 };

/* A stretch of words and what it weighs. */
typedef struct {
  int sum;
  uint32_t first, last; /* tokens */
  size_t segment;
} stretch;

/* What was heard in a draft, and what it is worth to a principle, in hundredths
   of log-odds: worth[n] is what read->heard[n] is. `may` is scratch, as long as
   there are heard. Nothing is owned. */
typedef struct {
  const reading *read;
  const weights *weights;
  const int *worth;
  uint32_t *may; /* those of what was heard that may be told */
} telling;

/* The stretch within a sentence of segment `n` whose weights add up to most; its
   sum is 0 when no word speaks for the principle. `each` is scratch, as long as
   there are tokens. */
stretch telling_best(const telling *l, size_t n, int *each);

/* The few words and classes that weighed most in it. `small` is scratch, as long
   as there are tokens. */
scan_told telling_most(const telling *l, const stretch *where, bool *small);

/* Tokens [first, last) as evidence of a class. */
evidence telling_tokens(const reading *r, class_id c, uint32_t first,
                        uint32_t last);

#endif

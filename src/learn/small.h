/* Words too small to explain anything by themselves: "on", "and", "she's". They
   weigh like others where a draft is scored, but whoever is shown which words
   set off a reminder learns nothing from them. */
#ifndef EARSHOT_SMALL_H
#define EARSHOT_SMALL_H

#include "weights.h"

/* Notes which rows of a table are such words, in w->small. False when memory is
   out. */
bool small_mark(weights *w, arena *memory);

static inline bool small_is(const weights *w, uint32_t row) {
  return w->small[row / 64] >> (row % 64) & 1;
}

#endif

/* Words cut down to what their forms share, so that "visits", "visited" and
   "visiting" weigh the same. Cruder than src/words/, which must be right: here
   two words that fall together by accident only blur a weight. */
#ifndef EARSHOT_STEM_H
#define EARSHOT_STEM_H

#include <stddef.h>

/* Length of the stem of a folded word: its first bytes, with an ending such
   as "ies" or "ing" taken off. At least 1 for a word of 1 byte or more. */
size_t stem_length(const char *word, size_t len);

#endif

/* How the texts that a part of a pattern matches can begin: in a few ways, each
   some sets of letters side by side. PCRE2 need not be asked where none of them
   fits. The method is that of Teddy (G. Langdale; in Wang et al., Hyperscan,
   NSDI 2019, 5): a table for each of the first letters has a bit for each way,
   and what is left of an "and" over them fits. */
#ifndef EARSHOT_HEADS_H
#define EARSHOT_HEADS_H

#include <stdbool.h>
#include <stddef.h>
#include "alphabet.h"
#include "shape.h"

enum { HEADS_LETTERS = 4, HEADS_WAYS = 8 };

/* Letters (alphabet.h), a bit for each; up to `len` of them are known. */
typedef struct {
  uint32_t letters[HEADS_LETTERS];
  unsigned len;
  bool whole; /* the texts are nothing but that */
} heads_way;

/* Each text begins in one of these ways. */
typedef struct {
  unsigned count;
  heads_way ways[HEADS_WAYS];
} heads;

/* Of each of the first letters, by letter: bit for each way that it fits. */
typedef struct {
  uint8_t fits[HEADS_LETTERS][1 << ALPHABET_BITS];
} heads_table;

/* Of the empty text; of one byte of a set; of anything. */
void heads_nothing(heads *h);
void heads_byte(heads *h, const byteset *set);
void heads_anything(heads *h);

/* a := a followed by b */
void heads_join(heads *a, const heads *b);
/* a := a or b */
void heads_either(heads *a, const heads *b);
/* a := a, and perhaps more behind it */
void heads_more(heads *a);
/* a := a or nothing */
void heads_optional(heads *a);

void heads_tabulate(const heads *h, heads_table *out);

/* Can a match begin at text[at]? What is behind text[end] fits as little as
   any byte that is in no word. */
static inline bool heads_fit(const heads_table *t, const char *text, size_t at,
                             size_t end) {
  unsigned left = UINT8_MAX;
  for (size_t i = 0; i < HEADS_LETTERS && left; i++) {
    uint8_t letter = at + i < end ? alphabet_of((uint8_t)text[at + i])
                                  : (uint8_t)ALPHABET_OTHER;
    left &= t->fits[i][letter];
  }
  return left != 0;
}

#endif

/* All words that packs look for, in all their forms.

   A *word* is what an author wrote ("visit"), with a number. A *form* is what a
   draft may say ("visited"); a form can belong to several words ("left" to
   left and to leave). Looking a form up costs one hash. */
#ifndef EARSHOT_LEXICON_H
#define EARSHOT_LEXICON_H

#include "../arena.h"

typedef struct {
  uint32_t word;
  uint32_t next; /* index of the next link plus 1, 0 at the end */
} lexicon_link;

typedef struct {
  uint32_t hash;
  uint32_t text, len; /* in `bytes` */
  uint32_t first;     /* link plus 1; 0: the slot is empty */
  uint32_t own[2];    /* the word this text itself is, plus 1: plain, exact */
} lexicon_form;

typedef struct {
  lexicon_form *forms;
  uint32_t capacity, n_forms; /* capacity is a power of two */
  lexicon_link *links;
  size_t n_links, links_capacity;
  char *bytes;
  size_t n_bytes, bytes_capacity;
  uint32_t n_words;
} lexicon;

/* The number of the word `text`, entering it and its forms when it is new. An
   `exact` word has only one form. UINT32_MAX when memory is out. */
uint32_t lexicon_add(lexicon *l, arena *a, const char *text, size_t len,
                     bool exact);

/* The first link of the words that a form belongs to, plus 1; 0 for none. */
uint32_t lexicon_find(const lexicon *l, const char *form, size_t len);

#endif

/* Where phrases begin: with which words, below which roots of the trie. A walk
   starts from here, so that tokens that begin nothing cost nothing. */
#ifndef EARSHOT_STARTS_H
#define EARSHOT_STARTS_H

#include "lexicon.h"
#include "trie.h"

/* The first step of a phrase: from a root to a node. */
typedef struct {
  uint32_t root, node;
} phrase_start;

/* In `roots`, beside a bit for each root: a name this form is not. */
#define STARTS_NO_NAME ((uint16_t)(1u << 15))

/* The class of capitalised words that are no names, and its root; UINT32_MAX
   when there is none. */
typedef struct {
  uint32_t class, root;
} starts_no_name;

typedef struct {
  uint32_t *from; /* of each word, and one more: index in `items` */
  phrase_start *items;
  uint16_t *roots;   /* of each form: bit for each root it starts from */
  uint16_t *classes; /* of each class: the same */
} starts;

/* Works them out for all words, forms and classes. False when memory is
   out. */
bool starts_build(starts *s, arena *a, const lexicon *words, const trie *t,
                  uint32_t roots, size_t n_classes, starts_no_name no_name);

#endif

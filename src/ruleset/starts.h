/* Where phrases begin: what each form of a word sets going, below which roots
   of the trie. All of it lies side by side, so that a token costs one look,
   however large the word classes are. */
#ifndef EARSHOT_STARTS_H
#define EARSHOT_STARTS_H

#include "lexicon.h"
#include "trie.h"

/* A form is all of a phrase of a class, or the beginning of longer ones, which
   go on from `node`. */
typedef struct {
  uint16_t root;
  bool goes_on;
  uint32_t what; /* the class; of longer ones, by which labels they go on: what
                    starts_fold makes of the node's */
  uint32_t node;
} phrase_start;

/* Labels of a node, or of what a token leads on by, in half the bits. */
static inline uint32_t starts_fold(uint64_t labels) {
  return (uint32_t)(labels | labels >> 32);
}

/* In `roots`, beside a bit for each root: a name this form is not. */
#define STARTS_NO_NAME ((uint16_t)(1u << 15))

/* The class of capitalised words that are no names, and its root; UINT32_MAX
   when there is none. */
typedef struct {
  uint32_t class, root;
} starts_no_name;

/* What a token sets going that is this form, side by side. */
typedef struct {
  uint64_t leads; /* trie_bit of all labels that a path can go on by there */
  uint32_t from;  /* index in `items`; they end where the next form's begin */
  uint16_t roots; /* bit for each root it starts from */
} starts_form;

typedef struct {
  starts_form *forms;  /* of the lexicon, and one more */
  phrase_start *items; /* of each form, in order of root */
  size_t n_items, capacity;
  uint16_t *classes; /* of each class: bit for each root it starts from */
} starts;

/* Works them out for all forms and classes. False when memory is out. */
bool starts_build(starts *s, arena *a, const lexicon *words, const trie *t,
                  uint32_t roots, size_t n_classes, starts_no_name no_name);

#endif

/* All words that packs look for, in all their forms.

   A *word* is what an author wrote ("visit"), with a number. A *form* is what a
   draft may say ("visited"); a form can belong to several words ("left" to
   left and to leave). Looking a form up costs one hash, however many there
   are. */
#ifndef EARSHOT_LEXICON_H
#define EARSHOT_LEXICON_H

#include "../arena.h"
#include "../hash.h"

typedef struct {
  uint32_t word;
  uint32_t next; /* index of the next link plus 1, 0 at the end */
} lexicon_link;

typedef struct {
  uint32_t text, len; /* in `bytes` */
  uint32_t first;     /* link plus 1; 0: the form of no word */
  uint32_t own[2];    /* the word this text itself is, plus 1: plain, exact */
} lexicon_form;

typedef struct {
  uint32_t hash;
  uint32_t form; /* plus 1; 0: the slot is empty */
} lexicon_slot;

typedef struct {
  lexicon_slot *slots;
  uint32_t capacity; /* of slots, a power of two */
  uint32_t seed;     /* of the hash: changed when a pack's words collide */
  lexicon_form *forms;
  size_t n_forms, forms_capacity;
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

/* Eight bytes at a time: faster than a call for words this short. */
static inline bool lexicon_same(const char *a, const char *b, size_t len) {
  for (; len > 8; a += 8, b += 8, len -= 8)
    if (hash_word(a, 8) != hash_word(b, 8)) return false;
  return hash_word(a, len) == hash_word(b, len);
}

/* The slot of a text with this hash: its own, or an empty one. */
static inline lexicon_slot *lexicon_probe(const lexicon *l, uint32_t hash,
                                          const char *text, size_t len) {
  for (uint32_t i = hash;; i++) {
    lexicon_slot *s = &l->slots[i & (l->capacity - 1)];
    if (!s->form) return s;
    if (s->hash != hash) continue;
    const lexicon_form *f = &l->forms[s->form - 1];
    if (f->len == len && lexicon_same(l->bytes + f->text, text, len)) return s;
  }
}

/* The form with this text, plus 1; 0 when there is none. */
static inline uint32_t lexicon_find(const lexicon *l, const char *text,
                                    size_t len) {
  if (!l->capacity || !len) return 0;
  return lexicon_probe(l, hash_text(l->seed, text, len), text, len)->form;
}

#endif

/* Building the second reading of a draft. */
#ifndef EARSHOT_UNDO_H
#define EARSHOT_UNDO_H

#include <string.h>
#include "text.h"

typedef struct {
  arena *memory;
  const text *plain;
  uint32_t at;   /* what of plain->norm is done */
  uint32_t room; /* bytes that may be undone */
  char *norm;    /* NULL until there is something to undo */
  uint32_t *from, *to;
  uint32_t len;
  bool failed; /* memory is out */
} undo;

/* One byte that stands for plain->norm[start..end). */
void undo_put(undo *u, char c, uint32_t start, uint32_t end);
/* Everything up to plain->norm[end], as it is. */
void undo_copy(undo *u, uint32_t end);

/* Inline, so that the length of `word` is known. */
static inline bool undo_key(const text *t, const text_token *token,
                            const char *word) {
  size_t n = strlen(word);
  return token->key_len == n && memcmp(t->keys + token->key, word, n) == 0;
}

/* Each looks for one disguise that starts at a token, undoes it and returns
   the token behind it; `token` itself when there is none. */

/* Spelled figures: three number words or more ("oh seven double seven"), or
   six single figures or more ("0 7 7 0 0 9"). */
uint32_t undo_figures(undo *u, uint32_t token);
/* Spelled addresses: "jane dot doe at example dot org". */
uint32_t undo_address(undo *u, uint32_t token);

#endif

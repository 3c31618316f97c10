/* The workpiece that text_prepare passes from step to step:

   zones_markdown   roles of the draft's bytes (Markdown drafts only)
   clean            draft -> norm, from, to, zones
   links_cut        shortens norm
   zones_quotes     adds to zones
   tokens           norm -> tokens and keys
   sentences        tokens -> sentences */
#ifndef EARSHOT_PREPARE_H
#define EARSHOT_PREPARE_H

#include "text.h"

/* Roles of one byte, of the draft or of norm. */
enum {
  ZONE_QUOTED = 1,
  ZONE_CODE = 2,
  ZONE_LINK = 4,       /* part of a link */
  ZONE_LINK_START = 8, /* first byte of one that names a host */
  ZONE_SOFT = 16,      /* line end within a Markdown paragraph: a space */
  ZONE_OPEN = 32       /* a quotation has begun and may yet end */
};

typedef struct {
  arena *memory;
  const char *draft;
  uint32_t draft_len;
  uint32_t units; /* of UTF-16, that these are */
  earshot_draft_kind kind;
  const uint8_t *roles; /* zones of the draft's bytes, or NULL */
  char *norm;
  uint32_t *from, *to;
  uint8_t *zones; /* of the bytes of norm */
  uint32_t len;
  char *keys; /* starts with `folded`; keys that differ from it stand behind */
  uint32_t keys_len;
  text_token *tokens;
  uint32_t n_tokens;
  size_t tokens_capacity;
  text_sentence *sentences;
  uint32_t n_sentences;
  bool ends_fresh;
} prepare;

/* Each returns false when memory is out. */
bool zones_markdown(prepare *p);
bool clean(prepare *p);
void links_cut(prepare *p);
void zones_quotes(prepare *p);
bool tokens(prepare *p);
bool sentences(prepare *p);

#endif

/* A Markdown file as a flat list of the blocks that can carry meaning in a
   pack. Block positions of cmark are exact; its inline positions are not, so
   an item keeps its own source text and packs parse that. */
#ifndef EARSHOT_OUTLINE_H
#define EARSHOT_OUTLINE_H

#include "diagnose.h"

typedef enum {
  BLOCK_HEADING,
  BLOCK_PARAGRAPH,
  BLOCK_QUOTE,
  BLOCK_ITEM,   /* of a list at top level */
  BLOCK_NESTED, /* a list, quote or code inside an item: cannot be read */
  BLOCK_LIST,   /* a list begins; its items follow */
  BLOCK_OTHER   /* code, HTML, a rule: prose to us */
} block_kind;

typedef struct {
  block_kind kind;
  unsigned level;        /* of a heading */
  uint32_t line, column; /* of the first byte of `raw` */
  const char *raw;       /* source, line breaks as '\n', indentation cut */
  size_t raw_len;
  const char *plain; /* text as a reader sees it, NUL-terminated */
} block;

typedef struct {
  const char *file; /* NUL-terminated */
  const char *source;
  size_t source_len;
  block *blocks;
  size_t count;
} outline;

/* Reads a file of at most EARSHOT_PACK_FILE_BYTES. Everything lives in
   `memory`; cmark works in `scratch`. False when memory is out. */
bool outline_read(outline *out, arena *memory, arena *scratch, const char *name,
                  const char *source, size_t len);

/* Where byte `offset` of a block's raw text is in the file. */
place outline_place(const outline *o, const block *b, size_t offset);

#endif

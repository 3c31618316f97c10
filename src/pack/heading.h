/* What a heading of a pack starts. */
#ifndef EARSHOT_HEADING_H
#define EARSHOT_HEADING_H

#include "item.h"

typedef enum {
  HEAD_UNKNOWN,
  HEAD_PACK,
  HEAD_PRINCIPLE,
  HEAD_WORDS,
  HEAD_EXTEND,
  HEAD_REWORD,
  HEAD_MUTE,
  HEAD_SCENARIO,
  HEAD_DRAFT,
  HEAD_QUESTIONS,
  HEAD_SAYINGS,
  HEAD_GOOD,
  HEAD_NOTES,
  HEAD_WORDINGS,
  HEAD_INSTEAD,
  HEAD_STEMS,
  HEAD_STANDARDS,
  HEAD_SETTINGS,
  HEAD_SIGNAL,
  HEAD_CLASS,
  HEAD_EXTEND_CLASS,
  HEAD_LOOKS_FOR,
  HEAD_ADDS_UP,
  HEAD_UNLESS,
  HEAD_LEVELS,
  HEAD_SIGNAL_SETTINGS,
  HEAD_FIRES,
  HEAD_QUIET
} heading_kind;

typedef struct {
  heading_kind kind;
  const char *title; /* without the leading word and the id */
  const char *id;    /* in backticks at the end, or NULL */
  size_t title_offset, id_offset;
} heading;

/* Reads the heading in i->block. `in_words`: it stands below "# Words", where
   second-level headings name classes. A heading that means nothing there is
   HEAD_UNKNOWN, and noted as a fault unless `free` (the introduction). False
   when memory is out. */
bool heading_read(item *i, bool in_words, bool free, heading *out);

#endif

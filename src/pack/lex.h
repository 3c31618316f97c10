/* The words of a list item: what stands between commas and instructions.

   Reads the item's own Markdown source from left to right. Nothing is
   allocated; a lexeme points into the item. */
#ifndef EARSHOT_LEX_H
#define EARSHOT_LEX_H

#include <stdbool.h>
#include <stddef.h>

typedef enum {
  LEX_END,
  LEX_WORD,        /* anything up to a space or a mark of this list */
  LEX_QUOTED,      /* "exactly this" */
  LEX_CLASS,       /* [someone I work with] */
  LEX_PATTERN,     /* `\d+` */
  LEX_INSTRUCTION, /* *near* or _near_ */
  LEX_BOLD,        /* **pause** */
  LEX_COMMA,
  LEX_SLASH,
  LEX_OPEN,    /* ( */
  LEX_CLOSE,   /* ) */
  LEX_GAP,     /* … or ... */
  LEX_ARROW,   /* → or -> */
  LEX_UNCLOSED /* a quote, bracket, backtick or star without its partner */
} lexeme_kind;

typedef struct {
  lexeme_kind kind;
  const char *text; /* the content, without the marks */
  size_t len;
  size_t offset; /* of the first mark within the item */
  bool spaced;   /* white space, or nothing, stands before it */
} lexeme;

typedef struct {
  const char *text;
  size_t len, at;
} lexer;

lexeme lex_next(lexer *l);

/* The next lexeme without taking it. */
lexeme lex_peek(const lexer *l);

#endif

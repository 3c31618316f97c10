/* What every match of a pattern needs: how many figures and capital letters,
   which bytes, one of a few literals, a shape. A text that lacks any of it need not
   be searched. Read from the pattern's own text; what is not understood is
   taken for anything at all, so that needs are never more than the truth. */
#ifndef EARSHOT_NEEDS_H
#define EARSHOT_NEEDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "heads.h"
#include "shape.h"

enum { NEEDS_LETTERS = 15, NEEDS_LITERALS = 64 };

/* Letters of the alphabet (alphabet.h), not NUL-terminated. */
typedef struct {
  uint8_t len;
  uint8_t letters[NEEDS_LETTERS];
} needs_literal;

typedef struct {
  size_t count;
  needs_literal items[NEEDS_LITERALS];
} needs_set;

/* As long as it likes. */
#define NEEDS_UNBOUNDED UINT32_MAX

typedef struct {
  unsigned figures, capitals;
  unsigned until;     /* bytes of a match at most up to the end of what tells
                         it, or NEEDS_UNBOUNDED */
  uint64_t bytes[4];  /* bit for each byte that every match holds */
  byteset before;     /* bytes that it can stand behind, and NUL for none */
  bool edged;         /* it begins at a \b */
  heads heads;        /* how it begins */
  byteset made_of;    /* bytes that it may hold */
  needs_set literals; /* one of these; none: nothing is known */
  shape_set shapes;
} pattern_needs;

/* Works out what the PCRE2 pattern `text` needs, all but the first byte, which
   PCRE2 knows. It is without references and recursion. */
void needs_read(const char *text, size_t len, pattern_needs *out);

#endif

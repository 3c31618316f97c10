/* A small JSON reader for lines of drafts. It reads one object, keeps four of
   its members, and is lenient exactly where people's data is untidy: lone
   surrogates become U+FFFD, NUL and invalid UTF-8 are passed on. Nothing is
   allocated: strings are unescaped where they stand. */
#ifndef EARSHOT_JSON_READ_H
#define EARSHOT_JSON_READ_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
  const char *bytes; /* NULL: there was no such member */
  size_t len;
  bool is_string;
} json_value;

typedef struct {
  json_value id;                   /* raw JSON text, quotation marks included */
  json_value setting, text, draft; /* strings, unescaped */
  const char *error;               /* NULL when all went well */
  size_t column;                   /* of the error, in bytes from 1 */
} json_line;

/* Reads `line` (which is overwritten in part). */
void json_read_line(char *line, size_t len, json_line *out);

#endif

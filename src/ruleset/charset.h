/* Single characters of a pattern's text, and how it is read. */
#ifndef EARSHOT_CHARSET_H
#define EARSHOT_CHARSET_H

#include <stddef.h>
#include <string.h>
#include "shape.h"

/* Reading ends at what is not known here: then nothing is known at all. */
typedef struct {
  const char *text;
  size_t len, at;
  bool caseless;
  bool unknown;
} reader;

static inline bool reader_more(const reader *r) {
  return r->at < r->len && !r->unknown;
}

static inline bool reader_at(const reader *r, const char *what) {
  size_t n = strlen(what);
  return r->len - r->at >= n && memcmp(r->text + r->at, what, n) == 0;
}

static inline bool reader_take(reader *r, const char *what) {
  if (!reader_at(r, what)) return false;
  r->at += strlen(what);
  return true;
}

/* ASCII characters, and perhaps others. */
typedef struct {
  uint64_t bits[2];
  bool beyond;
} charset;

void charset_include(charset *c, unsigned first, unsigned last);

static inline bool charset_includes(const charset *c, unsigned b) {
  return c->bits[b >> 6] >> (b & 63) & 1;
}

/* The characters of the escape at the letter r->text[r->at], behind the
   backslash. */
charset charset_escape(reader *r);

/* Those of a bracketed class, behind its bracket. */
charset charset_class(reader *r);

/* The bytes that characters of a set begin with. */
byteset charset_first(const charset *c);

#endif

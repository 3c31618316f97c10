/* UTF-8 in, UTF-8 out, and how long a thing is in UTF-16. */
#ifndef EARSHOT_UTF8_H
#define EARSHOT_UTF8_H

#include <stddef.h>
#include <stdint.h>

#define UTF8_BAD 0xFFFDu

/* The code point at s[*at] (*at < len), moving *at behind it. Whatever is not
   well-formed (Unicode 15, table 3-7: overlong forms, surrogates, above
   10FFFF, truncated) gives UTF8_BAD and moves by one byte. */
uint32_t utf8_next(const char *s, size_t len, size_t *at);

/* Writes a code point that is no surrogate; returns 1..4. */
size_t utf8_put(char *out, uint32_t code);

/* UTF-16 code units of a code point. */
static inline uint32_t utf8_units(uint32_t code) {
  return code > 0xFFFF ? 2 : 1;
}

/* UTF-16 code units of `len` bytes, one for each bad byte; UINT32_MAX when
   there are more. */
uint32_t utf8_length16(const char *s, size_t len);

/* Where to cut so that at most `limit` bytes (limit <= len) remain and no
   character is torn. */
size_t utf8_cut(const char *s, size_t len, size_t limit);

#endif

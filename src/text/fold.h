/* Plain spellings and lower case, from tables that fold.mjs makes. */
#ifndef EARSHOT_FOLD_H
#define EARSHOT_FOLD_H

#include <stddef.h>
#include <stdint.h>

/* How a character from U+0080 on is written plainly ("é" is "e", "𝗔" is "A",
   "Ⅷ" is "VIII"): 1 to FOLD_PLAIN_BYTES bytes of ASCII in `out`, the number
   returned; 0 when it stays as it is. */
#define FOLD_PLAIN_BYTES 4
size_t fold_plain(uint32_t code, char out[FOLD_PLAIN_BYTES]);

/* Lower case of the same length in UTF-8, else the code point itself. */
uint32_t fold_lower(uint32_t code);

static inline char fold_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* Lower-case copy of `len` bytes of valid UTF-8. */
void fold_bytes(char *out, const char *s, size_t len);

#endif

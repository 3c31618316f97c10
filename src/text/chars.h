/* What kind of character a code point is: small tables of ranges, no Unicode
   database. Whatever is neither listed as something else nor ASCII is taken
   for a letter, so that every script makes words. */
#ifndef EARSHOT_CHARS_H
#define EARSHOT_CHARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CHARS_ZWJ 0x200Du

bool chars_letter(uint32_t code);
bool chars_emoji(uint32_t code);

/* Any space that is no line end, tabs and blank-looking fillers included. */
bool chars_space(uint32_t code);

/* Draws nothing: zero-width characters, soft hyphens, bidi controls, variation
   selectors, tags, control characters. */
bool chars_invisible(uint32_t code);

/* Line ends other than CR and LF: NEL, LINE and PARAGRAPH SEPARATOR. */
bool chars_line_end(uint32_t code);

/* Combining marks as they are put on Latin letters, enclosing keycap too. */
bool chars_mark(uint32_t code);

/* Skin tones (U+1F3FB to U+1F3FF). */
bool chars_tone(uint32_t code);

/* Regional indicators, two of which make a flag. */
bool chars_flag_half(uint32_t code);

/* The plain spelling of typographic punctuation (quotes, primes, dashes, the
   ellipsis), NUL-terminated ASCII; NULL for others. */
const char *chars_punctuation(uint32_t code);

static inline bool chars_digit(char c) { return (uint8_t)(c - '0') < 10; }
static inline bool chars_ascii_letter(char c) {
  return (uint8_t)((c | 0x20) - 'a') < 26;
}
static inline bool chars_alnum(char c) {
  return chars_digit(c) || chars_ascii_letter(c);
}

/* Is there a letter at s[at], and how long is it? 0 when not (or at >= len).
   s is valid UTF-8. */
size_t chars_letter_at(const char *s, size_t len, size_t at);
/* The same for the letter that ends just before s[at]. */
bool chars_letter_before(const char *s, size_t at);

#endif

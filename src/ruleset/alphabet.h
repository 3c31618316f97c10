/* The small alphabet that the sieve reads text in: letters without case, any
   figure, the underscore, and whatever else, byte by byte. Two texts that
   differ here cannot match the same literal, and with five bits a letter
   three letters in a row are a number below 32768. */
#ifndef EARSHOT_ALPHABET_H
#define EARSHOT_ALPHABET_H

#include <stdbool.h>
#include <stdint.h>

enum {
  ALPHABET_OTHER = 0, /* what \b takes for no part of a word */
  ALPHABET_FIGURE = 27,
  ALPHABET_LINE = 28, /* the underscore */
  ALPHABET_SIZE = 29,
  ALPHABET_BITS = 5,
  ALPHABET_TRIPLES = 1 << (3 * ALPHABET_BITS)
};

static inline uint8_t alphabet_of(uint8_t byte) {
  uint8_t letter = (uint8_t)((byte | 0x20) - 'a');
  if (letter < 26) return (uint8_t)(letter + 1);
  if (byte >= '0' && byte <= '9') return ALPHABET_FIGURE;
  return byte == '_' ? ALPHABET_LINE : ALPHABET_OTHER;
}

/* The last twelve letters read, after one more. */
enum { ALPHABET_LAST = 12 };
static inline uint64_t alphabet_next(uint64_t last, uint8_t letter) {
  return last << ALPHABET_BITS | letter;
}

/* The last three of them. */
static inline uint32_t alphabet_triple(uint64_t last) {
  return (uint32_t)last & (ALPHABET_TRIPLES - 1);
}

#endif

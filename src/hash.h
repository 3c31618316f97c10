/* One hash for short texts: eight bytes at a time, mixed by multiplication
   (Knuth, TAOCP 3, 6.4). The same on every machine of the little-endian kind,
   and in no result: tables only. */
#ifndef EARSHOT_HASH_H
#define EARSHOT_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define HASH_GOLDEN 0x9E3779B97F4A7C15u

/* Up to eight bytes as a number, none read that is not the text's. */
static inline uint64_t hash_word(const char *text, size_t len) {
  uint32_t low = 0, high = 0;
  if (len >= 4) {
    memcpy(&low, text, 4);
    memcpy(&high, text + len - 4, 4);
    return low | (uint64_t)high << 32;
  }
  if (len == 0) return 0;
  low = (uint32_t)(uint8_t)text[0] | (uint32_t)(uint8_t)text[len / 2] << 8;
  return low | (uint32_t)(uint8_t)text[len - 1] << 16;
}

static inline uint32_t hash_text(uint32_t seed, const char *text, size_t len) {
  uint64_t h = (len + seed) * HASH_GOLDEN;
  for (; len > 8; text += 8, len -= 8) {
    h = (h ^ hash_word(text, 8)) * HASH_GOLDEN;
    h ^= h >> 32;
  }
  h = (h ^ hash_word(text, len)) * HASH_GOLDEN;
  return (uint32_t)(h >> 32);
}

/* Of two hashes, in this order. */
static inline uint32_t hash_pair(uint32_t first, uint32_t second) {
  uint64_t h = ((uint64_t)first << 32 | second) * HASH_GOLDEN;
  return (uint32_t)(h >> 32) ^ first;
}

#endif

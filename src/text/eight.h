/* Eight bytes of text looked at in one step: each answer is eight bytes, too,
   0x80 where something holds and 0 elsewhere (Warren, Hacker's Delight, 6-1).
   The first byte of the text is the lowest of the eight, on every machine. */
#ifndef EARSHOT_EIGHT_H
#define EARSHOT_EIGHT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define EIGHT_EACH(byte) (0x0101010101010101u * (uint64_t)(byte))

/* The lowest first, whatever the machine's order. */
static inline uint64_t eight_order(uint64_t x) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return __builtin_bswap64(x);
#else
  return x;
#endif
}

static inline uint64_t eight_read(const char *s) {
  uint64_t x;
  memcpy(&x, s, sizeof x);
  return eight_order(x);
}

static inline void eight_write(char *s, uint64_t x) {
  x = eight_order(x);
  memcpy(s, &x, sizeof x);
}

static inline uint64_t eight_beyond_ascii(uint64_t x) {
  return x & EIGHT_EACH(0x80);
}

/* Bytes of at least `least`, or beyond ASCII; `least` is 1 to 0x7F. */
static inline uint64_t eight_at_least(uint64_t x, uint8_t least) {
  uint64_t low = x & EIGHT_EACH(0x7F);
  return ((low + EIGHT_EACH(0x80 - least)) | x) & EIGHT_EACH(0x80);
}

static inline uint64_t eight_equal(uint64_t x, char c) {
  return ~eight_at_least(x ^ EIGHT_EACH((uint8_t)c), 1) & EIGHT_EACH(0x80);
}

/* Which byte of the first that holds; `which` is not 0. */
static inline size_t eight_first(uint64_t which) {
  return (size_t)__builtin_ctzll(which) / 8;
}

/* How many hold. */
static inline size_t eight_count(uint64_t which) {
  return (size_t)((which >> 7) * EIGHT_EACH(1) >> 56);
}

/* The first of two bytes in s[at..len), or len. */
static inline size_t eight_find(const char *s, size_t len, size_t at, char a,
                                char b) {
  for (; len - at >= 8; at += 8) {
    uint64_t x = eight_read(s + at);
    uint64_t found = eight_equal(x, a) | eight_equal(x, b);
    if (found) return at + eight_first(found);
  }
  while (at < len && s[at] != a && s[at] != b) at++;
  return at;
}

#endif

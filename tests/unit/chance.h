/* Random input for unit tests, the same on every run. */
#ifndef EARSHOT_TEST_CHANCE_H
#define EARSHOT_TEST_CHANCE_H

#include <stdint.h>

/* Xorshift (Marsaglia, 2003): the same numbers everywhere. */
static uint32_t state32 = 2463534242u;
static uint32_t chance(uint32_t below) {
  state32 ^= state32 << 13;
  state32 ^= state32 >> 17;
  state32 ^= state32 << 5;
  return state32 % below;
}

#define COUNT(list) (sizeof(list) / sizeof *(list))

#endif

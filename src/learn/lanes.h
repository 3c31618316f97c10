/* Small numbers side by side, eight to a word, so that one addition adds eight
   of them. Each is written LANES_ZERO more than it is; the sum of LANES_BYTES
   rows stays within its 8 bits, that of LANES_SUM within 16. */
#ifndef EARSHOT_LANES_H
#define EARSHOT_LANES_H

#include <stddef.h>
#include <stdint.h>

/* Numbers are less than LANES_ZERO either way; at most LANES_MOST to a row. */
enum { LANES = 8, LANES_ZERO = 32, LANES_MOST = 64 };
enum { LANES_WORDS = LANES_MOST / LANES, LANES_BYTES = 4, LANES_SUM = 1024 };

static inline uint32_t lanes_words(size_t numbers) {
  return (uint32_t)(numbers + LANES - 1) / LANES;
}

/* Number n of a row is its byte n in memory. Where a word's byte n stands, from
   its low end: */
static inline size_t lanes_place(size_t n) {
  return __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? n : LANES - 1 - n;
}

static inline int lanes_get(const uint64_t *row, size_t n) {
  return ((const uint8_t *)row)[n] - LANES_ZERO;
}

/* What each number of a row is multiplied by; what stands behind the last has a
   factor, too: 0. */
typedef struct {
  int16_t by[LANES_MOST];
  int sum; /* of all of them */
} lanes_factors;

/* Each number of a row times its factor, all added up. */
static inline int lanes_times(const uint64_t *row, const lanes_factors *f,
                              uint32_t words) {
  const uint8_t *lane = (const uint8_t *)row;
  int sum = -f->sum * LANES_ZERO;
  for (uint32_t n = 0; n < words * LANES; n++) sum += f->by[n] * lane[n];
  return sum;
}

/* Rows of so many numbers that are added up: LANES_BYTES of them as they are,
   then with room for their sums. */
typedef struct {
  uint64_t bytes[LANES_WORDS], even[LANES_WORDS], odd[LANES_WORDS];
  int rows;
} lanes;

/* Makes room for what has come together; now and then adds it to the sums. */
void lanes_spread(lanes *l, int *sums, size_t numbers);

/* Adds all of it to the sums, and begins anew. */
void lanes_pour(lanes *l, int *sums, size_t numbers);

static inline void lanes_add(lanes *l, const uint64_t *row, int *sums,
                             size_t numbers) {
  for (size_t w = 0; w < lanes_words(numbers); w++) l->bytes[w] += row[w];
  if (++l->rows % LANES_BYTES == 0) lanes_spread(l, sums, numbers);
}

#endif

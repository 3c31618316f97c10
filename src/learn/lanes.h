/* Small numbers side by side, four to a word, so that one addition adds four of
   them. Each is written LANES_ZERO more than it is; the sum of LANES_SUM rows
   stays within its 16 bits. */
#ifndef EARSHOT_LANES_H
#define EARSHOT_LANES_H

#include <stddef.h>
#include <stdint.h>

/* Numbers are from -LANES_ZERO up to LANES_ZERO; at most LANES_MOST to a row. */
enum { LANES = 4, LANES_ZERO = 256, LANES_SUM = 128, LANES_MOST = 64 };
enum { LANES_WORDS = LANES_MOST / LANES };

static inline uint32_t lanes_words(size_t numbers) {
  return (uint32_t)(numbers + LANES - 1) / LANES;
}

static inline int lanes_raw(const uint64_t *row, size_t n) {
  return row[n / LANES] >> (n % LANES * 16) & 0xffff;
}

static inline int lanes_get(const uint64_t *row, size_t n) {
  return lanes_raw(row, n) - LANES_ZERO;
}

/* Each number of a row times its factor, all added up; numbers that stand
   behind the last have a factor, too: 0. 32 bits hold 64 such products. */
static inline int lanes_times(const uint64_t *row, const int16_t *factors,
                              uint32_t words) {
  int sum = 0, zeros = 0;
  for (uint32_t w = 0; w < words; w++, factors += LANES) {
    uint64_t four = row[w];
    zeros += factors[0] + factors[1] + factors[2] + factors[3];
    sum += factors[0] * (int)(four & 0xffff);
    sum += factors[1] * (int)(four >> 16 & 0xffff);
    sum += factors[2] * (int)(four >> 32 & 0xffff);
    sum += factors[3] * (int)(four >> 48);
  }
  return sum - zeros * LANES_ZERO;
}

/* Rows of so many numbers that are added up. */
typedef struct {
  uint64_t words[LANES_WORDS];
  int rows;
} lanes;

/* Adds what has come together to the sums. */
static inline void lanes_pour(lanes *l, int *sums, size_t numbers) {
  for (size_t n = 0; n < numbers; n++)
    sums[n] += lanes_raw(l->words, n) - l->rows * LANES_ZERO;
  *l = (lanes){0};
}

static inline void lanes_add(lanes *l, const uint64_t *row, int *sums,
                             size_t numbers) {
  for (size_t w = 0; w < lanes_words(numbers); w++) l->words[w] += row[w];
  if (++l->rows == LANES_SUM) lanes_pour(l, sums, numbers);
}

#endif

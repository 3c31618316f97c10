#include "lanes.h"

/* Every other lane of a word: room for a sum of what they hold. */
static const uint64_t even = 0x00FF00FF00FF00FFu;

void lanes_spread(lanes *l, int *sums, size_t numbers) {
  for (size_t w = 0; w < lanes_words(numbers); w++) {
    l->even[w] += l->bytes[w] & even;
    l->odd[w] += l->bytes[w] >> 8 & even;
    l->bytes[w] = 0;
  }
  if (l->rows == LANES_SUM) lanes_pour(l, sums, numbers);
}

void lanes_pour(lanes *l, int *sums, size_t numbers) {
  int zeros = l->rows * LANES_ZERO;
  for (size_t w = 0; w < lanes_words(numbers); w++) {
    uint64_t evens = l->even[w] + (l->bytes[w] & even);
    uint64_t odds = l->odd[w] + (l->bytes[w] >> 8 & even);
    size_t left = numbers - w * LANES;
    for (size_t n = 0; n < LANES && n < left; n++) {
      size_t at = lanes_place(n);
      uint64_t four = at & 1 ? odds : evens;
      sums[w * LANES + n] += (int)(four >> (at / 2 * 16) & 0xFFFF) - zeros;
    }
  }
  *l = (lanes){.rows = 0};
}

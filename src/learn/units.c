#include "units.h"

#include <assert.h>
#include <string.h>

static int root_of(uint32_t n) {
  uint32_t root = 0;
  for (uint32_t bit = 1u << 15; bit; bit /= 2)
    if ((root + bit) * (root + bit) <= n) root += bit;
  return (int)root;
}

/* More common features than that would be a dictionary, not a draft. */
enum { MOST = 8191 };
/* Nor is a unit louder than this. */
enum { MOST_LOUD = 32000 };
static_assert((int64_t)MOST_LOUD * WEIGHTS_SAID * WEIGHTS_UNITS <= INT32_MAX,
              "what units say does not fit 32 bits");
static_assert((int64_t)LANES_MOST * LANES_ZERO * INT16_MAX * WEIGHTS_SIGHT <=
                  INT32_MAX,
              "what a row is worth does not fit 32 bits");
/* Tables are untrusted: nothing weighs more than this, so that sums of all that
   a draft holds fit. Log-odds of 100 are certainty many times over. */
enum { MOST_WORTH = 10000 };

void units_answer(units *u, const weights *w, int *scores) {
  lanes_pour(&u->seen_now, u->sum, w->n_units);
  uint32_t features = u->features < MOST ? u->features : MOST;
  u->root = root_of((features + 1) << 16);
  /* A division for all, instead of one for each. */
  const int64_t share = ((int64_t)WEIGHTS_SIGHT << 24) / u->root;
  int16_t loud[WEIGHTS_UNITS] = {0};
  for (size_t n = 0; n < w->n_units; n++) {
    int sum = w->unit_start[n] + (int)(u->sum[n] * share >> 16);
    u->sum[n] = sum > 0 ? sum : 0;
    loud[n] = (int16_t)(u->sum[n] < MOST_LOUD ? u->sum[n] : MOST_LOUD);
  }
  for (size_t p = 0; p < w->n_principles; p++) {
    int32_t said = 0;
    for (size_t n = 0; n < WEIGHTS_UNITS; n++) said += w->says[p][n] * loud[n];
    scores[p] += said / 100;
  }
}

void units_pull(const units *u, const weights *w, size_t principle,
                lanes_factors *pull) {
  *pull = (lanes_factors){.sum = 0};
  for (size_t n = 0; n < w->n_units; n++) {
    if (!u->sum[n] || !u->features) continue;
    pull->by[n] = (int16_t)(w->says[principle][n] * 256 / u->root);
    pull->sum += pull->by[n];
  }
}

int units_worth(const weights *w, uint32_t row, size_t principle,
                const lanes_factors *pull) {
  int worth = lanes_get(weights_row(w, row), principle) * WEIGHTS_LETTER;
  const uint64_t *seen = weights_seen(w, row);
  if (!seen) return worth;
  int seen_as = lanes_times(seen, pull, w->seen_words) * WEIGHTS_SIGHT;
  int more = worth + seen_as / 100;
  return more > MOST_WORTH    ? MOST_WORTH
         : more < -MOST_WORTH ? -MOST_WORTH
                              : more;
}

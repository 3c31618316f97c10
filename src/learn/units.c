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
static_assert(WEIGHTS_PRINCIPLES % 2 == 0, "principles are added in twos");
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
  int64_t said[WEIGHTS_PRINCIPLES] = {0};
  for (size_t n = 0; n < w->n_units; n++) {
    const weights_unit *x = &w->units[n];
    int loud = x->start + (int)(u->sum[n] * share >> 16);
    u->sum[n] = loud > 0 ? loud : 0;
    if (loud <= 0) continue;
    /* Two at a time; behind the last principle they say nothing. */
    for (size_t p = 0; p < w->n_principles; p += 2) {
      said[p] += (int64_t)x->says[p] * loud;
      said[p + 1] += (int64_t)x->says[p + 1] * loud;
    }
  }
  for (size_t p = 0; p < w->n_principles; p++)
    scores[p] += (int)(said[p] / 100);
}

void units_pull(const units *u, const weights *w, size_t principle,
                lanes_factors *pull) {
  *pull = (lanes_factors){.sum = 0};
  for (size_t n = 0; n < w->n_units; n++) {
    if (!u->sum[n] || !u->features) continue;
    pull->by[n] = (int16_t)(w->units[n].says[principle] * 256 / u->root);
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

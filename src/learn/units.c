#include "units.h"

static int root_of(uint32_t n) {
  uint32_t root = 0;
  for (uint32_t bit = 1u << 15; bit; bit /= 2)
    if ((root + bit) * (root + bit) <= n) root += bit;
  return (int)root;
}

/* More common features than that would be a dictionary, not a draft. */
enum { MOST = 16383 };
/* Tables are untrusted: nothing weighs more than this, so that sums of all that
   a draft holds fit. Log-odds of 100 are certainty many times over. */
enum { MOST_WORTH = 10000 };

void units_answer(units *u, const weights *w, int *scores) {
  lanes_pour(&u->seen_now, u->sum, w->n_units);
  uint32_t features = u->features < MOST ? u->features : MOST;
  u->root = root_of((features + 1) << 16);
  int64_t said[WEIGHTS_PRINCIPLES] = {0};
  for (size_t n = 0; n < w->n_units; n++) {
    const weights_unit *x = &w->units[n];
    int loud = x->start + (int)((int64_t)u->sum[n] * 256 / u->root);
    u->sum[n] = loud > 0 ? loud : 0;
    for (size_t p = 0; loud > 0 && p < w->n_principles; p++)
      said[p] += (int64_t)x->says[p] * loud;
  }
  for (size_t p = 0; p < w->n_principles; p++)
    scores[p] += (int)(said[p] / 100);
}

void units_pull(const units *u, const weights *w, size_t principle,
                int pull[WEIGHTS_UNITS]) {
  for (size_t n = 0; n < w->n_units; n++)
    pull[n] = u->sum[n] ? w->units[n].says[principle] * 256 / u->root : 0;
}

int units_worth(const weights *w, uint32_t row, size_t principle,
                const int pull[WEIGHTS_UNITS]) {
  int worth = weights_worth(w, row, principle);
  const uint64_t *seen = weights_seen(w, row);
  if (!seen) return worth;
  int64_t more = 0;
  for (size_t n = 0; n < w->n_units; n++)
    more += (int64_t)pull[n] * lanes_get(seen, n);
  more = worth + more / 100;
  return more > MOST_WORTH    ? MOST_WORTH
         : more < -MOST_WORTH ? -MOST_WORTH
                              : (int)more;
}

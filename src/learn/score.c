#include "score.h"

#include <assert.h>
#include <string.h>

typedef struct {
  const weights *weights;
  part_score *out;
  lanes said;
} weigher;

/* Is a segment the last of its paragraph? The segment behind the last one has
   the end of its sentences. */
static bool closes(const reading *r, size_t n) {
  uint32_t end = r->segments[n + 1].sentence;
  return end > r->segments[n].sentence && r->sentences[end - 1].closes;
}

part score_part(const reading *r, size_t first) {
  part p = {first, first + 1};
  while (p.last < r->n_segments && !closes(r, p.last - 1)) p.last++;
  return p;
}

static void add(weigher *x, uint32_t row) {
  const weights *w = x->weights;
  lanes_add(&x->said, weights_row(w, row), x->out->of, w->n_principles);
  units_see(&x->out->units, w, row);
}

static_assert((int)FEATURES_OF_SETTING <= (int)READING_SETTING,
              "a setting has more features than a reading has room for");
static_assert(WEIGHTS_PRINCIPLES <= READING_SCORES,
              "a table has more principles than a segment has scores");

typedef struct {
  const weights *weights;
  setting_rows rows;
} finder;

static bool find_row(void *user, const feature *f) {
  finder *x = user;
  const weights_slot *found = weights_find(x->weights, f->hash);
  if (found->row) x->rows.rows[x->rows.n++] = found->row - 1;
  return true;
}

static bool same_setting(const earshot_setting *a, const earshot_setting *b) {
  return a->audience == b->audience && a->identity == b->identity &&
         a->role == b->role && a->medium == b->medium && a->minute == b->minute;
}

setting_rows score_setting(const scan *s) {
  scan_setting *last = s->heard_in;
  if (last->known && same_setting(&last->of, &s->setting)) return last->rows;
  finder x = {.weights = s->rules->learned};
  features_visit_setting(s, find_row, &x);
  *last = (scan_setting){true, s->setting, x.rows};
  return x.rows;
}

/* A feature weighs once, however often it occurs. Only what was weighed is
   cleared, so that the size of the table costs nothing. */
static void add_heard(scan *s, part where, weigher *x) {
  const reading *r = &s->read;
  const heard *h = r->heard + r->segments[where.first].heard;
  const heard *end =
      r->heard +
      (where.last < r->n_segments ? r->segments[where.last].heard : r->n_heard);
  for (const heard *i = h; i < end; i++) {
    uint64_t *weighed = &s->weighed[i->row / 64];
    const uint64_t bit = (uint64_t)1 << (i->row & 63);
    if (!(*weighed & bit)) add(x, i->row);
    *weighed |= bit;
  }
  for (const heard *i = h; i < end; i++) s->weighed[i->row / 64] = 0;
}

void score(scan *s, const setting_rows *setting, part where, part_score *out) {
  const weights *w = s->rules->learned;
  weigher x = {.weights = w, .out = out};
  *out = (part_score){0};
  add_heard(s, where, &x);
  for (size_t n = 0; n < setting->n; n++) add(&x, setting->rows[n]);
  lanes_pour(&x.said, out->of, w->n_principles);
  for (size_t p = 0; p < w->n_principles; p++)
    out->of[p] = w->start[p] + out->of[p] * WEIGHTS_LETTER;
  units_answer(&out->units, w, out->of);
}

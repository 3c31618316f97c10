#include "learn.h"

#include <string.h>
#include "score.h"
#include "telling.h"

/* ln(p / (100 - p)) in hundredths, for p = 50 … 99 in a hundred. */
static const int16_t log_odds[50] = {
    0,   4,   8,   12,  16,  20,  24,  28,  32,  36,  41,  45,  49,
    53,  58,  62,  66,  71,  75,  80,  85,  90,  94,  99,  105, 110,
    115, 121, 127, 132, 139, 145, 152, 159, 166, 173, 182, 190, 199,
    209, 220, 231, 244, 259, 275, 294, 318, 348, 389, 460};

static int odds_of(uint32_t percent) {
  return percent >= 50 ? log_odds[percent - 50] : -log_odds[50 - percent];
}

/* What speaks most for a principle, and what of it weighs most. */
typedef struct {
  stretch best;
  scan_told told;
} spoken;

typedef struct {
  scan *scan;
  const weights *weights;
  setting_rows setting;
  int score[WEIGHTS_PRINCIPLES]; /* of the part that scores most */
  part where[WEIGHTS_PRINCIPLES];
  part scored;            /* the last part that was scored, */
  part_score score_there; /* and what came of it */
  int *worth;     /* of all that is heard there, to the principle looked at */
  uint32_t *may;  /* room for those of it that are told */
  uint32_t heard; /* bit for each principle that has: */
  spoken spoken[WEIGHTS_PRINCIPLES]; /* what says so, where it scores most */
} learner;

typedef struct {
  scan *scan;
  segment *now;
} hearer;

static bool keep(void *user, const feature *f) {
  hearer *h = user;
  scan *s = h->scan;
  reading *r = &s->read;
  const weights_slot *found = weights_find(s->rules->learned, f->hash);
  if (!scan_spend(s, 1) || !found->row) return true;
  if (r->n_heard == r->heard_capacity) {
    heard *grown = arena_grow(s->memory, r->heard, r->n_heard,
                              &r->heard_capacity, sizeof *grown);
    if (!grown) return false;
    r->heard = grown;
  }
  r->heard[r->n_heard++] = (heard){.row = found->row - 1,
                                   .first = f->first,
                                   .last = f->last,
                                   .class = f->class};
  h->now->span += f->last - f->first;
  return true;
}

bool learn_hear(scan *s, segment *now) {
  hearer h = {.scan = s, .now = now};
  return !s->rules->n_learned || features_visit(s, now->found, keep, &h);
}

/* What was scored for another setting is not known any more. */
static void forget_scores(reading *r, const setting_rows *setting) {
  const setting_rows *old = &r->scored_for;
  if (old->n == setting->n &&
      memcmp(old->rows, setting->rows, old->n * sizeof *old->rows) == 0)
    return;
  for (size_t n = 0; n < r->n_segments; n++) r->segments[n].scored = 0;
  r->scored_for = *setting;
}

static const part_score *score_now(learner *l, part p) {
  if (l->scored.first != p.first || l->scored.last != p.last)
    score(l->scan, &l->setting, p, &l->score_there);
  l->scored = p;
  return &l->score_there;
}

/* Notes a part's scores in its first segment, if they are not there from an
   earlier check. Past what 16 bits hold nothing is more certain. */
static const int16_t *score_of(learner *l, part p) {
  segment *s = &l->scan->read.segments[p.first];
  if (s->scored == p.last - p.first) return s->score;
  const part_score *now = score_now(l, p);
  for (size_t n = 0; n < l->weights->n_principles; n++)
    s->score[n] = (int16_t)(now->of[n] > INT16_MAX   ? INT16_MAX
                            : now->of[n] < INT16_MIN ? INT16_MIN
                                                     : now->of[n]);
  s->scored = (uint32_t)(p.last - p.first);
  return s->score;
}

static void score_parts(learner *l) {
  reading *r = &l->scan->read;
  forget_scores(r, &l->setting);
  for (part p = {0, 0}; p.last < r->n_segments;) {
    p = score_part(r, p.last);
    if (!scan_spend(l->scan, l->weights->n_units)) return;
    const int16_t *now = score_of(l, p);
    for (size_t n = 0; n < l->weights->n_principles; n++) {
      if (p.first && now[n] <= l->score[n]) continue;
      l->score[n] = now[n];
      l->where[n] = p;
    }
  }
}

/* Works out l->worth, once for each principle, for it is asked several times. */
static void weigh(learner *l, size_t principle) {
  const reading *r = &l->scan->read;
  const part where = l->where[principle];
  lanes_factors pull;
  units_pull(&score_now(l, where)->units, l->weights, principle, &pull);
  for (uint32_t h = r->segments[where.first].heard;
       h < r->segments[where.last].heard; h++)
    l->worth[h] = units_worth(l->weights, r->heard[h].row, principle, &pull);
}

/* Steps, more than it takes: what is heard in a part is looked at once for each
   token it stands on, and what may be told of it once for each thing told. */
static bool spend(learner *l, part where) {
  const segment *s = l->scan->read.segments;
  uint64_t steps = (s[where.last].heard - s[where.first].heard) * TELLING_LOOKS;
  for (size_t n = where.first; n < where.last; n++) steps += s[n].span;
  return scan_spend(l->scan, steps);
}

/* Works out what speaks most for a principle, once for all classes that ask for
   it. False when memory is out; when steps are, nothing speaks. */
static bool listen(learner *l, size_t principle) {
  const reading *r = &l->scan->read;
  const part where = l->where[principle];
  spoken *x = &l->spoken[principle];
  const uint32_t bit = (uint32_t)1 << principle;
  if (l->heard & bit) return true;
  int *each = arena_alloc_dirty(l->scan->memory, r->n_tokens * sizeof *each);
  if (!l->worth) {
    size_t n = r->n_heard;
    l->worth = arena_alloc_dirty(l->scan->memory, n * sizeof *l->worth);
    l->may = arena_alloc_dirty(l->scan->memory, n * sizeof *l->may);
  }
  if (l->scan->memory->failed) return false;
  l->heard |= bit;
  x->best = (stretch){.sum = 0};
  if (!spend(l, where)) return true;
  weigh(l, principle);
  const telling t = {r, l->weights, l->worth, l->may};
  for (size_t n = where.first; n < where.last; n++) {
    stretch now = telling_best(&t, n, each);
    if (now.sum > x->best.sum) x->best = now;
  }
  if (x->best.sum > 0) /* `each` has served */
    x->told = telling_most(&t, &x->best, (bool *)each);
  return true;
}

static bool add_stretch(learner *l, class_id c, size_t principle) {
  scan *s = l->scan;
  const spoken *x = &l->spoken[principle];
  if (!listen(l, principle)) return false;
  if (x->best.sum == 0) return true;
  scan_told *told = arena_grow(s->memory, s->told, s->n_told, &s->told_capacity,
                               sizeof *told);
  if (!told) return false;
  s->told = told;
  told[s->n_told] = x->told;
  told[s->n_told++].of = c;
  return scan_add_learned(
      s, telling_tokens(&s->read, c, x->best.first, x->best.last));
}

static bool conclude(learner *l, const ruleset_learned *x) {
  bool enough = l->score[x->principle] >= odds_of(x->percent);
  if (enough == x->below) return true;
  return x->below ? scan_add_learned(
                        l->scan, telling_tokens(&l->scan->read, x->class, 0, 1))
                  : add_stretch(l, x->class, x->principle);
}

bool learn_scan(scan *s) {
  const earshot_ruleset *rules = s->rules;
  if (!rules->n_learned || s->read.n_tokens == 0) return true;
  learner l; /* large, and left as it is where nobody looks */
  l.scan = s;
  l.weights = rules->learned;
  l.setting = score_setting(s);
  memset(l.score, 0, sizeof l.score);
  memset(l.where, 0, sizeof l.where);
  l.scored = (part){0, 0};
  l.score_there = (part_score){0};
  l.worth = NULL;
  l.heard = 0;
  score_parts(&l);
  for (size_t n = 0; n < rules->n_learned; n++)
    if (!conclude(&l, &rules->learned_classes[n])) return false;
  return true;
}

#include "learn.h"

#include <string.h>
#include "score.h"
#include "small.h"

/* ln(p / (100 - p)) in hundredths, for p = 50 … 99 in a hundred. */
static const int16_t log_odds[50] = {
    0,   4,   8,   12,  16,  20,  24,  28,  32,  36,  41,  45,  49,
    53,  58,  62,  66,  71,  75,  80,  85,  90,  94,  99,  105, 110,
    115, 121, 127, 132, 139, 145, 152, 159, 166, 173, 182, 190, 199,
    209, 220, 231, 244, 259, 275, 294, 318, 348, 389, 460};

static int odds_of(uint32_t percent) {
  return percent >= 50 ? log_odds[percent - 50] : -log_odds[50 - percent];
}

/* A word that says nothing either way costs this much where the telling
   stretch of a draft is looked for, so that it stays short. */
enum { DULL = 4 };
/* What weighs more than this, in the same hundredths, is worth telling. */
enum { TELLING = 25 };
/* How often the next of them is looked for: some join others. */
enum { TOLD_LOOKS = 6 };

/* A stretch of words and what it weighs. */
typedef struct {
  int sum;
  uint32_t first, last; /* tokens */
  size_t segment;
} stretch;

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
  int *worth; /* of all that is heard there, to the principle looked at */
  uint32_t *telling;                 /* those of it that may be told */
  uint32_t heard;                    /* bit for each principle that has: */
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

static int worth_of(const learner *l, const heard *h) {
  return l->worth[h - l->scan->read.heard];
}

/* How much each token of a segment speaks for a principle, in `each`; pairs and
   classes share theirs out over the tokens they stand on. */
static void spread(const learner *l, size_t n, int *each) {
  const reading *r = &l->scan->read;
  const segment *here = &r->segments[n];
  uint32_t from = here->token, until = here[1].token;
  memset(each, 0, (until - from) * sizeof *each);
  for (const heard *h = r->heard + here->heard; h < r->heard + here[1].heard;
       h++) {
    int share = worth_of(l, h);
    if (h->last - h->first > 1) share /= (int)(h->last - h->first);
    for (uint32_t t = h->first; share && t != h->last; t++)
      if (t >= from && t < until) each[t - from] += share;
  }
}

/* The stretch within a sentence of the segment whose weights add up to most
   (Kadane's algorithm); its sum is 0 when no word speaks for the principle.
   `each` is scratch, as long as there are tokens. */
static stretch best_stretch(const learner *l, size_t n, int *each) {
  const reading *r = &l->scan->read;
  uint32_t begins = r->segments[n].token, from = begins;
  stretch best = {.segment = n};
  int sum = 0;
  spread(l, n, each);
  for (uint32_t t = begins; t < r->segments[n + 1].token; t++) {
    bool stop = r->tokens[t].stop;
    if (sum <= 0 || stop) sum = 0, from = stop ? t + 1 : t;
    if (stop) continue;
    sum += each[t - begins] - DULL;
    if (sum > best.sum) best = (stretch){sum, from, t + 1, n};
  }
  return best;
}

static evidence tokens(const learner *l, class_id c, uint32_t first,
                       uint32_t last) {
  const reading_token *t = l->scan->read.tokens;
  return (evidence){.class = c,
                    .first = first,
                    .last = last,
                    .start = t[first].from,
                    .end = t[last - 1].to};
}

/* Marks in `small`, as long as the segment has tokens, those that say nothing
   by themselves. */
static void mark_small(const learner *l, const segment *here, bool *small) {
  const reading *r = &l->scan->read;
  memset(small, 0, here[1].token - here->token);
  for (const heard *h = r->heard + here->heard; h < r->heard + here[1].heard;
       h++)
    if (h->class == NO_CLASS && h->last == h->first + 1 &&
        small_is(l->weights, h->row))
      small[h->first - here->token] = true;
}

/* What is heard there as it would be told: a class as it is, words without
   small ones around them. Empty when nothing is left. */
static evidence worth_telling(const learner *l, const heard *h,
                              const bool *small, uint32_t begins) {
  uint32_t first = h->first, last = h->last;
  if (h->class == NO_CLASS) {
    while (first < last && small[first - begins]) first++;
    while (first < last && small[last - 1 - begins]) last--;
  }
  if (first == last) return (evidence){.first = first, .last = first};
  return tokens(l, h->class, first, last);
}

/* Does it share a place with what is told already? */
static bool is_told(const scan_told *told, const evidence *e) {
  for (size_t p = 0; p < told->n_parts; p++)
    if (e->first < told->parts[p].last && told->parts[p].first < e->last)
      return true;
  return false;
}

/* An age says more than "14". */
static int weight_of(const learner *l, const heard *h) {
  return worth_of(l, h) * (h->class == NO_CLASS ? 1 : 2);
}

/* Notes in l->telling what is heard inside the stretch and worth telling;
   returns how many. */
static size_t find_telling(learner *l, const stretch *where) {
  const reading *r = &l->scan->read;
  const segment *here = &r->segments[where->segment];
  size_t n = 0;
  for (uint32_t i = here->heard; i < here[1].heard; i++) {
    const heard *h = &r->heard[i];
    l->telling[n] = i;
    n += (h->first >= where->first) & (h->last <= where->last) &
         (weight_of(l, h) > TELLING);
  }
  return n;
}

/* The heaviest of `count` in l->telling that is not told already; empty when
   there is none. */
static evidence next_told(const learner *l, size_t count, uint32_t begins,
                          const bool *small, const scan_told *told) {
  evidence best = {.first = 0, .last = 0};
  int most = TELLING;
  for (size_t n = 0; n < count; n++) {
    const heard *h = &l->scan->read.heard[l->telling[n]];
    int worth = weight_of(l, h);
    if (worth <= most) continue;
    evidence e = worth_telling(l, h, small, begins);
    if (e.first == e.last || is_told(told, &e)) continue;
    most = worth;
    best = e;
  }
  return best;
}

/* Words that follow words read better in one piece. */
static bool join_told(scan_told *told, const evidence *e) {
  for (size_t p = 0; p < told->n_parts && e->class == NO_CLASS; p++) {
    evidence *with = &told->parts[p];
    if (with->class != NO_CLASS) continue;
    if (with->last == e->first)
      with->last = e->last, with->end = e->end;
    else if (e->last == with->first)
      with->first = e->first, with->start = e->start;
    else
      continue;
    return true;
  }
  return false;
}

/* The few words and classes that weighed most in it. `small` is scratch, as
   long as there are tokens. */
static scan_told tell(learner *l, const stretch *where, bool *small) {
  scan_told told = {.n_parts = 0};
  const segment *here = &l->scan->read.segments[where->segment];
  mark_small(l, here, small);
  size_t count = find_telling(l, where);
  for (int n = 0; n < TOLD_LOOKS && told.n_parts < SCAN_TOLD; n++) {
    evidence e = next_told(l, count, here->token, small, &told);
    if (e.first == e.last) break;
    if (!join_told(&told, &e)) told.parts[told.n_parts++] = e;
  }
  return told;
}

/* Steps: what is heard in a part is looked at once for each token it stands
   on, and for each thing that may be told. */
static bool spend(learner *l, part where) {
  const segment *s = l->scan->read.segments;
  uint64_t steps = (s[where.last].heard - s[where.first].heard) * TOLD_LOOKS;
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
    l->telling = arena_alloc_dirty(l->scan->memory, n * sizeof *l->telling);
  }
  if (l->scan->memory->failed) return false;
  l->heard |= bit;
  x->best = (stretch){.sum = 0};
  if (!spend(l, where)) return true;
  weigh(l, principle);
  for (size_t n = where.first; n < where.last; n++) {
    stretch now = best_stretch(l, n, each);
    if (now.sum > x->best.sum) x->best = now;
  }
  if (x->best.sum > 0) /* `each` has served */
    x->told = tell(l, &x->best, (bool *)each);
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
  return scan_add_learned(s, tokens(l, c, x->best.first, x->best.last));
}

static bool conclude(learner *l, const ruleset_learned *x) {
  bool enough = l->score[x->principle] >= odds_of(x->percent);
  if (enough == x->below) return true;
  return x->below ? scan_add_learned(l->scan, tokens(l, x->class, 0, 1))
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

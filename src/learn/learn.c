#include "learn.h"

#include <string.h>

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
enum { DULL = 9 };
/* What weighs more than this, in the same hundredths, is worth telling. */
enum { TELLING = 25 };

typedef struct {
  scan *scan;
  const weights *weights;
  int score[WEIGHTS_PRINCIPLES];
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

/* Rows that are added up, WEIGHTS_SUM of them at a time. */
typedef struct {
  const weights *weights;
  uint64_t words[WEIGHTS_WORDS];
  int rows;
} adder;

static void pour(learner *l, adder *a) {
  for (size_t p = 0; p < l->weights->n_principles; p++)
    l->score[p] += weights_lane(a->words, p) - a->rows * WEIGHTS_ZERO;
  *a = (adder){.weights = a->weights};
}

static void add_row(learner *l, adder *a, uint32_t row) {
  const uint64_t *words = a->weights->rows + (size_t)row * a->weights->words;
  for (size_t n = 0; n < a->weights->words; n++) a->words[n] += words[n];
  if (++a->rows == WEIGHTS_SUM) pour(l, a);
}

/* A feature weighs once, however often it occurs. */
static void weigh(learner *l, adder *a, uint32_t row) {
  uint64_t *weighed = &l->scan->weighed[row / 64];
  const uint64_t bit = (uint64_t)1 << (row & 63);
  if (!(*weighed & bit)) add_row(l, a, row);
  *weighed |= bit;
}

typedef struct {
  learner *learner;
  adder *adder;
} weigher;

static bool weigh_setting(void *user, const feature *f) {
  weigher *x = user;
  const weights_slot *found = weights_find(x->learner->weights, f->hash);
  if (found->row) add_row(x->learner, x->adder, found->row - 1);
  return true;
}

/* Only what was weighed is cleared, so that the size of the table costs
   nothing. */
static void weigh_all(learner *l) {
  const reading *r = &l->scan->read;
  adder a = {.weights = l->weights};
  memcpy(l->score, l->weights->start, sizeof l->score);
  for (size_t i = 0; i < r->n_heard; i++) weigh(l, &a, r->heard[i].row);
  for (size_t i = 0; i < r->n_heard; i++)
    l->scan->weighed[r->heard[i].row / 64] = 0;
  features_visit_setting(l->scan, weigh_setting, &(weigher){l, &a});
  pour(l, &a);
}

static int worth_of(const learner *l, const heard *h, size_t principle) {
  return weights_worth(l->weights, h->row, principle);
}

/* A stretch of words and what it weighs. */
typedef struct {
  int sum;
  uint32_t first, last; /* tokens */
  size_t segment;
} stretch;

/* How much each token of a segment speaks for a principle, in `each`; pairs and
   classes share theirs out over the tokens they stand on. */
static void spread(const learner *l, size_t n, size_t principle, int *each) {
  const reading *r = &l->scan->read;
  const segment *here = &r->segments[n];
  uint32_t from = here->token, until = here[1].token;
  memset(each, 0, (until - from) * sizeof *each);
  for (const heard *h = r->heard + here->heard; h < r->heard + here[1].heard;
       h++) {
    int share = worth_of(l, h, principle);
    if (h->last - h->first > 1) share /= (int)(h->last - h->first);
    for (uint32_t t = h->first; share && t != h->last; t++)
      if (t >= from && t < until) each[t - from] += share;
  }
}

/* The stretch within a sentence of the segment whose weights add up to most
   (Kadane's algorithm); its sum is 0 when no word speaks for the principle.
   `each` is scratch, as long as there are tokens. */
static stretch best_stretch(const learner *l, size_t n, size_t principle,
                            int *each) {
  const reading *r = &l->scan->read;
  uint32_t begins = r->segments[n].token, from = begins;
  stretch best = {.segment = n};
  int sum = 0;
  spread(l, n, principle, each);
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

/* The heaviest that is heard inside the stretch and shares no place with what
   is told already, or NULL. */
static const heard *next_told(const learner *l, size_t principle,
                              const stretch *where, const scan_told *told) {
  const reading *r = &l->scan->read;
  const segment *here = &r->segments[where->segment];
  const heard *best = NULL;
  int most = TELLING;
  for (const heard *h = r->heard + here->heard; h < r->heard + here[1].heard;
       h++) {
    if (h->first < where->first || h->last > where->last) continue;
    int worth = worth_of(l, h, principle);
    if (h->class != NO_CLASS) worth *= 2; /* an age says more than "14" */
    if (worth <= most || h->last == h->first) continue;
    bool taken = false;
    for (size_t p = 0; p < told->n_parts; p++)
      taken = taken || (h->first < told->parts[p].last &&
                        told->parts[p].first < h->last);
    if (taken) continue;
    most = worth;
    best = h;
  }
  return best;
}

/* Notes the few words and classes that weighed most. */
static bool tell(learner *l, class_id c, size_t principle,
                 const stretch *where) {
  scan *s = l->scan;
  scan_told *told = arena_grow(s->memory, s->told, s->n_told, &s->told_capacity,
                               sizeof *told);
  if (!told) return false;
  s->told = told;
  told += s->n_told++;
  told->of = c;
  while (told->n_parts < SCAN_TOLD) {
    const heard *h = next_told(l, principle, where, told);
    if (!h) break;
    told->parts[told->n_parts++] = tokens(l, h->class, h->first, h->last);
  }
  return true;
}

/* Steps: what is heard is looked at once for each token it stands on. */
static bool spend(learner *l) {
  const reading *r = &l->scan->read;
  uint64_t steps = r->n_heard * SCAN_TOLD;
  for (size_t n = 0; n < r->n_segments; n++) steps += r->segments[n].span;
  return scan_spend(l->scan, steps);
}

/* What each segment's best stretch weighs: worked out where it is not known
   from an earlier check. NULL when memory is out. */
static const int *worth_of_segments(const learner *l, size_t principle,
                                    int *each) {
  reading *r = &l->scan->read;
  int *worth = r->worth[principle];
  if (!worth) {
    worth = arena_alloc_dirty(l->scan->memory, r->n_segments * sizeof *worth);
    if (!worth) return NULL;
    for (size_t n = 0; n < r->n_segments; n++) worth[n] = READING_UNKNOWN;
    r->worth[principle] = worth;
  }
  for (size_t n = 0; n < r->n_segments; n++)
    if (worth[n] == READING_UNKNOWN)
      worth[n] = best_stretch(l, n, principle, each).sum;
  return worth;
}

static bool add_stretch(learner *l, class_id c, size_t principle) {
  const reading *r = &l->scan->read;
  int *each = arena_alloc_dirty(l->scan->memory, r->n_tokens * sizeof *each);
  if (!each) return false;
  if (!spend(l)) return true;
  const int *worth = worth_of_segments(l, principle, each);
  if (!worth) return false;
  size_t best = 0;
  for (size_t n = 1; n < r->n_segments; n++)
    if (worth[n] > worth[best]) best = n;
  if (r->n_segments == 0 || worth[best] == 0) return true;
  stretch most = best_stretch(l, best, principle, each);
  return scan_add_learned(l->scan, tokens(l, c, most.first, most.last)) &&
         tell(l, c, principle, &most);
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
  learner l = {.scan = s, .weights = rules->learned};
  weigh_all(&l);
  for (size_t n = 0; n < rules->n_learned; n++)
    if (!conclude(&l, &rules->learned_classes[n])) return false;
  return true;
}

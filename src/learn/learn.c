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
  uint8_t *seen; /* bit for each row */
  struct occurrence {
    const weights_row *row;
    uint32_t first, last;
    class_id class;
  } * found;
  size_t n_found, capacity;
} learner;

static bool hear(void *user, const feature *f) {
  learner *l = user;
  const weights_row *row = weights_find(l->weights, f->hash);
  if (!scan_spend(l->scan, 1) || !row) return true;
  uint32_t n = (uint32_t)(row - l->weights->rows);
  bool again = l->seen[n / 8] >> (n % 8) & 1;
  l->seen[n / 8] |= (uint8_t)(1u << (n % 8));
  for (size_t p = 0; !again && p < l->weights->n_principles; p++)
    l->score[p] += l->weights->worth[row->letters[p] & 127];
  struct occurrence *grown = arena_grow(l->scan->memory, l->found, l->n_found,
                                        &l->capacity, sizeof *grown);
  if (!grown) return false;
  l->found = grown;
  l->found[l->n_found++] =
      (struct occurrence){row, f->first, f->last, f->class};
  return true;
}

/* How much each token speaks for a principle; pairs and classes share theirs
   out over the tokens they stand on. */
static int *spread(learner *l, int principle) {
  uint32_t n = l->scan->text.n_tokens;
  int *each = arena_alloc(l->scan->memory, n * sizeof *each);
  if (!each) return NULL;
  for (size_t i = 0; i < l->n_found; i++) {
    const struct occurrence *o = &l->found[i];
    int share = l->weights->worth[o->row->letters[principle] & 127];
    if (share == 0 || !scan_spend(l->scan, o->last - o->first)) continue;
    for (uint32_t t = o->first; t < o->last; t++)
      each[t] += share / (int)(o->last - o->first);
  }
  return each;
}

static evidence tokens(const learner *l, class_id c, uint32_t first,
                       uint32_t last) {
  const text_token *t = l->scan->text.tokens;
  return (evidence){.class = c,
                    .first = first,
                    .last = last,
                    .start = t[first].start,
                    .end = t[last - 1].end};
}

/* The heaviest occurrence inside the stretch that shares no place with what is
   told already, or NULL. */
static const struct occurrence *next_told(const learner *l, int principle,
                                          const evidence *stretch,
                                          const scan_told *told) {
  const struct occurrence *best = NULL;
  int most = TELLING;
  for (size_t i = 0; i < l->n_found; i++) {
    const struct occurrence *o = &l->found[i];
    int worth = l->weights->worth[o->row->letters[principle] & 127];
    if (o->class != NO_CLASS) worth *= 2; /* an age says more than "14" */
    if (worth <= most || o->first < stretch->first || o->last > stretch->last ||
        o->last == o->first)
      continue;
    bool taken = false;
    for (size_t p = 0; p < told->n_parts; p++)
      taken = taken || (o->first < told->parts[p].last &&
                        told->parts[p].first < o->last);
    if (taken) continue;
    most = worth;
    best = o;
  }
  return best;
}

/* Notes the few words and classes that weighed most. */
static bool tell(learner *l, int principle, const evidence *stretch) {
  scan *s = l->scan;
  scan_told *told = arena_grow(s->memory, s->told, s->n_told, &s->told_capacity,
                               sizeof *told);
  if (!told) return false;
  s->told = told;
  told += s->n_told++;
  told->of = stretch->class;
  while (told->n_parts < SCAN_TOLD && scan_spend(s, l->n_found)) {
    const struct occurrence *o = next_told(l, principle, stretch, told);
    if (!o) break;
    told->parts[told->n_parts++] = tokens(l, o->class, o->first, o->last);
  }
  return true;
}

/* The stretch of a sentence whose weights add up to most (Kadane's
   algorithm). */
static bool add_stretch(learner *l, class_id c, int principle) {
  const int *each = spread(l, principle);
  if (!each) return false;
  int sum = 0, best = 0;
  uint32_t from = 0, first = 0, last = 0;
  for (uint32_t n = 0; n < l->scan->text.n_tokens; n++) {
    bool stop = l->scan->text.tokens[n].kind == TEXT_STOP;
    if (sum <= 0 || stop) sum = 0, from = stop ? n + 1 : n;
    if (stop) continue;
    sum += each[n] - DULL;
    if (sum > best) best = sum, first = from, last = n + 1;
  }
  if (last == first) return true;
  evidence stretch = tokens(l, c, first, last);
  return scan_add(l->scan, stretch) && tell(l, principle, &stretch);
}

static bool conclude(learner *l, class_id c) {
  const ruleset_class *k = &l->scan->rules->classes[c];
  int principle = weights_principle(l->weights, k->principle);
  if (principle < 0) return true;
  bool enough = l->score[principle] >= odds_of(k->low);
  if (enough == k->below) return true;
  return k->below ? scan_add(l->scan, tokens(l, c, 0, 1))
                  : add_stretch(l, c, principle);
}

bool learn_scan(scan *s) {
  const earshot_ruleset *rules = s->rules;
  if (!rules->learned || s->text.n_tokens == 0) return true;
  learner l = {.scan = s, .weights = rules->learned};
  memcpy(l.score, l.weights->start, sizeof l.score);
  l.seen = arena_alloc(s->memory, l.weights->n_rows / 8 + 1);
  if (!l.seen || !features_visit(s, hear, &l)) return false;
  for (size_t c = 0; c < rules->n_classes; c++)
    if (rules->classes[c].kind == CLASS_LEARNED && !conclude(&l, (class_id)c))
      return false;
  return true;
}

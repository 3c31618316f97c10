/* Sums: evidence that is only telling together. */
#include "judge.h"

/* The best window of sentences for one signal. */
typedef struct {
  judge *judge;
  const ruleset_principle *principle;
  const ruleset_signal *signal;
  int level; /* -1: nothing found yet */
  int score;
  conclusion best;
  size_t next[EARSHOT_SUM_PARTS]; /* of each weight's evidence, the first that
                                     is not before the window looked at */
} adder;

/* What one window amounts to. */
typedef struct {
  uint32_t from, until; /* tokens */
  int score;
  unsigned kinds;
  conclusion at;
} window_sum;

/* Evidence of a class in the window that shares no place with what is already
   counted: "mum" is not two things at once. NULL when there is none. */
static const evidence *fresh(adder *a, size_t which, const window_sum *w,
                             bool alone) {
  judge *j = a->judge;
  size_t count, *next = &a->next[which];
  const evidence *e =
      scan_evidence(j->scan, a->signal->weights[which].class, &count);
  while (*next < count && e[*next].first < w->from) ++*next;
  for (size_t i = *next; i < count; i++) {
    if (e[i].first >= w->until || !scan_spend(j->scan, 1)) return NULL;
    bool taken = false;
    for (size_t p = 0; alone && p < w->at.n_pieces; p++)
      taken = taken || (e[i].start < w->at.pieces[p]->end &&
                        w->at.pieces[p]->start < e[i].end);
    if (!taken) return &e[i];
  }
  return NULL;
}

static void count_piece(window_sum *w, const evidence *e) {
  conclusion *c = &w->at;
  if (c->n_pieces == 0 || e->first < c->first) c->first = e->first;
  if (c->n_pieces == 0 || e->start < c->start) c->start = e->start;
  if (e->last > c->last) c->last = e->last;
  if (e->end > c->end) c->end = e->end;
  if (c->n_pieces < EARSHOT_EVIDENCE_PER_FINDING) c->pieces[c->n_pieces++] = e;
  w->kinds++;
}

/* `here`: bit for each weight that adds something in the window. */
static void add_up(adder *a, window_sum *w, uint64_t here) {
  unsigned role = 1u << a->judge->setting.role;
  for (; here; here &= here - 1) {
    size_t n = (size_t)__builtin_ctzll(here);
    const ruleset_weight *x = &a->signal->weights[n];
    bool counts = ruleset_counts(x);
    if (x->roles) {
      if (x->roles & role) w->score += x->weight;
      continue;
    }
    const evidence *e = fresh(a, n, w, counts);
    if (!e) continue;
    w->score += x->weight;
    if (counts) count_piece(w, e);
  }
}

static bool has_class(judge *j, class_id c, const window_sum *w) {
  size_t count;
  const evidence *e = scan_evidence(j->scan, c, &count);
  size_t i = evidence_from(e, count, w->from);
  return i < count && e[i].first < w->until;
}

/* The highest level that the window reaches, or -1. */
static int reached(adder *a, const window_sum *w) {
  unsigned role = 1u << a->judge->setting.role;
  for (size_t n = 0; n < a->signal->n_thresholds; n++) {
    const ruleset_threshold *t = &a->signal->thresholds[n];
    if (w->score < t->score || w->kinds < t->kinds) continue;
    if (t->roles && !(t->roles & role)) continue;
    if (t->needs != NO_CLASS && !has_class(a->judge, t->needs, w)) continue;
    return (int)t->level;
  }
  return -1;
}

static void weigh_window(adder *a, uint32_t low, uint32_t high, uint64_t here) {
  const reading *t = &a->judge->scan->read;
  window_sum w = {.from = t->sentences[low].first,
                  .until = t->sentences[high].last};
  add_up(a, &w, here);
  if (w.at.n_pieces == 0) return;
  int level = reached(a, &w);
  if (level < 0 || level < a->level ||
      (level == a->level && w.score <= a->score))
    return;
  if (judge_silenced(a->judge, a->signal, w.from, w.until)) return;
  a->level = level;
  a->score = w.score;
  a->best = w.at;
}

/* Which weights have evidence in a sentence, a bit for each. */
static bool mark_sentences(judge *j, const ruleset_signal *s, uint64_t *marks) {
  for (size_t n = 0; n < s->n_weights; n++) {
    size_t count;
    const evidence *e = scan_evidence(
        j->scan, s->weights[n].roles ? NO_CLASS : s->weights[n].class, &count);
    if (!scan_spend(j->scan, count)) return false;
    for (size_t i = 0; i < count; i++)
      marks[scan_sentence(j->scan, e[i].first)] |= (uint64_t)1 << n;
  }
  return true;
}

/* What a window could come to at most: what speaks against it is left out, so
   nothing is passed over that would reach a level. */
typedef struct {
  uint64_t adds, counts; /* bit for each weight above 0; for each that counts */
  uint64_t always;       /* bit for each that hangs on the role alone */
  int score;             /* of those above 0 */
  int least;             /* score that the lowest threshold asks for */
  unsigned kinds;        /* the fewest that any threshold asks for */
} bound;

static bound bound_of(const judge *j, const ruleset_signal *s) {
  unsigned role = 1u << j->setting.role;
  bound b = {.least = INT32_MAX, .kinds = UINT32_MAX};
  for (size_t n = 0; n < s->n_weights; n++) {
    const ruleset_weight *x = &s->weights[n];
    if (x->roles) b.always |= (uint64_t)1 << n;
    if (x->weight <= 0) continue;
    if (x->roles & role) b.score += x->weight;
    if (!x->roles) b.adds |= (uint64_t)1 << n;
    if (ruleset_counts(x)) b.counts |= (uint64_t)1 << n;
  }
  for (size_t n = 0; n < s->n_thresholds; n++) {
    const ruleset_threshold *t = &s->thresholds[n];
    if (t->score < b.least) b.least = t->score;
    if (t->kinds < b.kinds) b.kinds = t->kinds;
  }
  return b;
}

/* Could a window with evidence of these weights reach a level? */
static bool possible(const bound *b, const ruleset_signal *s, uint64_t marks) {
  int score = b->score;
  unsigned kinds = 0;
  for (uint64_t left = marks & b->counts; left; left &= left - 1) kinds++;
  if (kinds < b->kinds) return false;
  for (uint64_t left = marks & b->adds; left; left &= left - 1)
    score += s->weights[__builtin_ctzll(left)].weight;
  return score >= b->least;
}

/* Weighs every window of `width` sentences that could come to something. */
static bool weigh_all(adder *a, uint32_t width) {
  judge *j = a->judge;
  uint32_t n = j->scan->read.n_sentences;
  uint64_t *marks = arena_alloc(j->memory, n * sizeof *marks), known = 0;
  bound most = bound_of(j, a->signal);
  bool could = j->scan->naive;
  if (!marks) return false;
  if (!mark_sentences(j, a->signal, marks)) return true;
  for (uint32_t low = 0; low + width <= n; low++) {
    uint64_t here = 0;
    for (uint32_t i = low; i < low + width; i++) here |= marks[i];
    if (!scan_spend(j->scan, width)) break;
    if (here != known && !j->scan->naive)
      could = possible(&most, a->signal, here);
    known = here;
    if (here && could)
      weigh_window(a, low, low + width - 1, here | most.always);
  }
  return true;
}

bool judge_sum(judge *j, const ruleset_principle *p, const ruleset_signal *s) {
  uint32_t n = j->scan->read.n_sentences, width = s->source->window;
  if (s->n_weights == 0 || n == 0) return true;
  adder a = {.judge = j, .principle = p, .signal = s, .level = -1};
  if (!weigh_all(&a, width == 0 || width > n ? n : width)) return false;
  if (a.level < 0) return true;
  int level = judge_level(j, p, s, (earshot_level)a.level);
  if (level < 0) return true;
  conclusion *c = list_add(j->memory, &j->found);
  if (!c) return false;
  *c = a.best;
  c->principle = p;
  c->signal = s;
  c->level = (earshot_level)level;
  return true;
}

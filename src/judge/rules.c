/* What a signal's rules find. */
#include "judge.h"

typedef struct {
  judge *judge;
  const ruleset_principle *principle;
  const ruleset_signal *signal;
  size_t found;
} finder;

static bool disguised(const conclusion *c) {
  for (size_t i = 0; i < c->n_pieces; i++)
    if (c->pieces[i]->disguised) return true;
  return false;
}

/* Places that overlap are one finding, with the higher level. */
static bool merge(judge *j, const conclusion *c) {
  for (size_t i = j->found.count; i > 0; i--) {
    conclusion *known = &j->found.items[i - 1];
    if (known->signal != c->signal) break;
    if (c->start >= known->end || known->start >= c->end) continue;
    bool stronger = c->level > known->level;
    uint32_t start = known->start < c->start ? known->start : c->start;
    uint32_t end = known->end > c->end ? known->end : c->end;
    if (stronger) *known = *c;
    known->start = start;
    known->end = end;
    return true;
  }
  return false;
}

static bool conclude(void *user, const conclusion *at) {
  finder *f = user;
  judge *j = f->judge;
  conclusion c = *at;
  c.principle = f->principle;
  c.signal = f->signal;
  c.level = c.rule->level >= 0 ? (earshot_level)c.rule->level
                               : f->signal->source->level;
  if (judge_silenced(j, f->signal, c.first, c.last)) return true;
  int level = judge_level(j, f->principle, f->signal, c.level);
  if (level < 0) return true;
  c.level = (earshot_level)level;
  /* A disguise raises attention, never the level. */
  if (c.level == EARSHOT_HOLD && disguised(&c)) c.level = EARSHOT_PAUSE;
  if (merge(j, &c)) return true;
  if (f->found++ >= EARSHOT_FINDINGS_PER_SIGNAL) {
    j->scan->complete = false;
    return true;
  }
  conclusion *kept = list_add(j->memory, &j->found);
  if (!kept) return false;
  *kept = c;
  return true;
}

bool judge_rules(judge *j, const ruleset_principle *p, const ruleset_signal *s,
                 bool second) {
  finder f = {.judge = j, .principle = p, .signal = s};
  for (size_t r = 0; r < s->n_rules; r++) {
    if (!second) r = judge_set_off(j, s, r);
    if (r < s->n_rules && s->rules[r].second == second &&
        judge_possible(j, &s->rules[r]) &&
        !judge_matches(j, &s->rules[r], conclude, &f))
      return false;
  }
  return true;
}

/* "Unless": does any of what it looks for touch these sentences? */
typedef struct {
  judge *judge;
  uint32_t low, high;
  bool found;
} silence;

static bool silences(void *user, const conclusion *at) {
  silence *q = user;
  uint32_t low = scan_sentence(q->judge->scan, at->first);
  uint32_t high = scan_sentence(q->judge->scan, at->last - 1);
  q->found = low <= q->high && q->low <= high;
  return !q->found;
}

/* Whether it is kept quiet by something anywhere is worked out once for each
   signal. */
static bool silenced_anywhere(judge *j, const ruleset_signal *s) {
  if (j->quiet_for == s) return j->quiet;
  silence q = {.judge = j, .high = UINT32_MAX};
  for (size_t r = 0; r < s->n_unless && !q.found; r++)
    if (s->unless[r].anywhere) judge_matches(j, &s->unless[r], silences, &q);
  j->quiet_for = s;
  return j->quiet = q.found;
}

bool judge_silenced(judge *j, const ruleset_signal *s, uint32_t first,
                    uint32_t last) {
  if (s->n_unless == 0) return false;
  if (silenced_anywhere(j, s)) return true;
  silence q = {.judge = j,
               .low = scan_sentence(j->scan, first),
               .high = scan_sentence(j->scan, last - 1)};
  for (size_t r = 0; r < s->n_unless && !q.found; r++) {
    uint32_t from, until;
    if (s->unless[r].anywhere) continue;
    judge_reach(j, &s->unless[r], q.low, q.high, &from, &until);
    judge_matches_in(j, &s->unless[r], from, until, silences, &q);
  }
  return q.found;
}

/* What a signal's rules find. */
#include "judge.h"

#include <string.h>

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
  if (f->found++ >= EARSHOT_FINDINGS_PER_SIGNAL) return true;
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

/* "Unless": the sentences in which a signal stays quiet are worked out once
   for each signal. */
typedef struct {
  judge *judge;
  bool anywhere;
} silence;

static bool silences(void *user, const conclusion *at) {
  silence *q = user;
  judge *j = q->judge;
  uint32_t low = scan_sentence(j->scan, at->first);
  uint32_t high = scan_sentence(j->scan, at->last - 1);
  if (q->anywhere) high = j->scan->read.n_sentences - 1, low = 0;
  for (uint32_t n = low; n <= high; n++) j->quiet[n] = 1;
  return true;
}

bool judge_silenced(judge *j, const ruleset_signal *s, uint32_t first,
                    uint32_t last) {
  if (s->n_unless == 0) return false;
  if (j->quiet_for != s) {
    memset(j->quiet, 0, j->scan->read.n_sentences);
    j->quiet_for = s;
    for (size_t r = 0; r < s->n_unless; r++) {
      silence q = {.judge = j, .anywhere = s->unless[r].anywhere};
      judge_matches(j, &s->unless[r], silences, &q);
    }
  }
  uint32_t high = scan_sentence(j->scan, last - 1);
  for (uint32_t n = scan_sentence(j->scan, first); n <= high; n++)
    if (j->quiet[n]) return true;
  return false;
}

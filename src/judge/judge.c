#include "judge.h"

static void set_bit(uint64_t *bits, uint32_t n) {
  bits[n >> 6] |= (uint64_t)1 << (n & 63);
}

/* Marks the signals and rules that begin with evidence of this draft. */
static bool set_off(judge *j) {
  const earshot_ruleset *rules = j->scan->rules;
  const ruleset_index *index = &rules->index;
  j->rules = arena_alloc(j->memory, rules->n_rules / 8 + 8);
  j->signals = arena_alloc(j->memory, rules->n_signals / 8 + 8);
  if (!j->rules || !j->signals) return false;
  for (size_t i = 0; i < j->scan->n_present; i++) {
    class_id c = j->scan->present[i];
    for (uint32_t u = index->from[c]; u < index->from[c + 1]; u++) {
      const ruleset_use *use = &index->uses[u];
      set_bit(j->signals, use->signal);
      if (use->rule != NO_RULE) set_bit(j->rules, use->rule);
    }
  }
  return true;
}

size_t judge_set_off(const judge *j, const ruleset_signal *s, size_t from) {
  if (j->scan->naive || from >= s->n_rules) return from;
  /* The rules of a signal have numbers one after another. */
  uint32_t first = s->rules[0].number, n = first + (uint32_t)from;
  uint32_t end = first + (uint32_t)s->n_rules;
  while (n < end) {
    uint64_t left = j->rules[n / 64] >> (n % 64);
    if (left) return n + (uint32_t)__builtin_ctzll(left) - first;
    n = (n / 64 + 1) * 64;
  }
  return s->n_rules;
}

static bool judge_signal(judge *j, uint32_t number, bool second) {
  const ruleset_place *x = &j->scan->rules->index.signals[number];
  if (x->principle->source->muted || x->signal->source->muted) return true;
  return judge_rules(j, x->principle, x->signal, second) &&
         (second || judge_sum(j, x->principle, x->signal));
}

/* In order of their numbers, which is that of the packs. */
static bool judge_first(judge *j) {
  uint32_t n = j->scan->rules->n_signals;
  for (uint32_t from = 0; from < n; from += 64) {
    uint64_t left = j->scan->naive ? UINT64_MAX : j->signals[from / 64];
    for (; left; left &= left - 1) {
      uint32_t number = from + (uint32_t)__builtin_ctzll(left);
      if (number < n && !judge_signal(j, number, false)) return false;
    }
  }
  return true;
}

static bool judge_second(judge *j) {
  const ruleset_index *index = &j->scan->rules->index;
  for (size_t n = 0; n < index->n_seconds; n++)
    if (!judge_signal(j, index->seconds[n], true)) return false;
  return true;
}

/* Has the draft as many classes of the group as are needed? */
static bool has_enough(judge *j, const ruleset_group *g) {
  unsigned found = 0;
  for (size_t n = 0; n < g->count && found < g->needed; n++) {
    size_t count;
    scan_evidence(j->scan, g->classes[n], &count);
    found += count > 0;
  }
  return found >= g->needed;
}

bool judge_possible(judge *j, const ruleset_rule *r) {
  if (j->scan->naive || r->second) return true;
  if (!has_enough(j, &r->head)) return false;
  for (size_t n = 0; n < r->n_joins; n++)
    if (!has_enough(j, &r->joins[n].group)) return false;
  return true;
}

bool judge_all(judge *j, const earshot_finding **findings, size_t *count) {
  *count = 0;
  if (!set_off(j)) return false;
  return judge_first(j) && judge_second(j) && judge_report(j, findings, count);
}

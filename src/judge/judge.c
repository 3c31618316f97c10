#include "judge.h"

static void set_bit(uint64_t *bits, uint32_t n) {
  bits[n >> 6] |= (uint64_t)1 << (n & 63);
}
static bool has_bit(const uint64_t *bits, uint32_t n) {
  return bits[n >> 6] >> (n & 63) & 1;
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

static bool judge_signal(judge *j, const ruleset_principle *p,
                         const ruleset_signal *s, bool second) {
  if (!j->scan->naive && !second && !has_bit(j->signals, s->number))
    return true;
  return judge_rules(j, p, s, second) && (second || judge_sum(j, p, s));
}

static bool judge_signals(judge *j, bool second) {
  const earshot_ruleset *rules = j->scan->rules;
  for (size_t p = 0; p < rules->n_principles; p++) {
    const ruleset_principle *principle = &rules->principles[p];
    if (principle->source->muted) continue;
    for (size_t s = 0; s < principle->n_signals; s++) {
      const ruleset_signal *signal = &principle->signals[s];
      if (!signal->source->muted && !judge_signal(j, principle, signal, second))
        return false;
    }
  }
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
  if (!has_bit(j->rules, r->number) || !has_enough(j, &r->head)) return false;
  for (size_t n = 0; n < r->n_joins; n++)
    if (!has_enough(j, &r->joins[n].group)) return false;
  return true;
}

bool judge_all(judge *j, const earshot_finding **findings, size_t *count) {
  *count = 0;
  j->quiet = arena_alloc(j->memory, j->scan->read.n_sentences);
  if (!j->quiet || !set_off(j)) return false;
  bool second = j->scan->rules->second || j->scan->naive;
  return judge_signals(j, false) && (!second || judge_signals(j, true)) &&
         judge_report(j, findings, count);
}

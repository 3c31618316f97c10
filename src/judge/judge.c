#include "judge.h"

static bool judge_signals(judge *j, bool second) {
  const earshot_ruleset *rules = j->scan->rules;
  for (size_t p = 0; p < rules->n_principles; p++) {
    const ruleset_principle *principle = &rules->principles[p];
    if (principle->source->muted) continue;
    for (size_t s = 0; s < principle->n_signals; s++) {
      const ruleset_signal *signal = &principle->signals[s];
      if (signal->source->muted) continue;
      if (!judge_rules(j, principle, signal, second)) return false;
      if (!second && !judge_sum(j, principle, signal)) return false;
    }
  }
  return true;
}

bool judge_all(judge *j, const earshot_finding **findings, size_t *count) {
  *count = 0;
  j->quiet = arena_alloc(j->memory, j->scan->text.n_sentences);
  if (!j->quiet) return false;
  return judge_signals(j, false) && judge_signals(j, true) &&
         judge_report(j, findings, count);
}

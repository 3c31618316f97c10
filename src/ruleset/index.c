/* What each class can set off. */
#include "../learn/weights.h"
#include "build.h"

/* Walks over all uses twice: to count them, then to note them. */
typedef struct {
  ruleset_index *index;
  bool noting;
} indexer;

static void use(indexer *x, class_id c, uint32_t signal_number,
                uint32_t rule_number) {
  if (c == NO_CLASS) return;
  if (x->noting)
    x->index->uses[--x->index->from[c]] =
        (ruleset_use){.signal = signal_number, .rule = rule_number};
  else
    x->index->from[c]++;
}

static void index_signal(indexer *x, const ruleset_signal *s) {
  for (size_t r = 0; r < s->n_rules; r++) {
    const ruleset_group *head = &s->rules[r].head;
    for (size_t c = 0; c < head->count; c++)
      use(x, head->classes[c], s->number, s->rules[r].number);
  }
  for (size_t w = 0; w < s->n_weights; w++)
    if (ruleset_counts(&s->weights[w]))
      use(x, s->weights[w].class, s->number, NO_RULE);
}

static bool has_second(const ruleset_signal *s) {
  for (size_t r = 0; r < s->n_rules; r++)
    if (s->rules[r].second) return true;
  return false;
}

static bool index_places(arena *a, earshot_ruleset *out) {
  ruleset_index *x = &out->index;
  x->signals = arena_alloc(a, out->n_signals * sizeof *x->signals);
  x->seconds = arena_alloc(a, out->n_signals * sizeof *x->seconds);
  if (!x->signals || !x->seconds) return false;
  for (size_t p = 0; p < out->n_principles; p++) {
    const ruleset_principle *principle = &out->principles[p];
    for (size_t s = 0; s < principle->n_signals; s++) {
      const ruleset_signal *signal = &principle->signals[s];
      x->signals[signal->number] = (ruleset_place){principle, signal};
      if (has_second(signal)) x->seconds[x->n_seconds++] = signal->number;
    }
  }
  return true;
}

static void index_all(indexer *x, const earshot_ruleset *out) {
  for (size_t p = 0; p < out->n_principles; p++)
    for (size_t s = 0; s < out->principles[p].n_signals; s++)
      index_signal(x, &out->principles[p].signals[s]);
}

bool build_index(builder *b) {
  earshot_ruleset *out = b->out;
  size_t n = b->classes.count;
  uint32_t *from = arena_alloc(b->memory, (n + 1) * sizeof *from);
  if (!from) return false;
  out->index.from = from;
  indexer x = {.index = &out->index};
  index_all(&x, out);
  for (size_t c = 1; c <= n; c++) from[c] += from[c - 1];
  out->index.uses = arena_alloc(b->memory, from[n] * sizeof *out->index.uses);
  if (!out->index.uses) return false;
  x.noting = true;
  index_all(&x, out);
  return index_places(b->memory, out);
}

bool build_builtins(builder *b) {
  class_id *all = arena_alloc(b->memory, b->classes.count * sizeof *all);
  if (!all) return false;
  b->out->builtins = all;
  for (size_t c = 0; c < b->classes.count; c++) {
    class_kind kind = b->classes.items[c].kind;
    if (kind != CLASS_WORDS && kind != CLASS_REMINDER &&
        kind != CLASS_ANY_WORD && kind != CLASS_LEARNED)
      all[b->out->n_builtins++] = (class_id)c;
  }
  return true;
}

/* The classes whose principles the weights know. */
bool build_learned(builder *b) {
  earshot_ruleset *out = b->out;
  if (!out->learned) return true;
  ruleset_learned *all = arena_alloc(b->memory, b->classes.count * sizeof *all);
  if (!all) return false;
  out->learned_classes = all;
  for (size_t c = 0; c < b->classes.count; c++) {
    const ruleset_class *k = &b->classes.items[c];
    if (k->kind != CLASS_LEARNED) continue;
    int principle = weights_principle(out->learned, k->principle);
    if (principle < 0) continue;
    all[out->n_learned++] = (ruleset_learned){.class = (class_id)c,
                                              .principle = (uint32_t)principle,
                                              .percent = k->low,
                                              .below = k->below};
  }
  return true;
}

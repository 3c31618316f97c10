#include "build.h"

#include <string.h>
#include "../learn/features.h"
#include "builtin.h"

static class_id add_class(builder *b, ruleset_class class,
                          const operand *content) {
  ruleset_class *c = list_add(b->memory, &b->classes);
  const operand **o = c ? list_add(b->memory, &b->contents) : NULL;
  if (!o) return NO_CLASS;
  *c = class;
  *o = content;
  return (class_id)(b->classes.count - 1);
}

static bool same_principle(const ruleset_class *a, const ruleset_class *b) {
  if (a->kind != CLASS_LEARNED) return true;
  return a->below == b->below && strcmp(a->principle, b->principle) == 0;
}

class_id build_named(builder *b, const char *name) {
  const class_model *known = library_class(b->from, name);
  if (known) return (class_id)(known - b->from->classes.items);
  ruleset_class built;
  if (!builtin_read(name, &built)) return NO_CLASS;
  for (size_t c = b->from->classes.count; c < b->classes.count; c++) {
    const ruleset_class *made = &b->classes.items[c];
    if (made->kind == built.kind && made->low == built.low &&
        made->high == built.high && same_principle(made, &built))
      return (class_id)c;
  }
  built.name = name;
  if (built.kind != CLASS_NUMBER && built.kind != CLASS_LEARNED &&
      built.kind != CLASS_MENTION)
    built.feature = feature_of_class(name);
  return add_class(b, built, NULL);
}

static class_id reminder_class(builder *b, const alternative *a) {
  for (size_t c = 0; c < b->classes.count; c++)
    if (b->classes.items[c].kind == CLASS_REMINDER &&
        strcmp(b->classes.items[c].principle, a->principle) == 0)
      return (class_id)c;
  return add_class(b,
                   (ruleset_class){.kind = CLASS_REMINDER,
                                   .name = "reminder",
                                   .principle = a->principle},
                   NULL);
}

/* The single unit an operand consists of, or NULL. */
static const unit *only_unit(const operand *o) {
  if (o->count != 1 || o->items[0].kind != ALTERNATIVE_PHRASE) return NULL;
  const phrase *p = &o->items[0].phrase;
  if (p->count != 1 || p->options || p->slots[0].count != 1) return NULL;
  return &p->slots[0].units[0];
}

class_id build_operand(builder *b, const operand *o) {
  if (o->count == 0) return NO_CLASS;
  if (o->items[0].kind == ALTERNATIVE_REMINDER)
    return reminder_class(b, &o->items[0]);
  const unit *only = only_unit(o);
  if (only && only->is_class) return build_named(b, only->text);
  const char *name = NULL;
  if (o->count == 1 && o->items[0].kind == ALTERNATIVE_PATTERN)
    name = o->items[0].pattern.check_name;
  return add_class(b, (ruleset_class){.kind = CLASS_WORDS, .name = name}, o);
}

static bool build_group(builder *b, const operand_group *from,
                        ruleset_group *to) {
  class_id *ids = arena_alloc(b->memory, (from->count + 1) * sizeof *ids);
  if (!ids) return false;
  for (size_t o = 0; o < from->count; o++)
    ids[o] = build_operand(b, &from->items[o]);
  *to = (ruleset_group){
      .classes = ids, .count = from->count, .needed = from->needed};
  return !b->memory->failed;
}

static bool uses_reminder(const builder *b, const ruleset_group *g) {
  for (size_t n = 0; n < g->count; n++)
    if (g->classes[n] != NO_CLASS &&
        b->classes.items[g->classes[n]].kind == CLASS_REMINDER)
      return true;
  return false;
}

static bool build_rule(builder *b, const rule *from, ruleset_rule *to) {
  ruleset_join *joins = arena_alloc(b->memory, from->n_joins * sizeof *joins);
  ruleset_except *excepts =
      arena_alloc(b->memory, from->n_excepts * sizeof *excepts);
  if (!joins || !excepts) return false;
  *to = (ruleset_rule){.number = b->out->n_rules++,
                       .level = from->level,
                       .anywhere = from->anywhere,
                       .joins = joins,
                       .n_joins = from->n_joins,
                       .excepts = excepts,
                       .n_excepts = from->n_excepts,
                       .instead = from->instead,
                       .n_instead = from->n_instead};
  if (!build_group(b, &from->head, &to->head)) return false;
  to->second = uses_reminder(b, &to->head);
  for (size_t j = 0; j < from->n_joins; j++) {
    joins[j].kind = from->joins[j].kind;
    joins[j].distance = from->joins[j].distance;
    if (!build_group(b, &from->joins[j].group, &joins[j].group)) return false;
    to->second = to->second || uses_reminder(b, &joins[j].group);
  }
  for (size_t e = 0; e < from->n_excepts; e++)
    excepts[e] =
        (ruleset_except){.kind = from->excepts[e].kind,
                         .class = build_operand(b, &from->excepts[e].what)};
  return !b->memory->failed;
}

static const ruleset_rule *build_rules(builder *b, const rule_list *from) {
  ruleset_rule *to = arena_alloc(b->memory, from->count * sizeof *to);
  for (size_t r = 0; to && r < from->count; r++)
    if (!build_rule(b, &from->items[r], &to[r])) return NULL;
  return to;
}

static const ruleset_move *build_moves(builder *b, const move_list *from) {
  ruleset_move *to = arena_alloc(b->memory, from->count * sizeof *to);
  for (size_t m = 0; to && m < from->count; m++)
    to[m] = (ruleset_move){.source = &from->items[m],
                           .needs = build_operand(b, &from->items[m].needs)};
  return to;
}

static bool build_sum(builder *b, const signal_model *from,
                      ruleset_signal *to) {
  ruleset_weight *weights =
      arena_alloc(b->memory, from->weights.count * sizeof *weights);
  ruleset_threshold *limits =
      arena_alloc(b->memory, from->thresholds.count * sizeof *limits);
  if (!weights || !limits) return false;
  for (size_t w = 0; w < from->weights.count; w++) {
    const weight *x = &from->weights.items[w];
    weights[w] = (ruleset_weight){.weight = x->weight,
                                  .cue = x->cue,
                                  .roles = x->roles,
                                  .class = build_operand(b, &x->what)};
  }
  size_t n = 0;
  for (int level = EARSHOT_HOLD; level >= 0; level--)
    for (size_t t = 0; t < from->thresholds.count; t++) {
      const threshold *x = &from->thresholds.items[t];
      if ((int)x->level != level) continue;
      limits[n++] = (ruleset_threshold){.level = x->level,
                                        .score = x->score,
                                        .kinds = x->kinds,
                                        .roles = x->roles,
                                        .needs = build_operand(b, &x->needs)};
    }
  to->weights = weights;
  to->n_weights = from->weights.count;
  to->thresholds = limits;
  to->n_thresholds = n;
  return true;
}

static bool build_signal(builder *b, const signal_model *from,
                         ruleset_signal *to) {
  *to = (ruleset_signal){.number = b->out->n_signals++,
                         .source = from,
                         .n_rules = from->looks_for.count,
                         .n_unless = from->unless.count,
                         .n_moves = from->moves.count};
  to->rules = build_rules(b, &from->looks_for);
  to->unless = build_rules(b, &from->unless);
  to->moves = build_moves(b, &from->moves);
  return build_sum(b, from, to) && !b->memory->failed;
}

static bool build_principle(builder *b, const principle_model *from,
                            ruleset_principle *to) {
  ruleset_signal *signals =
      arena_alloc(b->memory, from->signals.count * sizeof *signals);
  if (!signals) return false;
  for (size_t s = 0; s < from->signals.count; s++)
    if (!build_signal(b, &from->signals.items[s], &signals[s])) return false;
  *to = (ruleset_principle){.source = from,
                            .signals = signals,
                            .n_signals = from->signals.count,
                            .moves = build_moves(b, &from->moves),
                            .n_moves = from->moves.count};
  return !b->memory->failed;
}

static bool add_word_class(builder *b, const class_model *from) {
  ruleset_class made = {.name = from->title,
                        .feature = feature_of_class(from->title)};
  return add_class(b, made, &from->what) != NO_CLASS;
}

bool build_ruleset(builder *b) {
  const library *from = b->from;
  for (size_t c = 0; c < from->classes.count; c++)
    if (!add_word_class(b, &from->classes.items[c])) return false;
  ruleset_principle *principles =
      arena_alloc(b->memory, from->principles.count * sizeof *principles);
  if (!principles) return false;
  for (size_t p = 0; p < from->principles.count; p++)
    if (!build_principle(b, &from->principles.items[p], &principles[p]))
      return false;
  b->out->principles = principles;
  b->out->n_principles = from->principles.count;
  b->out->not_a_name = library_class(from, "not a name")
                           ? build_named(b, "not a name")
                           : NO_CLASS;
  if (!build_phrases(b) || !build_index(b) || !build_builtins(b) ||
      !build_learned(b))
    return false;
  b->out->classes = b->classes.items;
  b->out->contents = b->contents.items;
  b->out->n_classes = b->classes.count;
  return true;
}

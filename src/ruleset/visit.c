#include "../limits.h"
#include "library.h"

static bool visit_group(const operand_group *g, operand_visit visit,
                        void *user) {
  for (size_t o = 0; o < g->count; o++)
    if (!visit(user, &g->items[o])) return false;
  return true;
}

static bool visit_rules(const rule_list *rules, operand_visit visit,
                        void *user) {
  for (size_t n = 0; n < rules->count; n++) {
    const rule *r = &rules->items[n];
    if (!visit_group(&r->head, visit, user)) return false;
    for (size_t j = 0; j < r->n_joins; j++)
      if (!visit_group(&r->joins[j].group, visit, user)) return false;
    for (size_t e = 0; e < r->n_excepts; e++)
      if (!visit(user, &r->excepts[e].what)) return false;
  }
  return true;
}

static bool visit_moves(const move_list *moves, operand_visit visit,
                        void *user) {
  for (size_t m = 0; m < moves->count; m++)
    if (!visit(user, &moves->items[m].needs)) return false;
  return true;
}

bool visit_signal(const signal_model *s, operand_visit visit, void *user) {
  for (size_t w = 0; w < s->weights.count; w++)
    if (!visit(user, &s->weights.items[w].what)) return false;
  for (size_t t = 0; t < s->thresholds.count; t++)
    if (!visit(user, &s->thresholds.items[t].needs)) return false;
  return visit_rules(&s->looks_for, visit, user) &&
         visit_rules(&s->unless, visit, user) &&
         visit_moves(&s->moves, visit, user);
}

bool visit_operands(const pack_model *pack, operand_visit visit, void *user) {
  for (size_t c = 0; c < pack->classes.count; c++)
    if (!visit(user, &pack->classes.items[c].what)) return false;
  for (size_t p = 0; p < pack->principles.count; p++) {
    const principle_model *principle = &pack->principles.items[p];
    if (!visit_moves(&principle->moves, visit, user)) return false;
    for (size_t s = 0; s < principle->signals.count; s++)
      if (!visit_signal(&principle->signals.items[s], visit, user))
        return false;
  }
  return true;
}

unsigned slot_choices(const slot *s) {
  unsigned n = 0;
  for (size_t u = 0; u < s->count; u++) n += !s->units[u].joined;
  return n ? n : 1;
}

unsigned phrase_variants(const phrase *p) {
  unsigned total = 0;
  if (p->options > 9) return EARSHOT_PHRASE_VARIANTS + 1;
  /* Every set of optional groups, left in or out. */
  for (unsigned set = 0; set < 1u << p->options; set++) {
    unsigned n = 1;
    for (size_t s = 0; s < p->count && n <= EARSHOT_PHRASE_VARIANTS; s++) {
      uint8_t option = p->slots[s].option;
      if (!option || (set >> (option - 1) & 1)) n *= slot_choices(&p->slots[s]);
    }
    total += n;
    if (total > EARSHOT_PHRASE_VARIANTS) break;
  }
  return total;
}

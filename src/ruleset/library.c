#include "library.h"

#include <string.h>
#include "../limits.h"

static const class_model *find_class(const library *l, const char *name,
                                     size_t *index) {
  for (size_t c = 0; c < l->classes.count; c++) {
    const class_model *known = &l->classes.items[c];
    if (*known->name != *name || strcmp(known->name, name) != 0) continue;
    if (index) *index = c;
    return known;
  }
  return NULL;
}

const class_model *library_class(const library *l, const char *name) {
  return find_class(l, name, NULL);
}

static principle_model *find_principle(library *l, const char *id) {
  for (size_t p = 0; p < l->principles.count; p++)
    if (strcmp(l->principles.items[p].id, id) == 0)
      return &l->principles.items[p];
  return NULL;
}

/* Copies of the arrays, so that `before` stays as it was. */
static bool copy(const library *before, arena *a, library *out) {
  *out = (library){0};
  for (size_t p = 0; p < before->principles.count; p++) {
    principle_model *to = list_add(a, &out->principles);
    if (!to) return false;
    *to = before->principles.items[p];
    to->signals.items = NULL;
    to->signals.count = to->signals.capacity = 0;
    for (size_t s = 0; s < before->principles.items[p].signals.count; s++) {
      signal_model *copied = list_add(a, &to->signals);
      if (!copied) return false;
      *copied = before->principles.items[p].signals.items[s];
    }
  }
  for (size_t c = 0; c < before->classes.count; c++) {
    class_model *to = list_add(a, &out->classes);
    if (!to) return false;
    *to = before->classes.items[c];
    to->what.capacity = to->what.count; /* an addition copies */
  }
  return true;
}

static bool join_class(library *l, const class_model *c, arena *a,
                       diagnostics *faults) {
  size_t index = 0;
  const class_model *known = find_class(l, c->name, &index);
  if (!known && c->extends)
    return diagnose(faults, "unknown-class", c->at,
                    "There is no word class called \"%\" to extend.",
                    "Write \"## %\" to begin a new one.", c->name, c->name);
  if (known && !c->extends)
    return diagnose(faults, "duplicate-class", c->at,
                    "There is already a word class called \"%\".",
                    "Give this one another name, or write \"## Extend: %\".",
                    c->name, c->name);
  if (!known) {
    class_model *to = list_add(a, &l->classes);
    if (!to) return false;
    *to = *c;
    return true;
  }
  operand *what = &l->classes.items[index].what;
  for (size_t n = 0; n < c->what.count; n++) {
    alternative *to = list_add(a, what);
    if (!to) return false;
    *to = c->what.items[n];
  }
  return true;
}

static bool add_strings(string_list *to, const string_list *from, arena *a) {
  for (size_t n = 0; n < from->count; n++) {
    const char **text = list_add(a, to);
    if (!text) return false;
    *text = from->items[n];
  }
  return true;
}

static bool add_signals(principle_model *to, const principle_model *from,
                        arena *a, diagnostics *faults) {
  for (size_t n = 0; n < from->signals.count; n++) {
    const signal_model *s = &from->signals.items[n];
    for (size_t k = 0; k < to->signals.count; k++)
      if (strcmp(to->signals.items[k].id, s->id) == 0 &&
          !diagnose(faults, "duplicate-signal", s->at,
                    "The principle % already has a signal %.",
                    "Give this one another id.", to->id, s->id))
        return false;
    signal_model *copied = list_add(a, &to->signals);
    if (!copied) return false;
    *copied = *s;
  }
  return true;
}

static bool extend(principle_model *to, const principle_model *from, arena *a,
                   diagnostics *faults) {
  for (size_t n = 0; n < from->moves.count; n++) {
    move *m = list_add(a, &to->moves);
    if (!m) return false;
    *m = from->moves.items[n];
  }
  return add_strings(&to->wordings, &from->wordings, a) &&
         add_strings(&to->instead, &from->instead, a) &&
         add_strings(&to->stems, &from->stems, a) &&
         add_strings(&to->standards, &from->standards, a) &&
         add_signals(to, from, a, faults);
}

static void reword(principle_model *to, const principle_model *from) {
  to->wordings = from->wordings;
  if (from->question) to->question = from->question;
  if (from->instead.count) to->instead = from->instead;
  to->pack = from->pack;
}

static bool mute(principle_model *to, const principle_model *from,
                 diagnostics *faults) {
  if (from->mutes.count == 0) to->muted = true;
  for (size_t n = 0; n < from->mutes.count; n++) {
    bool found = false;
    for (size_t s = 0; s < to->signals.count; s++)
      if (strcmp(to->signals.items[s].id, from->mutes.items[n]) == 0)
        found = to->signals.items[s].muted = true;
    if (!found && !diagnose(faults, "unknown-signal", from->at,
                            "The principle % has no signal called %.",
                            "Look at its headings for the ids of its signals.",
                            to->id, from->mutes.items[n]))
      return false;
  }
  return true;
}

/* A new principle; its signals are checked against one another. */
static bool add_principle(library *l, const principle_model *p, arena *a,
                          diagnostics *faults) {
  principle_model *to = list_add(a, &l->principles);
  if (!to) return false;
  *to = *p;
  to->signals.items = NULL;
  to->signals.count = to->signals.capacity = 0;
  return add_signals(to, p, a, faults);
}

static bool join_principle(library *l, const principle_model *p, arena *a,
                           diagnostics *faults) {
  principle_model *known = find_principle(l, p->id);
  if (p->kind == PRINCIPLE_NEW) {
    if (!known) return add_principle(l, p, a, faults);
    return diagnose(faults, "duplicate-principle", p->at,
                    "There is already a principle %.",
                    "Give this one another id, or begin its heading with "
                    "\"Extend:\" or \"Reword:\" and the other pack's id.",
                    p->id, NULL);
  }
  if (!known)
    return diagnose(faults, "unknown-principle", p->at,
                    "There is no principle % in the packs before this one.",
                    "Load the pack that has it first, and check the id.", p->id,
                    NULL);
  if (p->kind == PRINCIPLE_EXTEND) return extend(known, p, a, faults);
  if (p->kind == PRINCIPLE_MUTE) return mute(known, p, faults);
  reword(known, p);
  return true;
}

bool library_join(const library *before, pack_model *pack, arena *memory,
                  diagnostics *faults, library *out) {
  if (!copy(before, memory, out)) return false;
  for (size_t c = 0; c < pack->classes.count; c++)
    if (!join_class(out, &pack->classes.items[c], memory, faults)) return false;
  for (size_t p = 0; p < pack->principles.count; p++)
    if (!join_principle(out, &pack->principles.items[p], memory, faults))
      return false;
  return true;
}

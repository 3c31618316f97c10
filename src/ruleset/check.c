/* Can what a pack looks for be understood, now that all names are known? */
#include <string.h>
#include "../limits.h"
#include "builtin.h"
#include "library.h"

typedef struct {
  const library *all;
  diagnostics *faults;
  arena *scratch;
  uint8_t *depth; /* of each class: 0 unknown, else how deep it is built */
} checker;

/* Any name that could have been meant. */
static const char *guess_class(const checker *c, const char *name) {
  const char **names =
      arena_alloc(c->scratch, (c->all->classes.count + 1) * sizeof *names);
  if (!names) return NULL;
  for (size_t n = 0; n < c->all->classes.count; n++)
    names[n] = c->all->classes.items[n].name;
  const char *guess = diagnose_guess(name, names);
  return guess ? guess : diagnose_guess(name, builtin_names);
}

static bool check_unit(checker *c, const unit *u) {
  ruleset_class built;
  if (!u->is_class || library_class(c->all, u->text) ||
      builtin_read(u->text, &built))
    return true;
  const char *guess = guess_class(c, u->text);
  return diagnose(c->faults, "unknown-class", u->at,
                  guess ? "There is no word class called \"%\". Did you mean "
                          "[%]?"
                        : "There is no word class called \"%\".",
                  "Give it a heading and a list below \"# Words\", or use one "
                  "of the classes that are always there.",
                  u->text, guess);
}

static bool check_operand(void *user, const operand *o) {
  checker *c = user;
  for (size_t n = 0; n < o->count; n++) {
    const alternative *a = &o->items[n];
    if (a->kind == ALTERNATIVE_REMINDER && o->count > 1 &&
        !diagnose(c->faults, "reminder-in-list", a->at,
                  "A reminder cannot be one of several things looked for.",
                  "Let [reminder: …] stand alone between two instructions.",
                  NULL, NULL))
      return false;
    if (a->kind != ALTERNATIVE_PHRASE) continue;
    for (size_t s = 0; s < a->phrase.count; s++)
      for (size_t u = 0; u < a->phrase.slots[s].count; u++)
        if (!check_unit(c, &a->phrase.slots[s].units[u])) return false;
    if (phrase_variants(&a->phrase) > EARSHOT_PHRASE_VARIANTS &&
        !diagnose(c->faults, "too-many-variants", a->at,
                  "This phrase can be read in more than 1,024 ways.",
                  "Put the alternatives into a word class of their own.", NULL,
                  NULL))
      return false;
  }
  return true;
}

/* How deep class `index` is built, or 0 when deeper than allowed (which a
   class made of itself always is). The recursion ends at that depth. */
static unsigned depth_of(checker *c, size_t index, unsigned level) {
  enum { TOO_DEEP = 255 };
  if (c->depth[index] == TOO_DEEP || level > EARSHOT_CLASS_DEPTH) return 0;
  if (c->depth[index]) return c->depth[index];
  unsigned deepest = 0;
  const operand *o = &c->all->classes.items[index].what;
  for (size_t n = 0; n < o->count; n++)
    for (size_t s = 0; s < o->items[n].phrase.count; s++)
      for (size_t u = 0; u < o->items[n].phrase.slots[s].count; u++) {
        const unit *x = &o->items[n].phrase.slots[s].units[u];
        const class_model *used =
            x->is_class ? library_class(c->all, x->text) : NULL;
        if (!used) continue;
        size_t k = (size_t)(used - c->all->classes.items);
        unsigned d = depth_of(c, k, level + 1);
        if (d == 0 || d >= EARSHOT_CLASS_DEPTH) {
          c->depth[index] = TOO_DEEP;
          return 0;
        }
        if (d > deepest) deepest = d;
      }
  c->depth[index] = (uint8_t)(deepest + 1);
  return deepest + 1;
}

static bool check_depth(checker *c, const pack_model *pack) {
  c->depth = arena_alloc(c->scratch, c->all->classes.count + 1);
  if (!c->depth) return false;
  for (size_t n = 0; n < c->all->classes.count; n++) {
    const class_model *k = &c->all->classes.items[n];
    if (depth_of(c, n, 1) || strcmp(k->pack, pack->id) != 0) continue;
    if (!diagnose(c->faults, "class-too-deep", k->at,
                  "The word class \"%\" is made of itself, or of classes more "
                  "than eight deep.",
                  "Follow the [names] in its list, and take one away.", k->name,
                  NULL))
      return false;
  }
  return true;
}

static bool count_patterns(void *user, const operand *o) {
  for (size_t n = 0; n < o->count; n++)
    *(size_t *)user += o->items[n].kind == ALTERNATIVE_PATTERN;
  return true;
}

bool library_room(size_t *patterns, const pack_model *pack, place at,
                  diagnostics *faults) {
  visit_operands(pack, count_patterns, patterns);
  return *patterns <= EARSHOT_PATTERNS ||
         diagnose(faults, "too-many-patterns", at,
                  "With this pack there are more than 1,024 patterns.",
                  "A plain phrase is often enough, and costs less.", NULL,
                  NULL);
}

bool library_check(const library *all, const pack_model *pack, arena *scratch,
                   diagnostics *faults) {
  checker c = {.all = all, .faults = faults, .scratch = scratch};
  return visit_operands(pack, check_operand, &c) && check_depth(&c, pack);
}

/* The words of all classes: strata, lexicon, trie; their patterns. */
#include <string.h>
#include "../limits.h"
#include "build.h"

/* Strata: a class comes after the classes it is made of. The depth has been
   checked, so the recursion is at most EARSHOT_CLASS_DEPTH deep. `known` holds
   the stratum plus one, 0 when not yet worked out. */
static uint32_t stratum_of(builder *b, class_id c, uint32_t *known) {
  if (known[c]) return known[c] - 1;
  uint32_t stratum = 0;
  const operand *o = b->contents.items[c];
  for (size_t n = 0; o && n < o->count; n++)
    for (size_t s = 0; s < o->items[n].phrase.count; s++)
      for (size_t u = 0; u < o->items[n].phrase.slots[s].count; u++) {
        const unit *x = &o->items[n].phrase.slots[s].units[u];
        class_id used = x->is_class ? build_named(b, x->text) : NO_CLASS;
        if (used == NO_CLASS || b->classes.items[used].kind != CLASS_WORDS)
          continue;
        uint32_t above = stratum_of(b, used, known) + 1;
        if (above > stratum) stratum = above;
      }
  known[c] = stratum + 1;
  return stratum;
}

/* Makes the classes that phrases name, so that all are there before strata are
   worked out. */
static bool make_named(builder *b) {
  for (size_t c = 0; c < b->classes.count; c++) {
    const operand *o = b->contents.items[c];
    for (size_t n = 0; o && n < o->count; n++)
      for (size_t s = 0; s < o->items[n].phrase.count; s++)
        for (size_t u = 0; u < o->items[n].phrase.slots[s].count; u++) {
          const unit *x = &o->items[n].phrase.slots[s].units[u];
          if (x->is_class) build_named(b, x->text);
          if (b->memory->failed) return false;
        }
  }
  return true;
}

static bool find_strata(builder *b) {
  if (!make_named(b)) return false;
  uint32_t *known = arena_alloc(b->memory, b->classes.count * sizeof *known);
  if (!known) return false;
  b->out->strata = 1;
  for (size_t c = 0; c < b->classes.count; c++) {
    uint32_t s = stratum_of(b, (class_id)c, known);
    b->classes.items[c].stratum = s;
    if (s + 1 > b->out->strata) b->out->strata = s + 1;
  }
  return true;
}

/* One way to spell a phrase out. A word may be several tokens ("s47"); what
   does not fit is cut, so a monstrous phrase is found by its beginning. */
enum { SPELLING = 4 * EARSHOT_PHRASE_WORDS };
typedef struct {
  uint32_t labels[SPELLING];
  size_t count;
} spelling;

static bool add_label(builder *b, const unit *x, spelling *out) {
  if (out->count == SPELLING) return true;
  uint32_t label;
  if (!x->is_class) {
    uint32_t word = lexicon_add(&b->out->words, b->memory, x->text,
                                strlen(x->text), x->exact);
    if (word == UINT32_MAX) return false;
    label = TRIE_WORD | word;
  } else {
    class_id used = build_named(b, x->text);
    if (used == NO_CLASS) return false;
    label = b->classes.items[used].kind == CLASS_ANY_WORD ? TRIE_ANY
                                                          : TRIE_CLASS | used;
  }
  out->labels[out->count++] = label;
  return true;
}

/* Adds the `choice`-th alternative of a slot to a spelling. */
static bool spell_slot(builder *b, const slot *s, unsigned choice,
                       spelling *out) {
  if (s->gap) {
    if (out->count < SPELLING) out->labels[out->count++] = TRIE_GAP;
    return true;
  }
  unsigned n = 0;
  for (size_t u = 0; u < s->count; u++) {
    if (u > 0 && !s->units[u].joined) n++;
    if (n == choice && !add_label(b, &s->units[u], out)) return false;
  }
  return true;
}

/* Spells the phrase with the optional groups of `set`, in every way: a
   counter with one wheel for each slot. */
static bool spell(builder *b, const phrase *p, unsigned set, class_id c) {
  unsigned wheel[EARSHOT_PHRASE_WORDS + 1] = {0};
  uint32_t root = b->classes.items[c].stratum;
  for (;;) {
    spelling one = {.count = 0};
    for (size_t s = 0; s < p->count; s++) {
      uint8_t option = p->slots[s].option;
      if (option && !(set >> (option - 1) & 1)) continue;
      if (!spell_slot(b, &p->slots[s], wheel[s], &one)) return false;
    }
    if (one.count &&
        !trie_add(&b->out->phrases, b->memory, root, one.labels, one.count, c))
      return false;
    size_t s = 0;
    for (; s < p->count; s++) {
      uint8_t option = p->slots[s].option;
      if (option && !(set >> (option - 1) & 1)) continue;
      if (++wheel[s] < slot_choices(&p->slots[s])) break;
      wheel[s] = 0;
    }
    if (s == p->count) return true;
  }
}

static bool add_phrase(builder *b, const phrase *p, class_id c) {
  for (unsigned set = 0; set < 1u << p->options; set++)
    if (!spell(b, p, set, c)) return false;
  return true;
}

static bool add_content(builder *b, class_id c, size_t *n_patterns,
                        ruleset_pattern *patterns) {
  const operand *o = b->contents.items[c];
  for (size_t n = 0; o && n < o->count; n++) {
    const alternative *a = &o->items[n];
    if (a->kind == ALTERNATIVE_PHRASE && patterns == NULL) continue;
    if (a->kind == ALTERNATIVE_PATTERN) {
      if (patterns) {
        ruleset_pattern *p = &patterns[*n_patterns];
        *p = (ruleset_pattern){.source = &a->pattern, .class = c};
        b->classes.items[c].has_patterns = true;
      }
      ++*n_patterns;
    } else if (a->kind == ALTERNATIVE_PHRASE && !add_phrase(b, &a->phrase, c)) {
      return false;
    }
  }
  return true;
}

static bool add_contents(builder *b) {
  size_t n = 0;
  for (size_t c = 0; c < b->classes.count; c++)
    add_content(b, (class_id)c, &n, NULL);
  ruleset_pattern *patterns =
      arena_alloc(b->memory, (n + 1) * sizeof *patterns);
  if (!patterns) return false;
  n = 0;
  for (size_t c = 0; c < b->classes.count; c++)
    if (!add_content(b, (class_id)c, &n, patterns)) return false;
  b->out->patterns = patterns;
  b->out->n_patterns = n;
  return true;
}

bool build_phrases(builder *b) {
  earshot_ruleset *out = b->out;
  if (!find_strata(b)) return false;
  if (!trie_init(&out->phrases, b->memory, out->strata)) return false;
  if (!add_contents(b) || !build_sieve(b)) return false;
  class_id none = out->not_a_name;
  starts_no_name no_name = {
      .class = none,
      .root = none == NO_CLASS ? 0 : b->classes.items[none].stratum};
  return starts_build(&out->starts, b->memory, &out->words, &out->phrases,
                      out->strata, b->classes.count, no_name);
}

#include "starts.h"

#include "../limits.h"

_Static_assert(EARSHOT_CLASS_DEPTH < 14, "a bit for each root");

enum { LABEL = ~TRIE_ANY };

/* The first steps from all roots, word by word. */
typedef struct {
  uint32_t root, node;
} first_step;

typedef struct {
  uint32_t *from; /* of each word, and one more: index in `steps` */
  first_step *steps;
} by_word;

static bool is_first_word(const trie_edge *e, uint32_t roots) {
  return e->child && e->node < roots && (e->label & TRIE_ANY) == TRIE_WORD;
}

/* Counting sort of the words that lead from a root. Filled from the back, so
   that `from` ends up as where each word begins. */
static bool sort_words(by_word *w, arena *a, const trie *t, uint32_t roots,
                       uint32_t n_words) {
  w->from = arena_alloc(a, (n_words + 1) * sizeof *w->from);
  w->steps = arena_alloc(a, t->n_edges * sizeof *w->steps);
  if (!w->from || !w->steps) return false;
  for (uint32_t i = 0; i < t->capacity; i++)
    if (is_first_word(&t->edges[i], roots)) w->from[t->edges[i].label]++;
  for (uint32_t n = 1; n <= n_words; n++) w->from[n] += w->from[n - 1];
  for (uint32_t i = t->capacity; i-- > 0;) {
    const trie_edge *e = &t->edges[i];
    if (is_first_word(e, roots))
      w->steps[--w->from[e->label]] =
          (first_step){.root = e->node, .node = e->child};
  }
  return true;
}

static void mark_classes(starts *s, const trie *t, uint32_t roots) {
  for (uint32_t i = 0; i < t->capacity; i++) {
    const trie_edge *e = &t->edges[i];
    if (e->child && e->node < roots && (e->label & TRIE_ANY) == TRIE_CLASS)
      s->classes[e->label & LABEL] |= (uint16_t)(1u << e->node);
  }
}

static bool add(starts *s, arena *a, phrase_start x) {
  phrase_start *items =
      arena_grow(a, s->items, s->n_items, &s->capacity, sizeof *items);
  if (!items) return false;
  s->items = items;
  items[s->n_items++] = x;
  return true;
}

/* What one first step sets going. */
static bool add_step(starts *s, arena *a, const trie *t, const first_step *x) {
  const trie_node *node = &t->nodes[x->node];
  phrase_start one = {.root = (uint16_t)x->root, .node = x->node};
  for (uint32_t e = node->end; e; e = t->ends[e - 1].next) {
    one.what = t->ends[e - 1].class;
    if (!add(s, a, one)) return false;
  }
  one.goes_on = true;
  one.what = starts_fold(node->labels);
  return !node->has || add(s, a, one);
}

/* The same of all the words that a form belongs to. */
static bool add_form(starts *s, arena *a, const lexicon *words, const trie *t,
                     const by_word *known, size_t f) {
  s->forms[f].leads = TRIE_ALWAYS;
  uint32_t l = words->forms[f].first;
  for (; l; l = words->links[l - 1].next) {
    uint32_t w = words->links[l - 1].word;
    s->forms[f].leads |= trie_bit(TRIE_WORD | w);
    for (uint32_t i = known->from[w]; i < known->from[w + 1]; i++)
      if (!add_step(s, a, t, &known->steps[i])) return false;
  }
  return true;
}

/* Puts items from `from` on in order of root, all else as it was. */
static void sort_by_root(starts *s, size_t from) {
  for (size_t i = from + 1; i < s->n_items; i++) {
    phrase_start x = s->items[i];
    size_t j = i;
    for (; j > from && s->items[j - 1].root > x.root; j--)
      s->items[j] = s->items[j - 1];
    s->items[j] = x;
  }
}

/* Bits for the roots from which form `f` starts. */
static uint16_t roots_of(const starts *s, size_t f,
                         const starts_no_name *no_name) {
  uint16_t roots = 0;
  for (uint32_t i = s->forms[f].from; i < s->forms[f + 1].from; i++) {
    const phrase_start *x = &s->items[i];
    roots |= (uint16_t)(1u << x->root);
    if (x->root == no_name->root && !x->goes_on && x->what == no_name->class)
      roots |= STARTS_NO_NAME;
  }
  return roots;
}

bool starts_build(starts *s, arena *a, const lexicon *words, const trie *t,
                  uint32_t roots, size_t n_classes, starts_no_name no_name) {
  by_word known;
  s->forms = arena_alloc(a, (words->n_forms + 1) * sizeof *s->forms);
  s->classes = arena_alloc(a, n_classes * sizeof *s->classes);
  if (!s->forms || !s->classes ||
      !sort_words(&known, a, t, roots, words->n_words))
    return false;
  mark_classes(s, t, roots);
  for (size_t f = 0; f < words->n_forms; f++) {
    if (!add_form(s, a, words, t, &known, f)) return false;
    sort_by_root(s, s->forms[f].from);
    s->forms[f + 1].from = (uint32_t)s->n_items;
    s->forms[f].roots = roots_of(s, f, &no_name);
  }
  return true;
}

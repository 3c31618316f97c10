#include "starts.h"

#include "../limits.h"

_Static_assert(EARSHOT_CLASS_DEPTH < 14, "a bit for each root");

enum { LABEL = ~TRIE_ANY };

static bool is_first_word(const trie_edge *e, uint32_t roots) {
  return e->child && e->node < roots && (e->label & TRIE_ANY) == TRIE_WORD;
}

/* Counting sort of the words that lead from a root. Filled from the back, so
   that `from` ends up as where each word begins. */
static void sort_words(starts *s, const trie *t, uint32_t roots,
                       uint32_t n_words) {
  for (uint32_t i = 0; i < t->capacity; i++)
    if (is_first_word(&t->edges[i], roots)) s->from[t->edges[i].label]++;
  for (uint32_t w = 1; w <= n_words; w++) s->from[w] += s->from[w - 1];
  for (uint32_t i = t->capacity; i-- > 0;) {
    const trie_edge *e = &t->edges[i];
    if (is_first_word(e, roots))
      s->items[--s->from[e->label]] =
          (phrase_start){.root = e->node, .node = e->child};
  }
}

static void mark_classes(starts *s, const trie *t, uint32_t roots) {
  for (uint32_t i = 0; i < t->capacity; i++) {
    const trie_edge *e = &t->edges[i];
    if (e->child && e->node < roots && (e->label & TRIE_ANY) == TRIE_CLASS)
      s->classes[e->label & LABEL] |= (uint16_t)(1u << e->node);
  }
}

static bool ends_in(const trie *t, uint32_t node, uint32_t class) {
  for (uint32_t e = t->nodes[node].end; e; e = t->ends[e - 1].next)
    if (t->ends[e - 1].class == class) return true;
  return false;
}

/* Bits for the roots from which a form starts. */
static uint16_t roots_of(const starts *s, const lexicon *words, const trie *t,
                         uint32_t first, const starts_no_name *no_name) {
  uint16_t roots = 0;
  for (uint32_t l = first; l; l = words->links[l - 1].next) {
    uint32_t w = words->links[l - 1].word;
    for (uint32_t i = s->from[w]; i < s->from[w + 1]; i++) {
      const phrase_start *x = &s->items[i];
      roots |= (uint16_t)(1u << x->root);
      if (x->root == no_name->root && ends_in(t, x->node, no_name->class))
        roots |= STARTS_NO_NAME;
    }
  }
  return roots;
}

bool starts_build(starts *s, arena *a, const lexicon *words, const trie *t,
                  uint32_t roots, size_t n_classes, starts_no_name no_name) {
  s->from = arena_alloc(a, (words->n_words + 1) * sizeof *s->from);
  s->items = arena_alloc(a, t->n_edges * sizeof *s->items);
  s->roots = arena_alloc(a, words->n_forms * sizeof *s->roots);
  s->classes = arena_alloc(a, n_classes * sizeof *s->classes);
  if (!s->from || !s->items || !s->roots || !s->classes) return false;
  sort_words(s, t, roots, words->n_words);
  mark_classes(s, t, roots);
  for (size_t f = 0; f < words->n_forms; f++)
    s->roots[f] = roots_of(s, words, t, words->forms[f].first, &no_name);
  return true;
}

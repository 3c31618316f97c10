#include "trie.h"

static bool grow(trie *t, arena *a) {
  trie bigger = *t;
  bigger.seed++;
  bigger.capacity = t->capacity ? t->capacity * 2 : 1024;
  bigger.edges = arena_alloc(a, bigger.capacity * sizeof *bigger.edges);
  if (!bigger.edges) return false;
  for (uint32_t i = 0; i < t->capacity; i++) {
    const trie_edge *e = &t->edges[i];
    if (e->child) *trie_probe(&bigger, e->node, e->label) = *e;
  }
  *t = bigger;
  return true;
}

/* Is the empty slot of a new edge further from where it belongs than chance
   would have it? Then another seed and more room are due. */
static bool piled_up(const trie *t, const trie_edge *e, uint32_t node,
                     uint32_t label) {
  enum { PILED_UP = 64, ROOMY = 32 };
  uint32_t at = (uint32_t)(e - t->edges);
  uint32_t passed = (at - trie_hash(t, node, label)) & (t->capacity - 1);
  return !e->child && passed > PILED_UP && t->capacity / ROOMY < t->n_edges;
}

/* The number of a new node, or UINT32_MAX. */
static uint32_t add_node(trie *t, arena *a) {
  trie_node *nodes =
      arena_grow(a, t->nodes, t->n_nodes, &t->nodes_capacity, sizeof *nodes);
  if (!nodes) return UINT32_MAX;
  t->nodes = nodes;
  t->nodes[t->n_nodes] = (trie_node){0};
  return (uint32_t)t->n_nodes++;
}

bool trie_init(trie *t, arena *a, uint32_t roots) {
  *t = (trie){0};
  if (!grow(t, a)) return false;
  for (uint32_t i = 0; i < roots; i++)
    if (add_node(t, a) == UINT32_MAX) return false;
  return true;
}

bool trie_add(trie *t, arena *a, uint32_t root, const uint32_t *labels,
              size_t count, uint32_t class) {
  uint32_t node = root;
  for (size_t i = 0; i < count; i++) {
    if (t->n_edges * 2 >= t->capacity && !grow(t, a)) return false;
    trie_edge *e = trie_probe(t, node, labels[i]);
    if (piled_up(t, e, node, labels[i])) {
      if (!grow(t, a)) return false;
      e = trie_probe(t, node, labels[i]);
    }
    if (!e->child) {
      uint32_t child = add_node(t, a);
      if (child == UINT32_MAX) return false;
      *e = (trie_edge){.node = node, .label = labels[i], .child = child};
      t->n_edges++;
      t->nodes[node].has |= 1u << (labels[i] >> 30);
      t->nodes[node].labels |= trie_bit(labels[i]);
    }
    node = e->child;
  }
  for (uint32_t e = t->nodes[node].end; e; e = t->ends[e - 1].next)
    if (t->ends[e - 1].class == class) return true;
  trie_end *ends =
      arena_grow(a, t->ends, t->n_ends, &t->ends_capacity, sizeof *ends);
  if (!ends) return false;
  t->ends = ends;
  t->ends[t->n_ends++] = (trie_end){.class = class, .next = t->nodes[node].end};
  t->nodes[node].end = (uint32_t)t->n_ends;
  return true;
}

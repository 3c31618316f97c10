#include "trie.h"

static uint32_t mix(uint32_t node, uint32_t label) {
  /* Fibonacci hashing (Knuth, TAOCP 3, 6.4) of both halves. */
  uint64_t h = ((uint64_t)node << 32 | label) * 0x9E3779B97F4A7C15u;
  return (uint32_t)(h >> 32);
}

static trie_edge *probe(const trie *t, uint32_t node, uint32_t label) {
  uint32_t mask = t->capacity - 1;
  for (uint32_t i = mix(node, label) & mask;; i = (i + 1) & mask) {
    trie_edge *e = &t->edges[i];
    if (!e->child || (e->node == node && e->label == label)) return e;
  }
}

static bool grow(trie *t, arena *a) {
  trie bigger = *t;
  bigger.capacity = t->capacity ? t->capacity * 2 : 1024;
  bigger.edges = arena_alloc(a, bigger.capacity * sizeof *bigger.edges);
  if (!bigger.edges) return false;
  for (uint32_t i = 0; i < t->capacity; i++) {
    const trie_edge *e = &t->edges[i];
    if (e->child) *probe(&bigger, e->node, e->label) = *e;
  }
  *t = bigger;
  return true;
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
    trie_edge *e = probe(t, node, labels[i]);
    if (!e->child) {
      uint32_t child = add_node(t, a);
      if (child == UINT32_MAX) return false;
      *e = (trie_edge){.node = node, .label = labels[i], .child = child};
      t->n_edges++;
      t->nodes[node].has |= 1u << (labels[i] >> 30);
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

uint32_t trie_step(const trie *t, uint32_t node, uint32_t label) {
  return probe(t, node, label)->child;
}

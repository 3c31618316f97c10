/* Phrases as paths: one trie for all, its edges in one hash table. */
#ifndef EARSHOT_TRIE_H
#define EARSHOT_TRIE_H

#include "../arena.h"

/* An edge is followed by a word of the lexicon, by evidence of a class, by a
   gap of a few words, or by any word. */
#define TRIE_WORD (0u << 30)
#define TRIE_CLASS (1u << 30)
#define TRIE_GAP (2u << 30)
#define TRIE_ANY (3u << 30)

/* What edges a node has, so that most look-ups can be left out. */
enum {
  TRIE_HAS_WORD = 1,
  TRIE_HAS_CLASS = 2,
  TRIE_HAS_GAP = 4,
  TRIE_HAS_ANY = 8
};

typedef struct {
  uint32_t node, label, child; /* child 0: the slot is empty */
} trie_edge;

typedef struct {
  uint32_t end; /* first trie_end plus 1, or 0 */
  uint32_t has;
  uint64_t labels; /* bit for each label its edges have, by trie_bit */
} trie_node;

/* One of 64 bits for a label, to tell most that are not there. */
static inline uint64_t trie_bit(uint32_t label) {
  return (uint64_t)1 << (label * 0x9E3779B1u >> 26);
}

/* What leads on from a node wherever it is. */
#define TRIE_ALWAYS (trie_bit(TRIE_ANY) | trie_bit(TRIE_GAP))

/* A phrase of this class ends here. */
typedef struct {
  uint32_t class, next;
} trie_end;

typedef struct {
  trie_node *nodes;
  size_t n_nodes, nodes_capacity;
  trie_edge *edges;
  uint32_t n_edges, capacity; /* a power of two */
  uint32_t seed; /* of the hash: changed when a pack's edges collide */
  trie_end *ends;
  size_t n_ends, ends_capacity;
} trie;

/* Makes `roots` nodes, numbered from 0. False when memory is out. */
bool trie_init(trie *t, arena *a, uint32_t roots);

/* Enters a phrase of `class` below `root`. False when memory is out. */
bool trie_add(trie *t, arena *a, uint32_t root, const uint32_t *labels,
              size_t count, uint32_t class);

/* Fibonacci hashing (Knuth, TAOCP 3, 6.4) of both. */
static inline uint32_t trie_hash(const trie *t, uint32_t node, uint32_t label) {
  uint64_t h = ((uint64_t)(node + t->seed) << 32 | label) * 0x9E3779B97F4A7C15u;
  return (uint32_t)(h >> 32);
}

/* The edge from `node` by `label`, or the empty slot for it. */
static inline trie_edge *trie_probe(const trie *t, uint32_t node,
                                    uint32_t label) {
  for (uint32_t i = trie_hash(t, node, label);; i++) {
    trie_edge *e = &t->edges[i & (t->capacity - 1)];
    if (!e->child || (e->node == node && e->label == label)) return e;
  }
}

/* The child of `node` by `label`, or 0. */
static inline uint32_t trie_step(const trie *t, uint32_t node, uint32_t label) {
  if (!(t->nodes[node].labels & trie_bit(label))) return 0;
  return trie_probe(t, node, label)->child;
}

#endif

#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

/* An ordinary block. Larger requests get a block of their own, rounded up so
   that a request which grows a little with every key typed mostly finds the
   block of the time before. */
#define ARENA_BLOCK ((size_t)32 * 1024)

/* More than this is a miscalculation, not a wish. */
#define ARENA_ABSURD (SIZE_MAX / 4)

struct arena_block {
  arena_block *next;
  size_t size, used;
  alignas(max_align_t) unsigned char bytes[];
};

static size_t round_up(size_t size, size_t unit) {
  return (size + unit - 1) / unit * unit;
}

static size_t block_size(size_t size) {
  if (size <= ARENA_BLOCK) return ARENA_BLOCK;
  size_t unit = ARENA_BLOCK;
  while (unit <= size / 8) unit *= 2;
  return round_up(size, unit);
}

static void free_list(arena *a, arena_block **list) {
  while (*list) {
    arena_block *block = *list;
    *list = block->next;
    a->allocator.free(a->allocator.user, block);
  }
}

/* The smallest spare block with room for `size`, out of the list. */
static arena_block *take_spare(arena *a, size_t size) {
  arena_block **best = NULL;
  for (arena_block **b = &a->spare; *b; b = &(*b)->next)
    if ((*b)->size >= size && (!best || (*b)->size < (*best)->size)) best = b;
  if (!best) return NULL;
  arena_block *block = *best;
  *best = block->next;
  return block;
}

static arena_block *new_block(arena *a, size_t size) {
  size_t bytes = block_size(size);
  size_t whole = sizeof(arena_block) + bytes;
  arena_block *block = a->allocator.alloc(a->allocator.user, whole);
  if (!block && a->spare) {
    /* Memory held for later is worth less than memory wanted now. */
    free_list(a, &a->spare);
    block = a->allocator.alloc(a->allocator.user, whole);
  }
  if (block) block->size = bytes;
  return block;
}

void arena_init(arena *a, earshot_allocator allocator) {
  *a = (arena){.allocator = allocator};
}

void *arena_alloc(arena *a, size_t size) {
  void *piece = arena_alloc_dirty(a, size);
  return piece ? memset(piece, 0, size) : NULL;
}

void *arena_alloc_dirty(arena *a, size_t size) {
  if (size > ARENA_ABSURD) {
    a->failed = true;
    return NULL;
  }
  size = round_up(size ? size : 1, alignof(max_align_t));
  arena_block *block = a->blocks;
  if (!block || block->size - block->used < size) {
    block = take_spare(a, size);
    if (!block) {
      /* Spares too small for a large request would pile up, one for each size
         a growing draft has had. */
      if (size > ARENA_BLOCK) free_list(a, &a->spare);
      block = new_block(a, size);
    }
    if (!block) {
      a->failed = true;
      return NULL;
    }
    block->used = 0;
    block->next = a->blocks;
    a->blocks = block;
  }
  void *piece = block->bytes + block->used;
  block->used += size;
  return piece;
}

char *arena_copy(arena *a, const char *bytes, size_t len) {
  if (len > ARENA_ABSURD) {
    a->failed = true;
    return NULL;
  }
  char *copy = arena_alloc(a, len + 1);
  if (copy && len) memcpy(copy, bytes, len);
  return copy;
}

void *arena_grow(arena *a, void *items, size_t count, size_t *capacity,
                 size_t size) {
  if (count < *capacity) return items;
  size_t wanted = *capacity ? *capacity * 2 : 8;
  if (wanted <= count) wanted = count + 1;
  if (count >= ARENA_ABSURD || wanted > ARENA_ABSURD / (size ? size : 1)) {
    a->failed = true;
    return NULL;
  }
  unsigned char *larger = arena_alloc_dirty(a, wanted * size);
  if (!larger) return NULL;
  if (count) memcpy(larger, items, count * size);
  memset(larger + count * size, 0, (wanted - count) * size);
  *capacity = wanted;
  return larger;
}

void arena_trim(arena *a, void *piece, size_t size) {
  arena_block *block = a->blocks;
  if (!block) return;
  size_t start = (size_t)((unsigned char *)piece - block->bytes);
  size_t end = start + round_up(size ? size : 1, alignof(max_align_t));
  if (end < block->used) block->used = end;
}

void arena_reset(arena *a) {
  while (a->blocks) {
    arena_block *block = a->blocks;
    a->blocks = block->next;
    block->next = a->spare;
    a->spare = block;
  }
  a->failed = false;
}

void arena_free(arena *a) {
  free_list(a, &a->blocks);
  free_list(a, &a->spare);
  a->failed = false;
}

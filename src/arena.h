/* Memory that is given back all at once.

   There are three lifetimes (compile, ruleset, check) and each has an arena.
   An arena takes blocks from an earshot_allocator, hands out aligned zeroed
   pieces and is never freed piecemeal. When the allocator fails the call
   returns NULL and `failed` stays set until the next reset, so that a function
   may make several requests and look once. */
#ifndef EARSHOT_ARENA_H
#define EARSHOT_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include "earshot.h"

typedef struct arena_block arena_block;

typedef struct {
  earshot_allocator allocator;
  arena_block *blocks; /* newest first */
  arena_block *spare;  /* kept by a reset for the next use */
  bool failed;
} arena;

void arena_init(arena *a, earshot_allocator allocator);

/* `size` zeroed bytes aligned for any type, owned by the arena; NULL when
   memory is out or `size` is absurd. A size of 0 gives a valid pointer. */
void *arena_alloc(arena *a, size_t size);

/* The same, but what is in it is left as it is: for large pieces of which only
   a little will be used. */
void *arena_alloc_dirty(arena *a, size_t size);

/* A copy of `len` bytes with a NUL behind them, or NULL. */
char *arena_copy(arena *a, const char *bytes, size_t len);

/* Room for one more in a growing array of `count` items of `size` bytes:
   returns `items` or a larger copy of it and updates *capacity; NULL when
   memory is out (the old items stay valid). The new room is zeroed. */
void *arena_grow(arena *a, void *items, size_t count, size_t *capacity,
                 size_t size);

/* Gives back the end of `piece`, the newest one handed out, so that `size`
   bytes of it remain. */
void arena_trim(arena *a, void *piece, size_t size);

/* Forgets everything handed out; keeps the blocks for the next use. */
void arena_reset(arena *a);

/* Gives every block back to the allocator. */
void arena_free(arena *a);

#endif

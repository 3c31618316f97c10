#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "arena.h"

/* Counts what is out, and fails after `left` more requests. */
typedef struct {
  size_t out, asked, left;
  size_t biggest;
} account;

static void *counted_alloc(void *user, size_t size) {
  account *c = user;
  if (!c->left) return NULL;
  c->left--;
  c->asked++;
  c->out++;
  if (size > c->biggest) c->biggest = size;
  void *memory = malloc(size);
  if (memory) memset(memory, 0xA5, size); /* dirt that must not be seen */
  return memory;
}

static void counted_free(void *user, void *memory) {
  account *c = user;
  c->out--;
  free(memory);
}

static arena counted(account *c) {
  arena a;
  arena_init(&a, (earshot_allocator){counted_alloc, counted_free, c});
  return a;
}

static void pieces_are_zeroed_aligned_and_apart(void **state) {
  (void)state;
  account c = {.left = SIZE_MAX};
  arena a = counted(&c);
  unsigned char *before = NULL;
  size_t before_size = 0;
  for (size_t size = 0; size < 3000; size += 7) {
    unsigned char *piece = arena_alloc(&a, size);
    assert_non_null(piece);
    assert_int_equal((uintptr_t)piece % _Alignof(max_align_t), 0);
    for (size_t i = 0; i < size; i++) assert_int_equal(piece[i], 0);
    memset(piece, 0xFF, size);
    for (size_t i = 0; i < before_size; i++)
      assert_int_equal(before[i], 0xFF - 1);
    memset(piece, 0xFF - 1, size);
    before = piece;
    before_size = size;
  }
  arena_free(&a);
  assert_int_equal(c.out, 0);
}

static void large_pieces_fit(void **state) {
  (void)state;
  account c = {.left = SIZE_MAX};
  arena a = counted(&c);
  for (size_t size = 1; size <= (size_t)8 << 20; size *= 2) {
    char *piece = arena_alloc(&a, size);
    assert_non_null(piece);
    piece[0] = piece[size - 1] = 'x';
  }
  arena_free(&a);
  assert_int_equal(c.out, 0);
}

static void copies_end_in_nul(void **state) {
  (void)state;
  account c = {.left = SIZE_MAX};
  arena a = counted(&c);
  char *copy = arena_copy(&a, "kettle on", 6);
  assert_string_equal(copy, "kettle");
  assert_string_equal(arena_copy(&a, NULL, 0), "");
  arena_free(&a);
}

static void arrays_grow_and_keep_their_items(void **state) {
  (void)state;
  account c = {.left = SIZE_MAX};
  arena a = counted(&c);
  uint32_t *items = NULL;
  size_t capacity = 0;
  for (uint32_t i = 0; i < 5000; i++) {
    items = arena_grow(&a, items, i, &capacity, sizeof *items);
    assert_non_null(items);
    assert_true(capacity > i);
    assert_int_equal(items[i], 0);
    items[i] = i * 3;
  }
  for (uint32_t i = 0; i < 5000; i++) assert_int_equal(items[i], i * 3);
  arena_free(&a);
  assert_int_equal(c.out, 0);
}

static void absurd_sizes_are_refused(void **state) {
  (void)state;
  account c = {.left = SIZE_MAX};
  arena a = counted(&c);
  assert_null(arena_alloc(&a, SIZE_MAX));
  assert_true(a.failed);
  arena_reset(&a);
  assert_false(a.failed);
  assert_null(arena_copy(&a, "x", SIZE_MAX));
  size_t capacity = SIZE_MAX / 8;
  assert_null(arena_grow(&a, &c, capacity, &capacity, 64));
  assert_int_equal(capacity, SIZE_MAX / 8);
  assert_true(a.failed);
  assert_int_equal(c.asked, 0);
  arena_free(&a);
}

static void a_failure_is_remembered_until_reset(void **state) {
  (void)state;
  account c = {.left = 1};
  arena a = counted(&c);
  char *first = arena_alloc(&a, 100);
  assert_non_null(first);
  assert_null(arena_alloc(&a, 1 << 20));
  assert_true(a.failed);
  assert_non_null(arena_alloc(&a, 100)); /* what is there is still good */
  assert_true(a.failed);
  arena_reset(&a);
  assert_false(a.failed);
  arena_free(&a);
  assert_int_equal(c.out, 0);
}

static void a_failed_growth_leaves_the_array(void **state) {
  (void)state;
  account c = {.left = 1};
  arena a = counted(&c);
  size_t capacity = 4000;
  uint64_t *items = arena_alloc(&a, capacity * sizeof *items);
  items[3999] = 7;
  assert_null(arena_grow(&a, items, capacity, &capacity, sizeof *items));
  assert_int_equal(capacity, 4000);
  assert_int_equal(items[3999], 7);
  arena_free(&a);
}

static void reset_reuses_blocks(void **state) {
  (void)state;
  account c = {.left = SIZE_MAX};
  arena a = counted(&c);
  for (int round = 0; round < 50; round++) {
    for (int i = 0; i < 100; i++) {
      unsigned char *piece = arena_alloc(&a, 1000);
      assert_int_equal(piece[999], 0);
      memset(piece, 1, 1000);
    }
    arena_reset(&a);
  }
  assert_true(c.asked < 10);
  arena_free(&a);
  assert_int_equal(c.out, 0);
}

/* A draft that grows key by key asks for a little more every time. */
static void growing_requests_do_not_pile_up(void **state) {
  (void)state;
  account c = {.left = SIZE_MAX};
  arena a = counted(&c);
  for (size_t size = 1 << 20; size < (size_t)3 << 20; size += 320) {
    assert_non_null(arena_alloc(&a, size));
    assert_non_null(arena_alloc(&a, 64));
    arena_reset(&a);
    assert_true(c.out <= 3);
  }
  assert_true(c.biggest < ((size_t)3 << 20) * 5 / 4);
  assert_true(c.asked < 60);
  arena_free(&a);
}

/* Spare blocks are given back when memory is short elsewhere. */
static void spares_make_room(void **state) {
  (void)state;
  account c = {.left = 2};
  arena a = counted(&c);
  assert_non_null(arena_alloc(&a, 100));
  arena_reset(&a);
  c.left = 0;
  assert_non_null(arena_alloc(&a, 100)); /* from the spare */
  arena_reset(&a);
  assert_null(arena_alloc(&a, 1 << 20));
  assert_int_equal(c.out, 0);
  arena_free(&a);
}

static void trimming_gives_back_the_end(void **state) {
  (void)state;
  account c = {.left = SIZE_MAX};
  arena a = counted(&c);
  unsigned char *big = arena_alloc(&a, 1 << 20);
  memset(big, 0xEE, 1 << 20);
  arena_trim(&a, big, 100);
  unsigned char *next = arena_alloc(&a, 5000);
  assert_true(next > big && next < big + 200);
  assert_int_equal(big[99], 0xEE);
  for (int i = 0; i < 5000; i++) assert_int_equal(next[i], 0);
  assert_int_equal(c.asked, 1);
  arena_trim(&a, next, 1 << 30); /* never grows */
  assert_true((unsigned char *)arena_alloc(&a, 1) <= next + 5008);
  arena_free(&a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(pieces_are_zeroed_aligned_and_apart),
      cmocka_unit_test(large_pieces_fit),
      cmocka_unit_test(copies_end_in_nul),
      cmocka_unit_test(arrays_grow_and_keep_their_items),
      cmocka_unit_test(absurd_sizes_are_refused),
      cmocka_unit_test(a_failure_is_remembered_until_reset),
      cmocka_unit_test(a_failed_growth_leaves_the_array),
      cmocka_unit_test(reset_reuses_blocks),
      cmocka_unit_test(growing_requests_do_not_pile_up),
      cmocka_unit_test(spares_make_room),
      cmocka_unit_test(trimming_gives_back_the_end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

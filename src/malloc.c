/* The allocator most callers want. */
#include <stdlib.h>
#include "earshot.h"

static void *take(void *user, size_t size) {
  (void)user;
  return malloc(size);
}

static void give(void *user, void *memory) {
  (void)user;
  free(memory);
}

earshot_allocator earshot_malloc(void) {
  return (earshot_allocator){take, give, NULL};
}

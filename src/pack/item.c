#include "item.h"

#include <string.h>

place item_place(const item *i, size_t offset) {
  return outline_place(i->outline, i->block, offset);
}

bool item_fault(const item *i, size_t offset, const char *code,
                const char *message, const char *help, const char *first) {
  return diagnose(i->faults, code, item_place(i, offset), message, help, first,
                  NULL);
}

char *item_string(arena *a, const char *bytes, size_t len, bool lower) {
  char *out = arena_alloc(a, len + 1), *end = out;
  if (!out) return NULL;
  bool gap = false;
  for (size_t i = 0; i < len; i++) {
    char c = bytes[i];
    if (c == ' ' || c == '\n' || c == '\t' || c == '\0') {
      gap = end > out;
      continue;
    }
    if (gap) *end++ = ' ';
    gap = false;
    if (lower && c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
    *end++ = c;
  }
  *end = '\0';
  return out;
}

int level_named(const char *name, size_t len) {
  for (int l = 0; l < EARSHOT_LEVELS; l++) {
    const char *known = earshot_level_name((earshot_level)l);
    if (strlen(known) == len && memcmp(known, name, len) == 0) return l;
  }
  return -1;
}

void *arena_grow_or_keep(arena *a, void *items, size_t count, size_t *capacity,
                         size_t size) {
  void *grown = arena_grow(a, items, count, capacity, size);
  return grown ? grown : items;
}

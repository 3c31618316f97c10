#include "lexicon.h"

#include <string.h>
#include "../words/inflect.h"

/* FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
static uint32_t hash(const char *text, size_t len) {
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < len; i++) h = (h ^ (uint8_t)text[i]) * 16777619u;
  return h;
}

static lexicon_form *probe(const lexicon *l, uint32_t h, const char *text,
                           size_t len) {
  for (uint32_t i = h & (l->capacity - 1);; i = (i + 1) & (l->capacity - 1)) {
    lexicon_form *f = &l->forms[i];
    if (!f->first && !f->len) return f;
    if (f->hash == h && f->len == len &&
        memcmp(l->bytes + f->text, text, len) == 0)
      return f;
  }
}

static bool grow(lexicon *l, arena *a) {
  lexicon bigger = *l;
  bigger.capacity = l->capacity ? l->capacity * 2 : 1024;
  bigger.forms = arena_alloc(a, bigger.capacity * sizeof *bigger.forms);
  if (!bigger.forms) return false;
  for (uint32_t i = 0; i < l->capacity; i++) {
    const lexicon_form *f = &l->forms[i];
    if (f->len) *probe(&bigger, f->hash, l->bytes + f->text, f->len) = *f;
  }
  *l = bigger;
  return true;
}

static bool add_bytes(lexicon *l, arena *a, const char *text, size_t len) {
  if (l->n_bytes + len > l->bytes_capacity) {
    size_t capacity = 2 * l->bytes_capacity + len + 4096;
    char *bytes = arena_alloc(a, capacity);
    if (!bytes) return false;
    if (l->n_bytes) memcpy(bytes, l->bytes, l->n_bytes);
    l->bytes = bytes;
    l->bytes_capacity = capacity;
  }
  memcpy(l->bytes + l->n_bytes, text, len);
  l->n_bytes += len;
  return true;
}

/* The entry of a form, made when it is new; NULL when memory is out. */
static lexicon_form *enter(lexicon *l, arena *a, const char *text, size_t len) {
  if (l->n_forms * 2 >= l->capacity && !grow(l, a)) return NULL;
  uint32_t h = hash(text, len);
  lexicon_form *f = probe(l, h, text, len);
  if (f->len) return f;
  size_t at = l->n_bytes;
  if (!add_bytes(l, a, text, len)) return NULL;
  *f = (lexicon_form){.hash = h, .text = (uint32_t)at, .len = (uint32_t)len};
  l->n_forms++;
  return f;
}

typedef struct {
  lexicon *lexicon;
  arena *arena;
  uint32_t word;
} adder;

static bool add_form(void *user, const char *form, size_t len) {
  adder *add = user;
  lexicon *l = add->lexicon;
  lexicon_form *f = enter(l, add->arena, form, len);
  if (!f) return false;
  lexicon_link *links = arena_grow(add->arena, l->links, l->n_links,
                                   &l->links_capacity, sizeof *links);
  if (!links) return false;
  l->links = links;
  l->links[l->n_links++] = (lexicon_link){.word = add->word, .next = f->first};
  f->first = (uint32_t)l->n_links;
  return true;
}

uint32_t lexicon_add(lexicon *l, arena *a, const char *text, size_t len,
                     bool exact) {
  lexicon_form *f = enter(l, a, text, len);
  if (!f) return UINT32_MAX;
  if (f->own[exact]) return f->own[exact] - 1;
  uint32_t word = l->n_words++;
  f->own[exact] = word + 1; /* before more forms move the table */
  adder add = {.lexicon = l, .arena = a, .word = word};
  bool ok =
      exact ? add_form(&add, text, len) : inflect(text, len, add_form, &add);
  return ok ? word : UINT32_MAX;
}

uint32_t lexicon_find(const lexicon *l, const char *form, size_t len) {
  if (!l->capacity || !len) return 0;
  return probe(l, hash(form, len), form, len)->first;
}

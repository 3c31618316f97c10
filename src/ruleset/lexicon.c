#include "lexicon.h"

#include "../words/inflect.h"

/* Slots that a search may pass by: a pack whose words pile up further than
   chance would have it gets another seed and more room. */
enum { PILED_UP = 64, ROOMY = 32 };

static bool grow(lexicon *l, arena *a) {
  lexicon bigger = *l;
  bigger.seed++;
  bigger.capacity = l->capacity ? l->capacity * 2 : 1024;
  bigger.slots = arena_alloc(a, bigger.capacity * sizeof *bigger.slots);
  if (!bigger.slots) return false;
  for (uint32_t i = 0; i < l->capacity; i++) {
    const lexicon_slot *s = &l->slots[i];
    if (!s->form) continue;
    const lexicon_form *f = &l->forms[s->form - 1];
    const char *text = l->bytes + f->text;
    uint32_t hash = hash_text(bigger.seed, text, f->len);
    *lexicon_probe(&bigger, hash, text, f->len) =
        (lexicon_slot){.hash = hash, .form = s->form};
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

/* The entry of a form, made when it is new; NULL when memory is out. It moves
   when the next one is made. */
static lexicon_form *enter(lexicon *l, arena *a, const char *text, size_t len) {
  if (l->n_forms * 2 >= l->capacity && !grow(l, a)) return NULL;
  uint32_t hash = hash_text(l->seed, text, len);
  lexicon_slot *slot = lexicon_probe(l, hash, text, len);
  if (slot->form) return &l->forms[slot->form - 1];
  lexicon_form *forms =
      arena_grow(a, l->forms, l->n_forms, &l->forms_capacity, sizeof *forms);
  if (!forms) return NULL;
  l->forms = forms;
  size_t at = l->n_bytes;
  if (!add_bytes(l, a, text, len)) return NULL;
  lexicon_form *f = &forms[l->n_forms++];
  *f = (lexicon_form){.text = (uint32_t)at, .len = (uint32_t)len};
  *slot = (lexicon_slot){.hash = hash, .form = (uint32_t)l->n_forms};
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

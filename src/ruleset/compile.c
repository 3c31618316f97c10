/* earshot_compile: packs in, a ruleset out. */
#include <string.h>
#include "../limits.h"
#include "../pack/read.h"
#include "build.h"

typedef struct {
  earshot_ruleset *out;
  arena scratch, cmark;
  library all;
  size_t patterns; /* of the packs accepted */
  LIST_OF(pack_model) accepted;
} compiler;

static bool too_large(const earshot_pack *packs, size_t n_packs) {
  size_t bytes = 0;
  for (size_t p = 0; p < n_packs; p++)
    for (size_t f = 0; f < packs[p].n_files; f++)
      bytes += packs[p].files[f].len;
  return n_packs > EARSHOT_PACKS || bytes > EARSHOT_PACK_BYTES;
}

static bool known_pack(const compiler *c, const char *id) {
  for (size_t p = 0; p < c->accepted.count; p++)
    if (strcmp(c->accepted.items[p].id, id) == 0) return true;
  return false;
}

/* Reads one pack and joins it to the library unless it has a fault. */
static bool add_pack(compiler *c, const earshot_pack *pack) {
  arena *memory = &c->out->memory;
  diagnostics *faults = &c->out->faults;
  size_t before = faults->faults;
  pack_model model;
  library joined;
  if (!pack_read(pack, memory, &c->scratch, &c->cmark, faults, &model) ||
      !pack_complete(&model, faults))
    return false;
  /* Scenarios at fault are left out already. */
  before += model.excused;
  if (faults->faults > before) return true;
  place at = {.file = pack->files[0].name, .line = 1, .column = 1};
  size_t patterns = c->patterns;
  if (known_pack(c, model.id))
    return diagnose(
        faults, "duplicate-pack", at, "A pack with the id % is already loaded.",
        "Give this one another id, or load only one of them.", model.id, NULL);
  if (!library_room(&patterns, &model, at, faults)) return false;
  arena_reset(&c->scratch);
  if (!library_join(&c->all, &model, memory, faults, &joined)) return false;
  if (faults->faults == before &&
      !library_check(&joined, &model, &c->scratch, faults))
    return false;
  if (faults->faults > before) return true;
  c->all = joined;
  c->patterns = patterns;
  if (model.learned) c->out->learned = model.learned;
  pack_model *kept = list_add(memory, &c->accepted);
  if (!kept) return false;
  *kept = model;
  return true;
}

static bool run(compiler *c, const earshot_pack *packs, size_t n_packs) {
  if (too_large(packs, n_packs)) {
    if (!diagnose(&c->out->faults, "packs-too-large", (place){0},
                  "These packs are too many or too large together.",
                  "At most 16 packs and 8 MiB can be loaded at once.", NULL,
                  NULL))
      return false;
    n_packs = 0;
  }
  for (size_t p = 0; p < n_packs; p++)
    if (!add_pack(c, &packs[p])) return false;
  c->out->packs = c->accepted.items;
  c->out->n_packs = c->accepted.count;
  library *kept = arena_alloc(&c->out->memory, sizeof *kept);
  if (!kept) return false;
  *kept = c->all;
  builder b = {.out = c->out,
               .from = kept,
               .memory = &c->out->memory,
               .scratch = &c->scratch};
  return build_ruleset(&b);
}

earshot_ruleset *earshot_compile(const earshot_pack *packs, size_t n_packs,
                                 earshot_allocator allocator) {
  earshot_ruleset *out = allocator.alloc(allocator.user, sizeof *out);
  if (!out) return NULL;
  *out = (earshot_ruleset){.allocator = allocator};
  arena_init(&out->memory, allocator);
  out->faults.memory = &out->memory;
  compiler c = {.out = out};
  arena_init(&c.scratch, allocator);
  arena_init(&c.cmark, allocator);
  bool ok = run(&c, packs, n_packs);
  arena_free(&c.scratch);
  arena_free(&c.cmark);
  if (ok) return out;
  earshot_ruleset_free(out);
  return NULL;
}

void earshot_ruleset_free(earshot_ruleset *ruleset) {
  if (!ruleset) return;
  earshot_allocator allocator = ruleset->allocator;
  arena_free(&ruleset->memory);
  allocator.free(allocator.user, ruleset);
}

const earshot_diagnostic *earshot_diagnostics(const earshot_ruleset *ruleset,
                                              size_t *count) {
  *count = ruleset->faults.count;
  return ruleset->faults.items;
}

const ruleset_principle *ruleset_find(const earshot_ruleset *ruleset,
                                      const char *id) {
  for (size_t p = 0; p < ruleset->n_principles; p++)
    if (strcmp(ruleset->principles[p].source->id, id) == 0)
      return &ruleset->principles[p];
  return NULL;
}

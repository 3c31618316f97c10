/* From patterns to the sieve over them. */
#include <string.h>
#include "build.h"

/* Most posts have fewer. */
enum { EVERYDAY_FIGURES = 5 };

/* First those without literals that everyday texts have figures enough for:
   they have nothing else to be told by. Then the others without literals. */
static void add_shapes(sieve *v, const pattern_needs *needs) {
  for (unsigned round = 0; round < 3; round++)
    for (size_t p = 0; p < v->n_patterns; p++) {
      bool lettered = needs[p].literals.count > 0;
      if (round == (lettered ? 2 : needs[p].figures < EVERYDAY_FIGURES ? 0 : 1))
        sieve_add_shape(v, (uint32_t)p, &needs[p]);
    }
}

bool build_sieve(builder *b) {
  earshot_ruleset *out = b->out;
  size_t n = out->n_patterns;
  pattern_needs *needs = arena_alloc_dirty(b->scratch, n * sizeof *needs);
  if (!needs || !sieve_init(&out->sieve, b->memory, n)) return false;
  for (size_t p = 0; p < n; p++) {
    const pattern *source = out->patterns[p].source;
    needs_read(source->text, strlen(source->text), &needs[p]);
    if (!sieve_add(&out->sieve, b->memory, (uint32_t)p, &needs[p]))
      return false;
  }
  add_shapes(&out->sieve, needs);
  return sieve_finish(&out->sieve, b->memory);
}

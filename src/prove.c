/* earshot_prove: do the examples of the packs hold? */
#include "scanner.h"

typedef struct {
  earshot_scanner *scanner;
  arena *memory;
  struct {
    earshot_failure *items;
    size_t count, capacity;
  } failures;
  size_t count;
  bool failed; /* memory is out */
} prover;

/* The finding of a signal in the last result, or NULL. */
static const earshot_finding *finding_of(const earshot_result *r,
                                         const signal_model *s) {
  for (size_t i = 0; i < r->n_findings; i++)
    if (r->findings[i].signal == s->id) return &r->findings[i];
  return NULL;
}

static void fail(prover *p, const example *e, const char *format,
                 const char *first, const char *second, const char *third) {
  const char *const args[4] = {first, second, third, NULL};
  earshot_failure *f = list_add(p->memory, &p->failures);
  char *message = diagnose_fill(p->memory, format, args);
  if (!f || !message) {
    p->failed = true;
    return;
  }
  *f = (earshot_failure){.file = e->at.file,
                         .line = e->at.line,
                         .column = e->at.column,
                         .message = message};
}

static void prove_one(prover *p, const signal_model *s, const example *e) {
  const earshot_result *r =
      earshot_check(p->scanner, e->text, e->len, EARSHOT_PLAIN, e->setting);
  p->count++;
  if (!r) {
    p->failed = true;
    return;
  }
  const earshot_finding *f = finding_of(r, s);
  if (!e->fires && f)
    fail(p, e, "The signal % should stay quiet here, and says %.", s->id,
         earshot_level_name(f->level), NULL);
  else if (e->fires && !f)
    fail(p, e, "The signal % should fire here, and stays quiet.", s->id, NULL,
         NULL);
  else if (e->fires && e->level >= 0 && (int)f->level != e->level)
    fail(p, e, "The signal % should say % here, and says %.", s->id,
         earshot_level_name((earshot_level)e->level),
         earshot_level_name(f->level));
  else if (!r->complete)
    fail(p, e, "This example takes more work than a check may.", NULL, NULL,
         NULL);
}

static void prove_principle(prover *p, const ruleset_principle *principle) {
  for (size_t s = 0; s < principle->n_signals; s++) {
    const signal_model *m = principle->signals[s].source;
    if (m->muted || principle->source->muted) continue;
    for (size_t e = 0; e < m->examples.count && !p->failed; e++)
      prove_one(p, m, &m->examples.items[e]);
  }
}

const earshot_proof *earshot_prove(earshot_scanner *scanner) {
  arena_reset(&scanner->proofs);
  prover p = {.scanner = scanner, .memory = &scanner->proofs};
  for (size_t n = 0; n < scanner->rules->n_principles && !p.failed; n++)
    prove_principle(&p, &scanner->rules->principles[n]);
  if (p.failed) return NULL;
  scanner->proof = (earshot_proof){.n_examples = p.count,
                                   .failures = p.failures.items,
                                   .n_failures = p.failures.count};
  return &scanner->proof;
}

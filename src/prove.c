/* earshot_prove: do the examples of the packs hold? */
#include <string.h>
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

/* What a signal concluded in the last check, or NULL. Also where another of
   its principle says more of the same words, so that nobody is told twice. */
static const conclusion *concluded(const prover *p, const signal_model *s) {
  const judge *j = &p->scanner->judge;
  for (size_t i = 0; i < j->found.count; i++)
    if (j->found.items[i].signal->source->id == s->id)
      return &j->found.items[i];
  return NULL;
}

static void fail(prover *p, place at, const char *format, const char *first,
                 const char *second, const char *third) {
  const char *const args[4] = {first, second, third, NULL};
  earshot_failure *f = list_add(p->memory, &p->failures);
  char *message = diagnose_fill(p->memory, format, args);
  if (!f || !message) {
    p->failed = true;
    return;
  }
  *f = (earshot_failure){.file = at.file,
                         .line = at.line,
                         .column = at.column,
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
  const conclusion *f = concluded(p, s);
  if (!e->fires && f)
    fail(p, e->at, "The signal % should stay quiet here, and says %.", s->id,
         earshot_level_name(f->level), NULL);
  else if (e->fires && !f)
    fail(p, e->at, "The signal % should fire here, and stays quiet.", s->id,
         NULL, NULL);
  else if (e->fires && e->level >= 0 && (int)f->level != e->level)
    fail(p, e->at, "The signal % should say % here, and says %.", s->id,
         earshot_level_name((earshot_level)e->level),
         earshot_level_name(f->level));
  else if (!r->complete)
    fail(p, e->at, "This example takes more work than a check may.", NULL, NULL,
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

/* The most pressing finding of a principle (any when NULL) that is no cheer,
   or is one when `cheers`; NULL when there is none. */
static const earshot_finding *most(const earshot_result *r, const char *id,
                                   bool cheers) {
  for (size_t i = 0; i < r->n_findings; i++)
    if ((cheers || r->findings[i].level != EARSHOT_CHEER) &&
        (!id || strcmp(r->findings[i].principle, id) == 0))
      return &r->findings[i];
  return NULL;
}

static const earshot_result *look(prover *p, const scenario_model *s,
                                  const char *post) {
  const earshot_result *r =
      earshot_check(p->scanner, post, strlen(post), EARSHOT_PLAIN, s->setting);
  p->count++;
  p->failed = p->failed || !r;
  return r;
}

static void prove_saying(prover *p, const earshot_result *r,
                         const scenario_saying *said) {
  const char *id = said->principle;
  const earshot_finding *f = most(r, id, id != NULL);
  const char *level = f ? earshot_level_name(f->level) : NULL;
  if (!id && f)
    fail(p, said->at, "Nothing should be said about this draft, and % says %.",
         f->principle, level, NULL);
  else if (id && !ruleset_find(p->scanner->rules, id))
    fail(p, said->at, "There is no principle % in these packs.", id, NULL,
         NULL);
  else if (id && !f)
    fail(p, said->at, "The principle % should speak here, and stays quiet.", id,
         NULL, NULL);
  else if (id && said->level >= 0 && (int)f->level != said->level)
    fail(p, said->at, "The principle % should say % here, and says %.", id,
         earshot_level_name((earshot_level)said->level), level);
}

/* Its draft is reminded as its author says, and the wordings that are held up
   as good get nothing that opens by itself. */
static void prove_scenario(prover *p, const scenario_model *s) {
  const earshot_result *r = look(p, s, s->draft);
  for (size_t n = 0; r && n < s->sayings.count; n++)
    prove_saying(p, r, &s->sayings.items[n]);
  for (size_t n = 0; n < s->good.count && !p->failed; n++) {
    const scenario_part *part = &s->good.items[n];
    if (part->kind != 'q' || !(r = look(p, s, part->text))) continue;
    const earshot_finding *f = most(r, NULL, false);
    if (f && f->level >= EARSHOT_PAUSE)
      fail(p, part->at, "This should do without a reminder, and % says %.",
           f->principle, earshot_level_name(f->level), NULL);
  }
}

const earshot_proof *earshot_prove(earshot_scanner *scanner) {
  arena_reset(&scanner->proofs);
  prover p = {.scanner = scanner, .memory = &scanner->proofs};
  for (size_t n = 0; n < scanner->rules->n_principles && !p.failed; n++)
    prove_principle(&p, &scanner->rules->principles[n]);
  for (size_t n = 0; n < scanner->rules->n_packs; n++)
    for (size_t s = 0; s < scanner->rules->packs[n].scenarios.count; s++)
      if (!p.failed)
        prove_scenario(&p, &scanner->rules->packs[n].scenarios.items[s]);
  if (p.failed) return NULL;
  scanner->proof = (earshot_proof){.n_examples = p.count,
                                   .failures = p.failures.items,
                                   .n_failures = p.failures.count};
  return &scanner->proof;
}

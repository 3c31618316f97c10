/* Patterns ready to be matched. PCRE2 compiles one when a draft first has what
   it needs; of most, no draft ever has. */
#ifndef EARSHOT_READY_H
#define EARSHOT_READY_H

#include "../ruleset/ruleset.h"

typedef struct {
  const void *code; /* NULL: nobody asked for it yet */
  byteset first;    /* bytes that a match can begin with */
  byteset before;   /* bytes that it can stand behind, and NUL for none */
  const heads_table *heads; /* how it can begin */
} ready_pattern;

/* Those of a ruleset, one for each of its patterns; they outlive the check. */
typedef struct {
  arena *memory;
  ready_pattern *patterns;
} ready_patterns;

/* Makes room. False when memory is out. */
bool ready_init(ready_patterns *r, arena *memory, const earshot_ruleset *rules);

/* Pattern `n` of the ruleset. NULL when it does not compile, or memory is out
   (r->memory->failed). */
const ready_pattern *ready_get(const ready_patterns *r,
                               const earshot_ruleset *rules, size_t n);

#endif

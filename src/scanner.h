/* The scratch of one thread. */
#ifndef EARSHOT_SCANNER_H
#define EARSHOT_SCANNER_H

#include "judge/judge.h"

/* What the last earshot_recheck read. */
typedef struct {
  bool known;
  earshot_draft_kind kind;
  const char *draft;
  size_t len;
  reading read;
} scanner_before;

struct earshot_scanner {
  const earshot_ruleset *rules;
  earshot_allocator allocator;
  arena memory; /* for one check */
  arena spare;  /* for the one before, in case this is of nearly the same */
  scanner_before before;
  arena kept; /* for the scanner's life: */
  scan_class *classes;
  class_id *present;
  uint64_t *weighed;
  scan_setting heard_in;
  ready_patterns ready;
  uint32_t turn; /* checks so far, times two */
  arena proofs;  /* for the last earshot_prove */
  scan scan;
  judge judge;
  earshot_result result;
  earshot_proof proof;
};

/* --- between scanner.c and recheck.c ------------------------------------- */

/* Makes scanner->scan ready to read. */
void scanner_begin(earshot_scanner *scanner, earshot_setting setting,
                   bool naive);

/* Concludes from what was read. NULL when memory is out. */
const earshot_result *scanner_end(earshot_scanner *scanner);

#endif

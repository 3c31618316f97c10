/* The scratch of one thread. */
#ifndef EARSHOT_SCANNER_H
#define EARSHOT_SCANNER_H

#include "judge/judge.h"

struct earshot_scanner {
  const earshot_ruleset *rules;
  earshot_allocator allocator;
  arena memory; /* for one check */
  arena kept;   /* for the scanner's life: */
  scan_class *classes;
  class_id *present;
  uint64_t *weighed;
  uint32_t turn; /* checks so far, times two */
  arena proofs;  /* for the last earshot_prove */
  scan scan;
  judge judge;
  earshot_result result;
  earshot_proof proof;
};

#endif

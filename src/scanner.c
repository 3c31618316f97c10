#include "scanner.h"

#include <string.h>
#include "learn/weights.h"
#include "naive.h"

earshot_scanner *earshot_scanner_new(const earshot_ruleset *ruleset,
                                     earshot_allocator allocator) {
  earshot_scanner *s = allocator.alloc(allocator.user, sizeof *s);
  if (!s) return NULL;
  *s = (earshot_scanner){.rules = ruleset, .allocator = allocator};
  arena_init(&s->memory, allocator);
  arena_init(&s->spare, allocator);
  arena_init(&s->kept, allocator);
  arena_init(&s->proofs, allocator);
  s->classes = arena_alloc(&s->kept, ruleset->n_classes * sizeof *s->classes);
  s->present = arena_alloc(&s->kept, ruleset->n_classes * sizeof *s->present);
  if (ruleset->learned)
    s->weighed = arena_alloc(
        &s->kept, (ruleset->learned->n_rows / 64 + 1) * sizeof *s->weighed);
  ready_init(&s->ready, &s->kept, ruleset);
  if (!s->kept.failed) return s;
  earshot_scanner_free(s);
  return NULL;
}

void earshot_scanner_free(earshot_scanner *scanner) {
  if (!scanner) return;
  earshot_allocator allocator = scanner->allocator;
  arena_free(&scanner->memory);
  arena_free(&scanner->spare);
  arena_free(&scanner->kept);
  arena_free(&scanner->proofs);
  allocator.free(allocator.user, scanner);
}

void scanner_begin(earshot_scanner *scanner, earshot_setting setting,
                   bool naive) {
  arena_reset(&scanner->memory);
  if ((scanner->turn += 2) == 0) {
    /* After 2^31 checks an old turn could be taken for this one. */
    memset(scanner->classes, 0,
           scanner->rules->n_classes * sizeof *scanner->classes);
    scanner->turn = 2;
  }
  scanner->scan = (scan){.rules = scanner->rules,
                         .memory = &scanner->memory,
                         .setting = setting,
                         .naive = naive,
                         .classes = scanner->classes,
                         .present = scanner->present,
                         .heard_in = &scanner->heard_in,
                         .ready = &scanner->ready,
                         .weighed = scanner->weighed,
                         .turn = scanner->turn,
                         .complete = true};
}

const earshot_result *scanner_end(earshot_scanner *scanner) {
  scan *s = &scanner->scan;
  earshot_result *r = &scanner->result;
  *r = (earshot_result){0};
  if (!scan_sum_up(s)) return NULL;
  scanner->judge =
      (judge){.scan = s, .memory = &scanner->memory, .setting = s->setting};
  if (!judge_all(&scanner->judge, &r->findings, &r->n_findings)) return NULL;
  r->complete = s->complete;
  r->steps = s->steps;
  return r;
}

static const earshot_result *check(earshot_scanner *scanner, const char *draft,
                                   size_t len, earshot_draft_kind kind,
                                   earshot_setting setting, bool naive) {
  scanner->before.known = false;
  scanner_begin(scanner, setting, naive);
  if (!scan_read(&scanner->scan, draft, len, kind)) return NULL;
  return scanner_end(scanner);
}

const earshot_result *earshot_check(earshot_scanner *scanner, const char *draft,
                                    size_t len, earshot_draft_kind kind,
                                    earshot_setting setting) {
  return check(scanner, draft, len, kind, setting, false);
}

const earshot_result *earshot_check_naively(earshot_scanner *scanner,
                                            const char *draft, size_t len,
                                            earshot_draft_kind kind,
                                            earshot_setting setting) {
  return check(scanner, draft, len, kind, setting, true);
}

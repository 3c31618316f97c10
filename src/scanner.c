#include "scanner.h"
#include "naive.h"

earshot_scanner *earshot_scanner_new(const earshot_ruleset *ruleset,
                                     earshot_allocator allocator) {
  earshot_scanner *s = allocator.alloc(allocator.user, sizeof *s);
  if (!s) return NULL;
  *s = (earshot_scanner){.rules = ruleset, .allocator = allocator};
  arena_init(&s->memory, allocator);
  arena_init(&s->proofs, allocator);
  return s;
}

void earshot_scanner_free(earshot_scanner *scanner) {
  if (!scanner) return;
  earshot_allocator allocator = scanner->allocator;
  arena_free(&scanner->memory);
  arena_free(&scanner->proofs);
  allocator.free(allocator.user, scanner);
}

static const earshot_result *check(earshot_scanner *scanner, const char *draft,
                                   size_t len, earshot_draft_kind kind,
                                   earshot_setting setting, bool naive) {
  arena_reset(&scanner->memory);
  scan *s = &scanner->scan;
  earshot_result *r = &scanner->result;
  *r = (earshot_result){0};
  *s = (scan){.rules = scanner->rules,
              .memory = &scanner->memory,
              .naive = naive,
              .complete = true};
  if (!scan_draft(s, draft, len, kind)) return NULL;
  scanner->judge =
      (judge){.scan = s, .memory = &scanner->memory, .setting = setting};
  if (!judge_all(&scanner->judge, &r->findings, &r->n_findings)) return NULL;
  r->complete = s->complete;
  r->steps = s->steps;
  return r;
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

/* Any bytes as a draft, plain and Markdown, against a pack with every kind of
   rule. The first byte chooses the setting. Then a part of it is taken out and
   put back: rechecked, the draft gets the same answer. */
#include <assert.h>
#include <stdlib.h>
#include "../unit/support.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void recheck(earshot_scanner *scanner, const char *draft, size_t len,
                    earshot_draft_kind kind, earshot_setting setting,
                    uint64_t steps, const char *answer) {
  char *less = malloc(len + 1);
  size_t from = len / 3, until = len - len / 2;
  assert(less);
  memcpy(less, draft, from);
  memcpy(less + from, draft + until, len - until);
  const earshot_result *r =
      earshot_recheck(scanner, less, from + len - until, kind, setting);
  assert(r);
  r = earshot_recheck(scanner, draft, len, kind, setting);
  assert(r && r->steps == steps);
  earshot_buffer again;
  earshot_buffer_init(&again, support_heap);
  earshot_write_result(&again, r, NULL);
  assert(strcmp(again.bytes, answer) == 0);
  earshot_buffer_free(&again);
  free(less);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static earshot_ruleset *rules;
  if (!rules)
    rules =
        support_compile(support_pack, sizeof support_pack - 1, support_heap);
  earshot_setting setting = earshot_default_setting();
  if (size) {
    setting.role = (earshot_role)(data[0] % 6);
    setting.minute = data[0] & 64 ? 30 : -1;
    data++, size--;
  }
  earshot_scanner *scanner = earshot_scanner_new(rules, support_heap);
  for (int kind = EARSHOT_PLAIN; kind <= EARSHOT_MARKDOWN; kind++) {
    const earshot_result *r = earshot_check(scanner, (const char *)data, size,
                                            (earshot_draft_kind)kind, setting);
    assert(r);
    for (size_t f = 0; f < r->n_findings; f++) {
      assert(r->findings[f].start < r->findings[f].end);
      assert(r->findings[f].end <= size);
      assert(f == 0 || r->findings[f - 1].level >= r->findings[f].level);
    }
    earshot_buffer answer;
    earshot_buffer_init(&answer, support_heap);
    earshot_write_result(&answer, r, NULL);
    recheck(scanner, (const char *)data, size, (earshot_draft_kind)kind,
            setting, r->steps, answer.bytes);
    earshot_buffer_free(&answer);
  }
  earshot_scanner_free(scanner);
  return 0;
}

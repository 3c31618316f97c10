/* Any bytes as a draft, plain and Markdown, against a pack with every kind of
   rule. The first byte chooses the setting. */
#include <assert.h>
#include <stdlib.h>
#include "../unit/support.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

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
  }
  earshot_scanner_free(scanner);
  return 0;
}

/* Any bytes as a pack: compiled, proved, described; or refused with a place
   inside the file. Then again as a pack that is said to be proved. */
#include <assert.h>
#include <stdlib.h>
#include "../unit/support.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void use(const uint8_t *data, size_t size, bool proved) {
  const earshot_file file = {"test.md", (const char *)data, size};
  const earshot_pack pack = {&file, 1, proved};
  earshot_ruleset *rules = earshot_compile(&pack, 1, support_heap);
  if (!rules) return;
  size_t lines = 1, count;
  for (size_t i = 0; i < size; i++) lines += data[i] == '\n' || data[i] == '\r';
  const earshot_diagnostic *d = earshot_diagnostics(rules, &count);
  for (size_t i = 0; i < count; i++) {
    assert(d[i].line <= lines + 1);
    assert(d[i].message[0] && d[i].help[0]);
  }
  earshot_scanner *scanner = earshot_scanner_new(rules, support_heap);
  earshot_prove(scanner);
  earshot_buffer out;
  earshot_buffer_init(&out, support_heap);
  earshot_write_packs(&out, rules);
  earshot_write_document(&out, rules);
  earshot_explain(&out, rules, NULL);
  earshot_write_patterns(&out, rules);
  earshot_buffer_free(&out);
  earshot_scanner_free(scanner);
  earshot_ruleset_free(rules);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  use(data, size, false);
  use(data, size, true);
  return 0;
}

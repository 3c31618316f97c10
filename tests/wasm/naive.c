/* The module with the oracle beside it, for tests: build/oracle.wasm. */
#include "../../src/naive.h"
#include "../../wasm/exports.c"

/* As check(), without any short cut. */
EMSCRIPTEN_KEEPALIVE const char *check_naively(const char *draft, size_t len,
                                               int kind, const char *setting,
                                               size_t setting_len) {
  return answer_draft(earshot_check_naively, draft, len, kind, setting,
                      setting_len);
}

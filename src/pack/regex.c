#include "regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* Groups in groups; a pattern that people write has three. */
enum { NESTED = 50 };

static void *borrow(PCRE2_SIZE size, void *a) { return arena_alloc(a, size); }
static void keep(void *memory, void *a) {
  (void)memory; /* the arena is given back whole */
  (void)a;
}

void *regex_compile(arena *a, const char *text, size_t len,
                    regex_fault *fault) {
  pcre2_general_context *general =
      pcre2_general_context_create(borrow, keep, a);
  if (!general) return NULL;
  pcre2_compile_context *context = pcre2_compile_context_create(general);
  if (!context) return NULL;
  pcre2_set_parens_nest_limit(context, NESTED);
  pcre2_set_newline(context, PCRE2_NEWLINE_LF);
  return pcre2_compile((PCRE2_SPTR)text, len,
                       PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C |
                           PCRE2_AUTO_CALLOUT | PCRE2_NO_AUTO_CAPTURE |
                           PCRE2_USE_OFFSET_LIMIT,
                       &fault->error, &fault->at, context);
}

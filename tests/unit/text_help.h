/* Help for tests of src/text: prepare a draft, show what came out, and what
   must hold for every draft. */
#ifndef EARSHOT_TEXT_HELP_H
#define EARSHOT_TEXT_HELP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "text/text.h"

/* Prepared drafts live until the next call; text_help_end frees them. */
text text_help(const char *draft, size_t len, earshot_draft_kind kind);
text text_help_plain(const char *draft);
text text_help_markdown(const char *draft);
int text_help_end(void **state);

/* The arena of the draft prepared last. */
arena *text_help_arena(void);

/* A short piece of text with a NUL behind it, good until the next call. */
const char *text_help_string(const char *bytes, size_t len);

/* All keys, with spaces between. Figures are written #key, links <key>,
   sentence ends are "." "!" "?" "..." and "/" for line ends; ~ and letters
   follow for those flags that are in `mask`: C capital, U upper, F first,
   H hashtag, J joined, Q quoted, K code, D disguised, A abbreviated; then =
   and the value of what has one when `values`. */
const char *text_help_show(const text *t, unsigned mask, int values);

/* What must hold whatever the draft was. */
void text_help_properties(const text *t, const char *draft, size_t len);

#define assert_norm(draft, expected)                                  \
  do {                                                                \
    text t_ = text_help_plain(draft);                                 \
    assert_string_equal(text_help_string(t_.norm, t_.len), expected); \
  } while (0)

#define assert_shown(draft, mask, expected)                      \
  do {                                                           \
    text t_ = text_help_plain(draft);                            \
    assert_string_equal(text_help_show(&t_, mask, 0), expected); \
  } while (0)

#define assert_tokens(draft, expected) assert_shown(draft, 0, expected)

#endif

/* A good pack, spoilt in every small way: cut off at each byte, each line left
   out, doubled, or swapped with the next. Each mutant compiles, or says what is
   wrong at a place inside the file; whatever compiles can be proved. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "support.h"

static void try_pack(const char *text, size_t len) {
  size_t lines = 1, count;
  for (size_t i = 0; i < len; i++) lines += text[i] == '\n';
  earshot_ruleset *rules = support_compile(text, len, support_heap);
  assert_non_null(rules);
  const earshot_diagnostic *d = earshot_diagnostics(rules, &count);
  for (size_t i = 0; i < count; i++) {
    assert_in_range(d[i].line, 1, lines);
    assert_true(d[i].column >= 1);
    assert_true(d[i].message[0] && d[i].help[0]);
  }
  earshot_scanner *scanner = earshot_scanner_new(rules, support_heap);
  assert_non_null(earshot_prove(scanner));
  earshot_scanner_free(scanner);
  earshot_ruleset_free(rules);
}

static void cut_off_anywhere(void **state) {
  (void)state;
  for (size_t len = 0; len < sizeof support_pack; len++)
    try_pack(support_pack, len);
}

typedef struct {
  size_t from, until; /* a line, its end included */
} span;

static size_t next_line(span *line) {
  line->from = line->until;
  while (support_pack[line->until] && support_pack[line->until] != '\n')
    line->until++;
  if (support_pack[line->until]) line->until++;
  return line->until - line->from;
}

static void lines_lost_doubled_and_swapped(void **state) {
  (void)state;
  char out[2 * sizeof support_pack];
  const size_t whole = sizeof support_pack - 1;
  span a = {0, 0};
  while (next_line(&a)) {
    span b = a;
    size_t n = a.until - a.from, m = next_line(&b);
    memcpy(out, support_pack, a.from);
    memcpy(out + a.from, support_pack + a.until, whole - a.until);
    try_pack(out, whole - n);
    memcpy(out, support_pack, a.until);
    memcpy(out + a.until, support_pack + a.from, whole - a.from);
    try_pack(out, whole + n);
    memcpy(out, support_pack, a.from);
    memcpy(out + a.from, support_pack + b.from, m);
    memcpy(out + a.from + m, support_pack + a.from, n);
    memcpy(out + b.until, support_pack + b.until, whole - b.until);
    try_pack(out, whole);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cut_off_anywhere),
      cmocka_unit_test(lines_lost_doubled_and_swapped)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

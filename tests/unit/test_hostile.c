/* Drafts and patterns made to hurt: every check ends within its budget, says
   when it could not look at everything, and stays within the draft. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include "../../src/limits.h"
#include "support.h"

/* A pack whose one signal looks for a pattern. */
static earshot_ruleset *compile_pattern(const char *pattern) {
  char pack[1024];
  int n = snprintf(pack, sizeof pack,
                   "# Pack: P `p`\n\n# Principle: P `p`\n\nR.\n\n> Q?\n\n"
                   "## Signal: s `s`\n\n### Looks for\n\n- `%s`\n\n"
                   "### Fires\n\n- x\n\n### Stays quiet\n\n- y\n",
                   pattern);
  assert_true(n > 0 && (size_t)n < sizeof pack);
  return support_compile(pack, (size_t)n, support_heap);
}

static char *repeat(const char *unit, size_t len) {
  char *out = malloc(len + 1);
  size_t n = strlen(unit);
  assert_non_null(out);
  for (size_t i = 0; i < len; i++) out[i] = unit[i % n];
  out[len] = '\0';
  return out;
}

/* UTF-16 units of a draft without anything to decode. */
static void check_bounds(const earshot_result *r, size_t units) {
  for (size_t f = 0; f < r->n_findings; f++) {
    assert_true(r->findings[f].start < r->findings[f].end);
    assert_true(r->findings[f].end <= units);
  }
}

static void run(const earshot_ruleset *rules, const char *draft, size_t len,
                earshot_draft_kind kind, bool must_stop) {
  earshot_scanner *scanner = earshot_scanner_new(rules, support_heap);
  const earshot_result *r =
      earshot_check(scanner, draft, len, kind, earshot_default_setting());
  assert_non_null(r);
  /* One more says that they were gone. */
  assert_true(r->steps <= EARSHOT_STEPS + 1);
  if (must_stop) assert_false(r->complete);
  check_bounds(r, len);
  earshot_scanner_free(scanner);
}

typedef struct {
  const char *pattern;
  const char *draft; /* one letter, many times, behind "axx ": so that every
                        literal a pattern needs is there */
  size_t len;
  bool must_stop; /* the budget cannot be enough */
} runaway;

static const runaway runaways[] = {{"a+a+[xy]", "a", 4000, true},
                                   {"a+a+[xy]", "a", 65536, true},
                                   {"(?:a|a){11}[xy]", "a", 65536, true},
                                   {"(?:a|a){11}[xy]", "a", 4000, false},
                                   {"\\w++[,;]", "a", 65536, false},
                                   {"(?:a*)*b", "a", 65536, false},
                                   {"(?:(?:a+)+)+[xy]", "a", 4000, true},
                                   {"(?i)(?:a|aa)+[xy]", "aA", 65536, true},
                                   {"(?s).*.*.*[xy]", "z", 65536, true},
                                   {"(?=a+a+b)a", "a", 65536, false},
                                   {"(?<!a{50})b|a+a+[xy]", "a", 4000, false}};

static void runaway_patterns_are_bounded(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof runaways / sizeof *runaways; i++) {
    const runaway *x = &runaways[i];
    earshot_ruleset *rules = compile_pattern(x->pattern);
    assert_int_equal(support_faults(rules), 0);
    char *draft = repeat(x->draft, x->len);
    memcpy(draft, "axx ", 4);
    print_message("%s over %zu bytes\n", x->pattern, x->len);
    run(rules, draft, x->len, EARSHOT_PLAIN, x->must_stop);
    free(draft);
    earshot_ruleset_free(rules);
  }
}

/* Whether a pattern is called slow, and nothing worse. */
static bool is_warned(const char *pattern) {
  earshot_ruleset *rules = compile_pattern(pattern);
  size_t count;
  const earshot_diagnostic *d = earshot_diagnostics(rules, &count);
  if (count > 1 || (count && !d->warning)) fail_msg("%s: %s", pattern, d->code);
  bool warned = count == 1 && strcmp(d->code, "slow-pattern") == 0;
  assert_true(!warned || (d->line > 0 && d->column > 0 && d->help[0]));
  earshot_ruleset_free(rules);
  return warned;
}

static void slow_patterns_are_named(void **state) {
  (void)state;
  static const char *const slow[] = {"(a+)+b",          "a+b",
                                     "\\b(\\w+\\s?)+$", "(?:\\d+-?)+x",
                                     "\\w+@example",    "\\b(?:x|xx)+y",
                                     "(\\w+,)*z",       "a+a+[xy]",
                                     "(?:a*)*b",        "(?:(?:a+)+)+[xy]"};
  static const char *const harmless[] = {"\\b\\d{6}\\b",
                                         "\\b[A-Z]{2,}\\d{3}\\b",
                                         "(?i)\\bmy (?:client|lad)s?\\b",
                                         "\\bDear [A-Z][a-z]+\\b",
                                         "\\b\\w+ing\\b",
                                         "\\b\\d+ ?(?:years|yrs)\\b",
                                         "[+*]7",
                                         "\\+44 ?7\\d{9}"};
  for (size_t i = 0; i < sizeof slow / sizeof *slow; i++)
    if (!is_warned(slow[i])) fail_msg("%s is slow", slow[i]);
  for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++)
    if (is_warned(harmless[i])) fail_msg("%s is harmless", harmless[i]);
}

static void references_are_refused(void **state) {
  (void)state;
  static const char *const refused[] = {
      "(?i)(a+)\\1+", "(a)(?:\\g1)", "(?<x>a)\\k<x>", "(?R)?a", "(a(?1)?)",
      "\\Ca",         "(*MARK:x)a",  "(?C1)a",        "a\\K",   "(?(?=a)a|b)"};
  for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
    earshot_ruleset *rules = compile_pattern(refused[i]);
    size_t faults;
    const earshot_diagnostic *d = earshot_diagnostics(rules, &faults);
    assert_true(faults > 0);
    assert_true(strcmp(d->code, "refused-pattern") == 0 ||
                strcmp(d->code, "bad-pattern") == 0);
    earshot_ruleset_free(rules);
  }
}

static const char *const units[] = {">",
                                    "> ",
                                    "`",
                                    "*",
                                    "[",
                                    "(",
                                    "- ",
                                    "#",
                                    "@",
                                    "\"",
                                    "&",
                                    "&#x",
                                    "\\",
                                    "my client ",
                                    "the lady tea ",
                                    "tea coffee my client kettle cup pot 14 ",
                                    "14 ",
                                    "\n",
                                    "\r",
                                    "😂",
                                    "👨‍👩‍👧",
                                    "\xff",
                                    "\xc3",
                                    "\xed\xa0\xbd",
                                    "a\xcc\x81",
                                    "#Aa",
                                    "www.",
                                    "https://a.b/",
                                    "a@b.",
                                    "1d",
                                    "k*",
                                    "\xe2\x80\xae",
                                    "My Client ",
                                    ". ",
                                    "!?",
                                    "nine "};

static void hostile_drafts_are_answered(void **state) {
  (void)state;
  earshot_ruleset *rules =
      support_compile(support_pack, sizeof support_pack - 1, support_heap);
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    char *draft = repeat(units[i], EARSHOT_DRAFT_BYTES);
    run(rules, draft, EARSHOT_DRAFT_BYTES, EARSHOT_PLAIN, false);
    run(rules, draft, EARSHOT_DRAFT_BYTES, EARSHOT_MARKDOWN, false);
    run(rules, draft, 50000, EARSHOT_MARKDOWN, false);
    free(draft);
  }
  earshot_ruleset_free(rules);
}

static void a_draft_over_the_limit_says_so(void **state) {
  (void)state;
  earshot_ruleset *rules =
      support_compile(support_pack, sizeof support_pack - 1, support_heap);
  char *draft = repeat("Tea with my client. ", EARSHOT_DRAFT_BYTES * 3);
  run(rules, draft, EARSHOT_DRAFT_BYTES * 3, EARSHOT_PLAIN, true);
  free(draft);
  earshot_ruleset_free(rules);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(runaway_patterns_are_bounded),
      cmocka_unit_test(slow_patterns_are_named),
      cmocka_unit_test(references_are_refused),
      cmocka_unit_test(hostile_drafts_are_answered),
      cmocka_unit_test(a_draft_over_the_limit_says_so)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

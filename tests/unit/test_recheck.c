/* A draft that is rechecked after every edit gets the answer, to the step, that
   a scanner gives which never saw it before. Drafts and edits are made at
   random, out of what could reach from one line into another. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include "chance.h"
#include "support.h"

static const char *const pieces[] = {
    "tea with ",
    "my client ",
    "the lad I support ",
    "my nan ",
    "kettle ",
    "No. 7 ",
    "a novel ",
    "cup, pot ",
    "is 14 today",
    "Tea … my client. ",
    "etc.",
    "Dr. ",
    "e.g. ",
    "1. ",
    "12. ",
    "... ",
    "?",
    "! ",
    ".",
    ",",
    ":",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\n \n",
    "\r\n",
    "\r",
    "\n\n\n",
    "  \n",
    "\t",
    "\"",
    "\"",
    "'",
    " '",
    "' ",
    "“",
    "”",
    "‘",
    "’",
    "&quot;",
    "&#10;",
    "&amp;",
    "&",
    ">",
    "\n> ",
    "\n>",
    "- ",
    "# ",
    "\n```\n",
    "```",
    "`",
    "~~~\n",
    "\n    ",
    "<!-- ",
    " -->",
    "[x](",
    ")",
    "@sam ",
    "#TeaTime ",
    "https://",
    "example.org/tea ",
    "nine nine nine oh ",
    "oh seven double seven",
    "jane dot doe at example dot org",
    "O77OO 900123",
    "k*ttle",
    "cl1ent",
    "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x8D\xB3",
    "\xF0\x9F\x98\x80",
    "\xE2\x80\x8D",
    "\xE2\x80\x8B",
    "\xCC\x81",
    "\xC2\xA0",
    "\xE2\x80\xA8",
    "\xEF\xB8\x8F",
    "\xFF",
    "\xE2",
    "\xC2\x85",
    "é",
    "½",
    "Ⓣea ",
    "TEA TIME NOW ",
    "Bob Lee ",
    "A Day In The Life ",
    "visit",
    "ed ",
    "s",
    " ",
    " ",
    "I ",
    "x"};

enum { ROOM = 1 << 14 };
typedef struct {
  char bytes[ROOM];
  size_t len;
} draft;

/* Puts `n` bytes in place of [from, to), as far as there is room. */
static void put(draft *d, size_t from, size_t to, const char *bytes, size_t n) {
  if (d->len - (to - from) + n > ROOM) return;
  memmove(d->bytes + from + n, d->bytes + to, d->len - to);
  memcpy(d->bytes + from, bytes, n);
  d->len = d->len - (to - from) + n;
}

static size_t some_place(const draft *d) {
  return chance((uint32_t)d->len + 1);
}

static void type(draft *d) {
  size_t at = some_place(d);
  for (uint32_t n = 1 + chance(3); n > 0; n--) {
    const char *piece = pieces[chance(COUNT(pieces))];
    put(d, at, at, piece, strlen(piece));
  }
}

static void paste(draft *d) {
  char copy[600];
  size_t from = some_place(d), at = some_place(d), n = chance(sizeof copy);
  if (n > d->len - from) n = d->len - from;
  memcpy(copy, d->bytes + from, n);
  put(d, at, at, copy, n);
}

static void take_out(draft *d) {
  size_t from = some_place(d), n = chance(chance(8) ? 12 : 400);
  put(d, from, n > d->len - from ? d->len : from + n, "", 0);
}

/* Joins two lines. */
static void join_lines(draft *d) {
  const char *end = NULL;
  if (d->len) end = memchr(d->bytes + d->len / 2, '\n', d->len - d->len / 2);
  if (end)
    put(d, (size_t)(end - d->bytes), (size_t)(end - d->bytes) + 1, "", 0);
}

static void change(draft *d) {
  switch (chance(8)) {
  case 0: join_lines(d); break;
  case 1: paste(d); break;
  case 2:
  case 3: take_out(d); break;
  default: type(d);
  }
}

static earshot_setting some_setting(void) {
  earshot_setting s = earshot_default_setting();
  s.role = (earshot_role)chance(EARSHOT_ANY + 1);
  s.minute = chance(2) ? 23 * 60 : -1;
  return s;
}

/* The answer as JSON, with its steps. */
static void answer(const earshot_result *r, earshot_buffer *out) {
  char steps[40];
  assert_non_null(r);
  int n = snprintf(steps, sizeof steps, "%llu", (unsigned long long)r->steps);
  assert_true(n > 0);
  earshot_buffer_init(out, support_heap);
  earshot_write_result(out, r, steps);
}

/* True when there was something to find. */
static bool same(earshot_scanner *again, earshot_scanner *anew, const draft *d,
                 earshot_draft_kind kind, earshot_setting setting) {
  earshot_buffer quick, whole;
  answer(earshot_recheck(again, d->bytes, d->len, kind, setting), &quick);
  answer(earshot_check(anew, d->bytes, d->len, kind, setting), &whole);
  assert_string_equal(quick.bytes, whole.bytes);
  bool found = strstr(whole.bytes, "\"signal\"") != NULL;
  earshot_buffer_free(&quick);
  earshot_buffer_free(&whole);
  return found;
}

static const char weights[] =
    "=words\ntea\nkettl\n[people]\nnovel\n<student>\n=seen\n<late>\nAa\n"
    "=pairs\nmy cli\n. tea\n^ tea\n"
    "=principle\ttea\t-60\tbdiDcbbddz\n"
    "=unit\t-20\t60\tdcE.b\n=unit\t10\t-40\tbAdh.\n";
static const char learned[] =
    "# Pack: More `more`\n\n# Principle: More `more`\n\nA reminder.\n\n> A "
    "question?\n\n## Signal: sounds like tea `sounds`\n\n### Looks for\n\n"
    "- [learned 55 tea]\n- kettle *near* [learned 40 tea]\n"
    "- [people] *within 2 sentences of* kettle\n- pot *with* novel\n"
    "- TEA *unless anywhere* pot\n- `(?i)\\bt\\w+\\W+with\\b`\n"
    "- [reminder: tea] *with* visited\n\n"
    "### Unless\n\n- *anywhere* etc\n- saucer *near* [emoji]\n\n"
    "### Fires\n\n- x\n\n### Stays quiet\n\n- y\n";

static void an_edit_gets_the_answer_of_the_whole(void **state) {
  (void)state;
  const earshot_file files[] = {
      {"test.md", support_pack, sizeof support_pack - 1}};
  const earshot_file more[] = {{"more.md", learned, sizeof learned - 1},
                               {"more.weights", weights, sizeof weights - 1}};
  const earshot_pack packs[] = {{files, 1, false}, {more, 2, false}};
  earshot_ruleset *rules = earshot_compile(packs, 2, support_heap);
  size_t faults;
  const earshot_diagnostic *d = earshot_diagnostics(rules, &faults);
  if (faults) print_message("%s:%u: %s\n", d->file, d->line, d->message);
  assert_int_equal(faults, 0);
  static draft text;
  unsigned found = 0, edits = 0;
  for (int round = 0; round < 60; round++) {
    earshot_scanner *again = earshot_scanner_new(rules, support_heap);
    earshot_scanner *anew = earshot_scanner_new(rules, support_heap);
    earshot_setting setting = some_setting();
    earshot_draft_kind kind = chance(4) ? EARSHOT_PLAIN : EARSHOT_MARKDOWN;
    text.len = 0;
    for (uint32_t n = chance(2) ? 20 : 600; n > 0; n--) type(&text);
    for (int n = 0; n < 120; n++, edits++) {
      if (chance(12) == 0) setting = some_setting();
      if (chance(40) == 0) kind = chance(2) ? EARSHOT_PLAIN : EARSHOT_MARKDOWN;
      if (chance(30) == 0)
        assert_non_null(earshot_check(again, "tea", 3, EARSHOT_PLAIN, setting));
      found += same(again, anew, &text, kind, setting);
      for (uint32_t k = chance(5) ? 1 : chance(4); k > 0; k--) change(&text);
    }
    earshot_scanner_free(again);
    earshot_scanner_free(anew);
  }
  earshot_ruleset_free(rules);
  print_message("%u edits, %u drafts with findings\n", edits, found);
  assert_true(found > edits / 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_edit_gets_the_answer_of_the_whole)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What the short cuts of a scan leave out is nothing: patterns and drafts made
   at random are checked with them and without, and the answers are the same. */
#define _POSIX_C_SOURCE 200809L
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include "../../src/naive.h"
#include "chance.h"
#include "support.h"

static const char *const atoms[] = {
    "a",           "b",         "k",         "s",
    "A",           "B",         "7",         "0",
    "\\d",         "\\w",       "\\s",       "\\W",
    "\\D",         ".",         "[ab]",      "[^a]",
    "[A-Z]",       "[0-3]",     "[ -]",      "[a-z0-9]",
    "-",           " ",         "_",         "£",
    "é",           "\\.",       "\\b",       "\\b",
    "(?<=[a-z] )", "(?<![a7])", "(?![ab ])", "(?=[A-Z])",
    "(?=a)",       "(?!b)",     "(?<=a)",    "(?i)",
    "(?<!\\w)",    "(?<![b€])", "(?<=\\s)",  "(?<![^a])",
    "(?<!.)",      "(?<!é)",    "(?<=[^b])", "(?<!\\b)",
    "(?<![k\\d])", "(?i:ab",    "(?:",       "(?:",
    "abc",         "the ",      "client",    "mum",
    "^",           "$",         "[]a]",      "(?:his|he|the|a)",
    "(?:mum|b)?"};
static const char *const quantifiers[] = {
    "?", "*", "+", "{2}", "+?", "{1,2}", "{3,}", "{0,2}", "{6}", "?+"};
static const char *const pieces[] = {
    "a",    "b",      "k",   "s",   "A",  "B",  "7",    "0",  "12", "555555",
    " ",    " ",      "-",   "_",   "£",  "é",  "\n",   ".",  "ab", "abc",
    "the ", "client", "mum", "my ", "Ab", "14", "his ", "he "};

static void put_pattern(FILE *out, unsigned depth) {
  unsigned open = 0;
  for (uint32_t n = 1 + chance(5); n > 0; n--) {
    const char *atom = atoms[chance(COUNT(atoms))];
    fputs(atom, out);
    if (strncmp(atom, "(?:", 3) == 0 || strncmp(atom, "(?i:", 4) == 0) {
      if (depth < 3)
        put_pattern(out, depth + 1);
      else
        fputs("a", out);
      fputs(")", out);
    }
    if (chance(4) == 0) fputs(quantifiers[chance(COUNT(quantifiers))], out);
    if (chance(8) == 0 && open++ < 2) fputs("|", out);
  }
}

static earshot_ruleset *random_rules(void) {
  char *text = NULL;
  size_t len = 0;
  FILE *pack = open_memstream(&text, &len);
  assert_non_null(pack);
  fputs("# Pack: P `p`\n\n# Principle: P `p`\n\nR.\n\n> Q?\n\n", pack);
  for (int s = 0; s < 3; s++) {
    fprintf(pack, "## Signal: s `s%d`\n\n### Looks for\n\n- `", s);
    put_pattern(pack, 0);
    fputs("`\n\n### Fires\n\n- x\n\n### Stays quiet\n\n- y\n\n", pack);
  }
  fclose(pack);
  earshot_ruleset *rules = support_compile(text, len, support_heap);
  free(text);
  return rules;
}

static size_t random_draft(char *out, size_t room, size_t count) {
  size_t len = 0;
  for (size_t n = 0; n < count; n++) {
    const char *piece = pieces[chance(COUNT(pieces))];
    if (len + strlen(piece) >= room) break;
    memcpy(out + len, piece, strlen(piece));
    len += strlen(piece);
  }
  return len;
}

/* The answer as JSON, and whether it is complete. */
static bool answer(earshot_scanner *scanner, const char *draft, size_t len,
                   bool naive, earshot_buffer *out) {
  earshot_buffer_init(out, support_heap);
  const earshot_result *r = (naive ? earshot_check_naively : earshot_check)(
      scanner, draft, len, EARSHOT_PLAIN, earshot_default_setting());
  assert_non_null(r);
  bool complete = r->complete;
  earshot_write_result(out, r, NULL);
  return complete;
}

/* True when there was something to find. */
static bool compare(earshot_scanner *scanner, const char *draft, size_t len) {
  earshot_buffer quick, slow;
  bool whole = answer(scanner, draft, len, false, &quick);
  bool found = false;
  if (answer(scanner, draft, len, true, &slow)) {
    assert_true(whole);
    assert_string_equal(quick.bytes, slow.bytes);
    found = strstr(slow.bytes, "\"signal\"") != NULL;
  }
  earshot_buffer_free(&quick);
  earshot_buffer_free(&slow);
  return found;
}

static void patterns_left_out_find_nothing(void **state) {
  (void)state;
  unsigned compiled = 0, found = 0;
  char draft[6000];
  for (int round = 0; round < 20000; round++) {
    earshot_ruleset *rules = random_rules();
    if (support_faults(rules) == 0) {
      compiled++;
      earshot_scanner *scanner = earshot_scanner_new(rules, support_heap);
      for (uint32_t d = 0; d < 8; d++)
        found += compare(
            scanner, draft,
            random_draft(draft, sizeof draft, 1 + chance(d ? 24 : 200)));
      /* Of several windows. */
      if (round % 50 == 0)
        compare(scanner, draft, random_draft(draft, sizeof draft, 4000));
      earshot_scanner_free(scanner);
    }
    earshot_ruleset_free(rules);
  }
  print_message("%u rulesets, %u drafts with findings\n", compiled, found);
  assert_true(compiled > 1000);
  assert_true(found > 1000);
}

/* ---- phrases, rules and sums ------------------------------------------------ */

static const char *const words[] = {"tea", "cup",  "my",   "the", "visit",
                                    "nan", "home", "late", "a",   "seven"};
enum { CLASSES = 5 };

static void put_word(FILE *out) { fputs(words[chance(COUNT(words))], out); }

/* A phrase; it may use classes below `classes`. */
static void put_phrase(FILE *out, unsigned classes) {
  for (uint32_t n = 1 + chance(3), i = 0; i < n; i++) {
    if (i) fputs(chance(6) == 0 ? " … " : " ", out);
    switch (chance(8)) {
    case 0:
      put_word(out);
      fputs("/", out);
      put_word(out);
      break;
    case 1:
      if (i) fputs("(", out);
      put_word(out);
      if (i) fputs(")", out);
      break;
    case 2: fputs(chance(2) ? "[number 1-20]" : "[name]", out); break;
    case 3:
    case 4:
      if (classes)
        fprintf(out, "[c%u]", (unsigned)chance(classes));
      else
        put_word(out);
      break;
    default: put_word(out);
    }
  }
}

static void put_rule(FILE *out) {
  static const char *const joins[] = {
      " *near* ",   " *then* ", " *within 3 words of* ",
      " *unless* ", " *with* ", " *unless anywhere* "};
  if (chance(4) == 0) {
    fputs("- *at least 2 of* ", out);
    put_word(out);
    fputs(", ", out);
    put_phrase(out, CLASSES);
    fputs(", [c0]", out);
  } else {
    fputs("- ", out);
    put_phrase(out, CLASSES);
  }
  if (chance(2)) {
    fputs(joins[chance(COUNT(joins))], out);
    put_phrase(out, CLASSES);
  }
  fputs("\n", out);
}

static void put_signal(FILE *out, int number, bool sum) {
  fprintf(out, "## Signal: s `s%d`\n\n", number);
  if (sum) {
    fputs("### Adds up\n\n", out);
    for (unsigned c = 0; c < CLASSES; c++)
      fprintf(out, "- %s1.%u [c%u]%s\n", chance(5) ? "" : "minus ",
              (unsigned)chance(9), c, chance(4) ? "" : " as a cue");
    fputs("\n### Levels\n\n- *ask* from 1.2\n- *note* from 2.5 with 2 kinds\n",
          out);
  } else {
    fputs("### Looks for\n\n", out);
    for (uint32_t n = 1 + chance(4); n > 0; n--) put_rule(out);
    if (chance(3) == 0) {
      fputs("\n### Unless\n\n- ", out);
      put_phrase(out, CLASSES);
      fputs("\n", out);
    }
  }
  fputs("\n### Fires\n\n- x\n\n### Stays quiet\n\n- y\n\n", out);
}

static earshot_ruleset *random_phrases(void) {
  char *bytes = NULL;
  size_t len = 0;
  FILE *pack = open_memstream(&bytes, &len);
  assert_non_null(pack);
  fputs("# Pack: P `p`\n\n# Principle: P `p`\n\nR.\n\n> Q?\n\n", pack);
  for (int s = 0; s < 6; s++) put_signal(pack, s, chance(3) == 0);
  fputs("# Words\n\n", pack);
  for (unsigned c = 0; c < CLASSES; c++) {
    fprintf(pack, "## c%u\n\n", c);
    for (uint32_t n = 1 + chance(4); n > 0; n--) {
      fputs("- ", pack);
      put_phrase(pack, c);
      fputs("\n", pack);
    }
    fputs("\n", pack);
  }
  fclose(pack);
  earshot_ruleset *rules = support_compile(bytes, len, support_heap);
  free(bytes);
  return rules;
}

static size_t random_sentences(char *out, size_t room, size_t count) {
  static const char *const others[] = {
      "visited", "Nan", "Bob Lee", "7", ".",  "?", "\n",
      "teas",    "c*p", "homes",   ",", "\"", "14"};
  size_t len = 0;
  for (size_t n = 0; n < count; n++) {
    const char *word =
        chance(3) ? words[chance(COUNT(words))] : others[chance(COUNT(others))];
    if (len + strlen(word) + 1 >= room) break;
    memcpy(out + len, word, strlen(word));
    len += strlen(word);
    out[len++] = ' ';
  }
  return len;
}

static void rules_left_out_find_nothing(void **state) {
  (void)state;
  unsigned compiled = 0, found = 0;
  char draft[6000];
  for (int round = 0; round < 1500; round++) {
    earshot_ruleset *rules = random_phrases();
    if (support_faults(rules) == 0) {
      compiled++;
      earshot_scanner *scanner = earshot_scanner_new(rules, support_heap);
      for (int d = 0; d < 8; d++)
        found += compare(scanner, draft,
                         random_sentences(draft, sizeof draft, 1 + chance(30)));
      earshot_scanner_free(scanner);
    }
    earshot_ruleset_free(rules);
  }
  print_message("%u rulesets, %u drafts with findings\n", compiled, found);
  assert_true(compiled > 300);
  assert_true(found > 1000);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(patterns_left_out_find_nothing),
      cmocka_unit_test(rules_left_out_find_nothing)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What holds for every word: few forms, short ones, each once, none that is a
   function word; and the tables are in order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include "../../src/words/inflect.h"
#include "../../src/words/irregular.h"

enum { MOST = 24, LONG = 64 };

typedef struct {
  char given[MOST][LONG + 1];
  size_t count;
} collected;

static bool collect(void *user, const char *form, size_t len) {
  collected *c = user;
  assert_true(c->count < MOST && len <= LONG);
  memcpy(c->given[c->count], form, len);
  c->given[c->count][len] = '\0';
  for (size_t i = 0; i < c->count; i++)
    if (strcmp(c->given[i], c->given[c->count]) == 0)
      fail_msg("%s: %s twice", c->given[0], c->given[i]);
  c->count++;
  return true;
}

static collected forms_of(const char *word, size_t len) {
  collected c = {.count = 0};
  char *exact = malloc(len + !len); /* its end is the end of memory */
  memcpy(exact, word, len);
  assert_true(inflect(exact, len, collect, &c));
  free(exact);
  assert_true(c.count >= 1 && strncmp(c.given[0], word, len) == 0);
  return c;
}

/* Ordinary words of people who write about their work. */
static const char *const ordinary[] = {
    "act",    "add",      "age",    "aim",     "arm",    "art",     "ask",
    "bad",    "bag",      "ban",    "band",    "base",   "bath",    "bear",
    "beard",  "bee",      "bell",   "bit",     "board",  "boat",    "body",
    "book",   "bore",     "boss",   "brain",   "breath", "breathe", "bull",
    "bullet", "bulletin", "cab",    "cabin",   "car",    "card",    "care",
    "case",   "cast",     "cat",    "caution", "chat",   "child",   "class",
    "clothe", "club",     "coat",   "code",    "cop",    "cope",    "cost",
    "cub",    "cube",     "cure",   "cut",     "day",    "deal",    "dear",
    "din",    "dine",     "doctor", "dog",     "door",   "fad",     "fade",
    "family", "far",      "fare",   "fat",     "fee",    "feed",    "file",
    "fill",   "fin",      "fine",   "fit",     "foster", "fun",     "gap",
    "gape",   "gas",      "grip",   "gripe",   "guard",  "hat",     "hate",
    "hear",   "heart",    "help",   "hero",    "home",   "hop",     "hope",
    "host",   "hug",      "huge",   "job",     "kid",    "king",    "kin",
    "lad",    "late",     "lean",   "leg",     "letter", "live",    "lung",
    "lunge",  "mad",      "man",    "mat",     "mate",   "meet",    "mop",
    "mope",   "mum",      "nan",    "neck",    "need",   "new",     "news",
    "not",    "note",     "nurse",  "order",   "pad",    "pain",    "pan",
    "pane",   "past",     "paste",  "pat",     "pick",   "pin",     "pine",
    "plan",   "plane",    "police", "pop",     "pope",   "pot",     "pub",
    "puff",   "raisin",   "rag",    "rage",    "rap",    "rape",    "rat",
    "rate",   "rid",      "ride",   "rip",     "ripe",   "rob",     "robe",
    "robin",  "rot",      "ruin",   "sack",    "sad",    "scar",    "scare",
    "school", "scrap",    "scrape", "sham",    "shame",  "sin",     "sing",
    "singe",  "sit",      "site",   "slim",    "slime",  "social",  "son",
    "spar",   "spare",    "star",   "stare",   "step",   "story",   "strip",
    "stripe", "tap",      "tape",   "team",    "ten",    "tense",   "time",
    "tin",    "tub",      "tube",   "van",     "villa",  "villain", "violin",
    "visit",  "wad",      "wade",   "wag",     "wage",   "wand",    "war",
    "ward",   "weed",     "week",   "wee",     "win",    "wine",    "wing",
    "work",   "wrap",     "year"};
enum { ORDINARY = sizeof ordinary / sizeof *ordinary };

/* Few pairs are one word's form and another's plain form. */
static void ordinary_words_keep_apart(void **state) {
  (void)state;
  for (size_t w = 0; w < ORDINARY; w++) {
    collected c = forms_of(ordinary[w], strlen(ordinary[w]));
    for (size_t f = 1; f < c.count; f++)
      for (size_t other = 0; other < ORDINARY; other++)
        if (other != w && strcmp(c.given[f], ordinary[other]) == 0 &&
            strcmp(ordinary[w], "bear") != 0) /* bore */
          fail_msg("%s: %s", ordinary[w], c.given[f]);
  }
}

static void no_form_is_a_function_word(void **state) {
  (void)state;
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
  char word[3];
  for (size_t i = 0; i < 26u * 26u * 26u; i++) {
    word[0] = letters[i / 676];
    word[1] = letters[i / 26 % 26];
    word[2] = letters[i % 26];
    collected c = forms_of(word, 3);
    for (size_t f = 1; f < c.count; f++)
      if (irregular_fixed(c.given[f], strlen(c.given[f])))
        fail_msg("%.3s: %s", word, c.given[f]);
  }
}

static bool stop(void *user, const char *form, size_t len) {
  (void)form, (void)len;
  return --*(int *)user > 0;
}

static void stopping_stops(void **state) {
  (void)state;
  static const char *const words[] = {"visit", "child", "be", "don't",
                                      "retell"};
  for (size_t w = 0; w < sizeof words / sizeof *words; w++)
    for (int after = 1; after < 3; after++) {
      int left = after;
      assert_false(inflect(words[w], strlen(words[w]), stop, &left));
      assert_int_equal(left, 0);
    }
}

static void odd_words_are_answered(void **state) {
  (void)state;
  static const char *const odd[] = {"",    "'",   "''",  "e",   "ee", "y",
                                    "ie",  "s",   "ing", "ed",  "'s", "qu",
                                    "zzz", "bbb", "ooo", "ced", "x'"};
  for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
    (void)forms_of(odd[i], strlen(odd[i]));
  char word[LONG];
  for (char c = 'a'; c <= 'z'; c++) {
    memset(word, c, sizeof word);
    for (size_t len = 0; len <= sizeof word; len++) (void)forms_of(word, len);
  }
  uint32_t seed = 7;
  for (unsigned round = 0; round < 20000; round++) {
    size_t len = round % 12;
    for (size_t i = 0; i < len; i++) {
      seed = seed * 1664525u + 1013904223u;
      word[i] = "aeioulsycdngtbr'\xc3\xff"[(seed >> 16) % 18];
    }
    (void)forms_of(word, len);
  }
  int left = 1;
  char *much = malloc(1 << 20);
  memset(much, 'a', 1 << 20);
  assert_false(inflect(much, 1 << 20, stop, &left));
  free(much);
}

static void letters_of_any_script_have_a_possessive(void **state) {
  (void)state;
  assert_int_equal(forms_of("ключ", 8).count, 2);
  assert_string_equal(forms_of("ключ", 8).given[1], "ключ's");
  assert_int_equal(forms_of("ok👍", 6).count, 1);
  assert_int_equal(forms_of("a—b", 5).count, 1);
}

static void in_order(const char *before, const char *word) {
  if (before && strcmp(before, word) >= 0) fail_msg("%s, %s", before, word);
}

static void entries_in_order(const irregular_entry *table, size_t count) {
  for (size_t i = 0; i < count; i++) {
    in_order(i ? table[i - 1].word : NULL, table[i].word);
    const char *forms = table[i].forms;
    assert_null(strstr(forms, "  "));
    assert_true(!*forms || (*forms != ' ' && forms[strlen(forms) - 1] != ' '));
  }
}

/* Whether a word is a form is asked of the entries with its initial only. */
static void forms_begin_as_words(const irregular_entry *table, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const char *form = table[i].forms + (table[i].forms[0] == '+');
    for (; form && *form; form = strchr(form, ' ') ? strchr(form, ' ') + 1 : "")
      if (strncmp(form, "ate ", 4) != 0)
        assert_int_equal(*form, table[i].word[0]);
  }
}

static void words_in_order(const char *const *list, size_t count) {
  for (size_t i = 0; i < count; i++) in_order(i ? list[i - 1] : NULL, list[i]);
}

/* They are searched by halves. */
static void the_tables_are_sorted(void **state) {
  (void)state;
  entries_in_order(irregular_verbs, irregular_n_verbs);
  entries_in_order(irregular_whole, irregular_n_whole);
  entries_in_order(irregular_nouns, irregular_n_nouns);
  forms_begin_as_words(irregular_verbs, irregular_n_verbs);
  forms_begin_as_words(irregular_nouns, irregular_n_nouns);
  assert_true(irregular_is_past("ate", 3));
  words_in_order(irregular_fixed_words, irregular_n_fixed);
  words_in_order(irregular_another_words, irregular_n_another);
  words_in_order(irregular_doubling_words, irregular_n_doubling);
  words_in_order(irregular_either_words, irregular_n_either);
  words_in_order(irregular_keeps_e_words, irregular_n_keeps_e);
  words_in_order(irregular_apostrophe_words, irregular_n_apostrophe);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ordinary_words_keep_apart),
      cmocka_unit_test(no_form_is_a_function_word),
      cmocka_unit_test(stopping_stops),
      cmocka_unit_test(odd_words_are_answered),
      cmocka_unit_test(letters_of_any_script_have_a_possessive),
      cmocka_unit_test(the_tables_are_sorted)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

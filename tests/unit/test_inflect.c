#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "../../src/words/inflect.h"

typedef struct {
  char text[2048]; /* " form form " */
  size_t len, count;
} collected;

static bool collect(void *user, const char *form, size_t len) {
  collected *c = user;
  assert_true(len <= 64 && c->len + len + 2 < sizeof c->text);
  memcpy(c->text + c->len, form, len);
  c->text[c->len + len] = ' ';
  c->len += len + 1;
  c->count++;
  return true;
}

static bool has(const collected *c, const char *form) {
  char wanted[80] = " ";
  strcat(wanted, form);
  strcat(wanted, " ");
  return strstr(c->text, wanted) != NULL;
}

/* Word, forms it must have, forms it must not have. */
static const char *const cases[][3] = {
    {"visit", "visit visits visited visiting visit's visitin'",
     "visitting visitted"},
    {"plan", "plans planned planning", "planed planing"},
    {"star", "starred starring", "stared staring"},
    {"bar", "barred", "bared"},
    {"take", "takes took taken taking", "taked takeing"},
    {"tell", "tells told telling telt", "telled"},
    {"retell", "retold retelling", "retelled"},
    {"understand", "understood understanding", "understanded"},
    {"lie", "lies lay lying lied", "lieing"},
    {"die", "dies died dying", "dieing"},
    {"run", "runs ran running", "runned runed"},
    {"baby", "babies baby's", "babys babys'"},
    {"child", "children child's children's", "childed"},
    {"family", "families family's", "familys"},
    {"wife", "wives wife's", ""},
    {"bus", "buses", "buss"},
    {"box", "boxes boxed", "boxs boxxed"},
    {"carry", "carries carried carrying", "carryed"},
    {"play", "plays played playing", "plaied plaies"},
    {"agree", "agrees agreed agreeing", "agreeed"},
    {"mimic", "mimicked mimicking", "mimiced"},
    {"travel", "travelled travelling traveled traveling", ""},
    {"prefer", "preferred preferring", "prefered"},
    {"open", "opened opening", "openned"},
    {"hit", "hits hitting", "hitted hited"},
    {"refuse", "refuses refused refusing", "refuseing"},
    {"person", "people person's persons", ""},
    {"be", "is was were been", "bes beed"},
    {"have", "has had having", "haves haved"},
    {"the", "the", "thes"},
    {"was", "was", "wases"},
    {"my", "my", "mies"},
    {"don't", "don't dont", "don'ts"},
    {"we're", "we're", "were"},
    {"i'll", "i'll", "ill"},
    {"he'll", "he'll", "hell"},
    {"lad", "lads lad's lads'", ""},
    {"sin", "sins sinned sinning", "sing"}};

static void words_have_their_forms(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    collected c = {.text = " ", .len = 1};
    assert_true(inflect(cases[i][0], strlen(cases[i][0]), collect, &c));
    assert_true(c.count <= 24);
    for (size_t k = 1; k < 3; k++) {
      char list[200];
      strcpy(list, cases[i][k]);
      for (char *f = strtok(list, " "); f; f = strtok(NULL, " "))
        if (has(&c, f) != (k == 1))
          fail_msg("%s: %s among%s", cases[i][0], f, c.text);
    }
  }
}

static bool stop_at_once(void *user, const char *form, size_t len) {
  (void)form, (void)len;
  ++*(int *)user;
  return false;
}

static void stopping_stops(void **state) {
  (void)state;
  int calls = 0;
  assert_false(inflect("visit", 5, stop_at_once, &calls));
  assert_int_equal(calls, 1);
}

static void odd_words_are_left_alone(void **state) {
  (void)state;
  static const char *const odd[] = {"",          "a",  "x", "'",  "''",
                                    "e",         "ee", "y", "ie", "😂",
                                    "t\xc5\xb7", "47", "*"};
  for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
    collected c = {.text = " ", .len = 1};
    assert_true(inflect(odd[i], strlen(odd[i]), collect, &c));
    assert_true(c.count >= 1 && c.count <= 3);
  }
  char long_word[200];
  memset(long_word, 'a', sizeof long_word);
  size_t calls = 0;
  assert_false(inflect(long_word, sizeof long_word, stop_at_once, &calls));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_have_their_forms),
      cmocka_unit_test(stopping_stops),
      cmocka_unit_test(odd_words_are_left_alone)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

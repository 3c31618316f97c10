/* The second reading. */
#include "text_help.h"

static text second(const char *draft) {
  text plain = text_help_plain(draft), t;
  assert_true(text_disguises(&t, text_help_arena(), &plain, 0, plain.n_tokens));
  assert_int_equal(t.n_tokens, 0);
  assert_int_equal(t.utf16_len, plain.utf16_len);
  for (uint32_t i = 0; i < t.len; i++) {
    assert_true(t.from[i] < t.to[i] && t.to[i] <= t.utf16_len);
    assert_true(i == 0 ||
                (t.from[i - 1] <= t.from[i] && t.to[i - 1] <= t.to[i]));
  }
  return t;
}

static void assert_second(const char *draft, const char *expected) {
  text t = second(draft);
  assert_string_equal(text_help_string(t.norm, t.len), expected);
}

static void nothing_to_undo_gives_nothing(void **state) {
  (void)state;
  assert_int_equal(second("").len, 0);
  assert_int_equal(second("Home at ten, look at that dot on it. 07700 900123 "
                          "Oh no, two of them! 14yo jane@example.org")
                       .len,
                   0);
}

static void spelled_figures_become_figures(void **state) {
  (void)state;
  assert_second("NHS nine nine nine oh, ok", "NHS 9990, ok");
  assert_second("oh double seven 00 treble nine", "07700999");
  assert_second("zero-one-two", "012");
  assert_second("call 0 7 7 0 0 9 now", "call 077009 now");
  assert_int_equal(second("1 2 3 4 5").len, 0);
  assert_int_equal(second("one two").len, 0);
  assert_int_equal(second("nine\nnine\nnine").len, 0);
  assert_int_equal(second("double double").len, 0);
}

static void letters_in_numbers_become_figures(void **state) {
  (void)state;
  assert_second("on O77OO 9OO123 x", "on 07700 900123 x");
  assert_second("l23", "123");
  assert_int_equal(second("O7 Ilo SO47 O77OOx 1O").len, 0);
}

static void letters_that_look_alike_are_ours(void **state) {
  (void)state;
  assert_second("j\u0430ne@ex\u0430mple.org", "jane@example.org");
  assert_second("K\u0430yleigh", "Kayleigh");
  assert_int_equal(second("\u0430\u0435 and \u043e\u0440").len, 0);
}

static void spelled_addresses_become_addresses(void **state) {
  (void)state;
  assert_second("jane dot doe at example dot org ok",
                "jane.doe@example.org ok");
  assert_second("jane_doe7 (at) example [dot] co [dot] uk!",
                "jane_doe7@example.co.uk!");
  assert_second("jane (at) example.org.", "jane@example.org.");
  assert_second("see example dot com", "see example.com");
  assert_second("jane @ example . com x", "jane@example.com x");
  assert_second("jane @ example.com", "jane@example.com");
  assert_second("jane at gmail.com", "jane@gmail.com");
  assert_int_equal(second("meet at Tesco. Me and @ home . Me").len, 0);
  assert_int_equal(second("look at bbc.co.uk and at home").len, 0);
  assert_int_equal(second("dot at dot at").len, 0);
}

static void every_byte_knows_its_place(void **state) {
  (void)state;
  text t = second("😂 nine double nine x");
  assert_string_equal(text_help_string(t.norm, t.len), "😂 999 x");
  assert_int_equal(t.from[5], 3);
  assert_int_equal(t.to[5], 7);
  assert_int_equal(t.from[6], 8);
  assert_int_equal(t.to[7], 19);
  assert_int_equal(t.from[9], 20);
  t = second("Jane dot Doe AT x dot org");
  assert_string_equal(text_help_string(t.folded, t.len), "jane.doe@x.org");
  assert_int_equal(t.from[4], 5);
  assert_int_equal(t.to[8], 15);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nothing_to_undo_gives_nothing),
      cmocka_unit_test(spelled_figures_become_figures),
      cmocka_unit_test(letters_in_numbers_become_figures),
      cmocka_unit_test(letters_that_look_alike_are_ours),
      cmocka_unit_test(spelled_addresses_become_addresses),
      cmocka_unit_test(every_byte_knows_its_place),
  };
  return cmocka_run_group_tests(tests, NULL, text_help_end);
}

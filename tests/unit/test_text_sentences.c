/* Where sentences and paragraphs end, and which words come first. */
#include "text_help.h"

/* How many sentences, and in how many paragraphs. */
static void assert_split(const char *draft, uint32_t n, uint32_t paragraphs) {
  text t = text_help_plain(draft);
  if (t.n_sentences != n)
    print_message("%s -> %u sentences\n", draft, (unsigned)t.n_sentences);
  assert_int_equal(t.n_sentences, n);
  uint32_t closed = 0;
  for (uint32_t i = 0; i + 1 < n; i++) closed += t.sentences[i].closes;
  assert_int_equal(closed, paragraphs - 1);
}

static void stops_and_line_ends_end_sentences(void **state) {
  (void)state;
  assert_split("He came. She went! They did? yes", 4, 1);
  assert_split("one\ntwo", 2, 1);
  assert_split("one.\ntwo", 2, 1);
  assert_split("one\n\ntwo\n \n three\nfour", 4, 3);
  assert_split("\n\none\n\n", 1, 1);
  assert_split("so... then… and ?! what", 4, 1);
  assert_split("lower case. also here", 2, 1);
  assert_split("Really?!Yes.No", 2, 1);
  assert_split("...", 1, 1);
}

static void abbreviations_and_initials_do_not(void **state) {
  (void)state;
  assert_split("Dr. Smith and Mr. Lee vs. Mrs. Poe", 1, 1);
  assert_split("J. Smith and J. R. Lee came", 1, 1);
  assert_split("So did I. Then he left", 2, 1);
  assert_split("e.g. this, i.e. that, S.W. London, J.K. Rowling", 1, 1);
  assert_split("at 3.30pm, 2.5 miles, no. 12, approx. ten, etc. and", 1, 1);
  assert_split("his ref no. is 4471", 1, 1);
  assert_split("I said no. is she well", 2, 1);
  assert_split("at 5 p.m. We left the U.K. The end", 3, 1);
  assert_split("No. I will not", 2, 1);
  assert_split("Apt. 7, fig. 2", 1, 1);
  assert_split("She has MS. He knows. Etc. They", 4, 1);
  assert_split("he sat. then she sat", 2, 1);
  assert_split("In 2024. In 2025. I am 14. He is", 4, 1);
  assert_split("1. Tea\n2. Cake", 2, 1);
  assert_split("told...me home.So", 1, 1);
}

static void closing_marks_belong_to_the_sentence(void **state) {
  (void)state;
  assert_split("\"Stop.\" Then he left.", 2, 1);
  assert_split("\"Really?\" she said. (Yes.) Then", 3, 1);
}

static void emoji_at_the_end_stay_with_the_sentence_before(void **state) {
  (void)state;
  text t = text_help_plain("Left. 😂 😂 Next 😂\n📍 Leeds");
  assert_string_equal(text_help_show(&t, 0, 0), "left . 😂 😂 next 😂 / 📍 leeds");
  assert_int_equal(t.n_sentences, 3);
  assert_int_equal(t.tokens[3].sentence, 0);
  assert_int_equal(t.tokens[4].sentence, 1);
  assert_int_equal(t.tokens[7].sentence, 2);
  assert_split("Left.😂 Next", 2, 1);
}

static void questions_are_known(void **state) {
  (void)state;
  text t = text_help_plain("Is it? No. What?! Why??? Hm\n");
  static const bool expected[] = {true, false, true, true, false};
  assert_int_equal(t.n_sentences, 5);
  for (size_t i = 0; i < 5; i++)
    assert_int_equal(t.sentences[i].question, expected[i]);
  t = text_help_plain("“Why?” she asked. ok");
  assert_false(t.sentences[0].question);
}

static void stops_are_tokens(void **state) {
  (void)state;
  assert_tokens("a. b! c?! d… e\n\nf.", "a . b ! c ? d ... e / f .");
  assert_tokens("aa.bb 1.5 c.,", "aa bb #1.5 c");
}

static void first_words_are_marked(void **state) {
  (void)state;
  unsigned f = TEXT_FIRST;
  assert_shown("The lad. He left\nand 2 Came", f,
               "the~F lad . he~F left / and~F #2 came");
  assert_shown("😂 @jane #Tea The lad", f, "😂 @jane tea the~F lad");
  assert_shown("She said “Get out” and ‘Stay in’ 'cause", f,
               "she~F said get~F out and stay~F in cause");
  assert_shown("1. Tea\n- Cake", f, "#1 tea~F / cake~F");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(stops_and_line_ends_end_sentences),
      cmocka_unit_test(abbreviations_and_initials_do_not),
      cmocka_unit_test(closing_marks_belong_to_the_sentence),
      cmocka_unit_test(emoji_at_the_end_stay_with_the_sentence_before),
      cmocka_unit_test(questions_are_known),
      cmocka_unit_test(stops_are_tokens),
      cmocka_unit_test(first_words_are_marked),
  };
  return cmocka_run_group_tests(tests, NULL, text_help_end);
}

/* Quotations, and what Markdown says about a draft. */
#include "text_help.h"

#define Q TEXT_QUOTED
#define K TEXT_CODE

static void assert_markdown(const char *draft, const char *expected) {
  text t = text_help_markdown(draft);
  assert_string_equal(text_help_show(&t, Q | K, 0), expected);
}

static void words_between_quotation_marks_are_quoted(void **state) {
  (void)state;
  assert_shown("He said “go away” twice", Q, "he said go~Q away~Q twice");
  assert_shown("a 'big bad' wolf, ‘so’ it's", Q,
               "a big~Q bad~Q wolf so~Q it's");
  assert_shown("«oui» \"a\" b \"c\"", Q, "oui~Q a~Q b c~Q");
  assert_shown("(\"yes\")!", Q, "yes~Q !");
}

static void lone_marks_quote_nothing(void **state) {
  (void)state;
  assert_shown("it's the mums' day, 'cause he's 6\" tall", Q,
               "it's the mums day cause he's #6 tall");
  assert_shown("open \"here\n\nand\" there", Q, "open here / and there");
  assert_shown("the '90s and kids' tea", Q, "the #90 s and kids tea");
}

static void a_quotation_is_at_most_300_bytes(void **state) {
  (void)state;
  char draft[400];
  for (size_t n = 297; n <= 299; n++) {
    memset(draft, 'a', sizeof draft);
    draft[0] = draft[n + 1] = '"';
    text t = text_help(draft, n + 2, EARSHOT_PLAIN);
    assert_int_equal((t.tokens[0].flags & TEXT_QUOTED) != 0, n + 2 <= 300);
  }
}

static void lines_that_start_with_an_angle_are_quoted(void **state) {
  (void)state;
  assert_shown("> he said\nso\n  > it\na > b", Q,
               "he~Q said~Q / so / it~Q / a b");
  assert_shown("&gt; he", Q, "he~Q");
}

static void block_quotes_are_quoted(void **state) {
  (void)state;
  assert_markdown("> one\nlazy\n\ntwo", "one~Q lazy~Q /~Q two");
  assert_markdown("- x\n\n  > y\n\nz", "x / y~Q /~Q z");
  text t = text_help_plain("one\nlazy");
  assert_int_equal(t.tokens[2].flags & Q, 0);
}

static void code_is_code(void **state) {
  (void)state;
  assert_markdown("a `b c` d", "a b~K c~K d");
  assert_markdown("a ``b ` c`` d ` e", "a b~K c~K d e");
  assert_markdown("a \\`b` c", "a b c");
  assert_markdown("a `b\n\nc` d", "a b / c d");
  assert_markdown("```js\nx y\n```\nz", "js~K /~K x~K y~K /~K /~K z");
  assert_markdown("p\n\n    x\n\nz", "p / x~K /~K z");
  assert_markdown("> ```\n> x\n> ```\n> z", "/~QK x~QK /~QK /~QK z~Q");
  assert_shown("a `b` c\n\n    d", K, "a b c / d");
}

static void markup_stays_in_norm(void **state) {
  (void)state;
  text t = text_help_markdown("**Bold** `x`");
  assert_string_equal(text_help_string(t.norm, t.len), "**Bold** `x`");
  assert_string_equal(text_help_show(&t, TEXT_DISGUISED, 0), "bold x");
  t = text_help_markdown("**K**yleigh and _un_told");
  assert_string_equal(text_help_show(&t, TEXT_DISGUISED, 0),
                      "k yleigh and un told");
}

static void a_wrapped_paragraph_is_one_sentence(void **state) {
  (void)state;
  assert_markdown("one\r\ntwo\nthree", "one two three");
  assert_markdown("one  \ntwo\\\nthree", "one / two / three");
  assert_markdown("- one\n- two\n  more", "one / two more");
  assert_markdown("# one\ntwo\n\nthree", "one / two / three");
  text t = text_help_markdown("one\ntwo");
  assert_int_equal(t.n_sentences, 1);
  assert_string_equal(text_help_string(t.norm, t.len), "one two");
}

static void link_targets_are_links(void **state) {
  (void)state;
  assert_markdown("[a](https://www.b.org/c/d \"t\") e", "a <b.org> t~Q e");
  assert_markdown("[a](../x/y.md) ![z](p(q).png) e", "a <> z <> e");
  assert_markdown("[a]( b) [c](", "a b c");
  assert_markdown("<https://b.org/x> e", "<b.org> e");
  assert_tokens("[a](x/y.md)", "a x y md");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_between_quotation_marks_are_quoted),
      cmocka_unit_test(lone_marks_quote_nothing),
      cmocka_unit_test(a_quotation_is_at_most_300_bytes),
      cmocka_unit_test(lines_that_start_with_an_angle_are_quoted),
      cmocka_unit_test(block_quotes_are_quoted),
      cmocka_unit_test(code_is_code),
      cmocka_unit_test(markup_stays_in_norm),
      cmocka_unit_test(a_wrapped_paragraph_is_one_sentence),
      cmocka_unit_test(link_targets_are_links),
  };
  return cmocka_run_group_tests(tests, NULL, text_help_end);
}

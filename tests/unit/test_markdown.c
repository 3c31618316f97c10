#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "limits.h"
#include "markdown.h"

static void *plain_alloc(void *user, size_t size) {
  size_t *left = user;
  if (left && !(*left)--) {
    *left = 0;
    return NULL;
  }
  return malloc(size);
}

static void plain_free(void *user, void *memory) {
  (void)user;
  free(memory);
}

static arena fresh(size_t *left) {
  arena a;
  arena_init(&a, (earshot_allocator){plain_alloc, plain_free, left});
  return a;
}

static cmark_node *parse(arena *a, const char *source) {
  cmark_node *document = markdown_parse(a, source, strlen(source));
  assert_non_null(document);
  return document;
}

static void assert_html(const char *source, const char *html) {
  arena a = fresh(NULL);
  assert_string_equal(markdown_html(&a, parse(&a, source)), html);
  arena_free(&a);
}

static void html_is_what_it_should_be(void **state) {
  (void)state;
  assert_html("", "");
  assert_html("# Tea\n\nA *lovely* cup\n",
              "<h1>Tea</h1>\n<p>A <em>lovely</em> cup</p>\n");
  assert_html("3. x\n4. y\n",
              "<ol start=\"3\">\n<li>x</li>\n<li>y</li>\n</ol>\n");
  assert_html("[a]\n\n[a]: /b \"c\"\n",
              "<p><a href=\"/b\" title=\"c\">a</a></p>\n");
  assert_html("\"&'<", "<p>&quot;&amp;'&lt;</p>\n");
}

static void html_is_safe(void **state) {
  (void)state;
  assert_html("<script>alert(1)</script>\n", "<!-- raw HTML omitted -->\n");
  assert_html("a <b onclick=x>\n", "<p>a <!-- raw HTML omitted --></p>\n");
  assert_html("[x](javascript:alert(1))\n", "<p><a href=\"\">x</a></p>\n");
  assert_html("![x](data:text/html;base64,x)\n",
              "<p><img src=\"\" alt=\"x\" /></p>\n");
}

static void one_block_can_be_rendered(void **state) {
  (void)state;
  arena a = fresh(NULL);
  cmark_node *document = parse(&a, "one\n\n> two\n\nthree\n");
  cmark_node *quote = cmark_node_next(cmark_node_first_child(document));
  assert_string_equal(markdown_html(&a, quote),
                      "<blockquote>\n<p>two</p>\n</blockquote>\n");
  arena_free(&a);
}

static void positions_are_kept(void **state) {
  (void)state;
  arena a = fresh(NULL);
  cmark_node *document =
      parse(&a, "# Tea\n\n- milk\n- sugar\n\n```\ncode\n```\n");
  cmark_node *list = cmark_node_next(cmark_node_first_child(document));
  cmark_node *sugar = cmark_node_last_child(list);
  assert_int_equal(cmark_node_get_start_line(sugar), 4);
  assert_int_equal(cmark_node_get_start_column(sugar), 1);
  cmark_node *code = cmark_node_next(list);
  assert_int_equal(cmark_node_get_start_line(code), 6);
  assert_int_equal(cmark_node_get_end_line(code), 8);
  arena_free(&a);
}

static void next_walks_in_document_order(void **state) {
  (void)state;
  arena a = fresh(NULL);
  cmark_node *document = parse(&a, "# a\n\n- b\n  > c\n- d\n\ne\n");
  char order[200] = "";
  for (cmark_node *n = document; n; n = markdown_next(n, document)) {
    strcat(order, cmark_node_get_type_string(n));
    strcat(order, " ");
  }
  assert_string_equal(order,
                      "document heading text list item paragraph text "
                      "block_quote paragraph text item paragraph text "
                      "paragraph text ");
  /* and stays inside its root */
  cmark_node *list = cmark_node_next(cmark_node_first_child(document));
  cmark_node *item = cmark_node_first_child(list);
  size_t count = 0;
  for (cmark_node *n = item; n; n = markdown_next(n, item)) count++;
  assert_int_equal(count, 6);
  assert_null(markdown_next(
      cmark_node_last_child(document)
          ? cmark_node_first_child(cmark_node_last_child(document))
          : document,
      document));
  arena_free(&a);
}

static void any_bytes_are_answered(void **state) {
  (void)state;
  static const char bytes[] = "a\0b\xFF\xC3\r\n\xED\xA0\x80# x\r> \xF0\x9F";
  arena a = fresh(NULL);
  cmark_node *document = markdown_parse(&a, bytes, sizeof bytes - 1);
  assert_non_null(document);
  assert_non_null(markdown_html(&a, document));
  assert_non_null(markdown_parse(&a, NULL, 0));
  arena_free(&a);
}

/* Fills `size` bytes by repeating `unit`. */
static void repeat(char *out, size_t size, const char *unit) {
  size_t len = strlen(unit);
  for (size_t i = 0; i < size; i++) out[i] = unit[i % len];
}

/* The reserve must hold what cmark makes of the worst: one more block from the
   allocator would mean that it did not. */
static void nasty_drafts_fit_the_reserve(void **state) {
  (void)state;
  static const char *const units[] = {
      ">",     "[",      "*a",    "_*",        "_[_*", "*a**b_c*_", "`a``",
      "- ",    "1) ",    "- a\n", "\n",        "![",   "[a](b)",    "<a>",
      "&amp;", "![[]()", "a\n",   "[a]:b\n\n", "#\n",  "> - ",      "\\*"};
  const size_t size = EARSHOT_DRAFT_BYTES;
  char *draft = malloc(size);
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    size_t left = 2; /* the flattened copy and the reserve */
    arena a = fresh(&left);
    repeat(draft, size, units[i]);
    assert_non_null(markdown_parse(&a, draft, size));
    assert_false(a.failed);
    arena_free(&a);
  }
  free(draft);
}

static size_t depth_of(cmark_node *node) {
  size_t depth = 0;
  for (; node; node = cmark_node_first_child(node)) depth++;
  return depth;
}

static void nesting_is_bounded_but_places_hold(void **state) {
  (void)state;
  arena a = fresh(NULL);
  char *draft = malloc(60000);
  repeat(draft, 50000, ">");
  memcpy(draft + 50000, "\n\nafter\n", 8);
  cmark_node *document = markdown_parse(&a, draft, 50008);
  assert_true(depth_of(document) <= EARSHOT_MARKDOWN_LEAD + 4);
  cmark_node *last = cmark_node_last_child(document);
  assert_int_equal(cmark_node_get_start_line(last), 3);
  assert_int_equal(draft[49999], '>'); /* the caller's bytes stay as they are */

  repeat(draft, 60000, "1) ");
  document = markdown_parse(&a, draft, 60000);
  assert_true(depth_of(document) <= 2 * EARSHOT_MARKDOWN_LEAD + 4);
  free(draft);
  arena_free(&a);
}

static void ordinary_nesting_is_untouched(void **state) {
  (void)state;
  arena a = fresh(NULL);
  assert_int_equal(depth_of(parse(&a, "> > > > > > > > > > > > deep\n")), 15);
  /* a long rule and a long underline are no containers */
  char rule[200];
  repeat(rule, 150, "-");
  strcpy(rule + 150, "\n");
  cmark_node *document = parse(&a, rule);
  assert_int_equal(cmark_node_get_type(cmark_node_first_child(document)),
                   CMARK_NODE_THEMATIC_BREAK);
  arena_free(&a);
}

static void out_of_memory_is_null(void **state) {
  (void)state;
  size_t left = 0;
  arena a = fresh(&left);
  assert_null(markdown_parse(&a, "tea", 3));
  assert_true(a.failed);
  arena_free(&a);

  a = fresh(&left);
  left = 1;
  char *draft = malloc(20000);
  repeat(draft, 20000, ">");
  assert_null(markdown_parse(&a, draft, 20000));
  arena_free(&a);

  left = 2;
  repeat(draft, 20000, "*&");
  a = fresh(&left);
  cmark_node *document = markdown_parse(&a, draft, 20000);
  assert_non_null(document);
  left = 0;
  while (arena_alloc(&a, 1024)) continue; /* use up what is there */
  assert_null(markdown_html(&a, document));
  free(draft);
  arena_free(&a);
}

/* A file after another must not keep the reserve of each. */
static void reserves_are_given_back(void **state) {
  (void)state;
  size_t left = 6;
  arena a = fresh(&left);
  char *pack = malloc(20000);
  repeat(pack, 20000, "- a phrase of a pack\n");
  for (int i = 0; i < 12; i++) assert_non_null(markdown_parse(&a, pack, 20000));
  free(pack);
  arena_free(&a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(html_is_what_it_should_be),
      cmocka_unit_test(html_is_safe),
      cmocka_unit_test(one_block_can_be_rendered),
      cmocka_unit_test(positions_are_kept),
      cmocka_unit_test(next_walks_in_document_order),
      cmocka_unit_test(any_bytes_are_answered),
      cmocka_unit_test(nasty_drafts_fit_the_reserve),
      cmocka_unit_test(nesting_is_bounded_but_places_hold),
      cmocka_unit_test(ordinary_nesting_is_untouched),
      cmocka_unit_test(out_of_memory_is_null),
      cmocka_unit_test(reserves_are_given_back),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

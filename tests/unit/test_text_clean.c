/* Drafts to plain spelling, and the way back. */
#include "text_help.h"

/* The UTF-16 span that the first occurrence of `word` in norm stands for. */
static void assert_span(const char *draft, const char *word, uint32_t from,
                        uint32_t to) {
  text t = text_help_plain(draft);
  const char *norm = text_help_string(t.norm, t.len);
  const char *found = strstr(norm, word);
  assert_non_null(found);
  size_t at = (size_t)(found - norm);
  assert_int_equal(t.from[at], from);
  assert_int_equal(t.to[at + strlen(word) - 1], to);
}

static void an_empty_draft_is_empty(void **state) {
  (void)state;
  text t = text_help("", 0, EARSHOT_PLAIN);
  assert_int_equal(t.len, 0);
  assert_int_equal(t.n_tokens, 0);
  assert_int_equal(t.n_sentences, 0);
  assert_true(t.complete);
  t = text_help("", 0, EARSHOT_MARKDOWN);
  assert_int_equal(t.len, 0);
}

static void bad_bytes_become_replacement_characters(void **state) {
  (void)state;
  assert_norm("a\xFF\xFEz", "a\uFFFD\uFFFDz");
  assert_norm("\xC3", "\uFFFD");
  assert_norm("\xE2\x82", "\uFFFD\uFFFD");
  assert_norm("\xC0\xAF", "\uFFFD\uFFFD");
  assert_norm("\xED\xA0\xBD\xED\xB8\x80", /* CESU for U+1F600 */
              "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
  assert_norm("\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD");
  text t = text_help("a\0b", 3, EARSHOT_PLAIN);
  assert_memory_equal(t.norm, "a\uFFFDb", 5);
  assert_int_equal(t.utf16_len, 3);
}

static void styled_letters_become_plain(void **state) {
  (void)state;
  assert_norm("𝗛𝗼𝗺𝗲 𝓿𝓲𝓼𝓲𝓽 𝟙𝟜", "Home visit 14");
  assert_norm("ＨＯＭＥ　４７", "HOME 47");
  assert_norm("Ⓗⓞⓜⓔ 🄷🄾🄼🄴 🅷🅾🅼🅴 🅗🅞🅜🅔 🄗🄞🄜🄔", "Home HOME HOME HOME HOME");
  assert_norm("ᴄᴀꜱᴇ ʜᴏᴍᴇ ᵛⁱˢⁱᵗ", "case home visit");
  assert_norm("①②⑳ ❶➊ ⑴ ⒈", "1220 11 1 1");
  assert_norm("Ⅷ ⅷ № ℡", "VIII viii No TEL");
  assert_norm("oﬃce ﬁnd ﬂat", "office find flat");
  assert_norm("x² H₂O 1º", "x2 H2O 1o");
  assert_norm("½ 2½ yrs", "1/2 2 1/2 yrs");
  assert_norm("0️⃣7️⃣7️⃣", "077");
  assert_norm("٠٧٧ ۰۷۷ ०७७", "077 077 077");
}

static void accents_are_dropped_from_latin_letters_only(void **state) {
  (void)state;
  assert_norm("Siân Zoë café Łódź Ærø straße Đặng",
              "Sian Zoe cafe Lodz AEro "
              "strasse Dang");
  assert_norm("cafe\u0301 Zoe\u0308", "cafe Zoe");
  assert_norm("h\u0335o\u0336m\u0337e", "home");
  assert_norm("Привет Й", "Привет Й");
  assert_norm("и\u0306", "и\u0306");
  assert_norm("שלום नमस्ते 中文", "שלום नमस्ते 中文");
}

static void invisible_characters_vanish(void **state) {
  (void)state;
  assert_norm("cl\u200Bi\u200Ce\u00ADn\uFEFFt\u2060", "client");
  assert_norm("\u202Eclient\u202C \u200Fmum\u200E", "client mum");
  assert_norm("a\001b\177c", "abc");
  assert_norm("f\uFE0Fa", "fa");
}

static void spaces_become_one(void **state) {
  (void)state;
  assert_norm("a\u00A0b \t c\u2003\u202Fd\u3000e", "a b c d e");
  assert_norm(
      "a\r\nb\rc\u2028d\u2029e\xC2\x85"
      "f\n\ng",
      "a\nb\nc\nd\ne\nf\n\ng");
}

static void punctuation_becomes_plain(void **state) {
  (void)state;
  assert_norm("“don’t” ‘x’ „y‟ «z» 6′2″", "\"don't\" 'x' \"y\" \"z\" 6'2\"");
  assert_norm("a–b—c‑d−e", "a-b-c-d-e");
  assert_norm("so… ⁉ ‼", "so... !? !!");
}

static void entities_are_decoded(void **state) {
  (void)state;
  assert_norm("&amp;&lt;&gt;&quot;&apos;&#39;", "&<>\"''");
  assert_norm("a&nbsp;b&#x41;&#65;&#x1F600;", "a bAA😀");
  assert_norm("&amp;lt; &copy; &amp &#; &#x; & &",
              "&lt; &copy; &amp &#; &#x; & &");
  assert_norm("&#0;&#xD800;&#99999999;", "\uFFFD\uFFFD\uFFFD");
  assert_norm("&#99999999999999999999;", "&#99999999999999999999;");
  assert_norm("&#13;&#10;", "\n");
  assert_span("x &lt;b", "<", 2, 6);
}

static void links_are_cut(void **state) {
  (void)state;
  assert_norm("see https://www.example.org/maps/abc?q=1#x now",
              "see https://www.example.org/maps now");
  assert_norm("http://a.org/@51.5,-0.1.", "http://a.org.");
  assert_norm("(https://a.org/b_(c)).", "(https://a.org).");
  assert_norm("WWW.Example.ORG/Jane7", "WWW.Example.ORG");
  assert_norm("bbc.co.uk/news/x t.co/abc1 goo.gl/maps?z",
              "bbc.co.uk/news t.co goo.gl/maps");
  assert_norm("https://a.org:8080/x/y", "https://a.org");
  assert_norm("https://пример.рф/путь", "https://пример.рф");
  assert_norm("https:// www. http://", "https:// www. http://");
  assert_norm("jane.doe@example.org/x", "jane.doe@example.org/x");
  assert_norm("///filled.count.soap told.me/", "///filled.count.soap told.me");
  assert_norm("I was told.me and home.so then.Then",
              "I was told.me and home.so then.Then");
  assert_span("see https://a.org/b/c?d.", "https://a.org/b", 4, 23);
}

static void emoji_keep_their_base(void **state) {
  (void)state;
  assert_norm(
      "👍🏽 👩‍👩‍👧‍👦 ❤️ 🏳️‍🌈 🇬🇧",
      "👍 👩 ❤ 🏳 🇬🇧");
  assert_norm(
      "🏴\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073"
      "\U000E007F x",
      "🏴 x");
  assert_span("a 👩‍👩‍👧‍👦 b", "👩", 2, 13);
  assert_span("👍🏽ok", "👍", 0, 4);
  assert_span("👍🏽ok", "ok", 4, 6);
}

static void every_byte_knows_its_place(void **state) {
  (void)state;
  assert_span("😂 my client", "client", 6, 12);
  assert_span("cafe\u0301 mum", "cafe", 0, 5);
  assert_span("a   b", " ", 1, 4);
  assert_span("so… mum", "...", 2, 3);
  assert_span("𝗺𝘂𝗺 x", "mum", 0, 6);
  assert_span("x\r\ny", "\n", 1, 3);
  assert_span("\xFF\xFF mum", "mum", 3, 6);
  assert_span("cl\u200Bient", "client", 0, 7);
}

static void a_long_draft_is_cut_between_characters(void **state) {
  (void)state;
  size_t len = 128 * 1024 + 6;
  char *draft = malloc(len + 1);
  assert_non_null(draft);
  memset(draft, 'a', len);
  memcpy(draft + 128 * 1024 - 2, "😂😂", 8);
  text t = text_help(draft, len, EARSHOT_PLAIN);
  assert_false(t.complete);
  assert_int_equal(t.len, 128 * 1024 - 2);
  assert_int_equal(t.utf16_len, 128 * 1024 + 2);
  free(draft);
}

static void folded_is_lower_case_of_the_same_length(void **state) {
  (void)state;
  text t = text_help_plain("MUM Éa МИР ΑΘΗΝΑ Ɓ");
  assert_string_equal(text_help_string(t.folded, t.len), "mum ea мир αθηνα ɓ");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_empty_draft_is_empty),
      cmocka_unit_test(bad_bytes_become_replacement_characters),
      cmocka_unit_test(styled_letters_become_plain),
      cmocka_unit_test(accents_are_dropped_from_latin_letters_only),
      cmocka_unit_test(invisible_characters_vanish),
      cmocka_unit_test(spaces_become_one),
      cmocka_unit_test(punctuation_becomes_plain),
      cmocka_unit_test(entities_are_decoded),
      cmocka_unit_test(links_are_cut),
      cmocka_unit_test(emoji_keep_their_base),
      cmocka_unit_test(every_byte_knows_its_place),
      cmocka_unit_test(a_long_draft_is_cut_between_characters),
      cmocka_unit_test(folded_is_lower_case_of_the_same_length),
  };
  return cmocka_run_group_tests(tests, NULL, text_help_end);
}

/* Tokens, their keys, values and flags. */
#include "text_help.h"

#define C TEXT_CAPITAL
#define U TEXT_UPPER
#define H TEXT_HASHTAG
#define J TEXT_JOINED
#define D TEXT_DISGUISED
#define A TEXT_ABBREVIATED

static void words_keep_inner_apostrophes(void **state) {
  (void)state;
  assert_tokens("Don’t tell mum's o'clock", "don't tell mum's o'clock");
  assert_tokens("the mums' day 'tis", "the mums day tis");
  assert_tokens("hard-to-reach and/or R&B a_b", "hard to reach and or r b a b");
  assert_shown("hard-to-reach", J, "hard to reach");
  assert_tokens("Siân’s", "sian's");
}

static void every_script_makes_words(void **state) {
  (void)state;
  assert_tokens("Привет, мир שלום नमस्ते 中文。 ไทย",
                "привет мир שלום नमस्ते 中文 . ไทย");
  assert_shown("ПРИВЕТ Мир", C | U, "привет~CU мир~C");
}

static void capitals_are_noticed(void **state) {
  (void)state;
  assert_shown("Leeds NHS I McDonald don't DON'T aB", C | U,
               "leeds~C nhs~CU i~C mcdonald~C don't don't~CU ab");
}

static void figures_and_words_join(void **state) {
  (void)state;
  assert_shown("14yo 2nd s47 x", J, "#14 yo~J #2 nd~J s #47~J x");
  assert_tokens("7:30 12/03 12.03.24 999-000",
                "#7 #30 #12 #03 #12 #03 #24 "
                "#999 #000");
  assert_tokens("SW1A LS11 4AB AB123456C", "sw #1 a ls #11 #4 ab ab #123456 c");
}

static void assert_values(const char *draft, const char *expected) {
  text t = text_help_plain(draft);
  assert_string_equal(text_help_show(&t, 0, 1), expected);
}

static void numbers_have_values(void **state) {
  (void)state;
  assert_values("14 007 0", "#14=14 #007=7 #0=0");
  assert_values("1,200 12,345 999,999 1,000,000",
                "#1,200=1200 #12,345=12345 #999,999=999999 #1,000,000");
  assert_values("1,2 12,3456 0,123",
                "#1=1 #2=2 #12=12 #3456=3456 #0=0 "
                "#123=123");
  assert_values("2.5 3.30pm £1,200.50", "#2.5 #3.30 pm #1,200.50");
  assert_values("999999 1000000 99999999999999999999",
                "#999999=999999 #1000000 #99999999999999999999");
  assert_values("４２ ٤٢ 𝟙𝟜", "#42=42 #42=42 #14=14");
  assert_values("Nine twenty-one forty TWO hundred, a thousand dozen ninefold",
                "nine=9 twenty=20 one=1 forty=40 two=2 hundred=100 a "
                "thousand=1000 dozen ninefold");
}

static void hashtags_are_split(void **state) {
  (void)state;
  assert_shown("#HomeVisit2024 x", H | J, "home~H visit~HJ #2024~HJ x");
  assert_shown("#socialwork #NHSStaff #SWConf", H | J,
               "socialwork~H nhs~H staff~HJ sw~H conf~HJ");
  assert_shown("#social_work #BASW #14yearsOld", H,
               "social~H work~H basw~H #14~H years~H old~H");
  assert_shown("#1 # a#b C# #Привет", H, "#1 a b c привет~H");
}

static void mentions_are_whole(void **state) {
  (void)state;
  assert_tokens("@Jane_D hi @jane@mas.to, @j-c.bsky.social. (@xy)",
                "@jane_d hi @jane@mas.to j c bsky social . @xy");
  assert_tokens("@jane.bsky.social. Bye", "@jane.bsky.social . bye");
  assert_tokens("@jane.Thanks", "@jane thanks");
  assert_tokens("me @ work, @x", "me work x");
  text t = text_help_plain("@jane");
  assert_int_equal(t.tokens[0].kind, TEXT_MENTION);
}

static void addresses_are_words(void **state) {
  (void)state;
  text t = text_help_plain("jane.doe@example.org now");
  assert_string_equal(text_help_show(&t, 0, 0), "jane doe example org now");
  assert_string_equal(text_help_string(t.norm, t.len),
                      "jane.doe@example.org now");
  for (uint32_t i = 0; i < t.n_tokens; i++)
    assert_int_equal(t.tokens[i].kind, TEXT_WORD);
}

static void links_name_their_host(void **state) {
  (void)state;
  assert_tokens("See https://www.Example.org/maps/x?y=z. BBC.co.uk!",
                "see <example.org> . <bbc.co.uk> !");
  assert_tokens("👉https://what3words.com/filled.count.soap 😂www.a.org",
                "👉 <what3words.com> 😂 <a.org>");
  assert_tokens("https://a.org,https://b.org", "<a.org> <b.org>");
}

static void emoji_are_their_base(void **state) {
  (void)state;
  assert_tokens(
      "😂😂 👍🏽 👩‍👩‍👧‍👦 ❤️ 🇬🇧🇫🇷🇬",
      "😂 😂 👍 👩 ❤ 🇬🇧 🇫🇷 🇬");
  assert_tokens("1️⃣ ™ ✓", "#1 ✓");
  text t = text_help_plain("📍");
  assert_int_equal(t.tokens[0].kind, TEXT_EMOJI);
}

static void full_stops_between_letters_abbreviate(void **state) {
  (void)state;
  assert_shown("S.W.", A, "sw~A");
  assert_shown("the S.W. of N.H.S trusts, d.o.b. 1 e.g. that", A,
               "the sw~A of nhs~A trusts dob~A #1 eg~A that");
  assert_shown("J.K. Rowling", A | C, "jk~CA rowling~C");
  assert_shown("home.I was", A, "home i was");
  assert_shown("plan a.I'd", A, "plan a i'd");
}

static void repeated_letters_are_cut_to_two(void **state) {
  (void)state;
  assert_shown("sooooo niiiice see NOOO", D, "soo niice see noo");
}

static void figures_for_letters_are_read(void **state) {
  (void)state;
  assert_shown("1d1ot h3ll0 cl@ire b1tch's ba$tard id10t", D,
               "idiot~D hello~D claire~D bitch's~D bastard~D idiot~D");
  assert_shown("14yo yr11s SW1A 1h15min m8 gr8 covid19 2nd B4 a1b", D,
               "#14 yo yr #11 s sw #1 a #1 h #15 min m #8 gr #8 covid #19 #2 "
               "nd b #4 a #1 b");
  assert_shown("user@xn--p.org", D, "user xn p org");
  assert_shown("US$5 $100 a@b", D, "us #5 #100 a b");
}

static void stars_for_letters_are_read(void **state) {
  (void)state;
  assert_shown("K*yleigh f**k s*h*t K*yleigh’s", D,
               "k*yleigh~D f**k~D s*h*t~D k*yleigh's~D");
  assert_shown("f*** K___ sh** the** the___", D,
               "f***~D k___~D sh**~D the the");
  assert_shown("*bold* **very bold** un*frigging*believable 2*3", D,
               "bold very bold un frigging believable #2 #3");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_keep_inner_apostrophes),
      cmocka_unit_test(every_script_makes_words),
      cmocka_unit_test(capitals_are_noticed),
      cmocka_unit_test(figures_and_words_join),
      cmocka_unit_test(numbers_have_values),
      cmocka_unit_test(hashtags_are_split),
      cmocka_unit_test(mentions_are_whole),
      cmocka_unit_test(addresses_are_words),
      cmocka_unit_test(links_name_their_host),
      cmocka_unit_test(emoji_are_their_base),
      cmocka_unit_test(full_stops_between_letters_abbreviate),
      cmocka_unit_test(repeated_letters_are_cut_to_two),
      cmocka_unit_test(figures_for_letters_are_read),
      cmocka_unit_test(stars_for_letters_are_read),
  };
  return cmocka_run_group_tests(tests, NULL, text_help_end);
}

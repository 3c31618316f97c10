/* Drafts made to hurt, random bytes, and memory that runs out. What must hold
   for every draft is checked by text_help on each. */
#include "text_help.h"

#include "limits.h"

static void both_kinds(const char *draft, size_t len) {
  for (int kind = EARSHOT_PLAIN; kind <= EARSHOT_MARKDOWN; kind++) {
    text plain = text_help(draft, len, (earshot_draft_kind)kind), t;
    assert_true(
        text_disguises(&t, text_help_arena(), &plain, 0, plain.n_tokens));
    assert_true(t.len <= plain.len);
    for (uint32_t i = 1; i < t.len; i++)
      assert_true(t.from[i - 1] <= t.from[i] && t.to[i - 1] <= t.to[i] &&
                  t.from[i] < t.to[i] && t.to[i] <= t.utf16_len);
  }
}

static void repeated(const char *unit, size_t len) {
  size_t n = strlen(unit);
  char *draft = malloc(len);
  assert_non_null(draft);
  for (size_t i = 0; i < len; i++) draft[i] = unit[i % n];
  both_kinds(draft, len);
  free(draft);
}

static void a_megabyte_of_one_thing(void **state) {
  (void)state;
  repeated("a", 1024 * 1024);
  repeated("1", 1024 * 1024);
  repeated("\xFF", 1024 * 1024);
  repeated("😂", 1024 * 1024);
}

/* Each is a whole draft, filled with what makes some step look far ahead or
   back: a quadratic one would not come to an end. */
static void drafts_that_invite_looking_twice(void **state) {
  (void)state;
  static const char *const units[] = {
      "[",
      ">",
      "`",
      "](",
      "[a](b",
      "> ",
      "*",
      "_",
      "&#",
      "&amp;",
      ".",
      "?\n",
      "\n",
      "\r",
      " ",
      "\"",
      "'a ",
      "\"a",
      "@",
      "@a",
      "@ab@",
      "#",
      "#1",
      "#a_",
      "a1",
      "a.b.",
      "1.",
      "1,000,",
      "www.",
      "http://a/(",
      "https://a.b/c' ",
      "a.com/",
      "a.com@",
      "a字",
      "e\xCC\x81",
      "\xE2\x80\x8D😂",
      "🇬",
      "K*",
      "$@1a",
      "nine ",
      "0 ",
      "12 ",
      "double ",
      "a dot ",
      "at dot ",
      "O0l",
      "\xED\xA0\xBD\xED\xB8\x80",
      "\xF0\x9F\x98",
      "``\n`",
      "a\n> ",
      "½",
      ").",
  };
  for (size_t i = 0; i < sizeof units / sizeof *units; i++)
    repeated(units[i], EARSHOT_DRAFT_BYTES);
}

static void nests_of_quotes_and_ticks(void **state) {
  (void)state;
  size_t len = EARSHOT_DRAFT_BYTES, at = 0;
  char *draft = malloc(len);
  assert_non_null(draft);
  memset(draft, 'x', len);
  memset(draft, '>', 50000);
  for (size_t i = 50000; i < len; i += 2) draft[i] = '\n';
  both_kinds(draft, len); /* 50,000 quotes, each as long as the draft */
  for (size_t run = 1; at + run < len; run = run % 500 + 1) {
    memset(draft + at, '`', run);
    draft[at + run] = ' ';
    at += run + 1;
  }
  both_kinds(draft, at);
  free(draft);
}

static void nul_bytes_are_answered(void **state) {
  (void)state;
  static const char zeros[4096];
  both_kinds(zeros, sizeof zeros);
  text t = text_help(zeros, sizeof zeros, EARSHOT_PLAIN);
  assert_int_equal(t.len, 3 * sizeof zeros);
}

/* Marsaglia's xorshift32, the seeds are fixed. */
static uint32_t draw(uint32_t *seed) {
  *seed ^= *seed << 13;
  *seed ^= *seed >> 17;
  *seed ^= *seed << 5;
  return *seed;
}

/* Pieces that mean something to one of the steps, in any order. */
static void random_pieces_hold(void **state) {
  (void)state;
  static const char *const pieces[] = {
      "a",
      "K",
      "oh",
      "nine ",
      "double ",
      " dot ",
      " at ",
      "1",
      "0",
      "O",
      ".",
      "...",
      "?",
      "!",
      ",",
      " ",
      "\n",
      "\r\n",
      "\n\n",
      "\"",
      "'",
      "*",
      "_",
      "`",
      "```\n",
      ">",
      "> ",
      "[",
      "](",
      ")",
      "(",
      "@",
      "#",
      "$",
      "&",
      "&lt;",
      "&#65;",
      "&#0;",
      "http://",
      "www.",
      "a.org",
      "/",
      "-",
      "é",
      "e\xCC\x81",
      "½",
      "№",
      "Ⅷ",
      "𝗔",
      "ß",
      "中",
      "я",
      "Я",
      "😂",
      "👍🏽",
      "🇬",
      "\xE2\x80\x8D",
      "\xEF\xB8\x8F",
      "\xE2\x83\xA3",
      "\xC2\xA0",
      "\xE2\x80\xAE",
      "\xE2\x80\xA8",
      "…",
      "“",
      "”",
      "’",
      "—",
      "\xFF",
      "\xC3",
      "\xED\xA0\x80",
      "\xF0\x9F",
  };
  size_t n = sizeof pieces / sizeof *pieces;
  uint32_t seed = 20120307;
  for (int round = 0; round < 1500; round++) {
    char draft[512];
    size_t len = 0, most = draw(&seed) % 60;
    for (size_t i = 0; i < most; i++) {
      const char *piece = pieces[draw(&seed) % n];
      memcpy(draft + len, piece, strlen(piece));
      len += strlen(piece);
    }
    both_kinds(draft, len);
  }
}

static void random_bytes_hold(void **state) {
  (void)state;
  uint32_t seed = 16;
  for (int round = 0; round < 1500; round++) {
    char draft[200];
    size_t len = draw(&seed) % sizeof draft;
    for (size_t i = 0; i < len; i++) draft[i] = (char)(draw(&seed) >> 9);
    both_kinds(draft, len);
  }
}

typedef struct {
  size_t left;  /* requests that are still served */
  size_t bytes; /* asked for so far */
} account;

static void *counted_alloc(void *user, size_t size) {
  account *c = user;
  if (c->left == 0) return NULL;
  c->left--;
  c->bytes += size;
  return malloc(size);
}

static void counted_free(void *user, void *memory) {
  (void)user;
  free(memory);
}

static void memory_stays_in_proportion(void **state) {
  (void)state;
  static const char *const units[] = {
      "a", "a ", "1a", "?a ", "\xFF", "😂", "½", "é1", "a.\n",
  };
  size_t len = EARSHOT_DRAFT_BYTES;
  char *draft = malloc(len);
  assert_non_null(draft);
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    size_t n = strlen(units[i]);
    for (size_t k = 0; k < len; k++) draft[k] = units[i][k % n];
    account c = {1000, 0};
    arena a;
    arena_init(&a, (earshot_allocator){counted_alloc, counted_free, &c});
    text t;
    assert_true(text_prepare(&t, &a, draft, len, EARSHOT_PLAIN));
    assert_true(c.bytes <= 100 * len);
    arena_free(&a);
  }
  free(draft);
}

/* Serves ever more requests until the draft is prepared; returns how often
   memory ran out before. */
static size_t failures(const char *draft, size_t len, earshot_draft_kind kind) {
  for (size_t left = 0;; left++) {
    account c = {left, 0};
    arena a;
    arena_init(&a, (earshot_allocator){counted_alloc, counted_free, &c});
    text t, second = {0};
    bool done = text_prepare(&t, &a, draft, len, kind) &&
                text_disguises(&second, &a, &t, 0, t.n_tokens);
    arena_free(&a);
    if (done) assert_true(second.len > 0);
    if (done) return left;
  }
}

/* The arena asks for a block only now and then; drafts of many lengths make it
   ask at every place. */
static void every_allocation_may_fail(void **state) {
  (void)state;
  size_t len = 100 * 1000, failed = 0;
  char *draft = malloc(len);
  assert_non_null(draft);
  for (size_t i = 0; i < len; i++) draft[i] = "O77OO nine\n"[i % 11];
  for (size_t n = 500; n <= len; n = n * 5 / 4)
    for (int kind = EARSHOT_PLAIN; kind <= EARSHOT_MARKDOWN; kind++)
      failed += failures(draft, n, (earshot_draft_kind)kind);
  assert_true(failed > 100);
  free(draft);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_megabyte_of_one_thing),
      cmocka_unit_test(drafts_that_invite_looking_twice),
      cmocka_unit_test(nests_of_quotes_and_ticks),
      cmocka_unit_test(nul_bytes_are_answered),
      cmocka_unit_test(random_pieces_hold),
      cmocka_unit_test(random_bytes_hold),
      cmocka_unit_test(memory_stays_in_proportion),
      cmocka_unit_test(every_allocation_may_fail),
  };
  return cmocka_run_group_tests(tests, NULL, text_help_end);
}

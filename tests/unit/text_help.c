#include "text_help.h"

#include <stdio.h>

#include "limits.h"

static void *help_alloc(void *user, size_t size) {
  (void)user;
  return malloc(size);
}

static void help_free(void *user, void *memory) {
  (void)user;
  free(memory);
}

static arena memory;
static bool started;

arena *text_help_arena(void) { return &memory; }

text text_help(const char *draft, size_t len, earshot_draft_kind kind) {
  if (started) arena_free(&memory);
  arena_init(&memory, (earshot_allocator){help_alloc, help_free, NULL});
  started = true;
  /* A copy of just this size, so that sanitizers see a step outside. */
  char *copy = malloc(len > 0 ? len : 1);
  assert_non_null(copy);
  memcpy(copy, draft, len);
  text t;
  bool done = text_prepare(&t, &memory, copy, len, kind);
  free(copy);
  assert_true(done);
  text_help_properties(&t, draft, len);
  return t;
}

text text_help_plain(const char *draft) {
  return text_help(draft, strlen(draft), EARSHOT_PLAIN);
}

text text_help_markdown(const char *draft) {
  return text_help(draft, strlen(draft), EARSHOT_MARKDOWN);
}

int text_help_end(void **state) {
  (void)state;
  if (started) arena_free(&memory);
  started = false;
  return 0;
}

const char *text_help_string(const char *bytes, size_t len) {
  static char out[1024];
  assert_true(len < sizeof out);
  if (len > 0) memcpy(out, bytes, len);
  out[len] = '\0';
  return out;
}

static size_t append(char *out, size_t at, size_t room, const char *s,
                     size_t len) {
  assert_true(at + len < room);
  memcpy(out + at, s, len);
  out[at + len] = '\0';
  return at + len;
}

const char *text_help_show(const text *t, unsigned mask, int values) {
  static char out[16384];
  static const char letters[] = "CUFHJQKDA";
  size_t at = 0, room = sizeof out;
  out[0] = '\0';
  for (uint32_t i = 0; i < t->n_tokens; i++) {
    const text_token *token = &t->tokens[i];
    const char *key = t->keys + token->key;
    size_t len = token->key_len;
    unsigned flags = token->flags & mask;
    if (i > 0) at = append(out, at, room, " ", 1);
    if (token->kind == TEXT_NUMBER) at = append(out, at, room, "#", 1);
    if (token->kind == TEXT_LINK) at = append(out, at, room, "<", 1);
    if (token->kind == TEXT_STOP && key[0] == '\n')
      at = append(out, at, room, "/", 1);
    else
      at = append(out, at, room, key, len);
    if (token->kind == TEXT_LINK) at = append(out, at, room, ">", 1);
    if (flags != 0) at = append(out, at, room, "~", 1);
    for (unsigned b = 0; letters[b] != '\0'; b++)
      if (flags >> b & 1) at = append(out, at, room, letters + b, 1);
    if (values && token->value != TEXT_NO_VALUE) {
      char number[16];
      int n = snprintf(number, sizeof number, "=%u", (unsigned)token->value);
      at = append(out, at, room, number, (size_t)n);
    }
  }
  return out;
}

/* An own decoder, as plain as can be: the length of the sequence at s, or 0
   when it is not well-formed. */
static size_t well_formed(const unsigned char *s, size_t len) {
  if (s[0] < 0x80) return 1;
  size_t n = s[0] >= 0xF0 ? 4 : s[0] >= 0xE0 ? 3 : 2;
  if (s[0] < 0xC0 || s[0] > 0xF7 || n > len) return 0;
  unsigned long code = s[0] & (0xFFu >> (n + 1));
  for (size_t i = 1; i < n; i++) {
    if (s[i] >> 6 != 2) return 0;
    code = code * 64 + s[i] % 64;
  }
  static const unsigned long least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (code < least[n] || code > 0x10FFFF) return 0;
  return code >= 0xD800 && code <= 0xDFFF ? 0 : n;
}

static uint32_t length16(const char *draft, size_t len) {
  uint32_t units = 0;
  for (size_t at = 0; at < len;) {
    size_t n = well_formed((const unsigned char *)draft + at, len - at);
    units += n == 4 ? 2 : 1;
    at += n == 0 ? 1 : n;
  }
  return units;
}

static void check_bytes(const text *t) {
  for (uint32_t at = 0; at < t->len;) {
    size_t n = well_formed((const unsigned char *)t->norm + at, t->len - at);
    assert_true(n > 0 && t->norm[at] != '\0');
    assert_int_equal(
        well_formed((const unsigned char *)t->folded + at, t->len - at), n);
    at += (uint32_t)n;
  }
  for (uint32_t at = 0; at < t->len; at++) {
    assert_true(t->from[at] < t->to[at]);
    assert_true(t->to[at] <= t->utf16_len);
    if (at == 0) continue;
    assert_true(t->from[at - 1] <= t->from[at]);
    assert_true(t->to[at - 1] <= t->to[at]);
  }
}

static void check_tokens(const text *t) {
  uint32_t end = 0, sentence = 0;
  for (uint32_t i = 0; i < t->n_tokens; i++) {
    const text_token *token = &t->tokens[i];
    assert_true(token->start >= end && token->start < token->end);
    assert_true(token->end <= t->len);
    assert_true(token->key_len <= token->end - token->start);
    assert_true(token->key + token->key_len <= 2 * t->len);
    assert_true(token->kind == TEXT_LINK || token->key_len > 0);
    assert_true(token->sentence == sentence ||
                (i > 0 && token->sentence == sentence + 1));
    assert_int_equal((token->flags & TEXT_JOINED) != 0,
                     i > 0 && token->start == end && t->norm[end - 1] != '\n');
    assert_true(token->value == TEXT_NO_VALUE || token->value <= 999999);
    sentence = token->sentence;
    end = token->end;
  }
  uint32_t next = 0;
  for (uint32_t i = 0; i < t->n_sentences; i++) {
    assert_int_equal(t->sentences[i].first, next);
    assert_true(t->sentences[i].last > next);
    next = t->sentences[i].last;
    for (uint32_t k = t->sentences[i].first; k < next; k++)
      assert_int_equal(t->tokens[k].sentence, i);
  }
  assert_int_equal(next, t->n_tokens);
}

void text_help_properties(const text *t, const char *draft, size_t len) {
  assert_int_equal(t->utf16_len, length16(draft, len));
  assert_int_equal(t->complete, len <= EARSHOT_DRAFT_BYTES);
  check_bytes(t);
  check_tokens(t);
}

/* norm to tokens. */
#include <string.h>
#include "chars.h"
#include "fold.h"
#include "links.h"
#include "prepare.h"
#include "stops.h"
#include "utf8.h"
#include "word.h"

typedef struct {
  prepare *p;
  const char *s; /* norm */
  size_t len, at;
  bool failed; /* memory is out */
} tokeniser;

static uint16_t roles(const prepare *p, size_t at) {
  uint8_t zone = p->zones[at];
  return (uint16_t)((zone & ZONE_QUOTED ? TEXT_QUOTED : 0) |
                    (zone & ZONE_CODE ? TEXT_CODE : 0));
}

/* Adds the token [at, end) and moves on; NULL when memory is out. Its key is
   its own folded text, to begin with. */
static text_token *add(tokeniser *t, text_kind kind, size_t end,
                       uint16_t flags) {
  prepare *p = t->p;
  size_t start = t->at;
  t->at = end;
  if (p->n_tokens == p->tokens_capacity) {
    text_token *grown = arena_grow(p->memory, p->tokens, p->n_tokens,
                                   &p->tokens_capacity, sizeof *grown);
    if (grown == NULL) {
      t->failed = true;
      return NULL;
    }
    p->tokens = grown;
  }
  text_token *token = &p->tokens[p->n_tokens++];
  token->start = token->key = (uint32_t)start;
  token->end = (uint32_t)end;
  token->key_len = (uint32_t)(end - start);
  token->value = TEXT_NO_VALUE;
  token->flags = (uint16_t)(flags | roles(p, start));
  token->kind = (uint8_t)kind;
  if (p->n_tokens > 1 && token[-1].end == start && p->norm[start - 1] != '\n')
    token->flags |= TEXT_JOINED;
  return token;
}

/* Keys that differ from the folded text are put behind it. No token's key is
   longer than the token, so twice the length of norm is room enough. */
static void add_word(tokeniser *t, size_t end, uint16_t flags) {
  prepare *p = t->p;
  text_token *token = add(t, TEXT_WORD, end, flags);
  if (token == NULL) return;
  const char *folded = p->keys + token->start;
  size_t len = token->end - token->start;
  char *key = p->keys + p->keys_len;
  size_t n = word_key(key, folded, len, flags);
  if (n != len || memcmp(key, folded, n) != 0) {
    token->key = p->keys_len;
    token->key_len = (uint32_t)n;
    p->keys_len += (uint32_t)n;
  }
  token->value = word_value(p->keys + token->key, n);
  token->flags |= word_case(t->s + token->start, len);
}

static bool thrice(const char *s, size_t len) {
  for (size_t i = 2; i < len; i++)
    if (s[i] == s[i - 1] && s[i] == s[i - 2]) return true;
  return false;
}

/* The end of the letters at s[at] when they are a word and no more than that,
   by what follows them; else `at`. Most words are such. */
static size_t plain_end(const char *s, size_t len, size_t at) {
  size_t end = at;
  while (end < len && chars_ascii_letter(s[end])) end++;
  if (end == len) return end;
  char c = s[end];
  if (c == ' ') return end;
  bool other = chars_digit(c) || (unsigned char)c >= 0x80 || c == '\'' ||
               c == '*' || c == '_' || c == '@' || c == '$' ||
               (c == '.' && end - at < 2);
  return other ? at : end;
}

/* What add_word comes to for such a word. */
static void add_plain_word(tokeniser *t, size_t end) {
  prepare *p = t->p;
  size_t start = t->at, len = end - start, capitals = 0;
  const char *key = p->keys + start;
  if (thrice(key, len)) {
    add_word(t, end, 0);
    return;
  }
  text_token *token = add(t, TEXT_WORD, end, 0);
  if (token == NULL) return;
  token->value = word_value(key, len);
  if (t->s[start] == key[0]) return;
  for (size_t i = start; i < end; i++) capitals += t->s[i] != p->keys[i];
  token->flags |= TEXT_CAPITAL;
  if (len > 1 && capitals == len) token->flags |= TEXT_UPPER;
}

static void add_number(tokeniser *t, size_t end, uint32_t value,
                       uint16_t flags) {
  text_token *token = add(t, TEXT_NUMBER, end, flags);
  if (token != NULL) token->value = value;
}

/* The key of a link is its host; a Markdown link target without one has an
   empty key. */
static void add_link(tokeniser *t) {
  const uint8_t *zones = t->p->zones;
  size_t end = t->at + 1, host = 0;
  bool named = zones[t->at] & ZONE_LINK_START;
  while (end < t->len && (zones[end] & ZONE_LINK) &&
         !(zones[end] & ZONE_LINK_START))
    end++;
  text_token *token = add(t, TEXT_LINK, end, 0);
  if (token == NULL) return;
  size_t n = end - token->start;
  size_t host_end = named ? links_host(t->s + token->start, n, &host) : 0;
  token->key = token->start + (uint32_t)host;
  token->key_len = (uint32_t)(host_end - host);
}

/* Two regional indicators are one flag. */
static void add_emoji(tokeniser *t, uint32_t code, size_t end) {
  if (chars_flag_half(code) && end < t->len) {
    size_t behind = end;
    if (chars_flag_half(utf8_next(t->s, t->len, &behind))) end = behind;
  }
  add(t, TEXT_EMOJI, end, 0);
}

static bool name_byte(char c) { return chars_alnum(c) || c == '_'; }

/* The end of a mention at '@' s[at], or `at`: two to thirty letters, figures
   and _ (X, Instagram), more after inner full stops and hyphens (Bluesky),
   and perhaps @host (Mastodon). */
static size_t mention_end(const char *s, size_t len, size_t at) {
  if (at > 0 && (name_byte(s[at - 1]) || s[at - 1] == '@' || s[at - 1] == '/' ||
                 chars_letter_before(s, at)))
    return at;
  size_t end = at + 1;
  while (end < len && end - at <= 30 && name_byte(s[end])) end++;
  if (end - at < 3) return at;
  for (int host = 0; host < 2; host++) {
    while (end + 1 < len && (s[end] == '.' || s[end] == '-') &&
           fold_ascii(s[end + 1]) == s[end + 1] && name_byte(s[end + 1]))
      for (end++; end < len && name_byte(s[end]);) end++;
    if (host == 0 && end + 1 < len && s[end] == '@' && name_byte(s[end + 1]))
      for (end++; end < len && name_byte(s[end]);) end++;
  }
  return end;
}

/* The end of the hashtag at '#' s[at], or `at`: letters, figures and _, with
   at least one letter. */
static size_t hashtag_end(const char *s, size_t len, size_t at) {
  size_t end = at + 1, n;
  bool letter = false;
  if (at > 0 && (name_byte(s[at - 1]) || chars_letter_before(s, at))) return at;
  while (end < len) {
    n = chars_letter_at(s, len, end);
    if (n == 0 && !name_byte(s[end])) break;
    letter = letter || n > 0;
    end += n > 0 ? n : 1;
  }
  return letter ? end : at;
}

static void add_hashtag(tokeniser *t, size_t end) {
  t->at++;
  while (t->at < end) {
    uint32_t value;
    if (t->s[t->at] == '_') {
      t->at++;
    } else if (chars_digit(t->s[t->at])) {
      size_t stop = word_number_end(t->s, end, t->at, &value);
      add_number(t, stop, value, TEXT_HASHTAG);
    } else {
      add_word(t, word_hashtag_end(t->s, end, t->at), TEXT_HASHTAG);
    }
  }
}

/* A run of line ends, blank lines between them included, is one token. */
static void add_line_end(tokeniser *t) {
  size_t end = t->at + 1, at = end;
  for (; at < t->len && (t->s[at] == '\n' || t->s[at] == ' '); at++)
    if (t->s[at] == '\n') end = at + 1;
  text_token *token = add(t, TEXT_STOP, end, 0);
  if (token != NULL) token->key_len = 1;
}

/* The key of a run is "?" if there is one in it, else "!", "..." or ".". */
static void add_stop(tokeniser *t) {
  size_t end;
  const char *s = t->s + t->at;
  if (!stops_at(t->s, t->len, t->at, &end)) {
    t->at = end;
    return;
  }
  size_t n = end - t->at;
  text_token *token = add(t, TEXT_STOP, end, 0);
  if (token == NULL) return;
  const char *mark = memchr(s, '?', n);
  if (mark == NULL) mark = memchr(s, '!', n);
  if (mark != NULL) token->key += (uint32_t)(mark - s);
  token->key_len = mark == NULL && n > 2 ? 3 : 1;
}

/* Characters that only sometimes begin a token. */
static void add_sign(tokeniser *t) {
  char c = t->s[t->at];
  size_t end;
  if (c == '\n') {
    add_line_end(t);
  } else if (c == '.' || c == '?' || c == '!') {
    add_stop(t);
  } else if (c == '@' && (end = mention_end(t->s, t->len, t->at)) > t->at) {
    add(t, TEXT_MENTION, end, 0);
  } else if (c == '#' && (end = hashtag_end(t->s, t->len, t->at)) > t->at) {
    add_hashtag(t, end);
  } else {
    t->at++;
  }
}

static void add_next(tokeniser *t) {
  size_t end = t->at;
  uint16_t flags;
  uint32_t value, code = (unsigned char)t->s[t->at];
  if (t->p->zones[t->at] & ZONE_LINK) {
    add_link(t);
    return;
  }
  if (code >= 0x80) {
    code = utf8_next(t->s, t->len, &end);
    if (chars_emoji(code)) {
      add_emoji(t, code, end);
      return;
    }
    if (!chars_letter(code)) {
      t->at = end;
      return;
    }
  } else if (!chars_alnum((char)code)) {
    add_sign(t);
    return;
  }
  end = plain_end(t->s, t->len, t->at);
  if (end > t->at) {
    add_plain_word(t, end);
    return;
  }
  end = word_end(t->s, t->len, t->at, &flags);
  if (end > t->at) {
    add_word(t, end, flags);
  } else {
    end = word_number_end(t->s, t->len, t->at, &value);
    add_number(t, end, value, 0);
  }
}

bool tokens(prepare *p) {
  p->keys = arena_alloc_dirty(p->memory, (size_t)p->len * 2 + 1);
  if (p->keys == NULL) return false;
  fold_bytes(p->keys, p->norm, p->len);
  p->keys_len = p->len;
  /* Rather more than most drafts need; it grows. */
  p->tokens_capacity = p->len / 4 + 8;
  p->tokens =
      arena_alloc_dirty(p->memory, p->tokens_capacity * sizeof *p->tokens);
  if (p->tokens == NULL) return false;
  tokeniser t = {p, p->norm, p->len, 0, false};
  while (t.at < t.len && !t.failed) add_next(&t);
  return !t.failed;
}

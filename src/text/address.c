/* Addresses that are spelled out: "jane dot doe at example dot org",
   "jane (at) example.org", "jane @ example . org", "example dot com". */
#include <string.h>
#include "undo.h"

/* At most this many parts, so that a look from every token is bounded. */
#define ADDRESS_PARTS 12u

typedef enum { NONE, INNER, DOT, SPACED, AT, SPACED_AT, BRACKET_AT } joint;

/* Is norm[from..to) at most three of these bytes? */
static bool only(const text *t, uint32_t from, uint32_t to, const char *bytes) {
  if (to - from > 3) return false;
  for (; from < to; from++)
    if (strchr(bytes, t->norm[from]) == NULL) return false;
  return true;
}

/* What joins token `i` to the part behind it, which starts at *next. */
static joint joint_at(const text *t, uint32_t i, uint32_t *next) {
  const text_token *token = &t->tokens[i];
  if (i + 1 >= t->n_tokens) return NONE;
  *next = i + 1;
  uint32_t gap = token[1].start - token->end;
  if (gap == 0 && token[1].kind == TEXT_NUMBER) return INNER;
  if (gap == 0 && token->kind == TEXT_NUMBER) return INNER;
  if (gap == 1 && strchr("._-", t->norm[token->end]) != NULL) return INNER;
  if (gap == 1 && t->norm[token->end] == '@') return AT;
  if (gap == 3 && memcmp(t->norm + token->end, " @ ", 3) == 0) return SPACED_AT;
  if (i + 2 < t->n_tokens && token[1].kind == TEXT_STOP &&
      token[2].start - token->end == 3 &&
      memcmp(t->norm + token->end, " . ", 3) == 0) {
    *next = i + 2;
    return SPACED;
  }
  if (i + 2 >= t->n_tokens || token[1].kind != TEXT_WORD) return NONE;
  if (!only(t, token->end, token[1].start, " ([{<") ||
      !only(t, token[1].end, token[2].start, " )]}>"))
    return NONE;
  *next = i + 2;
  if (undo_key(t, token + 1, "dot")) return DOT;
  if (!undo_key(t, token + 1, "at")) return NONE;
  return memchr("([{<", t->norm[token[1].start - 1], 4) != NULL ? BRACKET_AT
                                                                : AT;
}

static bool part(const text_token *token) {
  return token->kind == TEXT_WORD || token->kind == TEXT_NUMBER ||
         token->kind == TEXT_LINK;
}

static bool ending(const text *t, const text_token *token) {
  static const char *const endings[] = {
      "com", "org",  "net",   "edu",   "gov",  "uk", "ie",
      "eu",  "scot", "wales", "cymru", "info", "me", "io",
  };
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    if (undo_key(t, token, endings[i])) return true;
  return token->kind == TEXT_LINK;
}

/* The host of a link that many people have their mail at: there "jane at
   gmail.com" is no place to look at. */
static bool mail_host(const text *t, const text_token *link) {
  static const char *const hosts[] = {
      "gmail.",      "googlemail.", "hotmail.", "outlook.", "yahoo.",
      "icloud.",     "live.co",     "aol.",     "msn.",     "proton",
      "btinternet.", "ymail.",      "example.",
  };
  for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
    size_t n = strlen(hosts[i]);
    if (link->end - link->start > n &&
        memcmp(t->folded + link->start, hosts[i], n) == 0)
      return true;
  }
  return false;
}

typedef struct {
  uint32_t end; /* behind the last token that makes the address whole */
  bool spelled; /* something is to be undone */
} address;

/* Reads parts and joints as long as they fit. */
static address read(const text *t, uint32_t token) {
  address found = {token, false};
  bool at = false, plain = false, dots = false, host_dot = false;
  uint32_t i = token, next = token;
  for (uint32_t n = 0; n < ADDRESS_PARTS; n++) {
    joint j = part(&t->tokens[i]) ? joint_at(t, i, &next) : NONE;
    if (j == NONE || !part(&t->tokens[next])) break;
    if (j == AT || j == SPACED_AT || j == BRACKET_AT) {
      if (at) break;
      at = true;
      plain = j == AT;
      host_dot = false;
      dots = dots || next > i + 1 || j == SPACED_AT;
    } else if (j == DOT || (j == SPACED && at)) {
      dots = host_dot = true;
    } else if (j == SPACED) {
      break;
    }
    if (j == SPACED && undo_key(t, &t->tokens[next], "me")) break;
    i = next;
    bool link = t->tokens[i].kind == TEXT_LINK;
    bool whole = link ? at && (!plain || mail_host(t, &t->tokens[i]))
                      : host_dot && ending(t, &t->tokens[i]);
    if (whole && dots) found = (address){i + 1, true};
    if (link) break;
  }
  return found;
}

uint32_t undo_address(undo *u, uint32_t token) {
  const text *t = u->plain;
  if (t->tokens[token].kind != TEXT_WORD) return token;
  address a = read(t, token);
  if (!a.spelled) return token;
  for (uint32_t i = token; i + 1 < a.end;) {
    uint32_t next = i + 1;
    joint j = joint_at(t, i, &next);
    undo_copy(u, t->tokens[i].end);
    const text_token *word = &t->tokens[i + 1];
    if (next > i + 1)
      undo_put(u, j == DOT || j == SPACED ? '.' : '@', word->start, word->end);
    else if (j == SPACED_AT)
      undo_put(u, '@', u->at, word->start);
    if (j != INNER && u->at < t->tokens[next].start)
      u->at = t->tokens[next].start;
    i = next;
  }
  undo_copy(u, t->tokens[a.end - 1].end);
  return a.end;
}

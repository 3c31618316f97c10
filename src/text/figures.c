/* Numbers that are spelled out: "nine nine nine oh", "0 7 7 0 0 9". */
#include <string.h>
#include "chars.h"
#include "undo.h"

/* At most this many tokens make one number, so that a look from every token
   costs a bounded number of steps. */
#define FIGURES_TOKENS 40u

/* The figure that a word names; '\0' for others. */
static char figure(const text *t, const text_token *token) {
  static const char *const zeros[] = {"oh", "o", "nought", "naught"};
  if (token->kind != TEXT_WORD) return '\0';
  if (token->value <= 9) return (char)('0' + token->value);
  for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++)
    if (undo_key(t, token, zeros[i])) return '0';
  return '\0';
}

static uint32_t times(const text *t, const text_token *token) {
  if (undo_key(t, token, "double")) return 2;
  return undo_key(t, token, "triple") || undo_key(t, token, "treble") ? 3 : 1;
}

static bool all_digits(const text *t, const text_token *token) {
  for (uint32_t i = token->start; i < token->end; i++)
    if (!chars_digit(t->norm[i])) return false;
  return true;
}

/* Only a space, comma, full stop or hyphen, or two of them, in between. */
static bool close_to(const text *t, uint32_t token) {
  uint32_t from = t->tokens[token - 1].end, to = t->tokens[token].start;
  if (to - from > 2) return false;
  for (; from < to; from++)
    if (strchr(" ,.-", t->norm[from]) == NULL) return false;
  return true;
}

typedef struct {
  char figure; /* or '\0': the figures of the token as they stand */
  uint32_t times;
  uint32_t from, next; /* tokens [from, next) */
} item;

/* What the tokens from `token` on add to a number. */
static bool read(const text *t, uint32_t token, item *out) {
  *out = (item){'\0', 1, token, token + 1};
  if (token >= t->n_tokens) return false;
  const text_token *first = &t->tokens[token];
  if (first->kind == TEXT_NUMBER) return all_digits(t, first);
  if (first->kind != TEXT_WORD) return false;
  out->times = times(t, first);
  if (out->times > 1) {
    if (token + 1 >= t->n_tokens || !close_to(t, token + 1)) return false;
    first++;
    out->next++;
    if (first->kind == TEXT_NUMBER && first->end - first->start == 1)
      out->figure = t->norm[first->start];
  }
  if (out->figure == '\0') out->figure = figure(t, first);
  return out->figure != '\0';
}

/* The end of the run of items from `token` on, of single figures only when
   `single`; counts its number words and items. */
static uint32_t run_end(const text *t, uint32_t token, bool single,
                        uint32_t *words, uint32_t *items) {
  uint32_t end = token;
  item it;
  *words = *items = 0;
  while (end - token < FIGURES_TOKENS && read(t, end, &it) &&
         (end == token || close_to(t, end))) {
    const text_token *first = &t->tokens[end];
    if (single && (it.figure != '\0' || first->end - first->start > 1)) break;
    *words += it.figure != '\0' ? it.times : 0;
    *items += 1;
    end = it.next;
  }
  return end;
}

uint32_t undo_figures(undo *u, uint32_t token) {
  const text *t = u->plain;
  uint32_t words, items, end = run_end(t, token, false, &words, &items);
  if (words < 3) {
    end = run_end(t, token, true, &words, &items);
    if (items < 6) return token;
  }
  undo_copy(u, t->tokens[token].start);
  item it;
  for (uint32_t at = token; at < end && read(t, at, &it); at = it.next) {
    uint32_t from = t->tokens[it.from].start, to = t->tokens[it.next - 1].end;
    for (uint32_t i = 0; it.figure != '\0' && i < it.times; i++)
      undo_put(u, it.figure, from, to);
    for (u->at = from; it.figure == '\0' && u->at < to; u->at++)
      undo_put(u, t->norm[u->at], u->at, u->at + 1);
  }
  u->at = t->tokens[end - 1].end;
  return end;
}

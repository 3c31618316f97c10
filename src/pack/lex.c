#include "lex.h"

#include <string.h>

static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

static bool starts(const lexer *l, const char *mark) {
  size_t n = strlen(mark);
  return l->len - l->at >= n && memcmp(l->text + l->at, mark, n) == 0;
}

/* A lexeme from the mark at the lexer's place to the next `close`. */
static lexeme enclosed(lexer *l, lexeme_kind kind, size_t open,
                       const char *close, lexeme out) {
  size_t n = strlen(close), from = l->at + open;
  out.kind = LEX_UNCLOSED;
  out.text = l->text + l->at;
  out.len = open;
  for (size_t i = from; i + n <= l->len; i++) {
    if (memcmp(l->text + i, close, n) != 0) continue;
    out.kind = kind;
    out.text = l->text + from;
    out.len = i - from;
    l->at = i + n;
    return out;
  }
  l->at = l->len;
  return out;
}

/* `x` or ``x with ` inside``: as many backticks at the end as in front. */
static lexeme code_span(lexer *l, lexeme out) {
  char fence[9] = {0};
  size_t n = 0;
  while (n < 8 && l->at + n < l->len && l->text[l->at + n] == '`')
    fence[n++] = '`';
  out = enclosed(l, LEX_PATTERN, n, fence, out);
  if (n > 1 && out.len >= 2 && out.text[0] == ' ' &&
      out.text[out.len - 1] == ' ') {
    out.text++;
    out.len -= 2;
  }
  return out;
}

static lexeme single(lexer *l, lexeme_kind kind, size_t len, lexeme out) {
  out.kind = kind;
  out.text = l->text + l->at;
  out.len = len;
  l->at += len;
  return out;
}

/* Does a mark other than a word begin here? */
static bool at_mark(const lexer *l) {
  char c = l->text[l->at];
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return false;
  return strchr("\"[]`*_,/()", c) != NULL || starts(l, "...") ||
         starts(l, "\xe2\x80\xa6") || starts(l, "\xe2\x86\x92") ||
         starts(l, "->");
}

static lexeme word(lexer *l, lexeme out) {
  size_t from = l->at++;
  while (l->at < l->len && !is_space(l->text[l->at]) &&
         (l->text[l->at] == '_' || !at_mark(l)))
    l->at++;
  out.kind = LEX_WORD;
  out.text = l->text + from;
  out.len = l->at - from;
  return out;
}

lexeme lex_next(lexer *l) {
  lexeme out = {.kind = LEX_END, .spaced = l->at == 0};
  while (l->at < l->len && is_space(l->text[l->at])) {
    l->at++;
    out.spaced = true;
  }
  out.offset = l->at;
  out.text = l->text + l->at;
  if (l->at >= l->len) return out;
  if (starts(l, "**")) return enclosed(l, LEX_BOLD, 2, "**", out);
  if (starts(l, "...")) return single(l, LEX_GAP, 3, out);
  if (starts(l, "\xe2\x80\xa6")) return single(l, LEX_GAP, 3, out);
  if (starts(l, "\xe2\x86\x92")) return single(l, LEX_ARROW, 3, out);
  if (starts(l, "->")) return single(l, LEX_ARROW, 2, out);
  switch (l->text[l->at]) {
  case '*': return enclosed(l, LEX_INSTRUCTION, 1, "*", out);
  case '_': return enclosed(l, LEX_INSTRUCTION, 1, "_", out);
  case '"': return enclosed(l, LEX_QUOTED, 1, "\"", out);
  case '[': return enclosed(l, LEX_CLASS, 1, "]", out);
  case '`': return code_span(l, out);
  case ',': return single(l, LEX_COMMA, 1, out);
  case '/': return single(l, LEX_SLASH, 1, out);
  case '(': return single(l, LEX_OPEN, 1, out);
  case ')': return single(l, LEX_CLOSE, 1, out);
  case ']': return single(l, LEX_UNCLOSED, 1, out);
  default: return word(l, out);
  }
}

lexeme lex_peek(const lexer *l) {
  lexer copy = *l;
  return lex_next(&copy);
}

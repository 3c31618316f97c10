#include "json_read.h"

#include <string.h>
#include "../limits.h"
#include "../text/utf8.h"

typedef struct {
  char *at, *end, *start;
  const char *error;
} reader;

static bool fail(reader *r, const char *error) {
  if (!r->error) r->error = error;
  return false;
}

static void skip_space(reader *r) {
  while (r->at < r->end && strchr(" \t\r\n", *r->at) && *r->at) r->at++;
}

static bool take(reader *r, char c) {
  skip_space(r);
  if (r->at == r->end || *r->at != c) return false;
  r->at++;
  return true;
}

/* Four hex digits, or -1. */
static long hex4(const char *s, const char *end) {
  long value = 0;
  if (end - s < 4) return -1;
  for (int i = 0; i < 4; i++) {
    char c = s[i];
    int d = c >= '0' && c <= '9'   ? c - '0'
            : c >= 'a' && c <= 'f' ? c - 'a' + 10
            : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                   : -1;
    if (d < 0) return -1;
    value = value * 16 + d;
  }
  return value;
}

/* A \u escape, both halves of a pair; a lone half is U+FFFD. */
static bool read_unicode(reader *r, char **to) {
  long code = hex4(r->at, r->end);
  if (code < 0) return fail(r, "four hexadecimal digits belong behind \\u");
  r->at += 4;
  if (code >= 0xD800 && code < 0xDC00 && r->end - r->at >= 6 &&
      r->at[0] == '\\' && r->at[1] == 'u') {
    long low = hex4(r->at + 2, r->end);
    if (low >= 0xDC00 && low < 0xE000) {
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
      r->at += 6;
    }
  }
  if (code >= 0xD800 && code < 0xE000) code = UTF8_BAD;
  *to += utf8_put(*to, (uint32_t)code);
  return true;
}

static bool read_escape(reader *r, char **to) {
  static const char from[] = "\"\\/bfnrt", into[] = "\"\\/\b\f\n\r\t";
  if (r->at == r->end) return fail(r, "the string does not end");
  char c = *r->at++;
  if (c == 'u') return read_unicode(r, to);
  const char *known = c ? strchr(from, c) : NULL;
  if (!known) return fail(r, "there is no such escape");
  *(*to)++ = into[known - from];
  return true;
}

/* A string, unescaped in place; the escape is never shorter than what it
   stands for. */
static bool read_string(reader *r, json_value *out) {
  char *to = r->at;
  *out = (json_value){.bytes = to, .is_string = true};
  while (r->at < r->end && *r->at != '"') {
    if (*r->at != '\\') {
      *to++ = *r->at++;
      continue;
    }
    r->at++;
    if (!read_escape(r, &to)) return false;
  }
  if (r->at == r->end) return fail(r, "the string does not end");
  r->at++;
  out->len = (size_t)(to - out->bytes);
  return true;
}

/* Passes a string without touching it. */
static bool skip_string(reader *r) {
  for (r->at++; r->at < r->end && *r->at != '"'; r->at++)
    if (*r->at == '\\' && r->at + 1 < r->end) r->at++;
  if (r->at >= r->end) return fail(r, "the string does not end");
  r->at++;
  return true;
}

/* Passes a number, true, false or null. */
static bool skip_word(reader *r) {
  char *from = r->at;
  while (r->at < r->end && !strchr(" \t\r\n,:]}[{\"", *r->at)) r->at++;
  size_t n = (size_t)(r->at - from);
  bool number = n && strspn(from, "+-.0123456789eE") >= n &&
                (*from == '-' || (*from >= '0' && *from <= '9'));
  if (number ||
      (n == 4 && (!memcmp(from, "true", 4) || !memcmp(from, "null", 4))) ||
      (n == 5 && !memcmp(from, "false", 5)))
    return true;
  r->at = from;
  return fail(r, "a value is expected here");
}

/* Passes any value. Brackets are counted, not recursed into; what stands
   between them need not be in perfect order, as nobody reads it. */
static bool skip_value(reader *r) {
  size_t depth = 0;
  do {
    skip_space(r);
    if (r->at == r->end) return fail(r, "the line ends too early");
    char c = *r->at;
    if (c == '"') {
      if (!skip_string(r)) return false;
    } else if (c == '{' || c == '[') {
      if (++depth > EARSHOT_JSON_NESTING) return fail(r, "nested too deeply");
      r->at++;
    } else if (c == '}' || c == ']') {
      if (depth == 0) return fail(r, "a value is expected here");
      depth--;
      r->at++;
    } else if (depth > 0 && (c == ',' || c == ':')) {
      r->at++;
    } else if (!skip_word(r)) {
      return false;
    }
  } while (depth > 0);
  return true;
}

static bool is(const json_value *name, const char *text) {
  return name->len == strlen(text) && memcmp(name->bytes, text, name->len) == 0;
}

static bool read_member(reader *r, json_line *out) {
  json_value name, *to;
  if (!take(r, '"')) return fail(r, "a member's name is expected here");
  if (!read_string(r, &name)) return false;
  if (!take(r, ':')) return fail(r, "a colon is expected here");
  skip_space(r);
  if (is(&name, "id")) {
    char *from = r->at;
    bool scalar = from < r->end && *from != '{' && *from != '[';
    if (!skip_value(r)) return false;
    out->id = scalar ? (json_value){from, (size_t)(r->at - from), *from == '"'}
                     : (json_value){0};
    return true;
  }
  to = is(&name, "text")      ? &out->text
       : is(&name, "setting") ? &out->setting
       : is(&name, "draft")   ? &out->draft
                              : NULL;
  if (!to) return skip_value(r);
  if (take(r, '"')) return read_string(r, to);
  *to = (json_value){.bytes = r->at};
  return skip_value(r);
}

static bool read_object(reader *r, json_line *out) {
  if (!take(r, '{'))
    return fail(r, "a JSON object is expected, beginning with {");
  if (!take(r, '}')) {
    do {
      if (!read_member(r, out)) return false;
    } while (take(r, ','));
    if (!take(r, '}')) return fail(r, "a comma or } is expected here");
  }
  skip_space(r);
  return r->at == r->end || fail(r, "something stands behind the object");
}

void json_read_line(char *line, size_t len, json_line *out) {
  reader r = {.at = line, .end = line + len, .start = line};
  *out = (json_line){0};
  if (len >= 3 && memcmp(line, "\xef\xbb\xbf", 3) == 0) r.at += 3;
  if (read_object(&r, out)) return;
  out->error = r.error;
  out->column = (size_t)(r.at - line) + 1;
}

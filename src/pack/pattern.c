/* Patterns: PCRE2 regular expressions in packs. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>
#include "../limits.h"
#include "item.h"
#include "regex.h"

/* What is refused, and why: none of it is needed to find an identifier, and
   each can make a short draft cost more than the budget foresees, or look
   outside the text that is being matched. */
typedef struct {
  const char *text;
  const char *name;
} refused;

static const refused refusals[] = {{"\\C", "\\C"},
                                   {"\\g", "a reference (\\g)"},
                                   {"\\k", "a reference (\\k)"},
                                   {"(?R", "recursion"},
                                   {"(?&", "recursion"},
                                   {"(?P>", "recursion"},
                                   {"(?P=", "a reference (?P=)"},
                                   {"(?C", "a callout"},
                                   {"(*", "a verb (*…)"},
                                   {"(?(", "a condition"},
                                   {"\\K", "\\K"},
                                   {NULL, NULL}};

static bool digit(char c) { return c >= '0' && c <= '9'; }

/* The first refused construct of a pattern, or NULL. */
static const char *find_refused(const char *p, size_t len, size_t *at) {
  bool in_class = false;
  for (size_t i = 0; i < len; i++) {
    *at = i;
    size_t left = len - i;
    if (p[i] == '\\' && left > 1) {
      if (!in_class && p[i + 1] >= '1' && p[i + 1] <= '9')
        return "a back-reference";
      for (const refused *r = refusals; r->text && !in_class; r++)
        if (r->text[0] == '\\' && p[i + 1] == r->text[1]) return r->name;
      i++;
    } else if (in_class) {
      in_class = p[i] != ']';
    } else if (p[i] == '[') {
      in_class = true;
      if (left > 1 && p[i + 1] == '^') i++;
      if (i + 1 < len && p[i + 1] == ']') i++;
    } else if (p[i] == '(' && left > 2) {
      for (const refused *r = refusals; r->text; r++) {
        size_t n = strlen(r->text);
        if (n <= left && memcmp(p + i, r->text, n) == 0) return r->name;
      }
      bool sign = p[i + 2] == '+' || p[i + 2] == '-';
      if (p[i + 1] == '?' &&
          (digit(p[i + 2]) || (sign && left > 3 && digit(p[i + 3]))))
        return "recursion";
    }
  }
  return NULL;
}

static bool compile(item *i, const lexeme *span, pattern *out) {
  regex_fault fault;
  out->code = regex_compile(i->memory, span->text, span->len, &fault);
  if (out->code) return true;
  if (i->memory->failed) return false;
  char message[160] = "";
  pcre2_get_error_message(fault.error, (PCRE2_UCHAR *)message, sizeof message);
  return item_fault(i, span->offset + 1 + fault.at, "bad-pattern",
                    "This pattern does not compile: %.",
                    "Patterns are PCRE2 regular expressions. A plain phrase "
                    "is often enough.",
                    message);
}

bool pattern_read(item *i, const lexeme *span, pattern *out) {
  *out = (pattern){0};
  if (span->len > EARSHOT_PATTERN_BYTES)
    return item_fault(i, span->offset, "pattern-too-long",
                      "This pattern is longer than 2,048 bytes.",
                      "Split it into several patterns with commas.", NULL);
  size_t at;
  const char *what = find_refused(span->text, span->len, &at);
  if (what)
    return item_fault(i, span->offset + 1 + at, "refused-pattern",
                      "This pattern uses %, which packs may not.",
                      "Its cost on a hostile draft could not be bounded. Spell "
                      "the pattern out without it.",
                      what);
  out->text = arena_copy(i->memory, span->text, span->len);
  if (!out->text) return false;
  if (i->proved) return true;
  if (!compile(i, span, out)) return false;
  if (!out->code) return true;
  uint32_t captures = 0, minimum = 0;
  pcre2_pattern_info(out->code, PCRE2_INFO_CAPTURECOUNT, &captures);
  pcre2_pattern_info(out->code, PCRE2_INFO_MINLENGTH, &minimum);
  if (captures)
    return item_fault(i, span->offset, "refused-pattern",
                      "This pattern uses %, which packs may not.",
                      "Its cost on a hostile draft could not be bounded. Spell "
                      "the pattern out without it.",
                      "a named group");
  if (minimum == 0)
    return item_fault(i, span->offset, "empty-pattern",
                      "This pattern can match nothing at all.",
                      "Make at least one letter or digit of it necessary.",
                      NULL);
  return pattern_try(i, span, out);
}

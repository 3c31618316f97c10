/* Patterns that a line of a draft can make dear: each is tried on lines made to
   hurt it, of its own letters, and what PCRE2 reports is counted as a check
   counts it. Far from a proof; nested and neighbouring repeats are found. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>
#include "../limits.h"
#include "item.h"

enum {
  LINE = 256, /* bytes of a line that is made of one letter or two */
  TRIED = 8,  /* letters */
  TAIL = 64   /* of the pattern's own letters, which it may insist on */
};

typedef struct {
  pcre2_match_data *data;
  pcre2_match_context *context;
  const void *code;
  PCRE2_SIZE last;
  uint32_t steps;
  char line[LINE + TAIL];
  size_t tail;
} trial;

static int charge(pcre2_callout_block *seen, void *user) {
  trial *t = user;
  PCRE2_SIZE at = seen->current_position;
  t->steps += 1 + (uint32_t)(at > t->last ? at - t->last : t->last - at);
  t->last = at;
  return t->steps > LINE * EARSHOT_SLOW ? PCRE2_ERROR_CALLOUT : 0;
}

/* Is a line of these two letters, over and over, dear to search? */
static bool is_dear(trial *t, char first, char second) {
  const PCRE2_SIZE *found = pcre2_get_ovector_pointer(t->data);
  for (size_t n = 0; n < LINE; n++) t->line[n] = n & 1 ? second : first;
  t->steps = 0;
  for (t->last = 0; t->last < LINE; t->last = found[1]) {
    int n = pcre2_match(t->code, (PCRE2_SPTR)t->line, LINE + t->tail, t->last,
                        PCRE2_NO_UTF_CHECK, t->data, t->context);
    if (n < 0 || found[1] <= found[0]) return n == PCRE2_ERROR_CALLOUT;
  }
  return false;
}

/* Letters, figures and signs that the pattern may name, each once, behind what
   it surely does not. */
static void make_tail(trial *t, const char *text, size_t len) {
  char *tail = t->line + LINE;
  tail[t->tail++] = '\x1F';
  for (size_t n = 0; n < len && t->tail < TAIL; n++)
    if (text[n] > ' ' && text[n] < 0x7F && !strchr("\\()[]{}|?*+^$", text[n]) &&
        !memchr(tail, text[n], t->tail))
      tail[t->tail++] = text[n];
}

/* Only what repeats without an end, outside [ ], can be dear. */
static bool repeats(const char *text, size_t len) {
  bool set = false;
  for (size_t n = 0; n < len; n++) {
    char c = text[n];
    if (c == '\\')
      n++;
    else if (set || c == '[')
      set = c != ']';
    else if (c == '+' || c == '*' || (c == ',' && text[n + 1] == '}'))
      return true;
  }
  return false;
}

static void *borrow(PCRE2_SIZE size, void *a) { return arena_alloc(a, size); }
static void keep(void *memory, void *a) {
  (void)memory; /* the arena is given back whole */
  (void)a;
}

static bool warn(item *i, const lexeme *span, char first, char second) {
  const char shown[] = {first, second, first, second, first, second, '\0'};
  return diagnose_warning(
      i->faults, "slow-pattern", item_place(i, span->offset),
      "A long line of \"%…\" makes this pattern slow, and checks are cut "
      "short.",
      "Say how often at most, as in {1,30}, and begin with \\b.", shown, NULL);
}

bool pattern_try(item *i, const lexeme *span, const pattern *p) {
  if (!repeats(span->text, span->len)) return true;
  pcre2_general_context *general =
      pcre2_general_context_create(borrow, keep, i->scratch);
  trial *t = arena_alloc(i->scratch, sizeof *t);
  if (!general || !t) return false;
  t->data = pcre2_match_data_create(1, general);
  t->context = pcre2_match_context_create(general);
  t->code = p->code;
  if (!t->data || !t->context) return false;
  pcre2_set_callout(t->context, charge, t);
  make_tail(t, span->text, span->len);
  char firsts[TRIED] = "aA0 ";
  memcpy(firsts + 4, t->line + LINE + 1, TRIED - 4);
  for (size_t n = 0; n < TRIED && firsts[n]; n++) {
    const char seconds[] = {firsts[n], ' '};
    for (size_t k = 0; k < sizeof seconds; k++)
      if (is_dear(t, firsts[n], seconds[k]))
        return warn(i, span, firsts[n], seconds[k]);
  }
  return !i->scratch->failed;
}

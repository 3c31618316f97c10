/* "Adds up" and "Levels": evidence with weights, and what it amounts to. */
#include <string.h>
#include "../limits.h"
#include "../setting.h"
#include "item.h"

static bool is_space(char c) { return c == ' ' || c == '\n'; }

static void skip_spaces(lexer *l) {
  while (l->at < l->len && is_space(l->text[l->at])) l->at++;
}

/* Takes `word` when it comes next, as a whole word. */
static bool take(lexer *l, const char *word) {
  skip_spaces(l);
  size_t n = strlen(word);
  if (l->len - l->at < n || memcmp(l->text + l->at, word, n) != 0) return false;
  if (l->at + n < l->len && !is_space(l->text[l->at + n])) return false;
  l->at += n;
  return true;
}

/* A decimal number with at most three places, in thousandths; -1 when there
   is none. */
static int take_number(lexer *l) {
  skip_spaces(l);
  size_t from = l->at;
  int value = 0, scale = 0;
  for (; l->at < l->len; l->at++) {
    char c = l->text[l->at];
    if (c == '.' && scale == 0) {
      scale = 1000;
    } else if (c >= '0' && c <= '9' && value < 1000000) {
      if (scale == 1) continue;
      value = value * 10 + (c - '0');
      if (scale) scale /= 10;
    } else {
      break;
    }
  }
  if (l->at == from) return -1;
  for (int s = scale ? scale : 1000; s > 1; s /= 10) value *= 10;
  return value;
}

unsigned roles_read(item *i, const char *words, size_t len, size_t offset) {
  unsigned roles = 0;
  size_t at = 0;
  while (at < len) {
    while (at < len && (is_space(words[at]) || words[at] == ',')) at++;
    size_t from = at;
    while (at < len && words[at] != ',' && !is_space(words[at])) at++;
    if (at == from) break;
    enum setting_facet facet;
    unsigned value;
    if (setting_facet_value(words + from, at - from, &facet, &value) &&
        facet == SETTING_ROLE) {
      roles |= 1u << value;
      continue;
    }
    item_fault(i, offset + from, "unknown-role", "There is no such role.",
               "The roles are student, qualified, carer, educator, lived and "
               "any.",
               NULL);
    return 0;
  }
  if (roles == 0)
    item_fault(i, offset, "unknown-role", "A role is missing here.",
               "The roles are student, qualified, carer, educator, lived and "
               "any.",
               NULL);
  return roles;
}

/* "over 5 sentences", "over the whole post" */
static bool read_window(item *i, lexer *l, signal_model *out) {
  if (take(l, "the") && take(l, "whole") && take(l, "post")) {
    out->window = 0;
    return true;
  }
  int n = take_number(l);
  if (n >= 1000 && n <= 100000 && n % 1000 == 0 &&
      (take(l, "sentences") || take(l, "sentence"))) {
    out->window = (unsigned)n / 1000;
    return true;
  }
  return item_fault(i, 0, "bad-window", "This length is not understood.",
                    "Write \"over 5 sentences\" or \"over the whole post\".",
                    NULL);
}

/* A closing "as a cue", taken off the end of the text. */
static bool cut_cue(lexer *l) {
  static const char cue[] = "as a cue";
  size_t n = sizeof cue - 1;
  while (l->len > l->at && is_space(l->text[l->len - 1])) l->len--;
  if (l->len - l->at <= n || memcmp(l->text + l->len - n, cue, n) != 0)
    return false;
  l->len -= n;
  return true;
}

bool weight_read(item *i, signal_model *out) {
  lexer l = {.text = i->block->raw, .len = i->block->raw_len};
  arena_reset(i->scratch);
  if (take(&l, "over")) return read_window(i, &l, out);
  bool minus = take(&l, "minus");
  int value = take_number(&l);
  if (value <= 0)
    return item_fault(i, l.at, "bad-weight",
                      "An item of \"Adds up\" begins with a weight.",
                      "Write a number such as 0.8 in front of what is looked "
                      "for, or \"minus 2.5\".",
                      NULL);
  if (out->weights.count == EARSHOT_SUM_PARTS)
    return item_fault(i, 0, "too-many-weights",
                      "A signal can add up 64 items at most.",
                      "Put some of them into a word class of their own.", NULL);
  weight *w = list_add(i->memory, &out->weights);
  if (!w) return false;
  *w = (weight){.weight = minus ? -value : value,
                .cue = cut_cue(&l),
                .text = i->block->raw};
  size_t before = l.at;
  if (take(&l, "in") && take(&l, "role")) {
    w->roles = roles_read(i, l.text + l.at, l.len - l.at, l.at);
    return !i->memory->failed;
  }
  l.at = before;
  if (!operand_read(i, &l, &w->what)) return false;
  lexeme x = lex_peek(&l);
  if (x.kind == LEX_END) return true;
  return item_fault(i, x.offset, "unexpected",
                    "A weighted item holds phrases and classes only.",
                    "Put joined phrases under \"Looks for\".", NULL);
}

static bool bad_threshold(item *i, size_t offset) {
  return item_fault(i, offset, "bad-threshold", "This level is not understood.",
                    "Write \"note\" alone, or \"*pause* from 3.0 with 2 "
                    "kinds\", perhaps with \"in role student\" or \"needs "
                    "[class]\" behind it.",
                    NULL);
}

/* " from 3.0 with 2 kinds in role student needs [x]" */
static bool read_threshold(item *i, lexer *l, threshold *t) {
  int score = take_number(l);
  if (score < 0) return bad_threshold(i, l->at);
  t->score = score;
  if (take(l, "with")) {
    int kinds = take_number(l);
    if (kinds < 0 || kinds % 1000 || !(take(l, "kinds") || take(l, "kind")))
      return bad_threshold(i, l->at);
    t->kinds = (unsigned)kinds / 1000;
  }
  if (take(l, "in") && take(l, "role")) {
    size_t from = l->at;
    while (l->at < l->len) {
      lexer here = *l;
      if (take(&here, "needs")) break;
      l->at++;
      while (l->at < l->len && !is_space(l->text[l->at])) l->at++;
    }
    t->roles = roles_read(i, l->text + from, l->at - from, from);
  }
  if (take(l, "needs") && !operand_read(i, l, &t->needs)) return false;
  skip_spaces(l);
  return l->at == l->len ? true : bad_threshold(i, l->at);
}

bool level_read(item *i, signal_model *out) {
  lexer l = {.text = i->block->raw, .len = i->block->raw_len};
  arena_reset(i->scratch);
  if (l.len == 13 && memcmp(l.text, "first in line", 13) == 0) {
    out->urgent = true;
    return true;
  }
  lexeme x = lex_next(&l);
  int level = x.kind == LEX_END ? -1 : level_named(x.text, x.len);
  if (level < 0)
    return item_fault(i, x.offset, "bad-level", "There is no such level.",
                      "The levels are cheer, ask, note, pause and hold.", NULL);
  skip_spaces(&l);
  if (l.at == l.len) {
    out->level = (earshot_level)level;
    return true;
  }
  if (!take(&l, "from")) return bad_threshold(i, l.at);
  threshold *t = list_add(i->memory, &out->thresholds);
  if (!t) return false;
  *t = (threshold){.level = (earshot_level)level, .text = i->block->raw};
  return read_threshold(i, &l, t);
}

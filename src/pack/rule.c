/* Rules: phrases joined by instructions. See "Joining phrases" in
   .github/CONTRIBUTING.md. */
#include <string.h>
#include "../limits.h"
#include "item.h"

typedef enum {
  SAY_UNKNOWN,
  SAY_NEAR,
  SAY_CLOSE,
  SAY_WITHIN_WORDS,
  SAY_WITHIN_SENTENCES,
  SAY_THEN,
  SAY_WITH,
  SAY_AT_LEAST,
  SAY_ANYWHERE,
  SAY_UNLESS,
  SAY_UNLESS_ANYWHERE,
  SAY_OUTSIDE
} say;

static const struct {
  const char *text; /* '#' stands for a number */
  say means;
} sayings[] = {{"near", SAY_NEAR},
               {"close to", SAY_CLOSE},
               {"at most # words from", SAY_CLOSE},
               {"within # words of", SAY_WITHIN_WORDS},
               {"within # word of", SAY_WITHIN_WORDS},
               {"within # sentences of", SAY_WITHIN_SENTENCES},
               {"within # sentences", SAY_WITHIN_SENTENCES},
               {"then", SAY_THEN},
               {"with", SAY_WITH},
               {"at least # of", SAY_AT_LEAST},
               {"unless", SAY_UNLESS},
               {"unless anywhere", SAY_UNLESS_ANYWHERE},
               {"anywhere", SAY_ANYWHERE},
               {"outside", SAY_OUTSIDE}};

static const char *const saying_names[] = {"near",
                                           "close to",
                                           "at most 5 words from",
                                           "within 8 words of",
                                           "within 2 sentences",
                                           "then",
                                           "with",
                                           "at least 2 of",
                                           "unless",
                                           "unless anywhere",
                                           "outside",
                                           "checked by",
                                           "anywhere",
                                           NULL};

/* Reads an instruction; its number, if any, is cut out into *number. */
static say understand(const char *text, unsigned *number) {
  char plain[40];
  size_t n = 0;
  *number = 0;
  for (; *text && n < sizeof plain - 1; text++) {
    if (*text >= '0' && *text <= '9') {
      if (*number < 100000) *number = *number * 10 + (unsigned)(*text - '0');
      if (n == 0 || plain[n - 1] != '#') plain[n++] = '#';
    } else {
      plain[n++] = *text;
    }
  }
  plain[n] = '\0';
  for (size_t i = 0; i < sizeof sayings / sizeof *sayings; i++)
    if (strcmp(plain, sayings[i].text) == 0) return sayings[i].means;
  return SAY_UNKNOWN;
}

/* Takes the instruction that comes next; *fault says it was not one. */
static bool take_instruction(item *i, lexer *l, say *means, unsigned *number,
                             lexeme *x) {
  *x = lex_next(l);
  char *text = item_string(i->scratch, x->text, x->len, true);
  if (!text) return false;
  *means = understand(text, number);
  if (*means != SAY_UNKNOWN) return true;
  const char *guess = diagnose_guess(text, saying_names);
  l->at = l->len;
  return item_fault(
      i, x->offset, "unknown-instruction",
      guess ? "Words in *stars* are instructions, and this is "
              "not one. Did you mean *%*?"
            : "Words in *stars* are instructions, and this is "
              "not one.",
      "The instructions are near, close to, within 8 words of, at "
      "most 5 words from, within 2 sentences, then, with, at least 2 of, "
      "unless, "
      "unless anywhere, outside and checked by.",
      guess);
}

static bool group_operands(item *i, lexer *l, operand_group *g) {
  for (;;) {
    operand *o = list_add(i->memory, g);
    if (!o) return false;
    *o = (operand){0};
    if (!alternative_read(i, l, o)) return false;
    if (lex_peek(l).kind != LEX_COMMA) return true;
    lex_next(l);
  }
}

/* A group: operands after "at least n of", or one operand. */
static bool group_read(item *i, lexer *l, operand_group *g) {
  *g = (operand_group){.needed = 1};
  lexeme x = lex_peek(l);
  if (x.kind == LEX_INSTRUCTION) {
    say means;
    if (!take_instruction(i, l, &means, &g->needed, &x)) return false;
    if (means == SAY_UNKNOWN) return true;
    if (means != SAY_AT_LEAST) {
      l->at = l->len;
      return item_fault(i, x.offset, "misplaced-instruction",
                        "This instruction needs something to look for in "
                        "front of it.",
                        "Instructions stand between phrases: A *near* B.",
                        NULL);
    }
    if (!group_operands(i, l, g)) return false;
    if (g->needed < 1 || g->needed > g->count)
      return item_fault(i, x.offset, "bad-count",
                        "That many cannot be found among these.",
                        "The number must be between 1 and how many phrases "
                        "follow, with commas between them.",
                        NULL);
    return true;
  }
  operand *o = list_add(i->memory, g);
  if (!o) return false;
  *o = (operand){0};
  return operand_read(i, l, o);
}

static bool too_many(item *i, lexer *l, size_t offset) {
  l->at = l->len;
  return item_fault(i, offset, "too-many-joins",
                    "An item can have four joins and four exceptions.",
                    "Put some of it into a word class of its own.", NULL);
}

static bool add_join(item *i, lexer *l, rule *r, join_kind kind,
                     unsigned distance, size_t offset) {
  if (r->n_joins == sizeof r->joins / sizeof *r->joins)
    return too_many(i, l, offset);
  join *j = &r->joins[r->n_joins++];
  *j = (join){.kind = kind, .distance = distance};
  return group_read(i, l, &j->group);
}

static bool add_except(item *i, lexer *l, rule *r, except_kind kind,
                       size_t offset) {
  if (r->n_excepts == sizeof r->excepts / sizeof *r->excepts)
    return too_many(i, l, offset);
  exception *e = &r->excepts[r->n_excepts++];
  *e = (exception){.kind = kind};
  return operand_read(i, l, &e->what);
}

static bool read_instruction(item *i, lexer *l, rule *r) {
  say means;
  unsigned n;
  lexeme x;
  if (!take_instruction(i, l, &means, &n, &x)) return false;
  switch (means) {
  case SAY_NEAR: return add_join(i, l, r, JOIN_NEAR, 0, x.offset);
  case SAY_CLOSE: return add_join(i, l, r, JOIN_CLOSE, n, x.offset);
  case SAY_WITHIN_WORDS:
    return add_join(i, l, r, JOIN_WITHIN_WORDS, n, x.offset);
  case SAY_WITHIN_SENTENCES:
    return add_join(i, l, r, JOIN_WITHIN_SENTENCES, n, x.offset);
  case SAY_THEN: return add_join(i, l, r, JOIN_THEN, 0, x.offset);
  case SAY_WITH: return add_join(i, l, r, JOIN_WITH, 0, x.offset);
  case SAY_UNLESS: return add_except(i, l, r, EXCEPT_SENTENCE, x.offset);
  case SAY_UNLESS_ANYWHERE:
    return add_except(i, l, r, EXCEPT_ANYWHERE, x.offset);
  case SAY_OUTSIDE: return add_except(i, l, r, EXCEPT_INSIDE, x.offset);
  case SAY_AT_LEAST:
  case SAY_ANYWHERE:
    l->at = l->len;
    return item_fault(i, x.offset, "misplaced-instruction",
                      "This instruction can only begin an item.",
                      "Write *at least 2 of* A, B, C *near* D.", NULL);
  default: return true;
  }
}

/* What follows the arrow: softer words with semicolons between them. */
static bool read_instead(item *i, lexer *l, rule *r) {
  size_t capacity = 0;
  while (l->at < l->len) {
    size_t from = l->at, len = 0;
    while (from + len < l->len && l->text[from + len] != ';') len++;
    l->at = from + len < l->len ? from + len + 1 : l->len;
    char *words = item_string(i->memory, l->text + from, len, false);
    const char **grown = arena_grow(i->memory, r->instead, r->n_instead,
                                    &capacity, sizeof *grown);
    if (!words || !grown) return false;
    r->instead = grown;
    if (*words) r->instead[r->n_instead++] = words;
  }
  return true;
}

/* What may stand in front: a level, or "anywhere". */
static bool read_front(item *i, lexer *l, rule *r) {
  lexeme x = lex_peek(l);
  r->level = -1;
  if (x.kind == LEX_INSTRUCTION && x.len == 8 &&
      memcmp(x.text, "anywhere", 8) == 0) {
    r->anywhere = true;
    lex_next(l);
    return true;
  }
  if (x.kind != LEX_BOLD) return true;
  lex_next(l);
  r->level = level_named(x.text, x.len);
  if (r->level >= 0) return true;
  return item_fault(i, x.offset, "bad-level",
                    "Bold words at the start of an item are a level, and this "
                    "is not one.",
                    "The levels are cheer, ask, note, pause and hold.", NULL);
}

bool rule_read(item *i, rule_list *out) {
  rule *r = list_add(i->memory, out);
  if (!r) return false;
  *r = (rule){.text = i->block->raw, .at = item_place(i, 0)};
  lexer l = {.text = i->block->raw, .len = i->block->raw_len};
  arena_reset(i->scratch);
  if (!read_front(i, &l, r) || !group_read(i, &l, &r->head)) return false;
  for (;;) {
    lexeme x = lex_peek(&l);
    switch (x.kind) {
    case LEX_END: return true;
    case LEX_INSTRUCTION:
      if (!read_instruction(i, &l, r)) return false;
      break;
    case LEX_ARROW:
      lex_next(&l);
      if (!read_instead(i, &l, r)) return false;
      break;
    default:
      return item_fault(i, x.offset, "unexpected", "This cannot stand here.",
                        "A comma or an instruction in *stars* joins what is "
                        "looked for.",
                        NULL);
    }
  }
}

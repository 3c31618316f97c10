/* One list item of a pack, read: operands, rules, weights, levels, settings.

   Every function returns false only when memory is out. A fault in the item is
   noted in `faults`, and what could be read of it is still filled in. */
#ifndef EARSHOT_ITEM_H
#define EARSHOT_ITEM_H

#include "lex.h"
#include "model.h"
#include "outline.h"

typedef struct {
  arena *memory;  /* of the ruleset: what is read lives here */
  arena *scratch; /* for a moment only */
  diagnostics *faults;
  const outline *outline;
  const block *block;
  bool proved; /* patterns of this pack need not be tried again */
} item;

/* Where byte `offset` of the item is. */
place item_place(const item *i, size_t offset);

/* A fault at byte `offset` of the item; arguments as in diagnose(). */
bool item_fault(const item *i, size_t offset, const char *code,
                const char *message, const char *help, const char *first);

/* `len` bytes as a NUL-terminated string, spaces made single, ends cut, ASCII
   letters lower case when `lower`. NULL when memory is out. */
char *item_string(arena *a, const char *bytes, size_t len, bool lower);

/* One alternative, up to a comma, instruction, arrow or the end. */
bool alternative_read(item *i, lexer *l, operand *out);

/* Alternatives joined by commas, up to an instruction, arrow or the end. */
bool operand_read(item *i, lexer *l, operand *out);

/* Reads a pattern; refuses what could not be bounded. It is compiled, to tell
   its faults, unless the pack is proved. */
bool pattern_read(item *i, const lexeme *span, pattern *out);

/* Warns of a pattern that a line of a draft could make dear. */
bool pattern_try(item *i, const lexeme *span, const pattern *p);

/* A whole item of "Looks for" or "Unless". */
bool rule_read(item *i, rule_list *out);

/* An item of "Adds up" and of "Levels". */
bool weight_read(item *i, signal_model *out);
bool level_read(item *i, signal_model *out);

/* An item of "Settings". */
bool move_read(item *i, move_list *out);

/* An item of "Fires" or "Stays quiet". */
bool example_read(item *i, bool fires, example_list *out);

/* The level that a name stands for; -1 when there is none. */
int level_named(const char *name, size_t len);

/* Reads "student, qualified" to a bit for each role, 0 on a fault (noted). */
unsigned roles_read(item *i, const char *text, size_t len, size_t offset);

#endif

/* Packs that have been read and accepted so far, joined. A later pack adds to,
   rewords or mutes what is there. */
#ifndef EARSHOT_LIBRARY_H
#define EARSHOT_LIBRARY_H

#include "../pack/model.h"

typedef struct {
  LIST_OF(principle_model) principles;
  LIST_OF(class_model) classes;
} library;

/* `pack` joined to `before`, as a new library (which may share arrays with
   it). Names that do not fit are faults. False when memory is out. */
bool library_join(const library *before, pack_model *pack, arena *memory,
                  diagnostics *faults, library *out);

/* Notes as faults what the operands of `pack` cannot mean in `all`: classes
   that are not there, phrases that spell out into too many, classes made of
   themselves. False when memory is out. */
bool library_check(const library *all, const pack_model *pack, arena *scratch,
                   diagnostics *faults);

/* Adds the patterns of `pack` to *patterns; too many are a fault, at `at`.
   False when memory is out. */
bool library_room(size_t *patterns, const pack_model *pack, place at,
                  diagnostics *faults);

/* The class of that name, or NULL. */
const class_model *library_class(const library *l, const char *name);

/* Calls `visit` with every operand of a pack, the classes' own included, until
   it returns false; then returns false too. */
typedef bool (*operand_visit)(void *user, const operand *o);
bool visit_operands(const pack_model *pack, operand_visit visit, void *user);
bool visit_signal(const signal_model *s, operand_visit visit, void *user);

/* Alternatives of a slot: units that do not continue another; 1 for a gap. */
unsigned slot_choices(const slot *s);

/* In how many ways a phrase can be spelled out; stops counting above
   EARSHOT_PHRASE_VARIANTS. */
unsigned phrase_variants(const phrase *p);

#endif

/* From a library of packs to the tables of a ruleset. */
#ifndef EARSHOT_BUILD_H
#define EARSHOT_BUILD_H

#include "library.h"
#include "ruleset.h"

typedef struct {
  earshot_ruleset *out;
  const library *from;
  arena *memory;  /* the ruleset's own */
  arena *scratch; /* until all is built */
  struct {
    ruleset_class *items;
    size_t count, capacity;
  } classes;
  struct { /* what each class is made of; NULL for built-in ones */
    const operand **items;
    size_t count, capacity;
  } contents;
} builder;

/* Fills in everything of b->out that is made from b->from. False when memory
   is out. */
bool build_ruleset(builder *b);

/* The class that stands for an operand: the named one when it is just that,
   else an unnamed one made for it. NO_CLASS when memory is out or the operand
   is empty (look at b->memory->failed). */
class_id build_operand(builder *b, const operand *o);

/* Strata, words, phrases and patterns of all classes. False when memory is
   out. */
bool build_phrases(builder *b);

/* What each class can set off, which classes are built in, and which are
   learned. False when memory is out. */
bool build_index(builder *b);
bool build_builtins(builder *b);
bool build_learned(builder *b);

/* The sieve over all patterns. False when memory is out. */
bool build_sieve(builder *b);

/* The class a unit names (it has been checked that there is one). */
class_id build_named(builder *b, const char *name);

#endif

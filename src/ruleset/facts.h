/* What is known of the texts that a part of a pattern matches, and how facts
   of parts join to facts of the whole. The method is that of factors in
   multi-pattern search (Navarro and Raffinot, Flexible Pattern Matching in
   Strings, 5.4): strings are multiplied out while there are few. */
#ifndef EARSHOT_FACTS_H
#define EARSHOT_FACTS_H

#include "heads.h"
#include "needs.h"
#include "shape.h"

typedef struct {
  unsigned figures, capitals; /* at least */
  unsigned ahead;             /* figures from where it begins, at least, those
                                 included that are only looked at */
  unsigned longest;           /* bytes at most, or NEEDS_UNBOUNDED */
  uint64_t bytes[4];
  needs_set ends; /* each text ends in one of these (perhaps in "") … */
  bool whole;     /* … and is nothing but that */
  bool edge;      /* a \b stands before what comes next */
  bool begun;     /* some of it is more than a look around */
  bool edged;     /* it begins at a \b */
  byteset before; /* bytes it may stand behind, and NUL for none */
  needs_set best; /* each text holds one of these; empty: not known */
  unsigned until; /* bytes of a text up to the end of that, at most */
  shape_facts shape;
  heads heads;
  byteset made_of; /* bytes that a text may hold */
} facts;

/* Of the empty text. */
void facts_empty(facts *f);
/* Of one byte of a set, of which nothing else is known yet. */
void facts_byte(facts *f, byteset set);
/* Of one character whatsoever. */
void facts_anything(facts *f);

/* a := a followed by b */
void facts_join(facts *a, const facts *b);
/* a := a or b */
void facts_either(facts *a, const facts *b);
/* a := a or nothing */
void facts_optional(facts *a);
/* a := a, perhaps several times, or nothing */
void facts_any_number(facts *a);
/* a := a, `least` times (1 or more), or more often when `more` */
void facts_repeat(facts *a, unsigned least, bool more);
/* a := a followed by \b */
void facts_boundary(facts *a);
/* a := a, which stands behind one of these bytes unless it has begun */
void facts_behind(facts *a, byteset before);
/* What ends the texts may be followed by anything: the literals they end in
   are weighed against the best so far. */
void facts_flush(facts *a);

#endif

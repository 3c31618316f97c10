/* The shape of what a pattern matches: sets of bytes that stand side by side,
   such as a figure, two capitals and no letter. It tells patterns apart that
   have no literal: identifiers, mostly.

   Bytes around the match belong to it as well, as far as look-arounds and \b
   tell; beyond the ends of a text stands a NUL, which no draft holds. */
#ifndef EARSHOT_SHAPE_H
#define EARSHOT_SHAPE_H

#include <stdbool.h>
#include <stdint.h>

enum { SHAPE_SETS = 8 };

typedef struct {
  uint64_t bits[4];
} byteset;

/* Each match holds bytes of these sets, side by side. */
typedef struct {
  unsigned len;
  byteset sets[SHAPE_SETS];
  uint8_t rare[SHAPE_SETS]; /* of each: how many times everyday text is halved
                               by it */
} shape;

/* Each match holds one of these; none: nothing is known. */
enum { SHAPE_CHOICES = 3 };
typedef struct {
  unsigned count;
  shape items[SHAPE_CHOICES];
} shape_set;

/* Of a part of a pattern. */
typedef struct {
  shape run;      /* what stands before its end, side by side */
  shape_set best; /* the rarest there is inside */
  byteset head;   /* holds its first byte */
  bool single;    /* it is one byte, of the set `head` */
  bool fixed;     /* the run is all of it */
  bool skipped;   /* it may be nothing */
  byteset gap;    /* head of what may be nothing, behind the run */
  bool gapped;
  bool edge; /* a \b stands before what comes next */
} shape_facts;

byteset byteset_all(void);
byteset byteset_word(void);
byteset byteset_not(byteset a); /* with NUL */
byteset byteset_either(byteset a, byteset b);

bool byteset_within(const byteset *a, const byteset *b);

void shape_nothing(shape_facts *f);
void shape_byte(shape_facts *f, byteset set);
void shape_anything(shape_facts *f);

/* a := a followed by b */
void shape_join(shape_facts *a, const shape_facts *b);
void shape_either(shape_facts *a, const shape_facts *b);
void shape_optional(shape_facts *a);
/* a may go on with more of itself */
void shape_more(shape_facts *a);
void shape_boundary(shape_facts *a);
/* a := a with `before` in front of what comes next */
void shape_behind(shape_facts *a, const shape *before);
/* a := a with the next byte in a set */
void shape_ahead(shape_facts *a, byteset next);

/* The rarest of all. */
void shape_end(shape_facts *a, shape_set *out);

#endif

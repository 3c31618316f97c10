/* How much each paragraph of a draft sounds like the posts it was learned from.
   Those are short; of a long draft each paragraph is one of them, and what one
   says is not thinned by what the others talk about. */
#ifndef EARSHOT_SCORE_H
#define EARSHOT_SCORE_H

#include "../scan/scan.h"
#include "features.h"
#include "units.h"

/* Segments [first, last) that belong to one paragraph. */
typedef struct {
  size_t first, last;
} part;

typedef struct {
  int of[WEIGHTS_PRINCIPLES]; /* log-odds, in hundredths */
  units units;
} part_score;

/* The rows of a draft's setting: the same for all its parts. */
setting_rows score_setting(const scan *s);

/* The part that begins with a segment. */
part score_part(const reading *r, size_t first);

/* What is heard in a part and in the setting, weighed. */
void score(scan *s, const setting_rows *setting, part where, part_score *out);

#endif

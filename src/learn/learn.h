/* From features to evidence: how much a draft sounds like the posts in which
   a principle's reminder is wanted. */
#ifndef EARSHOT_LEARN_H
#define EARSHOT_LEARN_H

#include "features.h"
#include "weights.h"

/* Keeps what of the segment just read has a weight. To be called when all its
   evidence is found. False when memory is out. */
bool learn_hear(scan *s, segment *now);

/* Adds evidence of all classes [learned 75 jigsaw] that hold for the whole
   draft: where the words stand that speak most for it. To be called when all
   other evidence is found. False when memory is out. */
bool learn_scan(scan *s);

#endif

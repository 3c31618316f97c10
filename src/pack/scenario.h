/* A scenario: a situation to talk through, with a draft. Its parts are told
   apart by their headings, as those of a principle are. */
#ifndef EARSHOT_SCENARIO_H
#define EARSHOT_SCENARIO_H

#include "heading.h"

/* Reads the block in i->block, which stands below the heading `section` of
   scenario `s` and is no heading itself. */
bool scenario_read(item *i, heading_kind section, scenario_model *s);

/* What every scenario must have; its faults are counted in it. */
bool scenario_complete(scenario_model *s, diagnostics *faults);

#endif

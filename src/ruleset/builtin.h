/* Classes that are always there: [number 1-17], [name], [mention] … */
#ifndef EARSHOT_BUILTIN_H
#define EARSHOT_BUILTIN_H

#include "ruleset.h"

/* Reads the name of a built-in class into `out` (kind, bounds). False when
   there is none of that name. */
bool builtin_read(const char *name, ruleset_class *out);

/* Their names, NULL at the end, for messages. */
extern const char *const builtin_names[];

#endif

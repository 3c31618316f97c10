/* Validators: does what a pattern matched pass the arithmetic or grammar that
   the real thing has? Pure functions of the matched bytes, of any length; what
   people write between digits (spaces, hyphens, dots) is ignored where the
   real thing is written so. Sources are named beside each. Passing means "can
   be one", not "is one": one in eleven numbers of ten digits could be an NHS
   number. */
#ifndef EARSHOT_CHECK_H
#define EARSHOT_CHECK_H

#include <stdbool.h>
#include <stddef.h>

typedef bool (*check_function)(const char *bytes, size_t len);

/* The validator that packs call `name`, or NULL. */
check_function check_by_name(const char *name, size_t len);

/* All names, NULL at the end, for messages. */
const char *const *check_names(void);

#endif

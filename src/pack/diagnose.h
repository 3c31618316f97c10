/* Faults found in packs: collected, never printed, never fatal.

   A message says what is wrong, the help what to do about it. Codes are stable
   names; each has a bad pack in tests/packs that shows it. */
#ifndef EARSHOT_DIAGNOSE_H
#define EARSHOT_DIAGNOSE_H

#include "../arena.h"

typedef struct {
  const char *file; /* NUL-terminated, lives as long as the list */
  uint32_t line, column;
} place;

typedef struct {
  arena *memory;
  earshot_diagnostic *items;
  size_t count, capacity;
  size_t faults; /* diagnostics that are not warnings, also those not kept */
} diagnostics;

/* Notes a fault. '%' in `message` or `help` stands for the next of the two
   arguments (NUL-terminated; either may be NULL when unused). False when
   memory is out. */
bool diagnose(diagnostics *d, const char *code, place at, const char *message,
              const char *help, const char *first, const char *second);

/* The same, for something that works but will disappoint. */
bool diagnose_warning(diagnostics *d, const char *code, place at,
                      const char *message, const char *help, const char *first,
                      const char *second);

/* `format` with each '%' replaced by the next of the four `args` (NULL ends
   them). NULL when memory is out. */
char *diagnose_fill(arena *a, const char *format, const char *const args[4]);

/* The entry of the NULL-terminated `words` that `name` was probably meant to
   be (edit distance at most 2 and at most half its length), or NULL. */
const char *diagnose_guess(const char *name, const char *const *words);

#endif

/* Regular expressions as packs may use them: PCRE2 with automatic callouts, so
   that every step of a match can be counted. */
#ifndef EARSHOT_REGEX_H
#define EARSHOT_REGEX_H

#include "../arena.h"

/* What is wrong with one, in PCRE2's numbers, and at which byte. */
typedef struct {
  int error;
  size_t at;
} regex_fault;

/* Compiles a pattern (pcre2_code_8) into memory of `a`. NULL when memory is out
   or there is a fault. */
void *regex_compile(arena *a, const char *text, size_t len, regex_fault *fault);

#endif

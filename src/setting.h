/* The names of settings, for packs and for the command line alike. */
#ifndef EARSHOT_SETTING_H
#define EARSHOT_SETTING_H

#include "earshot.h"

enum setting_facet {
  SETTING_AUDIENCE,
  SETTING_IDENTITY,
  SETTING_ROLE,
  SETTING_MEDIUM,
  SETTING_FACETS
};

/* Which facet a value's name ("locked", "student") belongs to, and its number
   there. False when there is no such name. */
bool setting_facet_value(const char *name, size_t len,
                         enum setting_facet *facet, unsigned *value);

/* Writes "open/named/student/tweet;t=23:40", NUL-terminated, into `out` and
   returns its length. */
enum { SETTING_TEXT = 64 };
size_t setting_write(const earshot_setting *s, char out[SETTING_TEXT]);

#endif

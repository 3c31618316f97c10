/* Where sentences end. */
#ifndef EARSHOT_STOPS_H
#define EARSHOT_STOPS_H

#include <stdbool.h>
#include <stddef.h>

/* Does the run of . ? ! that starts at s[at] end a sentence? Sets *end to the
   end of the run in any case. A run ends a sentence when a space, a line end
   or an emoji follows, perhaps after a closing quote or bracket; a single full
   stop does not after abbreviations ("Dr. Lee"), initials ("J. Lee") and the
   number of a list item. */
bool stops_at(const char *s, size_t len, size_t at, size_t *end);

/* Does the full stop that ends the abbreviation s[at..end) ("p.m.") also end
   the sentence? */
bool stops_abbreviation(const char *s, size_t len, size_t at, size_t end);

#endif

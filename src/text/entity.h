/* HTML character references, as far as they turn up in pasted drafts. */
#ifndef EARSHOT_ENTITY_H
#define EARSHOT_ENTITY_H

#include <stddef.h>
#include <stdint.h>

/* The reference that starts at the '&' s[0]: its length with the semicolon,
   and *code; 0 when there is none. Known are amp lt gt quot apos nbsp and
   numbers, decimal and hexadecimal (HTML, "Numeric character reference end
   state": 0, surrogates and what lies above 10FFFF read as U+FFFD). */
size_t entity_read(const char *s, size_t len, uint32_t *code);

#endif

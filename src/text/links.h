/* Knowing a link when we see one. */
#ifndef EARSHOT_LINKS_H
#define EARSHOT_LINKS_H

#include <stddef.h>

/* When a link starts at s[0]: where its host ends, and *host where the host
   starts (behind the scheme and "www."); 0 when none does. */
size_t links_host(const char *s, size_t len, size_t *host);

#endif

/* Words behind a thin disguise: figures for letters, stars for letters. */
#ifndef EARSHOT_DISGUISE_H
#define EARSHOT_DISGUISE_H

#include <stdbool.h>
#include <stddef.h>

/* The end of the disguised word that starts at s[at]; `at` when none does.
   - figures for letters, standing between letters: 1d1ot, h3llo, cl@ire
   - stars for letters, one run of them between letters: K*yleigh
   - one or two letters and a tail of stars or underscores: f***, K___ */
size_t disguise_end(const char *s, size_t len, size_t at);

/* The letter that a folded byte of a disguised word stands for, or itself. */
char disguise_letter(char c);

#endif

/* Words whose forms cannot be worked out. */
#ifndef EARSHOT_IRREGULAR_H
#define EARSHOT_IRREGULAR_H

#include <stdbool.h>
#include <stddef.h>

/* The irregular forms of a plain word, separated by spaces; NULL when it is
   regular. A leading '=' means that these are all its forms. */
const char *irregular_forms(const char *word, size_t len);

/* Is it a word that has no other forms: the, my, was, because …? */
bool irregular_fixed(const char *word, size_t len);

/* Does a verb of two syllables or more double its last letter: begin,
   prefer? */
bool irregular_doubles(const char *word, size_t len);

#endif

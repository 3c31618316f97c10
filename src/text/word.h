/* Where a word ends, what it is looked up by, and what numbers are worth. */
#ifndef EARSHOT_WORD_H
#define EARSHOT_WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A word that starts at s[at], or a disguised one that starts with a figure:
   its end, and TEXT_DISGUISED or TEXT_ABBREVIATED in *flags. `at` when none
   starts there. s is norm. */
size_t word_end(const char *s, size_t len, size_t at, uint16_t *flags);

/* The part of a hashtag that starts at s[at]: words begin at capitals
   (HomeVisit, NHSStaff) and where letters and figures meet. */
size_t word_hashtag_end(const char *s, size_t len, size_t at);

/* Writes the key of the folded word s[0..len) and returns its length, at most
   len: at most two of the same letter in a row ("sooo" is "soo"); without the
   full stops of an abbreviation; with a disguise undone as far as it can be
   ("1d1ot" is "idiot", "k*yleigh" keeps its star). */
size_t word_key(char *out, const char *s, size_t len, uint16_t flags);

/* TEXT_CAPITAL and TEXT_UPPER of the word s[0..len). */
uint16_t word_case(const char *s, size_t len);

/* The value of a number word (zero to twenty, the tens, hundred, thousand),
   each on its own: "twenty-one" is 20 and 1. TEXT_NO_VALUE for others. */
uint32_t word_value(const char *key, size_t len);

/* The figure that starts at s[at]: its end and value. "1,200" is one of value
   1200, "2.5" one of TEXT_NO_VALUE, "7:30" and "12.03.24" are several. */
size_t word_number_end(const char *s, size_t len, size_t at, uint32_t *value);

#endif

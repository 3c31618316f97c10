/* The forms of one word on their way out: each once, none that is another
   word. */
#ifndef EARSHOT_FORMS_H
#define EARSHOT_FORMS_H

#include "inflect.h"

enum {
  FORMS_LONGEST = 48, /* bytes of a word that is inflected at all */
  FORMS_MOST = 24,    /* forms of one word */
  FORMS_BYTES = 64    /* of one form */
};

typedef struct {
  const char *word;
  size_t len;
  inflect_emit emit;
  void *user;
  char given[FORMS_MOST][FORMS_BYTES];
  uint8_t lengths[FORMS_MOST];
  size_t count;
  uint8_t doubling; /* spelling.c's, plus 1; 0: not known yet */
  bool stopped;     /* `emit` returned false */
} forms;

/* Gives out one form, unless it has been. */
void forms_give(forms *f, const char *form, size_t len);

/* Gives out the word without its last `cut` letters, with `doubled` (a letter,
   or '\0') and `tail` behind it, unless a rule alone would say so and it is
   another word: "dustin" is no form of "dust", nor "does" of "doe". */
void forms_tail(forms *f, size_t cut, char doubled, const char *tail);

/* Gives out each of the words in `list` (separated by spaces) behind the first
   `prefix` letters of the word. */
void forms_listed(forms *f, size_t prefix, const char *list);

/* Does the word end in `tail` and have more before it? */
bool forms_ends(const forms *f, const char *tail);

#endif

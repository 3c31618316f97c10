/* English inflection, forwards: from the plain form that a pack author writes
   to the forms that people write. No dictionary of parts of speech: each word
   is given the forms it would have as a noun and as a verb; forms that do not
   exist are harmless because nobody writes them. */
#ifndef EARSHOT_INFLECT_H
#define EARSHOT_INFLECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Receives one form; false stops. */
typedef bool (*inflect_emit)(void *user, const char *form, size_t len);

/* Emits `word` (folded: lower case, plain letters, perhaps an apostrophe or a
   hyphen-less compound part) and its inflected forms, each once, the word
   itself first, at most 24 of at most 64 bytes (a word of more than 48 bytes
   only as it is):
   - function words (the, my, was, he's, …) and words of one or two letters
     only as they are; but be, do, go and have as all that they are (is, did,
     went, had)
   - nouns: plural, regular and irregular (child children, baby babies,
     grandchild, policeman), and the possessives mum's, mums', children's,
     childrens
   - verbs: -s, -ed, -ing with doubling and e-dropping (plan planned planning,
     take takes taking), irregular past and participle (tell told, write wrote
     written, fall fell fallen), also when a prefix is in front (retold); in
     British and American spelling (travelled traveled)
   - dialect and informal spellings of forms: -in' and -in for -ing; the pasts
     telt, selt, knowed, catched … (seen, done, come, give and run are forms
     anyway)
   - contractions also without their apostrophe (don't dont) unless that is
     another word (we're were, I'll ill, she'll shell, we'll well, he'll hell,
     we'd wed, I'd id, can't cant, it's its, let's lets, who're whore)
   What is not emitted:
   - comparison: "old" does not bring older and oldest
   - more of what the author inflected: told, visited, visits and children stay
     as they are (children's comes along; of meeting, meetings and meetin')
   - a form that the rules alone would make and that is another word: does
     (doe), feed (fee), news (new), raisin (raise), stared (star), lunged
     (lung)
   - words with anything but a to z and apostrophes: only as they are, and with
     's when they are letters throughout
   Returns false when `emit` did. */
bool inflect(const char *word, size_t len, inflect_emit emit, void *user);

#endif

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
   hyphen-less compound part) and its inflected forms, each once:
   - function words (the, my, was, he's, …) and words of one or two letters
     only as they are
   - nouns: plural, regular and irregular (child children, baby babies), and
     the possessives mum's, mums'
   - verbs: -s, -ed, -ing with doubling and e-dropping (plan planned planning,
     take takes taking), irregular past and participle (tell told, write wrote
     written, fall fell fallen), also when a prefix is in front (retold)
   - dialect and informal spellings of forms: -in' and -in for -ing where that
     is no other word
   - contractions also without their apostrophe (don't dont) unless that is
     another word (we're were, I'll ill, she'll shell, we'll well, he'll hell,
     we'd wed, I'd id, can't cant)
   Returns false when `emit` did. */
bool inflect(const char *word, size_t len, inflect_emit emit, void *user);

#endif

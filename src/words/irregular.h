/* Words whose forms cannot be worked out, as tables, and the questions that
   are asked of them. */
#ifndef EARSHOT_IRREGULAR_H
#define EARSHOT_IRREGULAR_H

#include <stdbool.h>
#include <stddef.h>

/* A plain word and its irregular forms, separated by spaces; a + in front says
   that there are regular ones as well. */
typedef struct {
  const char *word, *forms;
} irregular_entry;

/* verbs.c, nouns.c */
extern const irregular_entry irregular_verbs[], irregular_whole[],
    irregular_nouns[];
extern const size_t irregular_n_verbs, irregular_n_whole, irregular_n_nouns;

/* lists.c */
extern const char *const irregular_fixed_words[],
    *const irregular_another_words[],
        *const irregular_doubling_words[],
            *const irregular_either_words[],
                *const irregular_keeps_e_words[],
                    *const irregular_apostrophe_words[];
extern const size_t irregular_n_fixed, irregular_n_another,
    irregular_n_doubling, irregular_n_either, irregular_n_keeps_e,
    irregular_n_apostrophe;

/* The irregular pasts of a verb, or of the verb that it ends in behind a
   prefix (retell): forms of word + *prefix. NULL when it has none. */
const char *irregular_past(const char *word, size_t len, size_t *prefix);

/* All the forms of be, do, go and have; NULL for other words. */
const char *irregular_all(const char *word, size_t len);

/* The irregular plurals of a noun, or of the noun that it ends in
   (grandchild): forms of word + *prefix. NULL when it has none. */
const char *irregular_plural(const char *word, size_t len, size_t *prefix);

/* Is it one of the irregular pasts (told), one of the plurals (children)? */
bool irregular_is_past(const char *word, size_t len);
bool irregular_is_plural(const char *word, size_t len);

/* Is it in the list? */
bool irregular_fixed(const char *word, size_t len);
bool irregular_another(const char *word, size_t len);
bool irregular_doubles(const char *word, size_t len);
bool irregular_may_double(const char *word, size_t len);
bool irregular_keeps_e(const char *word, size_t len);
bool irregular_keeps_apostrophe(const char *word, size_t len);

#endif

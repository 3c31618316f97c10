/* What the learned weights look at in a draft: stems of words, neighbours in
   pairs, the word classes that were found, and the setting. */
#ifndef EARSHOT_FEATURES_H
#define EARSHOT_FEATURES_H

#include "../scan/scan.h"

/* One feature, by the hash of its name. It stands on tokens [first, last);
   the setting's stand nowhere. */
typedef struct {
  uint32_t hash;
  uint32_t first, last;
  class_id class; /* or NO_CLASS */
} feature;

/* The hash of a feature's name as a file of weights has it. That of a pair,
   "my lad", comes from those of its words, so that a draft's words are hashed
   once each. */
uint32_t feature_hash(const char *name, size_t len);

/* What stands before the first token. */
#define FEATURE_BEGIN "^"

/* What a token is called: the stem of a word, but "Aa" for one that a
   capital letter makes look like a name; "#" for each digit of a number
   (five at most); "?", "!" or "." for what ends a sentence; "://" for a link; an emoji as
   it is; and nothing at all for a mention: whom one talks to says nothing. The bytes live as long as the scan. */
const char *feature_of_token(const scan *s, uint32_t token, size_t *len);

/* Of a token that is called "Aa": the stem of the word itself. Else NULL. */
const char *feature_of_word(const scan *s, uint32_t token, size_t *len);

/* The name of a class as a feature ("[someone I work with]") is hashed once,
   when a ruleset is compiled. */
uint32_t feature_of_class(const char *name);

/* What a setting is called: "<open>", "<named>", "<student>", "<tweet>", and
   "<late>" from 22:00 to 05:59. Returns how many there are. */
enum { FEATURES_OF_SETTING = 5, FEATURE_OF_SETTING = 16 };
size_t features_of_setting(const earshot_setting *s,
                           char out[FEATURES_OF_SETTING][FEATURE_OF_SETTING]);

/* Calls `each` with every occurrence of every feature of the segment that is
   read, whose evidence begins at `found`, until it returns false; then returns
   false too. Classes come last. The first token of a segment makes a pair with
   the line end before it. */
typedef bool (*feature_visit)(void *user, const feature *f);
bool features_visit(const scan *s, uint32_t found, feature_visit each,
                    void *user);

/* The same with the features of the setting. */
bool features_visit_setting(const scan *s, feature_visit each, void *user);

#endif

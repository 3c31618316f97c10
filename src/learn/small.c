#include "small.h"

#include <string.h>
#include "../words/irregular.h"
#include "features.h"
#include "stem.h"

/* Function words that do explain something. */
static const char *const telling[] = {
    "alone",    "inside",   "nobody",  "outside", "today",
    "together", "tomorrow", "tonight", "twice",   "yesterday"};
/* Other words as plain as function words. */
static const char *const plain[] = {
    "won't", "dont", "gets", "getting", "gonna", "got", "ive",   "let",  "like",
    "made",  "make", "oh",   "ok",      "said",  "say", "thats", "thing"};
/* What function words are joined to: she's, they'd, can't, isn't. */
static const char *const endings[] = {"",    "'s", "'d",  "'ll", "'m",
                                      "'re", "'t", "'ve", "n't"};
enum { LONGEST = 24 };

#define COUNT(list) (sizeof(list) / sizeof *(list))

static void mark(weights *w, const char *word, const char *ending) {
  char whole[LONGEST];
  size_t len = strlen(word), more = strlen(ending);
  if (len + more > LONGEST) return;
  memcpy(whole, word, len);
  memcpy(whole + len, ending, more);
  size_t stem = stem_length(whole, len + more);
  uint32_t row = weights_find(w, feature_hash(whole, stem))->row;
  if (row) w->small[(row - 1) / 64] |= (uint64_t)1 << ((row - 1) % 64);
}

static bool tells(const char *word) {
  for (size_t n = 0; n < COUNT(telling); n++)
    if (strcmp(word, telling[n]) == 0) return true;
  return false;
}

bool small_mark(weights *w, arena *memory) {
  w->small = arena_alloc(memory, (w->n_rows / 64 + 1) * sizeof *w->small);
  if (!w->small) return false;
  for (size_t n = 0; n < irregular_n_fixed; n++)
    for (size_t k = 0; k < COUNT(endings) && !tells(irregular_fixed_words[n]);
         k++)
      mark(w, irregular_fixed_words[n], endings[k]);
  for (size_t n = 0; n < COUNT(plain); n++) mark(w, plain[n], "");
  return true;
}

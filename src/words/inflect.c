#include "inflect.h"

#include <string.h>
#include "irregular.h"

enum { LONGEST = 48, MOST_FORMS = 24 };

/* The forms given out so far, so that each is given once. */
typedef struct {
  const char *word;
  size_t len;
  inflect_emit emit;
  void *user;
  uint32_t seen[MOST_FORMS];
  size_t n_seen;
  bool stopped;
} forms;

static bool vowel(char c) { return c && strchr("aeiou", c) != NULL; }

static uint32_t hash(const char *s, size_t len) {
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < len; i++) h = (h ^ (uint8_t)s[i]) * 16777619u;
  return h;
}

static void give(forms *f, const char *form, size_t len) {
  uint32_t h = hash(form, len);
  if (f->stopped || f->n_seen == MOST_FORMS) return;
  for (size_t i = 0; i < f->n_seen; i++)
    if (f->seen[i] == h) return;
  f->seen[f->n_seen++] = h;
  f->stopped = !f->emit(f->user, form, len);
}

/* The word without its last `cut` letters, with `tail` behind it. */
static void with_tail(forms *f, size_t cut, const char *tail) {
  char out[LONGEST + 16];
  size_t n = f->len - cut, t = strlen(tail);
  memcpy(out, f->word, n);
  memcpy(out + n, tail, t);
  give(f, out, n + t);
}

static bool ends(const forms *f, const char *tail) {
  size_t n = strlen(tail);
  return f->len > n && memcmp(f->word + f->len - n, tail, n) == 0;
}

static bool hisses(const forms *f) {
  return ends(f, "s") || ends(f, "x") || ends(f, "z") || ends(f, "ch") ||
         ends(f, "sh");
}

static bool consonant_y(const forms *f) {
  return ends(f, "y") && !vowel(f->word[f->len - 2]);
}

/* Groups of vowels, which is nearly the number of syllables. */
static size_t syllables(const forms *f) {
  size_t n = 0;
  for (size_t i = 0; i < f->len; i++) {
    bool here = vowel(f->word[i]) || (f->word[i] == 'y' && i > 0);
    bool before = i > 0 && (vowel(f->word[i - 1]) || f->word[i - 1] == 'y');
    n += here && !before;
  }
  return n;
}

/* Does the last consonant double before -ed and -ing: plan, stop, prefer;
   travel (British)? Not: visit, open, play, fix. */
static bool doubles(const forms *f) {
  if (f->len < 3) return false;
  char last = f->word[f->len - 1], middle = f->word[f->len - 2],
       first = f->word[f->len - 3];
  bool qu = first == 'u' && f->len > 3 && f->word[f->len - 4] == 'q';
  if (vowel(last) || strchr("wxy", last) || !vowel(middle) ||
      (vowel(first) && !qu))
    return false;
  if (syllables(f) == 1) return true;
  return last == 'l' || irregular_doubles(f->word, f->len);
}

/* -ing and what people make of it in a hurry: visiting, visitin', visitin. */
static void participle(forms *f, size_t cut, const char *doubled) {
  static const char *const tails[] = {"ing", "in'", "in"};
  for (size_t t = 0; t < 3; t++) {
    if (f->len < 4 && t == 2) continue; /* "cabin" is no form of "cab" */
    char tail[8] = {0};
    size_t n = strlen(doubled);
    memcpy(tail, doubled, n);
    memcpy(tail + n, tails[t], strlen(tails[t]));
    with_tail(f, cut, tail);
  }
}

static void plural_and_present(forms *f) {
  if (consonant_y(f))
    with_tail(f, 1, "ies");
  else if (hisses(f))
    with_tail(f, 0, "es");
  else
    with_tail(f, 0, "s");
  if (ends(f, "o") && !vowel(f->word[f->len - 2])) with_tail(f, 0, "es");
}

static void past_and_participle(forms *f) {
  char doubled[2] = {f->word[f->len - 1], '\0'};
  if (ends(f, "ee") || ends(f, "ye") || ends(f, "oe")) {
    with_tail(f, 0, "d");
    participle(f, 0, "");
  } else if (ends(f, "ie")) {
    with_tail(f, 0, "d");
    with_tail(f, 2, "ying");
  } else if (ends(f, "e")) {
    with_tail(f, 0, "d");
    participle(f, 1, "");
  } else if (consonant_y(f)) {
    with_tail(f, 1, "ied");
    participle(f, 0, "");
  } else if (ends(f, "ic")) {
    with_tail(f, 0, "ked");
    participle(f, 0, "k");
  } else if (doubles(f)) {
    char tail[4] = {doubled[0], 'e', 'd', '\0'};
    with_tail(f, 0, tail);
    participle(f, 0, doubled);
    if (doubled[0] != 'l' || syllables(f) == 1) return;
    with_tail(f, 0, "ed"); /* American: traveled */
    with_tail(f, 0, "ing");
  } else {
    with_tail(f, 0, "ed");
    participle(f, 0, "");
  }
}

static void possessives(forms *f) {
  with_tail(f, 0, "'s");
  if (ends(f, "s"))
    with_tail(f, 0, "'");
  else if (!consonant_y(f) && !hisses(f))
    with_tail(f, 0, "s'");
}

static void listed(forms *f, const char *list) {
  while (*list && !f->stopped) {
    const char *end = strchr(list, ' ');
    size_t n = end ? (size_t)(end - list) : strlen(list);
    give(f, list, n);
    list += n + (end != NULL);
  }
}

/* Prefixes before which an irregular verb stays one: retold, misunderstood. */
static const char *const prefixes[] = {"re",  "mis", "over", "under",
                                       "out", "un",  "fore", NULL};

static bool prefixed(forms *f) {
  for (size_t p = 0; prefixes[p]; p++) {
    size_t n = strlen(prefixes[p]);
    if (f->len < n + 4 || memcmp(f->word, prefixes[p], n) != 0) continue;
    const char *list = irregular_forms(f->word + n, f->len - n);
    if (!list || *list == '=') continue;
    while (*list) {
      char out[LONGEST + 16];
      const char *end = strchr(list, ' ');
      size_t len = end ? (size_t)(end - list) : strlen(list);
      memcpy(out, prefixes[p], n);
      memcpy(out + n, list, len);
      give(f, out, n + len);
      list += len + (end != NULL);
    }
    return true;
  }
  return false;
}

/* Contractions lose their apostrophe in a hurry, unless that makes another
   word. */
static void contraction(forms *f) {
  static const char *const other_words[] = {
      "we're", "i'll", "she'll", "we'll", "he'll", "we'd", "i'd",
      "can't", "it's", "won't",  "she'd", "he'd",  NULL};
  char out[LONGEST];
  size_t n = 0;
  for (size_t w = 0; other_words[w]; w++)
    if (strlen(other_words[w]) == f->len &&
        memcmp(other_words[w], f->word, f->len) == 0)
      return;
  for (size_t i = 0; i < f->len; i++)
    if (f->word[i] != '\'') out[n++] = f->word[i];
  if (n) give(f, out, n);
}

static bool plain(const forms *f) {
  for (size_t i = 0; i < f->len; i++)
    if (f->word[i] < 'a' || f->word[i] > 'z') return false;
  return true;
}

bool inflect(const char *word, size_t len, inflect_emit emit, void *user) {
  forms f = {.word = word, .len = len, .emit = emit, .user = user};
  give(&f, word, len);
  if (len == 0 || len > LONGEST) return !f.stopped;
  if (memchr(word, '\'', len)) {
    contraction(&f);
    return !f.stopped;
  }
  if (!plain(&f)) {
    bool letters = (uint8_t)word[0] >= 0xC3 && (uint8_t)word[0] < 0xE2;
    if (letters) with_tail(&f, 0, "'s");
    return !f.stopped;
  }
  const char *list = irregular_forms(word, len);
  if (list && *list == '=') {
    listed(&f, list + 1);
    return !f.stopped;
  }
  if (len < 3 || irregular_fixed(word, len)) return !f.stopped;
  if (list) listed(&f, list);
  plural_and_present(&f);
  possessives(&f);
  if (list || prefixed(&f)) {
    /* The regular past of an irregular verb is rare and often another word
       (felled, founded); its -ing is regular, but for die, lie and tie. */
    if (ends(&f, "e") && !ends(&f, "ee") && !ends(&f, "ie"))
      participle(&f, 1, "");
    else if (doubles(&f))
      participle(&f, 0, (char[]){word[len - 1], '\0'});
    else if (!ends(&f, "ie"))
      participle(&f, 0, "");
    if (memcmp(word, "die", 3) == 0 || memcmp(word, "tie", 3) == 0 ||
        memcmp(word, "lie", 3) == 0)
      with_tail(&f, 0, "d");
    return !f.stopped;
  }
  past_and_participle(&f);
  return !f.stopped;
}

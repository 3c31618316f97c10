#include "irregular.h"

#include <string.h>

/* Most differ in their first letters, so a call is not worth its while. */
static int compare(const char *known, const char *word, size_t len) {
  for (size_t i = 0; i < len; i++) {
    int c = (unsigned char)known[i] - (unsigned char)word[i];
    if (c) return c;
  }
  return known[len] != '\0';
}

/* Binary search in `count` records of `size` bytes that begin with a string
   pointer; the record, or NULL. */
static const void *find(const void *table, size_t count, size_t size,
                        const char *word, size_t len) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const void *at = (const char *)table + middle * size;
    int c = compare(*(const char *const *)at, word, len);
    if (c == 0) return at;
    if (c < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

static const char *forms_of(const irregular_entry *table, size_t count,
                            const char *word, size_t len) {
  const irregular_entry *e = find(table, count, sizeof *table, word, len);
  return e ? e->forms : NULL;
}

const char *irregular_past(const char *word, size_t len, size_t *prefix) {
  static const char *const prefixes[] = {"",      "re",   "mis", "over", "out",
                                         "under", "fore", "pre", "un"};
  for (size_t p = 0; p < sizeof prefixes / sizeof *prefixes; p++) {
    size_t n = *prefix = strlen(prefixes[p]);
    if (len < n + 3 || memcmp(word, prefixes[p], n) != 0) continue;
    const char *list =
        forms_of(irregular_verbs, irregular_n_verbs, word + n, len - n);
    if (list) return list;
  }
  return NULL;
}

const char *irregular_all(const char *word, size_t len) {
  return forms_of(irregular_whole, irregular_n_whole, word, len);
}

const char *irregular_plural(const char *word, size_t len, size_t *prefix) {
  static const char *const heads[] = {
      "child", "foot",  "goose", "half",  "knife",  "leaf",
      "life",  "loaf",  "man",   "mouse", "person", "self",
      "shelf", "thief", "tooth", "wife",  "wolf",   "woman"};
  *prefix = 0;
  const char *list = forms_of(irregular_nouns, irregular_n_nouns, word, len);
  for (size_t h = 0; !list && h < sizeof heads / sizeof *heads; h++) {
    size_t n = strlen(heads[h]);
    if (len < n + 2 || memcmp(word + len - n, heads[h], n) != 0) continue;
    *prefix = len - n;
    list = forms_of(irregular_nouns, irregular_n_nouns, heads[h], n);
  }
  return list;
}

/* Is the word among the irregular forms of these entries? */
static bool is_form(const irregular_entry *from, const irregular_entry *until,
                    const char *word, size_t len) {
  for (const irregular_entry *e = from; e < until; e++) {
    const char *at = e->forms + (e->forms[0] == '+');
    for (size_t n; *at; at += n + (at[n] == ' ')) {
      n = strcspn(at, " ");
      if (n == len && memcmp(at, word, n) == 0) return true;
    }
  }
  return false;
}

/* The first entry whose word begins with this letter or a later one. */
static const irregular_entry *first_from(const irregular_entry *table,
                                         size_t count, int letter) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (table[middle].word[0] < letter)
      low = middle + 1;
    else
      high = middle;
  }
  return table + low;
}

/* The same of a whole table in which forms begin as their words do. */
static bool is_form_of(const irregular_entry *table, size_t count,
                       const char *word, size_t len) {
  return is_form(first_from(table, count, word[0]),
                 first_from(table, count, word[0] + 1), word, len);
}

bool irregular_is_past(const char *word, size_t len) {
  /* The one past of a verb in the table that begins otherwise. */
  if (len == 3 && memcmp(word, "ate", len) == 0) return true;
  return is_form_of(irregular_verbs, irregular_n_verbs, word, len) ||
         is_form(irregular_whole, irregular_whole + irregular_n_whole, word,
                 len);
}

bool irregular_is_plural(const char *word, size_t len) {
  return is_form_of(irregular_nouns, irregular_n_nouns, word, len);
}

static bool listed(const char *const *list, size_t count, const char *word,
                   size_t len) {
  return find(list, count, sizeof *list, word, len) != NULL;
}

bool irregular_fixed(const char *word, size_t len) {
  return listed(irregular_fixed_words, irregular_n_fixed, word, len);
}

bool irregular_another(const char *word, size_t len) {
  return listed(irregular_another_words, irregular_n_another, word, len);
}

bool irregular_doubles(const char *word, size_t len) {
  return listed(irregular_doubling_words, irregular_n_doubling, word, len);
}

bool irregular_may_double(const char *word, size_t len) {
  return listed(irregular_either_words, irregular_n_either, word, len);
}

bool irregular_keeps_e(const char *word, size_t len) {
  return listed(irregular_keeps_e_words, irregular_n_keeps_e, word, len);
}

bool irregular_keeps_apostrophe(const char *word, size_t len) {
  return listed(irregular_apostrophe_words, irregular_n_apostrophe, word, len);
}

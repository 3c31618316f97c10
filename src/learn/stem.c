#include "stem.h"

#include <stdbool.h>
#include <string.h>

static bool ends(const char *word, size_t len, const char *with) {
  size_t n = strlen(with);
  return len > n && memcmp(word + len - n, with, n) == 0;
}

/* visits, parties, classes, lads; not bus, less, this */
static size_t without_plural(const char *w, size_t len) {
  if (len < 4) return len;
  if (len > 4 && ends(w, len, "ies")) return len - 3;
  if (ends(w, len, "sses")) return len - 2;
  bool kept = ends(w, len, "ss") || ends(w, len, "us") || ends(w, len, "is");
  return ends(w, len, "s") && !kept ? len - 1 : len;
}

/* visiting, visited, stopped */
static size_t without_tense(const char *w, size_t len) {
  size_t n = len;
  if (len > 6 && ends(w, len, "ing")) n = len - 3;
  if (len > 5 && ends(w, len, "ed")) n = len - 2;
  if (n < 3) return len;
  bool doubled = n < len && n > 3 && w[n - 1] == w[n - 2] &&
                 strchr("bdgmnprt", w[n - 1]) != NULL;
  return doubled ? n - 1 : n;
}

size_t stem_length(const char *word, size_t len) {
  size_t n = without_tense(word, without_plural(word, len));
  /* visite(d), parti(es) and party, care and cared */
  if (n > 3 && (word[n - 1] == 'e' || word[n - 1] == 'y')) n--;
  return n;
}

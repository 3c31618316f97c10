#include "heads.h"

#include <string.h>

void heads_nothing(heads *h) {
  h->count = 1;
  h->ways[0] = (heads_way){.whole = true};
}

void heads_anything(heads *h) {
  h->count = 1;
  h->ways[0] = (heads_way){.whole = false};
}

void heads_byte(heads *h, const byteset *set) {
  uint32_t letters = 0;
  for (unsigned w = 0; w < 4; w++)
    for (uint64_t left = set->bits[w]; left; left &= left - 1) {
      unsigned byte = w * 64 + (unsigned)__builtin_ctzll(left);
      letters |= (uint32_t)1 << alphabet_of((uint8_t)byte);
    }
  h->count = 1;
  h->ways[0] = (heads_way){.letters = {letters}, .len = 1, .whole = true};
}

static bool same(const heads_way *a, const heads_way *b) {
  return a->len == b->len && a->whole == b->whole &&
         memcmp(a->letters, b->letters, sizeof a->letters) == 0;
}

/* Both ways in one. */
static heads_way united(const heads_way *a, const heads_way *b) {
  heads_way both = {.len = a->len < b->len ? a->len : b->len};
  for (unsigned i = 0; i < both.len; i++)
    both.letters[i] = a->letters[i] | b->letters[i];
  both.whole = a->whole && b->whole && a->len == b->len;
  return both;
}

/* How many letters fit, all places taken together. */
static unsigned width(const heads_way *h) {
  unsigned fit = (HEADS_LETTERS - h->len) * ALPHABET_SIZE;
  for (unsigned i = 0; i < h->len; i++)
    fit += (unsigned)__builtin_popcount(h->letters[i]);
  return fit;
}

/* One more way; when there is no room, in one with that which it widens least.
 */
static void put(heads *h, const heads_way *x) {
  unsigned least = UINT32_MAX, nearest = 0;
  for (unsigned n = 0; n < h->count; n++) {
    if (same(&h->ways[n], x)) return;
    heads_way both = united(&h->ways[n], x);
    unsigned wider = width(&both) - width(&h->ways[n]);
    if (wider >= least) continue;
    least = wider;
    nearest = n;
  }
  if (h->count < HEADS_WAYS)
    h->ways[h->count++] = *x;
  else
    h->ways[nearest] = united(&h->ways[nearest], x);
}

static heads_way joined(const heads_way *a, const heads_way *b) {
  heads_way x = *a;
  unsigned room = HEADS_LETTERS - a->len;
  unsigned more = b->len < room ? b->len : room;
  memcpy(x.letters + a->len, b->letters, more * sizeof *x.letters);
  x.len += more;
  x.whole = b->whole && b->len <= room;
  return x;
}

static bool goes_on(const heads_way *h) {
  return h->whole && h->len < HEADS_LETTERS;
}

void heads_join(heads *a, const heads *b) {
  heads all; /* large, and written as it fills */
  all.count = 0;
  bool any = false;
  for (unsigned i = 0; i < a->count; i++) any = any || goes_on(&a->ways[i]);
  for (unsigned i = 0; any && i < a->count; i++)
    for (unsigned k = 0; k < b->count; k++) {
      bool on = goes_on(&a->ways[i]);
      heads_way x = on ? joined(&a->ways[i], &b->ways[k]) : a->ways[i];
      put(&all, &x);
      if (!on) break;
    }
  if (any)
    *a = all;
  else
    heads_more(a);
}

void heads_either(heads *a, const heads *b) {
  for (unsigned i = 0; i < b->count; i++) put(a, &b->ways[i]);
}

void heads_more(heads *a) {
  for (unsigned i = 0; i < a->count; i++) a->ways[i].whole = false;
}

void heads_optional(heads *a) {
  heads nothing;
  heads_nothing(&nothing);
  heads_either(a, &nothing);
}

void heads_tabulate(const heads *h, heads_table *out) {
  memset(out, 0, sizeof *out);
  for (unsigned n = 0; n < h->count; n++)
    for (unsigned i = 0; i < HEADS_LETTERS; i++)
      for (unsigned letter = 0; letter < ALPHABET_SIZE; letter++)
        if (i >= h->ways[n].len || h->ways[n].letters[i] >> letter & 1)
          out->fits[i][letter] |= (uint8_t)(1u << n);
}

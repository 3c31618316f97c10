#include "telling.h"

#include <string.h>
#include "small.h"

/* A word that says nothing either way costs this much where the telling
   stretch of a draft is looked for, so that it stays short. */
enum { DULL = 4 };
/* What weighs more than this, in the same hundredths, is worth telling. */
enum { TELLING = 25 };

static int worth_of(const telling *l, const heard *h) {
  return l->worth[h - l->read->heard];
}

/* How much each token of a segment speaks for a principle, in `each`; pairs and
   classes share theirs out over the tokens they stand on. */
static void spread(const telling *l, size_t n, int *each) {
  const reading *r = l->read;
  const segment *here = &r->segments[n];
  uint32_t from = here->token, until = here[1].token;
  memset(each, 0, (until - from) * sizeof *each);
  for (const heard *h = r->heard + here->heard; h < r->heard + here[1].heard;
       h++) {
    int share = worth_of(l, h);
    if (h->last - h->first > 1) share /= (int)(h->last - h->first);
    for (uint32_t t = h->first; share && t != h->last; t++)
      if (t >= from && t < until) each[t - from] += share;
  }
}

/* Kadane's algorithm. */
stretch telling_best(const telling *l, size_t n, int *each) {
  const reading *r = l->read;
  uint32_t begins = r->segments[n].token, from = begins;
  stretch best = {.segment = n};
  int sum = 0;
  spread(l, n, each);
  for (uint32_t t = begins; t < r->segments[n + 1].token; t++) {
    bool stop = r->tokens[t].stop;
    if (sum <= 0 || stop) sum = 0, from = stop ? t + 1 : t;
    if (stop) continue;
    sum += each[t - begins] - DULL;
    if (sum > best.sum) best = (stretch){sum, from, t + 1, n};
  }
  return best;
}

evidence telling_tokens(const reading *r, class_id c, uint32_t first,
                        uint32_t last) {
  const reading_token *t = r->tokens;
  return (evidence){.class = c,
                    .first = first,
                    .last = last,
                    .start = t[first].from,
                    .end = t[last - 1].to};
}

/* Marks in `small`, as long as the segment has tokens, those that say nothing
   by themselves. */
static void mark_small(const telling *l, const segment *here, bool *small) {
  const reading *r = l->read;
  memset(small, 0, here[1].token - here->token);
  for (const heard *h = r->heard + here->heard; h < r->heard + here[1].heard;
       h++)
    if (h->class == NO_CLASS && h->last == h->first + 1 &&
        small_is(l->weights, h->row))
      small[h->first - here->token] = true;
}

/* What is heard there as it would be told: a class as it is, words without
   small ones around them. Empty when nothing is left. */
static evidence worth_telling(const telling *l, const heard *h,
                              const bool *small, uint32_t begins) {
  uint32_t first = h->first, last = h->last;
  if (h->class == NO_CLASS) {
    while (first < last && small[first - begins]) first++;
    while (first < last && small[last - 1 - begins]) last--;
  }
  if (first == last) return (evidence){.first = first, .last = first};
  return telling_tokens(l->read, h->class, first, last);
}

/* Does it share a place with what is told already? */
static bool is_told(const scan_told *told, const evidence *e) {
  for (size_t p = 0; p < told->n_parts; p++)
    if (e->first < told->parts[p].last && told->parts[p].first < e->last)
      return true;
  return false;
}

/* An age says more than "14". */
static int weight_of(const telling *l, const heard *h) {
  return worth_of(l, h) * (h->class == NO_CLASS ? 1 : 2);
}

/* Notes in l->may what is heard inside the stretch and worth telling;
   returns how many. */
static size_t find_telling(const telling *l, const stretch *where) {
  const reading *r = l->read;
  const segment *here = &r->segments[where->segment];
  size_t n = 0;
  for (uint32_t i = here->heard; i < here[1].heard; i++) {
    const heard *h = &r->heard[i];
    /* Without a branch: which of them tell, nobody can guess. */
    l->may[n] = i;
    n += (h->first >= where->first) & (h->last <= where->last) &
         (weight_of(l, h) > TELLING);
  }
  return n;
}

/* The heaviest of `count` in l->may that is not told already; empty when
   there is none. */
static evidence next_told(const telling *l, size_t count, uint32_t begins,
                          const bool *small, const scan_told *told) {
  evidence best = {.first = 0, .last = 0};
  int most = TELLING;
  for (size_t n = 0; n < count; n++) {
    const heard *h = &l->read->heard[l->may[n]];
    int worth = weight_of(l, h);
    if (worth <= most) continue;
    evidence e = worth_telling(l, h, small, begins);
    if (e.first == e.last || is_told(told, &e)) continue;
    most = worth;
    best = e;
  }
  return best;
}

/* Words that follow words read better in one piece. */
static bool join_told(scan_told *told, const evidence *e) {
  for (size_t p = 0; p < told->n_parts && e->class == NO_CLASS; p++) {
    evidence *with = &told->parts[p];
    if (with->class != NO_CLASS) continue;
    if (with->last == e->first)
      with->last = e->last, with->end = e->end;
    else if (e->last == with->first)
      with->first = e->first, with->start = e->start;
    else
      continue;
    return true;
  }
  return false;
}

scan_told telling_most(const telling *l, const stretch *where, bool *small) {
  scan_told told = {.n_parts = 0};
  const segment *here = &l->read->segments[where->segment];
  mark_small(l, here, small);
  size_t count = find_telling(l, where);
  for (int n = 0; n < TELLING_LOOKS && told.n_parts < SCAN_TOLD; n++) {
    evidence e = next_told(l, count, here->token, small, &told);
    if (e.first == e.last) break;
    if (!join_told(&told, &e)) told.parts[told.n_parts++] = e;
  }
  return told;
}

#include "small.h"

#include <string.h>
#include "features.h"
#include "stem.h"

/* Articles, pronouns, prepositions, conjunctions, auxiliaries and the plainest
   adverbs, with one space behind each. */
static const char words[] =
    "a about after again all also am an and any anyone are aren't as at back "
    "be because been before being but by can can't cannot could couldn't did "
    "didn't do does doesn't doing don't done else even ever every everyone for "
    "from get gets getting gonna got had hadn't has hasn't have haven't having "
    "he he'd he'll he's her here here's hers him himself his how i i'd i'll "
    "i'm i've if im in into is isn't it it'll it's its ive just let let's like "
    "made make may me might mine more most much must my myself no nor not now "
    "of off oh ok on once one only onto or our ours out over own quite really "
    "said same say shall she she'd she'll she's should since so some someone "
    "still "
    "such than that that'll that's thats the their theirs them then there "
    "there's these they they'd they'll they're they've thing things this those "
    "though through to too until up us very was wasn't we we'd we'll we're "
    "we've well were what what's when where which while who who's whose will "
    "with won't would wouldn't yes yet you you'd you'll you're you've your "
    "yours ";

bool small_mark(weights *w, arena *memory) {
  w->small = arena_alloc(memory, (w->n_rows / 64 + 1) * sizeof *w->small);
  if (!w->small) return false;
  for (const char *at = words, *end; *at; at = end + 1) {
    end = strchr(at, ' ');
    size_t len = stem_length(at, (size_t)(end - at));
    uint32_t row = weights_find(w, feature_hash(at, len))->row;
    if (row) w->small[(row - 1) / 64] |= (uint64_t)1 << ((row - 1) % 64);
  }
  return true;
}

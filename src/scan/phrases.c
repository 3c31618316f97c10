/* Phrases: walking the trie from every token. */
#include "scan.h"

/* A gap stands for at most this many words. */
enum { GAP_WORDS = 4 };
/* Paths that a walk still has to follow. Full: the rest is given up, which
   only a phrase made of nothing but gaps and alternatives can bring about. */
enum { PATHS = 256 };

typedef struct {
  uint32_t node, token;
  bool disguised;
} path;

typedef struct {
  scan *scan;
  uint32_t start, stop; /* tokens: where the walk began, where it must end */
  path waiting[PATHS];
  size_t n;
} walk;

static void follow(walk *w, uint32_t node, uint32_t token, bool disguised) {
  if (!node) return;
  if (w->n == PATHS) {
    w->scan->complete = false;
    return;
  }
  w->waiting[w->n++] = (path){node, token, disguised};
}

static bool note_ends(walk *w, const path *p) {
  scan *s = w->scan;
  const trie *t = &s->rules->phrases;
  for (uint32_t e = t->nodes[p->node].end; e; e = t->ends[e - 1].next) {
    const text_token *tokens = s->text.tokens;
    if (!scan_add(s, (evidence){.class = t->ends[e - 1].class,
                                .first = w->start,
                                .last = p->token,
                                .start = tokens[w->start].start,
                                .end = tokens[p->token - 1].end,
                                .disguised = p->disguised}))
      return false;
  }
  return true;
}

static void by_word(walk *w, const path *p, uint32_t node) {
  scan *s = w->scan;
  bool disguised =
      p->disguised || (s->text.tokens[p->token].flags & TEXT_DISGUISED) != 0;
  for (uint32_t l = s->words[p->token]; l;) {
    const lexicon_link *link = &s->rules->words.links[l - 1];
    follow(w, trie_step(&s->rules->phrases, node, TRIE_WORD | link->word),
           p->token + 1, disguised);
    l = link->next;
  }
}

static void by_class(walk *w, const path *p) {
  scan *s = w->scan;
  for (uint32_t i = s->first_at[p->token]; i; i = s->found[i - 1].next) {
    const evidence *e = &s->found[i - 1];
    if (e->last <= w->stop)
      follow(w, trie_step(&s->rules->phrases, p->node, TRIE_CLASS | e->class),
             e->last, p->disguised || e->disguised);
  }
}

static void by_gap(walk *w, const path *p) {
  uint32_t node = trie_step(&w->scan->rules->phrases, p->node, TRIE_GAP);
  /* The longest gap first, so that the shortest is followed first. */
  for (uint32_t skip = GAP_WORDS + 1; skip-- > 0;)
    if (p->token + skip < w->stop)
      follow(w, node, p->token + skip, p->disguised);
}

/* Follows all paths from `root` at the walk's start. */
static bool walk_from(walk *w, uint32_t root) {
  const trie *t = &w->scan->rules->phrases;
  w->waiting[0] = (path){root, w->start, false};
  w->n = 1;
  for (bool first = true; w->n > 0; first = false) {
    path p = w->waiting[--w->n];
    if (!scan_spend(w->scan, 1)) return true;
    if (!first && !note_ends(w, &p)) return false;
    uint32_t has = t->nodes[p.node].has;
    if (!has || p.token >= w->stop) continue;
    if (has & TRIE_HAS_WORD) by_word(w, &p, p.node);
    if (has & TRIE_HAS_CLASS) by_class(w, &p);
    if (has & TRIE_HAS_ANY)
      follow(w, trie_step(t, p.node, TRIE_ANY), p.token + 1, p.disguised);
    if (has & TRIE_HAS_GAP) by_gap(w, &p);
  }
  return true;
}

bool scan_phrases(scan *s) {
  walk w = {.scan = s};
  for (uint32_t root = 0; root < s->rules->strata; root++) {
    uint32_t has = s->rules->phrases.nodes[root].has;
    for (uint32_t t = 0; t < s->text.n_tokens; t++) {
      if (!s->words[t] && !s->first_at[t] && !(has & TRIE_HAS_ANY)) continue;
      w.start = t;
      w.stop = s->text.sentences[s->text.tokens[t].sentence].last;
      if (!scan_spend(s, 1)) return true;
      if (!walk_from(&w, root)) return false;
    }
  }
  return true;
}

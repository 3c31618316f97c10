/* Phrases: walking the trie from every token that begins one. */
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
  bool failed; /* memory is out */
} walk;

/* A phrase of a class ends where the path is. */
static void note(walk *w, const path *p, class_id c) {
  const text_token *tokens = w->scan->text.tokens;
  if (!scan_add(w->scan, &(evidence){.class = c,
                                     .first = w->start,
                                     .last = p->token,
                                     .start = tokens[w->start].start,
                                     .end = tokens[p->token - 1].end,
                                     .disguised = p->disguised}))
    w->failed = true;
}

static void keep(walk *w, const path *p) {
  if (w->n < PATHS)
    w->waiting[w->n++] = *p;
  else
    w->scan->complete = false;
}

/* Could a path go on from a node with such labels at a token? */
static bool leads_on(const walk *w, uint64_t labels, uint32_t token) {
  return token < w->stop && (labels & w->scan->leads[token]);
}

/* Arrives at a node: what ends there is found, where it leads on is kept. */
static void follow(walk *w, uint32_t node, uint32_t token, bool disguised) {
  if (!node || !scan_spend(w->scan, 1)) return;
  const trie *t = &w->scan->rules->phrases;
  path p = {node, token, disguised};
  for (uint32_t e = t->nodes[node].end; e; e = t->ends[e - 1].next)
    note(w, &p, t->ends[e - 1].class);
  if (leads_on(w, t->nodes[node].labels, token)) keep(w, &p);
}

static const lexicon_link *links_of(const scan *s, uint32_t token) {
  const lexicon *words = &s->rules->words;
  uint32_t form = s->words[token];
  uint32_t link = form ? words->forms[form - 1].first : 0;
  return link ? &words->links[link - 1] : NULL;
}

static const lexicon_link *next_link(const scan *s, const lexicon_link *l) {
  return l->next ? &s->rules->words.links[l->next - 1] : NULL;
}

static bool is_disguised(const scan *s, uint32_t token) {
  return (s->text.tokens[token].flags & TEXT_DISGUISED) != 0;
}

static void by_word(walk *w, const path *p) {
  const scan *s = w->scan;
  bool disguised = p->disguised || is_disguised(s, p->token);
  for (const lexicon_link *l = links_of(s, p->token); l; l = next_link(s, l))
    follow(w, trie_step(&s->rules->phrases, p->node, TRIE_WORD | l->word),
           p->token + 1, disguised);
}

static void by_class(walk *w, const path *p) {
  const scan *s = w->scan;
  for (uint32_t i = s->first_at[p->token]; i; i = s->read.found[i - 1].next) {
    const evidence *e = &s->read.found[i - 1];
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

static void by_all(walk *w, const path *p) {
  const trie *t = &w->scan->rules->phrases;
  uint32_t has = t->nodes[p->node].has;
  if (has & TRIE_HAS_WORD) by_word(w, p);
  if (has & TRIE_HAS_CLASS) by_class(w, p);
  if (has & TRIE_HAS_ANY)
    follow(w, trie_step(t, p->node, TRIE_ANY), p->token + 1, p->disguised);
  if (has & TRIE_HAS_GAP) by_gap(w, p);
}

/* What the word at the walk's start sets going below a root. */
static void begin_with_word(walk *w, uint32_t root, uint32_t form) {
  const starts *known = &w->scan->rules->starts;
  path p = {.token = w->start + 1,
            .disguised = is_disguised(w->scan, w->start)};
  uint32_t leads = p.token < w->stop ? starts_fold(w->scan->leads[p.token]) : 0;
  const phrase_start *x = &known->items[known->forms[form].from];
  const phrase_start *end = &known->items[known->forms[form + 1].from];
  while (x < end && x->root < root) x++;
  for (; x < end && x->root == root; x++) {
    if (!scan_spend(w->scan, 1)) return;
    p.node = x->node;
    if (!x->goes_on)
      note(w, &p, x->what);
    else if (x->what & leads)
      keep(w, &p);
  }
}

/* First steps from a root, by what is known to begin there. */
static void begin(walk *w, uint32_t root) {
  const scan *s = w->scan;
  const starts *known = &s->rules->starts;
  const trie *t = &s->rules->phrases;
  uint32_t form = s->words[w->start], has = t->nodes[root].has;
  path at = {root, w->start, false};
  const scan_begins begins = s->begins[w->start];
  if (begins.word >> root & 1) begin_with_word(w, root, form - 1);
  uint32_t i = begins.class >> root & 1 ? s->first_at[w->start] : 0;
  for (; i; i = s->read.found[i - 1].next) {
    const evidence *e = &s->read.found[i - 1];
    if ((known->classes[e->class] >> root & 1) && e->last <= w->stop)
      follow(w, trie_step(t, root, TRIE_CLASS | e->class), e->last,
             e->disguised);
  }
  if (has & TRIE_HAS_ANY)
    follow(w, trie_step(t, root, TRIE_ANY), w->start + 1, false);
  /* An optional first word may leave a gap in front. */
  if ((has & TRIE_HAS_GAP) && (form || s->first_at[w->start])) by_gap(w, &at);
}

/* Follows all paths from `root` at the walk's start. */
static void walk_from(walk *w, uint32_t root) {
  w->n = 0;
  if (w->scan->naive)
    by_all(w, &(path){root, w->start, false});
  else
    begin(w, root);
  while (w->n > 0) {
    path p = w->waiting[--w->n];
    by_all(w, &p);
  }
}

/* Does every token lead on from this root? */
static bool from_anywhere(const scan *s, uint32_t root) {
  uint32_t any = TRIE_HAS_ANY | TRIE_HAS_GAP;
  return s->naive || (s->rules->phrases.nodes[root].has & any);
}

bool scan_phrases(scan *s) {
  walk w; /* `waiting` is large, and left as it is */
  w.scan = s;
  w.n = 0;
  w.failed = false;
  for (uint32_t root = 0; root < s->rules->strata; root++) {
    bool anywhere = from_anywhere(s, root);
    if (!scan_spend(s, s->last - s->first)) return true;
    for (uint32_t t = s->first; t < s->last; t++) {
      unsigned begins = s->begins[t].word | s->begins[t].class;
      if (!anywhere && !(begins >> root & 1)) continue;
      w.start = t;
      w.stop = s->text.sentences[s->text.tokens[t].sentence].last;
      walk_from(&w, root);
      if (w.failed) return false;
    }
  }
  return true;
}

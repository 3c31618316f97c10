#include "scan.h"

#include <string.h>
#include "../learn/learn.h"
#include "../limits.h"

uint32_t scan_sentence(const scan *s, uint32_t token) {
  return token < s->read.n_tokens ? s->read.tokens[token].sentence : 0;
}

/* Evidence of the same class that begins at the same token, plus 1. Phrases of
   a class are found from token to token, so theirs can only be the newest. */
static uint32_t known_at(const scan *s, const evidence *e,
                         const scan_class *k) {
  const evidence *found = s->read.found;
  if (k->turn != s->turn) return 0;
  if (found[k->newest - 1].first == e->first) return k->newest;
  if (!s->rules->classes[e->class].has_patterns) return 0;
  for (uint32_t i = s->first_at[e->first]; i; i = found[i - 1].next)
    if (found[i - 1].class == e->class) return i;
  return 0;
}

/* Keeps one more piece. False when memory is out; a full table only clears
   `complete`, and then *kept is NULL. */
static bool keep(scan *s, const evidence *e, evidence **kept) {
  reading *r = &s->read;
  *kept = NULL;
  if (r->n_found + r->kept.count >= EARSHOT_EVIDENCE) {
    s->complete = false;
    return true;
  }
  if (r->n_found == r->found_capacity) {
    evidence *grown = arena_grow(s->memory, r->found, r->n_found,
                                 &r->found_capacity, sizeof *grown);
    if (!grown) return false;
    r->found = grown;
  }
  *kept = &r->found[r->n_found++];
  **kept = *e;
  return true;
}

/* With its place in the draft, and what else begins at its token. */
static void settle(const scan *s, evidence *e, uint32_t next) {
  e->start = s->text.from[e->start];
  e->end = s->text.to[e->end - 1];
  e->next = next;
}

bool scan_add(scan *s, const evidence *e) {
  if (e->first >= s->text.n_tokens || e->last <= e->first) return true;
  scan_class *k = &s->classes[e->class];
  uint32_t same = known_at(s, e, k);
  evidence *kept;
  if (same) {
    kept = &s->read.found[same - 1];
    if (s->text.to[e->end - 1] <= kept->end) return true;
    uint32_t next = kept->next;
    *kept = *e;
    settle(s, kept, next);
    return true;
  }
  if (!keep(s, e, &kept)) return false;
  if (!kept) return true;
  settle(s, kept, s->first_at[e->first]);
  k->turn = s->turn;
  k->newest = (uint32_t)s->read.n_found;
  s->first_at[e->first] = k->newest;
  s->begins[e->first].class |= s->rules->starts.classes[e->class];
  s->leads[e->first] |= trie_bit(TRIE_CLASS | e->class);
  return true;
}

bool scan_add_learned(scan *s, evidence e) {
  evidence *kept;
  return keep(s, &e, &kept);
}

/* A disguised word is looked up with each star as any letter. Two stars at
   most: more would fit anything. */
static uint32_t find_starred(scan *s, char *key, size_t len) {
  size_t at[2], stars = 0;
  for (size_t i = 0; i < len; i++) {
    if (key[i] != '*') continue;
    if (stars == 2) return 0;
    at[stars++] = i;
  }
  if (stars == 0 || len < 3) return 0;
  for (int a = 'a'; a <= 'z'; a++) {
    key[at[0]] = (char)a;
    for (int b = 'a'; b <= 'z'; b++) {
      if (stars == 2) key[at[1]] = (char)b;
      if (!scan_spend(s, 1)) return 0;
      uint32_t found = lexicon_find(&s->rules->words, key, len);
      if (found) return found;
      if (stars == 1) break;
    }
  }
  return 0;
}

static uint32_t look_up(scan *s, const text_token *token) {
  const char *key = s->text.keys + token->key;
  uint32_t form = lexicon_find(&s->rules->words, key, token->key_len);
  char copy[64];
  if (form || !(token->flags & TEXT_DISGUISED)) return form;
  if (token->key_len >= sizeof copy) return 0;
  memcpy(copy, key, token->key_len);
  return find_starred(s, copy, token->key_len);
}

static void look_up_words(scan *s) {
  const lexicon *words = &s->rules->words;
  for (uint32_t t = s->first; t < s->last; t++) {
    uint32_t form = words->n_forms ? look_up(s, &s->text.tokens[t]) : 0;
    s->words[t] = form;
    const starts_form *known = form ? &s->rules->starts.forms[form - 1] : NULL;
    s->leads[t] = known ? known->leads : TRIE_ALWAYS;
    if (known) s->begins[t].word = known->roots;
  }
}

/* Room for what is known of each token and sentence. */
static bool make_room(scan *s) {
  const text *t = &s->text;
  reading *r = &s->read;
  size_t tokens = t->n_tokens + 1;
  s->words = arena_alloc(s->memory, tokens * sizeof *s->words);
  s->figures = arena_alloc_dirty(s->memory, tokens * sizeof *s->figures);
  s->first_at = arena_alloc(s->memory, tokens * sizeof *s->first_at);
  s->begins = arena_alloc(s->memory, tokens * sizeof *s->begins);
  s->leads = arena_alloc_dirty(s->memory, tokens * sizeof *s->leads);
  size_t segments = 0;
  for (uint32_t n = 0; n < t->n_sentences; n++)
    segments += t->sentences[n].fresh;
  *r = (reading){.sentences = t->sentences,
                 .n_tokens = t->n_tokens,
                 .n_sentences = t->n_sentences};
  r->tokens = arena_alloc_dirty(s->memory, tokens * sizeof *r->tokens);
  r->segments = arena_alloc(s->memory, (segments + 1) * sizeof *r->segments);
  /* More than most drafts hold of either; both grow. */
  r->found_capacity = r->heard_capacity = 5 * tokens + 64;
  r->found = arena_alloc_dirty(s->memory, r->found_capacity * sizeof *r->found);
  r->heard = arena_alloc_dirty(s->memory, r->heard_capacity * sizeof *r->heard);
  return !s->memory->failed;
}

static void place_tokens(scan *s) {
  const text *t = &s->text;
  for (uint32_t i = 0; i < t->n_tokens; i++) {
    const text_token *x = &t->tokens[i];
    s->read.tokens[i] = (reading_token){.from = t->from[x->start],
                                        .to = t->to[x->end - 1],
                                        .sentence = x->sentence,
                                        .stop = x->kind == TEXT_STOP};
  }
}

static void put_segment(scan *s, uint32_t at, uint32_t token,
                        uint32_t sentence) {
  reading *r = &s->read;
  r->segments[r->n_segments] = (segment){.unit = at,
                                         .token = token,
                                         .sentence = sentence,
                                         .found = (uint32_t)r->n_found,
                                         .heard = (uint32_t)r->n_heard};
}

/* Begins the segment whose first sentence is n; returns the one behind its
   last. */
static uint32_t begin_segment(scan *s, uint32_t n) {
  const text *t = &s->text;
  uint32_t next = n + 1;
  while (next < t->n_sentences && !t->sentences[next].fresh) next++;
  s->first = t->sentences[n].first;
  s->last = t->sentences[next - 1].last;
  s->start = s->first ? t->tokens[s->first - 1].end : 0;
  s->end = s->last < t->n_tokens ? t->tokens[s->last - 1].end : t->len;
  put_segment(s, s->first ? t->to[s->start - 1] : 0, s->first, n);
  return next;
}

/* All there is to find in it. */
static bool read_segment(scan *s) {
  segment *now = &s->read.segments[s->read.n_segments];
  uint64_t before = s->steps;
  if (!scan_spend(s, s->last - s->first)) return true;
  look_up_words(s);
  if (!scan_builtins(s) || !scan_patterns(s) || !scan_phrases(s) ||
      !learn_hear(s, now))
    return false;
  now->steps = s->steps - before;
  s->read.n_segments++;
  return true;
}

bool scan_read(scan *s, const char *draft, size_t len,
               earshot_draft_kind kind) {
  if (!text_prepare(&s->text, s->memory, draft, len, kind)) return false;
  s->complete = s->text.complete;
  if (!make_room(s)) return false;
  place_tokens(s);
  for (uint32_t n = 0; n < s->text.n_sentences;) {
    n = begin_segment(s, n);
    if (!read_segment(s)) return false;
  }
  put_segment(s, s->text.utf16_len, s->text.n_tokens, s->text.n_sentences);
  return true;
}

bool scan_sum_up(scan *s) { return learn_scan(s) && scan_sort(s); }

const evidence *scan_evidence(const scan *s, class_id c, size_t *count) {
  *count = 0;
  if (c == NO_CLASS || s->classes[c].turn != s->turn) return s->sorted;
  *count = s->classes[c].count;
  return s->sorted + s->classes[c].from;
}

uint32_t scan_longest(const scan *s, class_id c) {
  bool known = c != NO_CLASS && s->classes[c].turn == s->turn;
  return known ? s->classes[c].longest : 0;
}

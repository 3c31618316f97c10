#include "scan.h"

#include <string.h>
#include "../learn/learn.h"
#include "../limits.h"

bool scan_spend(scan *s, uint64_t steps) {
  s->steps += steps;
  if (s->steps <= EARSHOT_STEPS) return true;
  s->complete = false;
  return false;
}

uint32_t scan_sentence(const scan *s, uint32_t token) {
  return token < s->text.n_tokens ? s->text.tokens[token].sentence : 0;
}

/* Evidence of the same class that begins at the same token, plus 1. Phrases of
   a class are found from token to token, so theirs can only be the newest. */
static uint32_t known_at(const scan *s, const evidence *e,
                         const scan_class *k) {
  if (k->turn != s->turn) return 0;
  if (s->found[k->newest - 1].first == e->first) return k->newest;
  if (!s->rules->classes[e->class].has_patterns) return 0;
  for (uint32_t i = s->first_at[e->first]; i; i = s->found[i - 1].next)
    if (s->found[i - 1].class == e->class) return i;
  return 0;
}

/* Where one more piece goes, or NULL. */
static evidence *room(scan *s) {
  evidence *grown =
      arena_grow(s->memory, s->found, s->n_found, &s->capacity, sizeof *grown);
  if (!grown) return NULL;
  s->found = grown;
  return &grown[s->n_found++];
}

bool scan_add(scan *s, evidence e) {
  if (e.first >= s->text.n_tokens || e.last <= e.first) return true;
  scan_class *k = &s->classes[e.class];
  uint32_t same = known_at(s, &e, k);
  if (same) {
    evidence *known = &s->found[same - 1];
    e.next = known->next;
    if (e.end > known->end) *known = e;
    return true;
  }
  if (s->n_found >= EARSHOT_EVIDENCE) {
    s->complete = false;
    return true;
  }
  evidence *kept = room(s);
  if (!kept) return false;
  e.next = s->first_at[e.first];
  *kept = e;
  s->first_at[e.first] = (uint32_t)s->n_found;
  s->begins[e.first] |= s->rules->starts.classes[e.class];
  if (k->turn != s->turn) {
    *k = (scan_class){.turn = s->turn};
    s->present[s->n_present++] = e.class;
  }
  k->count++;
  k->newest = (uint32_t)s->n_found;
  return true;
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
  for (uint32_t t = 0; t < s->text.n_tokens; t++) {
    uint32_t form = look_up(s, &s->text.tokens[t]);
    s->words[t] = form;
    if (form) s->begins[t] = s->rules->starts.roots[form - 1];
  }
}

/* Insertion sort: evidence of one class is almost in order already. */
static void sort_by_place(scan *s, evidence *e, size_t count) {
  for (size_t i = 1; i < count; i++) {
    evidence x = e[i];
    size_t j = i;
    for (; j > 0 && e[j - 1].first > x.first; j--) {
      e[j] = e[j - 1];
      if (!scan_spend(s, 1)) break;
    }
    e[j] = x;
  }
}

/* Counting sort by class. */
static bool sort_evidence(scan *s) {
  size_t n = s->n_found;
  s->sorted = arena_alloc(s->memory, n * sizeof *s->sorted);
  if (!s->sorted) return false;
  uint32_t end = 0;
  for (size_t i = 0; i < s->n_present; i++)
    s->classes[s->present[i]].from = end += s->classes[s->present[i]].count;
  /* Filled from the back, until `from` is where each class begins. */
  for (size_t i = n; i-- > 0;)
    s->sorted[--s->classes[s->found[i].class].from] = s->found[i];
  for (size_t i = 0; i < s->n_present; i++) {
    const scan_class *k = &s->classes[s->present[i]];
    sort_by_place(s, s->sorted + k->from, k->count);
  }
  return true;
}

bool scan_draft(scan *s, const char *draft, size_t len,
                earshot_draft_kind kind) {
  arena *memory = s->memory;
  if (!text_prepare(&s->text, memory, draft, len, kind)) return false;
  s->complete = s->text.complete;
  size_t tokens = s->text.n_tokens + 1;
  s->words = arena_alloc(memory, tokens * sizeof *s->words);
  s->first_at = arena_alloc(memory, tokens * sizeof *s->first_at);
  s->begins = arena_alloc(memory, tokens * sizeof *s->begins);
  if (!s->words || !s->first_at || !s->begins) return false;
  scan_spend(s, tokens);
  look_up_words(s);
  return scan_builtins(s) && scan_patterns(s) && scan_phrases(s) &&
         learn_scan(s) && sort_evidence(s);
}

const evidence *scan_evidence(const scan *s, class_id c, size_t *count) {
  *count = 0;
  if (c == NO_CLASS || s->classes[c].turn != s->turn) return s->sorted;
  *count = s->classes[c].count;
  return s->sorted + s->classes[c].from;
}

size_t scan_from(const evidence *e, size_t count, uint32_t token) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (e[middle].first < token)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

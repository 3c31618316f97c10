/* Tokens to sentences and paragraphs. A sentence keeps the stops that end it
   and the emoji behind them; the next one starts with the first other token. */
#include "prepare.h"

typedef struct {
  prepare *p;
  bool stopped;     /* a stop was met, what comes next starts a sentence */
  bool at_line_end; /* it was a line end: emoji start a sentence too */
  bool content;     /* the sentence has more than stops */
  bool word;        /* a word was met, the next is not the first */
} walker;

/* Would a sentence at token `at` be fresh? Behind a line end it is, where
   nothing is open that could reach over it. */
static bool fresh(const prepare *p, uint32_t at) {
  if (at == 0) return true;
  uint32_t last = p->tokens[at - 1].end - 1;
  return p->norm[last] == '\n' &&
         !(p->zones[last] & (ZONE_OPEN | ZONE_QUOTED | ZONE_CODE));
}

/* Begins at token `at`. */
static void begin(walker *w, uint32_t at) {
  prepare *p = w->p;
  w->stopped = w->content = w->word = false;
  text_sentence *sentence = &p->sentences[p->n_sentences++];
  *sentence = (text_sentence){.first = at, .fresh = fresh(p, at)};
}

static void stop(walker *w, const text_token *token) {
  const prepare *p = w->p;
  uint32_t lines = 0;
  for (uint32_t i = token->start; i < token->end; i++)
    if (p->norm[i] == '\n') lines++;
  w->at_line_end = lines > 0;
  if (lines > 1 && w->content) p->sentences[p->n_sentences - 1].closes = true;
  if (w->content) w->stopped = true;
  if (w->content && p->keys[token->key] == '?')
    p->sentences[p->n_sentences - 1].question = true;
}

/* Behind an opening quotation mark a word is a first one too; not behind the
   apostrophe of 'cause. */
static bool behind_quote(const prepare *p, const text_token *token) {
  uint32_t at = token->start;
  return (token->flags & TEXT_QUOTED) && at > 0 &&
         (p->norm[at - 1] == '"' || p->norm[at - 1] == '\'');
}

static void walk(walker *w, uint32_t at) {
  prepare *p = w->p;
  text_token *token = &p->tokens[at];
  bool trailing = token->kind == TEXT_EMOJI && !w->at_line_end;
  if (at == 0 || (w->stopped && token->kind != TEXT_STOP && !trailing))
    begin(w, at);
  token->sentence = p->n_sentences - 1;
  p->sentences[token->sentence].last = at + 1;
  if (token->kind == TEXT_STOP) {
    stop(w, token);
    return;
  }
  w->content = true;
  if (token->kind != TEXT_WORD || (token->flags & TEXT_HASHTAG)) return;
  if (!w->word || behind_quote(p, token)) token->flags |= TEXT_FIRST;
  w->word = true;
}

/* Not even a space stands behind the last line end, or what draws nothing. */
static bool ends_in_line_end(const prepare *p) {
  return p->tokens[p->n_tokens - 1].end == p->len &&
         p->to[p->len - 1] == p->units;
}

bool sentences(prepare *p) {
  walker w = {.p = p};
  /* As many as there are tokens, at most; what is not used is given back. */
  p->sentences =
      arena_alloc_dirty(p->memory, p->n_tokens * sizeof *p->sentences);
  if (p->sentences == NULL) return false;
  p->n_sentences = 0;
  for (uint32_t at = 0; at < p->n_tokens; at++) walk(&w, at);
  p->ends_fresh = w.stopped && fresh(p, p->n_tokens) && ends_in_line_end(p);
  arena_trim(p->memory, p->sentences, p->n_sentences * sizeof *p->sentences);
  return true;
}

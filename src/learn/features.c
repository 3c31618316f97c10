#include "features.h"

#include <string.h>
#include "../hash.h"
#include "../setting.h"
#include "stem.h"

static uint32_t hash_of(const char *name, size_t len) {
  return hash_text(0, name, len);
}

static uint32_t hash_of_class(const char *name, size_t len) {
  return hash_pair(hash_of("[]", 2), hash_of(name, len));
}

uint32_t feature_hash(const char *name, size_t len) {
  if (len > 1 && name[0] == '[') return hash_of_class(name + 1, len - 2);
  const char *space = memchr(name, ' ', len);
  if (!space) return hash_of(name, len);
  size_t first = (size_t)(space - name);
  return hash_pair(hash_of(name, first), hash_of(space + 1, len - first - 1));
}

static const char *of_number(const text_token *t, size_t *len) {
  size_t digits = t->end - t->start;
  *len = digits < 5 ? digits : 5;
  return "#####";
}

static const char *of_stop(char c, size_t *len) {
  *len = 1;
  return c == '?' ? "?" : c == '!' ? "!" : ".";
}

/* A capital letter that no beginning of a sentence explains: a name, most
   likely. Names are seldom the same twice, but stand between the same words. */
static bool is_named(const scan *s, const text_token *t) {
  const uint16_t other = TEXT_UPPER | TEXT_FIRST | TEXT_HASHTAG;
  if (t->kind != TEXT_WORD || !(t->flags & TEXT_CAPITAL) || t->flags & other)
    return false;
  char second = s->text.folded[t->start + 1];
  bool is_i = s->text.folded[t->start] == 'i' &&
              (t->end - t->start == 1 || second == '\'');
  return !is_i;
}

const char *feature_of_word(const scan *s, uint32_t token, size_t *len) {
  const text_token *t = &s->text.tokens[token];
  if (!is_named(s, t)) return NULL;
  *len = stem_length(s->text.keys + t->key, t->key_len);
  return s->text.keys + t->key;
}

const char *feature_of_token(const scan *s, uint32_t token, size_t *len) {
  const text_token *t = &s->text.tokens[token];
  const char *key = s->text.keys + t->key;
  switch (t->kind) {
  case TEXT_NUMBER: return of_number(t, len);
  case TEXT_STOP: return of_stop(s->text.norm[t->start], len);
  case TEXT_MENTION: *len = 0; return "";
  case TEXT_LINK: *len = 3; return "://";
  case TEXT_WORD:
    if (is_named(s, t)) return *len = 2, "Aa";
    *len = stem_length(key, t->key_len);
    return key;
  default: *len = t->key_len; return key;
  }
}

uint32_t feature_of_class(const char *name) {
  return hash_of_class(name, strlen(name));
}

/* A line end, which is called ".", stands before every segment but the
   first. */
static uint32_t hash_before(const scan *s) {
  return hash_of(s->first || s->amid ? "." : FEATURE_BEGIN, 1);
}

static bool visit_tokens(const scan *s, feature_visit each, void *user) {
  uint32_t before = hash_before(s);
  for (uint32_t t = s->first; t < s->last; t++) {
    size_t len;
    const char *name = feature_of_token(s, t, &len);
    if (len == 0) continue;
    feature word = {hash_of(name, len), t, t + 1, NO_CLASS};
    feature pair = {hash_pair(before, word.hash), t || s->amid ? t - 1 : 0,
                    t + 1, NO_CLASS};
    if (!each(user, &word) || !each(user, &pair)) return false;
    before = word.hash;
    name = feature_of_word(s, t, &len);
    if (!name) continue;
    word.hash = hash_of(name, len);
    if (!each(user, &word)) return false;
  }
  return true;
}

size_t features_of_setting(const earshot_setting *s,
                           char out[FEATURES_OF_SETTING][FEATURE_OF_SETTING]) {
  char written[SETTING_TEXT];
  size_t n = 0, len = setting_write(s, written);
  for (size_t at = 0, from = 0; at <= len && n < SETTING_FACETS; at++) {
    if (at < len && written[at] != '/' && written[at] != ';') continue;
    size_t size = at - from;
    out[n][0] = '<';
    memcpy(out[n] + 1, written + from, size);
    memcpy(out[n] + 1 + size, ">", 2);
    from = at + 1;
    n++;
  }
  bool late = s->minute >= 22 * 60 || (s->minute >= 0 && s->minute < 6 * 60);
  if (late) memcpy(out[n++], "<late>", 7);
  return n;
}

bool features_visit_setting(const scan *s, feature_visit each, void *user) {
  char names[FEATURES_OF_SETTING][FEATURE_OF_SETTING];
  size_t count = features_of_setting(&s->setting, names);
  for (size_t n = 0; n < count; n++) {
    feature f = {.hash = hash_of(names[n], strlen(names[n])),
                 .class = NO_CLASS};
    if (!each(user, &f)) return false;
  }
  return true;
}

bool features_visit(const scan *s, uint32_t found, feature_visit each,
                    void *user) {
  if (!visit_tokens(s, each, user)) return false;
  for (size_t n = found; n < s->read.n_found; n++) {
    const evidence *e = &s->read.found[n];
    const ruleset_class *c = &s->rules->classes[e->class];
    feature f = {c->feature, e->first, e->last, e->class};
    if (c->feature && !each(user, &f)) return false;
  }
  return true;
}

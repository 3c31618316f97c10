/* Where a rule holds: its head, and what is joined to it. */
#include "judge.h"

/* "near" means the same sentence, and in a long one no more words than this
   between: tweets often have no full stops at all. */
enum { NEAR_WORDS = 25 };
/* How far back evidence may begin and still be looked at for an overlap. */
enum { LOOK_BACK = 64 };

/* What has been matched so far. */
typedef struct {
  judge *judge;
  conclusion at;
  uint32_t sentence; /* of the head */
} match;

static bool overlaps(const match *m, const evidence *e) {
  for (size_t i = 0; i < m->at.n_pieces; i++)
    if (e->start < m->at.pieces[i]->end && m->at.pieces[i]->start < e->end)
      return true;
  return false;
}

/* Words between evidence and what is matched; 0 when they touch. */
static uint32_t gap(const match *m, const evidence *e) {
  if (e->first >= m->at.last) return e->first - m->at.last;
  if (e->last <= m->at.first) return m->at.first - e->last;
  return 0;
}

static bool fits(const match *m, const evidence *e, join_kind kind,
                 uint32_t distance) {
  const scan *s = m->judge->scan;
  uint32_t sentence = scan_sentence(s, e->first), words = gap(m, e);
  uint32_t apart =
      sentence > m->sentence ? sentence - m->sentence : m->sentence - sentence;
  switch (kind) {
  case JOIN_NEAR: return apart == 0 && words <= NEAR_WORDS;
  case JOIN_CLOSE:
    return distance ? words <= distance : apart == 0 && words <= NEAR_WORDS;
  case JOIN_THEN:
    return apart == 0 && e->first >= m->at.last && words <= NEAR_WORDS;
  case JOIN_WITHIN_WORDS: return words <= distance;
  case JOIN_WITHIN_SENTENCES: return apart < distance;
  default: return true;
  }
}

/* Tokens outside which no evidence can fit. */
static void reach(const match *m, join_kind kind, uint32_t distance,
                  uint32_t *from, uint32_t *until) {
  const reading *t = &m->judge->scan->read;
  *from = 0;
  *until = t->n_tokens;
  if (kind == JOIN_WITH) return;
  if (kind == JOIN_WITHIN_WORDS || (kind == JOIN_CLOSE && distance)) {
    uint32_t back = distance + LOOK_BACK;
    *from = m->at.first > back ? m->at.first - back : 0;
    if (m->at.last < *until && distance < *until - m->at.last)
      *until = m->at.last + distance + 1;
    return;
  }
  uint32_t around =
      kind == JOIN_WITHIN_SENTENCES && distance ? distance - 1 : 0;
  uint32_t low = m->sentence > around ? m->sentence - around : 0;
  uint32_t high = m->sentence + around;
  if (high >= t->n_sentences) high = t->n_sentences - 1;
  *from = t->sentences[low].first;
  *until = t->sentences[high].last;
}

/* Classes that say what kind of text something stands in. They may overlap
   what they are joined to, and are not marked. */
static bool is_zone(const match *m, class_id c) {
  switch (c == NO_CLASS ? CLASS_WORDS
                        : m->judge->scan->rules->classes[c].kind) {
  case CLASS_QUESTION:
  case CLASS_SHOUTING:
  case CLASS_QUOTED:
  case CLASS_CODE:
  case CLASS_HASHTAG: return true;
  default: return false;
  }
}

/* The best that was found so far. */
typedef struct {
  match *match;
  join_kind kind;
  uint32_t distance;
  bool zone;
  uint32_t least; /* words that are between, UINT32_MAX: nothing is found */
  const evidence *best;
} search;

/* Takes e when it fits and is nearer; as near, when that is enough. */
static void consider(search *s, const evidence *e, bool as_near) {
  uint32_t words = gap(s->match, e);
  if (words > s->least || (words == s->least && !as_near)) return;
  if (!fits(s->match, e, s->kind, s->distance)) return;
  if (!s->zone && overlaps(s->match, e)) return;
  s->least = words;
  s->best = e;
}

/* The nearest evidence of a class that fits and does not overlap, the first of
   those as near, or NULL. Looks from where the match is, backwards and then on,
   as far as anything could be nearer. */
static const evidence *nearest(match *m, class_id c, join_kind kind,
                               uint32_t distance) {
  size_t count;
  scan *of = m->judge->scan;
  const evidence *e = scan_evidence(of, c, &count);
  uint32_t from, until, here = m->at.first, longest = scan_longest(of, c);
  if (count == 0) return NULL;
  search s = {m, kind, distance, is_zone(m, c), UINT32_MAX, NULL};
  reach(m, kind, distance, &from, &until);
  size_t middle = evidence_from(e, count, here);
  for (size_t i = middle; i > 0 && e[i - 1].first >= from; i--) {
    uint32_t back = here - e[i - 1].first;
    if (s.best && back > longest && back - longest > s.least) break;
    if (!scan_spend(of, 1)) return s.best;
    consider(&s, &e[i - 1], true);
  }
  for (size_t i = middle; i < count && e[i].first < until; i++) {
    if (e[i].first >= m->at.last && e[i].first - m->at.last >= s.least) break;
    if (!scan_spend(of, 1)) return s.best;
    consider(&s, &e[i], false);
  }
  return s.best;
}

/* Takes evidence into the match; `mark`: what is marked grows to hold it. */
static void take(match *m, const evidence *e, bool mark) {
  conclusion *c = &m->at;
  if (c->n_pieces < EARSHOT_EVIDENCE_PER_FINDING) c->pieces[c->n_pieces++] = e;
  if (!mark) return;
  if (e->first < c->first) c->first = e->first;
  if (e->last > c->last) c->last = e->last;
  if (e->start < c->start) c->start = e->start;
  if (e->end > c->end) c->end = e->end;
}

/* Finds `needed` classes of a group besides `skip`. */
static bool join_group(match *m, const ruleset_group *g, unsigned needed,
                       size_t skip, join_kind kind, uint32_t distance) {
  for (size_t n = 0; n < g->count && needed > 0; n++) {
    if (n == skip) continue;
    const evidence *e = nearest(m, g->classes[n], kind, distance);
    if (!e) continue;
    bool told = kind != JOIN_WITH && kind != JOIN_CLOSE;
    take(m, e, told && !is_zone(m, g->classes[n]));
    needed--;
  }
  return needed == 0;
}

/* The first finding (a note or more) of the principles that a group of
   reminders names, or NULL. */
static const conclusion *reminded(const judge *j, const ruleset_group *g) {
  const earshot_ruleset *rules = j->scan->rules;
  for (size_t n = 0; n < g->count && j->found.count > 0; n++) {
    const ruleset_principle *p =
        ruleset_find(rules, rules->classes[g->classes[n]].principle);
    for (size_t i = 0; p && i < j->found.count; i++)
      if (j->found.items[i].principle == p &&
          j->found.items[i].level >= EARSHOT_NOTE)
        return &j->found.items[i];
  }
  return NULL;
}

static bool is_reminder(const judge *j, const ruleset_group *g) {
  return g->count > 0 && g->classes[0] != NO_CLASS &&
         j->scan->rules->classes[g->classes[0]].kind == CLASS_REMINDER;
}

static bool joins_hold(match *m, const ruleset_rule *r) {
  for (size_t n = 0; n < r->n_joins; n++) {
    const ruleset_join *x = &r->joins[n];
    if (is_reminder(m->judge, &x->group)) {
      if (!reminded(m->judge, &x->group)) return false;
    } else if (!join_group(m, &x->group, x->group.needed, SIZE_MAX, x->kind,
                           x->distance)) {
      return false;
    }
  }
  return true;
}

/* Does evidence of class c hold [start, end) whole? */
static bool inside(const judge *j, class_id c, const evidence *head) {
  size_t count;
  const evidence *e = scan_evidence(j->scan, c, &count);
  for (size_t i = evidence_from(e, count, head->first + 1), n = 0;
       i > 0 && n < 16; i--, n++)
    if (e[i - 1].start <= head->start && e[i - 1].end >= head->end) return true;
  return false;
}

static bool excepted(match *m, const ruleset_rule *r, const evidence *head) {
  const reading *t = &m->judge->scan->read;
  for (size_t n = 0; n < r->n_excepts; n++) {
    const ruleset_except *x = &r->excepts[n];
    size_t count;
    const evidence *e = scan_evidence(m->judge->scan, x->class, &count);
    if (x->kind == EXCEPT_ANYWHERE && count) return true;
    if (x->kind == EXCEPT_INSIDE && inside(m->judge, x->class, head))
      return true;
    if (x->kind != EXCEPT_SENTENCE) continue;
    const text_sentence *sentence = &t->sentences[m->sentence];
    size_t i = evidence_from(e, count, sentence->first);
    if (i < count && e[i].first < sentence->last) return true;
  }
  return false;
}

/* Does the rule hold only where its first join finds something in the head's
   sentence? Most rules fail for want of that, at most heads. */
static bool asks_sentence(const judge *j, const ruleset_rule *r) {
  const ruleset_join *x = r->joins;
  return !j->scan->naive && r->n_joins > 0 && r->head.needed == 1 &&
         x->group.needed > 0 && x->distance == 0 &&
         (x->kind == JOIN_NEAR || x->kind == JOIN_CLOSE ||
          x->kind == JOIN_THEN) &&
         !is_reminder(j, &x->group);
}

/* Where the next evidence of a group's classes begins, from a token on. */
static uint32_t next_of(const judge *j, const ruleset_group *g, uint32_t from) {
  uint32_t next = UINT32_MAX;
  for (size_t n = 0; n < g->count; n++) {
    size_t count;
    const evidence *e = scan_evidence(j->scan, g->classes[n], &count);
    size_t i = evidence_from(e, count, from);
    if (i < count && e[i].first < next) next = e[i].first;
  }
  return next;
}

/* Is there such evidence in the sentence of a head? *next: where it was seen for
   the heads before, which stand in order. */
static bool has_next(const judge *j, const ruleset_group *g,
                     const evidence *head, uint32_t *next) {
  uint32_t n = scan_sentence(j->scan, head->first);
  const text_sentence *here = &j->scan->read.sentences[n];
  if (*next < here->first) *next = next_of(j, g, here->first);
  return *next < here->last;
}

static bool match_at(judge *j, const ruleset_rule *r, size_t which,
                     const evidence *head, judge_place each, void *user) {
  match m = {.judge = j, .sentence = scan_sentence(j->scan, head->first)};
  m.at = (conclusion){.rule = r,
                      .first = head->first,
                      .last = head->last,
                      .start = head->start,
                      .end = head->end};
  m.at.pieces[m.at.n_pieces++] = head;
  if (!join_group(&m, &r->head, r->head.needed - 1, which, JOIN_NEAR, 0))
    return true;
  if (!joins_hold(&m, r) || excepted(&m, r, head)) return true;
  return each(user, &m.at);
}

/* A rule that begins with a reminder holds where that reminder is. */
static bool match_reminder(judge *j, const ruleset_rule *r, judge_place each,
                           void *user) {
  const conclusion *c = reminded(j, &r->head);
  if (!c) return true;
  match m = {
      .judge = j, .at = *c, .sentence = scan_sentence(j->scan, c->first)};
  m.at.rule = r;
  return joins_hold(&m, r) ? each(user, &m.at) : true;
}

bool judge_matches_in(judge *j, const ruleset_rule *r, uint32_t from,
                      uint32_t until, judge_place each, void *user) {
  if (is_reminder(j, &r->head)) return match_reminder(j, r, each, user);
  bool in_sentence = asks_sentence(j, r);
  for (size_t c = 0; c < r->head.count; c++) {
    size_t count;
    uint32_t next = 0;
    const evidence *e = scan_evidence(j->scan, r->head.classes[c], &count);
    for (size_t i = evidence_from(e, count, from); i < count; i++) {
      if (e[i].first >= until) break;
      if (!scan_spend(j->scan, 1)) return true;
      if (in_sentence && !has_next(j, &r->joins->group, &e[i], &next)) continue;
      if (!match_at(j, r, c, &e[i], each, user)) return false;
    }
  }
  return true;
}

bool judge_matches(judge *j, const ruleset_rule *r, judge_place each,
                   void *user) {
  return judge_matches_in(j, r, 0, UINT32_MAX, each, user);
}

/* The longest evidence of a group's classes, in tokens. */
static uint32_t longest(const judge *j, const ruleset_group *g) {
  uint32_t most = 0;
  for (size_t n = 0; n < g->count; n++) {
    uint32_t one = scan_longest(j->scan, g->classes[n]);
    if (one > most) most = one;
  }
  return most;
}

void judge_reach(const judge *j, const ruleset_rule *r, uint32_t low,
                 uint32_t high, uint32_t *from, uint32_t *until) {
  const reading *d = &j->scan->read;
  uint32_t apart = 0;
  uint64_t words = longest(j, &r->head);
  for (size_t n = 0; n < r->n_joins; n++) {
    const ruleset_join *x = &r->joins[n];
    words += longest(j, &x->group);
    if (x->kind == JOIN_WITHIN_WORDS) words += x->distance;
    if (x->kind == JOIN_WITHIN_SENTENCES && x->distance > apart)
      apart = x->distance;
  }
  low = low > apart ? low - apart : 0;
  high = d->n_sentences - high > apart ? high + apart : d->n_sentences;
  if (high == d->n_sentences) high--;
  uint32_t first = d->sentences[low].first;
  first = first > words ? first - (uint32_t)words : 0;
  *from = d->sentences[scan_sentence(j->scan, first)].first;
  *until = d->sentences[high].last;
  *until =
      d->n_tokens - *until > words ? *until + (uint32_t)words : d->n_tokens;
}

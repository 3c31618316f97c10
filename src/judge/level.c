/* How a setting moves a level. */
#include "judge.h"

static bool in_time(const move *m, int minute) {
  if (m->from < 0) return true;
  if (minute < 0) return false;
  if (m->from <= m->until) return minute >= m->from && minute <= m->until;
  return minute >= m->from || minute <= m->until; /* past midnight */
}

static bool in_place(const move *m, const earshot_setting *s) {
  const unsigned here[4] = {1u << s->audience, 1u << s->identity, 1u << s->role,
                            1u << s->medium};
  bool all = true, one = false;
  for (size_t f = 0; f < 4; f++) {
    bool there = m->facets[f] & here[f];
    one = one || there;
    all = all && (there || !m->facets[f]);
  }
  return (m->either ? one : all) && in_time(m, s->minute);
}

static bool applies(const move *m, const earshot_setting *s) {
  return in_place(m, s) != m->inverted;
}

/* One move. A reminder is never lowered below a question, and an affirmation
   is never raised: it can only be off. */
static int apply(judge *j, const ruleset_move *m, int level) {
  size_t count = 0;
  int to = level;
  switch (m->source->effect) {
  case MOVE_OFF: return -1;
  case MOVE_ONLY_WITH:
    scan_evidence(j->scan, m->needs, &count);
    return count ? level : -1;
  case MOVE_UP: to = level + 1; break;
  case MOVE_DOWN: to = level - 1; break;
  case MOVE_AT_MOST:
    to = level < (int)m->source->level ? level : (int)m->source->level;
    break;
  case MOVE_AT_LEAST:
    to = level > (int)m->source->level ? level : (int)m->source->level;
    break;
  default: break;
  }
  if (level == EARSHOT_CHEER) return level;
  if (to > EARSHOT_HOLD) return EARSHOT_HOLD;
  return to < EARSHOT_ASK ? EARSHOT_ASK : to;
}

static int apply_all(judge *j, const ruleset_move *moves, size_t n, int level) {
  for (size_t m = 0; m < n && level >= 0; m++)
    if (applies(moves[m].source, &j->setting))
      level = apply(j, &moves[m], level);
  return level;
}

int judge_level(judge *j, const ruleset_principle *p, const ruleset_signal *s,
                earshot_level level) {
  int moved = apply_all(j, p->moves, p->n_moves, (int)level);
  return moved < 0 ? moved : apply_all(j, s->moves, s->n_moves, moved);
}

const char **judge_lines(judge *j, const ruleset_principle *p,
                         const ruleset_signal *s, size_t *count) {
  const char **lines =
      arena_alloc(j->memory, (p->n_moves + s->n_moves) * sizeof *lines);
  *count = 0;
  if (!lines) return NULL;
  for (size_t m = 0; m < p->n_moves + s->n_moves; m++) {
    const move *x =
        m < p->n_moves ? p->moves[m].source : s->moves[m - p->n_moves].source;
    if (x->effect == MOVE_ADD && applies(x, &j->setting))
      lines[(*count)++] = x->line;
  }
  return lines;
}

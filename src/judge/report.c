/* Conclusions, sorted and thinned out, as findings. */
#include "judge.h"

/* First in line, then by level, then by place. Pack order breaks ties, so the
   same draft always gives the same answer. */
static int order(const conclusion *a, const conclusion *b) {
  bool ua = a->signal->source->urgent, ub = b->signal->source->urgent;
  if (ua != ub) return ua ? -1 : 1;
  if (a->level != b->level) return a->level > b->level ? -1 : 1;
  if (a->start != b->start) return a->start < b->start ? -1 : 1;
  return 0;
}

/* Insertion sort: stable, and there are never more than a few hundred. */
static void sort(conclusion *c, size_t n) {
  for (size_t i = 1; i < n; i++) {
    conclusion x = c[i];
    size_t k = i;
    for (; k > 0 && order(&x, &c[k - 1]) < 0; k--) c[k] = c[k - 1];
    c[k] = x;
  }
}

/* Does the principle say something about these words already? */
static bool told(const conclusion *kept, size_t n, const conclusion *c) {
  for (size_t i = 0; i < n; i++)
    if (kept[i].principle == c->principle && kept[i].start < c->end &&
        c->start < kept[i].end)
      return true;
  return false;
}

/* Drops cheers while a card is open, and what is beyond the limit: then the
   answer is not complete. What a
   principle would say twice of the same words is kept for who proves signals,
   and told once. */
static size_t thin_out(conclusion *c, size_t n, bool *complete) {
  size_t kept = 0;
  bool pressing = false;
  for (size_t i = 0; i < n; i++)
    pressing = pressing || c[i].level >= EARSHOT_PAUSE;
  for (size_t i = 0; i < n; i++) {
    if (pressing && c[i].level == EARSHOT_CHEER) continue;
    c[i].again = told(c, kept, &c[i]);
    if (kept < EARSHOT_FINDINGS)
      c[kept++] = c[i];
    else
      *complete = false;
  }
  return kept;
}

static const char *piece_name(const judge *j, const evidence *e) {
  const ruleset_class *c =
      e->class == NO_CLASS ? NULL : &j->scan->rules->classes[e->class];
  return c && c->name && c->kind != CLASS_LEARNED ? c->name : "words";
}

/* What weighed most in evidence of a learned class; else the evidence. */
static const evidence *parts_of(const scan *s, const evidence *e, size_t *n) {
  for (size_t t = 0; t < s->n_told; t++) {
    if (s->told[t].of != e->class || s->told[t].n_parts == 0) continue;
    *n = s->told[t].n_parts;
    return s->told[t].parts;
  }
  *n = 1;
  return e;
}

/* Evidence in order of place, each once. */
static bool write_evidence(judge *j, const conclusion *c, earshot_finding *f) {
  earshot_evidence *out =
      arena_alloc(j->memory, c->n_pieces * SCAN_TOLD * sizeof *out);
  if (!out) return false;
  for (size_t i = 0; i < c->n_pieces; i++) {
    size_t n;
    const evidence *e = parts_of(j->scan, c->pieces[i], &n);
    for (; n > 0; n--, e++) {
      earshot_evidence x = {
          .name = piece_name(j, e), .start = e->start, .end = e->end};
      size_t k = f->n_evidence++;
      for (; k > 0 && x.start < out[k - 1].start; k--) out[k] = out[k - 1];
      out[k] = x;
    }
  }
  f->evidence = out;
  return true;
}

static bool write_finding(judge *j, const conclusion *c, earshot_finding *f) {
  *f = (earshot_finding){.pack = c->signal->source->pack,
                         .principle = c->principle->source->id,
                         .signal = c->signal->source->id,
                         .level = c->level,
                         .start = c->start,
                         .end = c->end};
  if (c->rule) {
    f->instead = c->rule->instead;
    f->n_instead = c->rule->n_instead;
  }
  f->lines = judge_lines(j, c->principle, c->signal, &f->n_lines);
  return f->lines && write_evidence(j, c, f);
}

bool judge_report(judge *j, const earshot_finding **findings, size_t *count) {
  sort(j->found.items, j->found.count);
  size_t n = j->found.count =
      thin_out(j->found.items, j->found.count, &j->scan->complete);
  earshot_finding *out = arena_alloc(j->memory, n * sizeof *out);
  if (!out) return false;
  *findings = out;
  for (size_t i = 0; i < n; i++) {
    if (j->found.items[i].again) continue;
    if (!write_finding(j, &j->found.items[i], &out[*count])) return false;
    (*count)++;
  }
  return true;
}

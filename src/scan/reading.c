/* Readings put together. */
#include "reading.h"

#include <string.h>
#include "../text/utf8.h"

/* Segments [from, until) of `in`, on their way behind what is in `out`. */
typedef struct {
  const reading *in;
  reading *out;
  segment first, last, shift; /* shift: out's end less in's first */
} mover;

static mover begin(reading *out, const reading *in, size_t from, size_t until) {
  mover m = {.in = in, .out = out, .last = in->segments[until]};
  const segment *end = &out->segments[out->n_segments];
  if (from) m.first = in->segments[from];
  /* Less than nothing is a large number, which adds up all the same. */
  m.shift = (segment){.byte = end->byte - m.first.byte,
                      .unit = end->unit - m.first.unit,
                      .token = end->token - m.first.token,
                      .sentence = end->sentence - m.first.sentence,
                      .heard = end->heard - m.first.heard};
  return m;
}

static void move_tokens(const mover *m) {
  reading_token *out = m->out->tokens;
  for (uint32_t t = m->first.token; t < m->last.token; t++) {
    const reading_token *in = &m->in->tokens[t];
    out[t + m->shift.token] =
        (reading_token){.from = in->from + m->shift.unit,
                        .to = in->to + m->shift.unit,
                        .sentence = in->sentence + m->shift.sentence,
                        .stop = in->stop};
  }
}

static void move_sentences(const mover *m) {
  for (uint32_t n = m->first.sentence; n < m->last.sentence; n++) {
    text_sentence *out = &m->out->sentences[n + m->shift.sentence];
    *out = m->in->sentences[n];
    out->first += m->shift.token;
    out->last += m->shift.token;
  }
}

static void move_heard(const mover *m) {
  for (uint32_t h = m->first.heard; h < m->last.heard; h++) {
    heard *out = &m->out->heard[h + m->shift.heard];
    *out = m->in->heard[h];
    out->first += m->shift.token;
    out->last += m->shift.token;
  }
}

static void put_segment(reading *r, segment s, const segment *shift) {
  s.byte += shift->byte;
  s.unit += shift->unit;
  s.token += shift->token;
  s.sentence += shift->sentence;
  s.heard += shift->heard;
  r->segments[r->n_segments] = s;
}

/* All that is before an edit stays where it is. */
static void copy(const mover *m) {
  const segment *end = &m->last;
  const reading *in = m->in;
  memcpy(m->out->tokens, in->tokens, end->token * sizeof *in->tokens);
  memcpy(m->out->sentences, in->sentences,
         end->sentence * sizeof *in->sentences);
  memcpy(m->out->heard, in->heard, end->heard * sizeof *in->heard);
}

static void append(reading *out, const reading *in, size_t from, size_t until) {
  mover m = begin(out, in, from, until);
  if (from == 0 && out->n_segments == 0) {
    copy(&m);
  } else {
    move_tokens(&m);
    move_sentences(&m);
    move_heard(&m);
  }
  for (size_t n = from; n < until; n++, out->n_segments++)
    put_segment(out, in->segments[n], &m.shift);
  put_segment(out, m.last, &m.shift);
}

/* What was found in segments [from, until) of the old is left out. */
static bool keep_sorted(reading *out, arena *a, const reading *old,
                        const segment *from, const segment *until) {
  reading_kept *kept = &out->kept;
  *kept = (reading_kept){.sorted = old->sorted, .n_placed = old->n_placed};
  kept->placed = arena_alloc_dirty(a, old->n_placed * sizeof *kept->placed);
  if (!kept->placed) return false;
  for (size_t n = 0; n < old->n_placed; n++) {
    placed p = old->placed[n];
    const evidence *e = old->sorted + p.from;
    p.low = (uint32_t)evidence_from(e, p.count, from->token);
    p.high = (uint32_t)evidence_from(e, p.count, until->token);
    kept->placed[n] = p;
    kept->count += p.count - (p.high - p.low);
  }
  return true;
}

/* Evidence of a part to where the part begins. */
static void move_found(reading *r, const segment *to) {
  for (size_t i = 0; i < r->n_found; i++) {
    evidence *e = &r->found[i];
    e->first += to->token;
    e->last += to->token;
    e->start += to->unit;
    e->end += to->unit;
  }
}

size_t evidence_from(const evidence *e, size_t count, uint32_t token) {
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

segment *reading_segment(const reading *r, uint32_t token) {
  size_t low = 0, high = r->n_segments;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (r->segments[middle].token <= token)
      low = middle;
    else
      high = middle;
  }
  return &r->segments[low];
}

bool reading_splice(reading *out, arena *a, const reading *old, size_t from,
                    size_t until, const reading *part) {
  /* Room for both is room enough. */
  size_t segments = old->n_segments + part->n_segments + 1;
  *out = (reading){
      .found = part->found,
      .n_found = part->n_found,
      .found_capacity = part->found_capacity,
      .heard_capacity = old->n_heard + part->n_heard,
  };
  out->tokens = arena_alloc_dirty(
      a, (old->n_tokens + part->n_tokens) * sizeof *out->tokens);
  out->sentences = arena_alloc_dirty(
      a, (old->n_sentences + part->n_sentences) * sizeof *out->sentences);
  out->heard = arena_alloc_dirty(a, out->heard_capacity * sizeof *out->heard);
  out->segments = arena_alloc_dirty(a, segments * sizeof *out->segments);
  if (!out->tokens || !out->sentences || !out->heard || !out->segments ||
      !keep_sorted(out, a, old, &old->segments[from], &old->segments[until]))
    return false;
  out->segments[0] = (segment){0};
  out->scored_for = old->scored_for;
  if (from > 0) append(out, old, 0, from);
  for (size_t n = 0; n < from; n++)
    if (out->segments[n].scored > from - n) out->segments[n].scored = 0;
  move_found(out, &out->segments[from]);
  append(out, part, 0, part->n_segments);
  if (until < old->n_segments) append(out, old, until, old->n_segments);
  const segment *end = &out->segments[out->n_segments];
  out->n_tokens = end->token;
  out->kept.tokens = end->token - old->segments[old->n_segments].token;
  out->kept.units = end->unit - old->segments[old->n_segments].unit;
  out->n_sentences = end->sentence;
  out->n_heard = end->heard;
  return true;
}

/* Bytes of ASCII from `at` on, in eights. */
static size_t ascii_run(const char *s, size_t at, size_t len) {
  uint64_t eight;
  size_t n = at;
  for (; n + sizeof eight <= len; n += sizeof eight) {
    memcpy(&eight, s + n, sizeof eight);
    if (eight & 0x8080808080808080u) break;
  }
  return n - at;
}

void reading_locate(reading *r, const char *draft, size_t len) {
  size_t at = 0;
  uint32_t units = 0;
  for (size_t n = 0; n < r->n_segments; n++) {
    segment *s = &r->segments[n];
    while (units < s->unit) {
      size_t run = ascii_run(draft, at, len), left = s->unit - units;
      if (run > left) run = left;
      at += run;
      units += (uint32_t)run;
      if (run == 0) units += utf8_units(utf8_next(draft, len, &at));
    }
    s->byte = (uint32_t)at;
  }
  r->segments[r->n_segments].byte = (uint32_t)len;
}

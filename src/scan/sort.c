/* Evidence in order: class by class, then by place. Of a draft that was edited
   all that was kept is in order, and what was read anew is put in between. */
#include <string.h>
#include "scan.h"

static uint32_t length(const evidence *e) { return e->last - e->first; }

/* A class of which there is evidence. */
static inline scan_class *present(scan *s, class_id c) {
  scan_class *k = &s->classes[c];
  if (k->turn == s->turn) return k;
  *k = (scan_class){.turn = s->turn};
  s->present[s->n_present++] = c;
  return k;
}

static void count_found(scan *s) {
  const reading *r = &s->read;
  for (size_t i = 0; i < r->n_found; i++) {
    scan_class *k = present(s, r->found[i].class);
    uint32_t tokens = length(&r->found[i]);
    if (tokens > k->longest) k->longest = tokens;
    k->fresh = ++k->count;
  }
}

/* The longest of what is kept of a class. It is known, unless one as long was
   read anew. */
static uint32_t longest_kept(const placed *p, const evidence *e) {
  bool known = true;
  uint32_t most = 0;
  for (uint32_t i = p->low; i < p->high && known; i++)
    known = length(&e[i]) < p->longest;
  for (uint32_t i = 0; i < p->count && !known; i++)
    if ((i < p->low || i >= p->high) && length(&e[i]) > most)
      most = length(&e[i]);
  return known ? p->longest : most;
}

static void count_kept(scan *s) {
  const reading_kept *kept = &s->read.kept;
  for (size_t n = 0; n < kept->n_placed; n++) {
    const placed *p = &kept->placed[n];
    uint32_t count = p->count - (p->high - p->low);
    if (count == 0) continue;
    scan_class *k = present(s, p->class);
    uint32_t longest = longest_kept(p, kept->sorted + p->from);
    if (longest > k->longest) k->longest = longest;
    k->count += count;
  }
}

/* What is kept of a class, with room for what is fresh. */
static void copy_kept(scan *s) {
  const reading_kept *kept = &s->read.kept;
  for (size_t n = 0; n < kept->n_placed; n++) {
    const placed *p = &kept->placed[n];
    if (p->count == p->high - p->low) continue;
    scan_class *k = &s->classes[p->class];
    const evidence *in = kept->sorted + p->from;
    evidence *out = s->sorted + k->from;
    memcpy(out, in, p->low * sizeof *out);
    out += p->low + k->fresh;
    for (uint32_t i = p->high; i < p->count; i++, out++) {
      *out = in[i];
      out->first += kept->tokens;
      out->last += kept->tokens;
      out->start += kept->units;
      out->end += kept->units;
    }
    k->newest += p->low;
  }
}

/* Insertion sort: evidence of one class is almost in order already. It never
   changes places with that of another segment, so it is a part of reading its
   own. */
static void sort_by_place(scan *s, evidence *e, size_t count) {
  for (size_t i = 1; i < count; i++) {
    if (e[i - 1].first <= e[i].first) continue;
    evidence x = e[i];
    size_t j = i;
    uint64_t before = s->steps;
    for (; j > 0 && e[j - 1].first > x.first; j--) {
      e[j] = e[j - 1];
      if (!scan_spend(s, 1)) break;
    }
    e[j] = x;
    reading_segment(&s->read, x.first)->steps += s->steps - before;
  }
}

bool scan_sort(scan *s) {
  const reading *r = &s->read;
  s->sorted = arena_alloc_dirty(
      s->memory, (r->n_found + r->kept.count) * sizeof *s->sorted);
  if (!s->sorted) return false;
  s->turn++;
  count_found(s);
  count_kept(s);
  uint32_t end = 0;
  for (size_t i = 0; i < s->n_present; i++) {
    scan_class *k = &s->classes[s->present[i]];
    k->from = end;
    k->newest = end + k->fresh;
    end += k->count;
  }
  copy_kept(s);
  /* Filled from the back, until `newest` is where the fresh ones begin. */
  for (size_t i = r->n_found; i-- > 0;)
    s->sorted[--s->classes[r->found[i].class].newest] = r->found[i];
  for (size_t i = 0; i < s->n_present; i++) {
    const scan_class *k = &s->classes[s->present[i]];
    if (k->fresh > 1) sort_by_place(s, s->sorted + k->newest, k->fresh);
  }
  return true;
}

bool scan_remember(scan *s) {
  reading *r = &s->read;
  placed *all = arena_alloc_dirty(s->memory, s->n_present * sizeof *all);
  if (!all) return false;
  r->sorted = s->sorted;
  r->placed = all;
  for (size_t i = 0; i < s->n_present; i++) {
    class_id c = s->present[i];
    const scan_class *k = &s->classes[c];
    if (s->rules->classes[c].kind == CLASS_LEARNED) continue;
    all[r->n_placed++] = (placed){
        .class = c, .from = k->from, .count = k->count, .longest = k->longest};
  }
  return true;
}

#include "shape.h"

#include <string.h>

static void include(byteset *s, unsigned first, unsigned last) {
  for (unsigned b = first; b <= last; b++)
    s->bits[b >> 6] |= (uint64_t)1 << (b & 63);
}

bool byteset_within(const byteset *a, const byteset *b) {
  for (int i = 0; i < 4; i++)
    if (a->bits[i] & ~b->bits[i]) return false;
  return true;
}

byteset byteset_either(byteset a, byteset b) {
  for (int i = 0; i < 4; i++) a.bits[i] |= b.bits[i];
  return a;
}

byteset byteset_all(void) {
  return (byteset){{UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX}};
}

byteset byteset_word(void) {
  byteset s = {{0}};
  include(&s, '0', '9');
  include(&s, 'A', 'Z');
  include(&s, 'a', 'z');
  include(&s, '_', '_');
  return s;
}

byteset byteset_not(byteset a) {
  for (int i = 0; i < 4; i++) a.bits[i] = ~a.bits[i];
  a.bits[0] |= 1;
  return a;
}

/* How many of 1,024 bytes of everyday posts are this one of ASCII, about. */
static unsigned share_of(unsigned b) {
  if (b == ' ') return 170;
  if (b >= 'a' && b <= 'z') return 28;
  if (b == '.') return 16;
  bool common = (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
  return common ? 2 : 1;
}

/* How many are in the set. */
static unsigned share(const byteset *s) {
  unsigned sum = 1;
  for (unsigned w = 0; w < 2; w++)
    for (uint64_t left = s->bits[w]; left; left &= left - 1)
      sum += share_of(w * 64 + (unsigned)__builtin_ctzll(left));
  return sum > 1024 ? 1024 : sum;
}

static void append(shape *s, byteset set) {
  uint8_t halvings = 0;
  for (unsigned of = share(&set); of < 1024; of *= 2) halvings++;
  s->sets[s->len] = set;
  s->rare[s->len++] = halvings;
}

static unsigned rarity(const shape *s) {
  unsigned halvings = 0;
  for (unsigned i = 0; i < s->len; i++) halvings += s->rare[i];
  return halvings;
}

/* Of the least rare of a set; 0 for none. */
static unsigned least_rarity(const shape_set *set) {
  unsigned least = set->count ? UINT32_MAX : 0;
  for (unsigned i = 0; i < set->count; i++) {
    unsigned rare = rarity(&set->items[i]);
    if (rare < least) least = rare;
  }
  return least;
}

static void keep_rarer(shape_set *best, const shape_set *other) {
  if (least_rarity(other) > least_rarity(best)) *best = *other;
}

static void weigh(shape_set *best, const shape *one) {
  if (one->len == 0 || rarity(one) <= least_rarity(best)) return;
  best->count = 1;
  best->items[0] = *one;
}

/* What lies behind the end of a run, or of a choice of them, is not looked
   at. */
void shape_nothing(shape_facts *f) {
  f->run.len = f->best.count = 0;
  f->head = f->gap = (byteset){{0}};
  f->single = f->gapped = f->edge = false;
  f->skipped = f->fixed = true;
}

void shape_byte(shape_facts *f, byteset set) {
  shape_nothing(f);
  append(&f->run, set);
  f->head = set;
  f->single = true;
  f->skipped = false;
}

void shape_anything(shape_facts *f) {
  shape_nothing(f);
  memset(f->head.bits, 0xff, sizeof f->head.bits);
  f->fixed = false;
}

/* One more byte; a run that is full is weighed, and its end goes on. */
static void push(shape_facts *a, byteset set) {
  if (a->run.len == SHAPE_SETS) {
    a->fixed = false;
    weigh(&a->best, &a->run);
    memmove(a->run.sets, a->run.sets + 1,
            (SHAPE_SETS - 1) * sizeof *a->run.sets);
    memmove(a->run.rare, a->run.rare + 1, SHAPE_SETS - 1);
    a->run.len--;
  }
  append(&a->run, set);
}

/* Weighs the run with one more byte, and leaves it as it is. */
static void weigh_with(shape_facts *a, byteset next) {
  shape longer = a->run;
  if (longer.len == SHAPE_SETS) return;
  append(&longer, next);
  weigh(&a->best, &longer);
}

static void forget_run(shape_facts *a) {
  weigh(&a->best, &a->run);
  a->run.len = 0;
}

/* A byte before what comes next, which is none of its own. */
static void push_behind(shape_facts *a, byteset before) {
  push(a, before);
  a->fixed = false;
}

void shape_join(shape_facts *a, const shape_facts *b) {
  bool first = a->skipped && !a->gapped;
  byteset word = byteset_word();
  if (b->skipped) {
    if (byteset_within(&b->head, &(byteset){{0}})) { /* zero width */
      a->edge = a->edge || b->edge;
      return;
    }
    a->gap = a->gapped ? byteset_either(a->gap, b->head) : b->head;
    a->gapped = true;
    if (a->skipped) a->head = byteset_either(a->head, b->head);
    a->single = a->fixed = a->edge = false;
    return;
  }
  if (a->skipped) a->head = byteset_either(a->head, b->head);
  if (a->edge && a->run.len == 0 && !a->gapped &&
      byteset_within(&b->head, &word))
    push_behind(a, byteset_not(word));
  a->edge = false;
  if (a->gapped) {
    weigh_with(a, byteset_either(a->gap, b->head));
    forget_run(a);
    a->gapped = false;
  }
  if (b->fixed) {
    for (unsigned i = 0; i < b->run.len; i++) push(a, b->run.sets[i]);
  } else {
    a->fixed = false;
    weigh_with(a, b->head);
    forget_run(a);
    keep_rarer(&a->best, &b->best);
    a->run = b->run;
    a->gap = b->gap;
    a->gapped = b->gapped;
    a->edge = b->edge;
  }
  a->single = first && b->single;
  a->skipped = false;
}

/* Either one of the one set or of the other; false when that is too many, or
   nothing is known of one. */
static bool unite(shape_set *a, const shape_set *b) {
  if (!a->count || !b->count || a->count + b->count > SHAPE_CHOICES)
    return false;
  for (unsigned i = 0; i < b->count; i++) a->items[a->count++] = b->items[i];
  return true;
}

/* What stands before the end of both, side by side. */
static shape common_end(const shape *a, const shape *b) {
  shape out = {.len = a->len < b->len ? a->len : b->len};
  for (unsigned i = 0; i < out.len; i++)
    out.sets[i] = byteset_either(a->sets[a->len - out.len + i],
                                 b->sets[b->len - out.len + i]);
  return out;
}

void shape_either(shape_facts *a, const shape_facts *b) {
  bool single = a->single && b->single, skipped = a->skipped || b->skipped;
  byteset head = byteset_either(a->head, b->head);
  if (single) {
    shape_byte(a, head);
    return;
  }
  shape ends = {.len = 0};
  shape_set best = a->best, other = b->best;
  if (!skipped && !a->gapped && !b->gapped) ends = common_end(&a->run, &b->run);
  weigh(&best, &a->run);
  weigh(&other, &b->run);
  if (!unite(&best, &other)) best.count = 0;
  shape_nothing(a);
  a->run = ends;
  a->best = best;
  a->head = head;
  a->skipped = skipped;
  a->fixed = false;
}

void shape_optional(shape_facts *a) {
  byteset head = a->head;
  shape_nothing(a);
  a->head = head;
  a->fixed = false;
}

void shape_more(shape_facts *a) {
  if (a->skipped) return;
  byteset head = a->head;
  bool single = a->single;
  forget_run(a);
  if (single) push(a, head);
  a->single = a->fixed = a->gapped = false;
}

void shape_boundary(shape_facts *a) {
  byteset word = byteset_word();
  if (a->gapped) return;
  if (a->run.len == 0)
    a->edge = true;
  else if (byteset_within(&a->run.sets[a->run.len - 1], &word))
    weigh_with(a, byteset_not(word));
}

/* Of what stands here the longer is known, or that which no gap is behind. */
void shape_behind(shape_facts *a, const shape *before) {
  bool known = a->run.len > 0 && (a->skipped || a->run.len >= before->len);
  if (a->gapped ? a->skipped : known) return;
  forget_run(a);
  a->gapped = false;
  a->run = *before;
  a->fixed = false;
}

void shape_ahead(shape_facts *a, byteset next) {
  if (!a->gapped) weigh_with(a, next);
}

void shape_end(shape_facts *a, shape_set *out) {
  weigh(&a->best, &a->run);
  *out = a->best;
}

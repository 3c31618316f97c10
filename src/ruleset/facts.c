#include "facts.h"

#include <string.h>
#include "alphabet.h"

/* {""}; what lies behind `count` in a set is never looked at. */
static void set_nothing(needs_set *set) {
  set->count = 1;
  set->items[0].len = 0;
}

static bool is_nothing(const needs_set *set) {
  return set->count == 1 && set->items[0].len == 0;
}

static void copy(needs_set *to, const needs_set *from) {
  to->count = from->count;
  memcpy(to->items, from->items, from->count * sizeof *from->items);
}

void facts_empty(facts *f) {
  f->figures = f->capitals = f->longest = f->until = f->ahead = 0;
  memset(f->bytes, 0, sizeof f->bytes);
  set_nothing(&f->ends);
  f->whole = true;
  f->edge = f->begun = f->edged = false;
  f->before = byteset_all();
  f->best.count = 0;
  shape_nothing(&f->shape);
  heads_nothing(&f->heads);
  f->made_of = (byteset){{0}};
}

void facts_byte(facts *f, byteset set) {
  facts_empty(f);
  f->whole = false;
  f->begun = true;
  f->longest = 1;
  shape_byte(&f->shape, set);
  heads_byte(&f->heads, &set);
  f->made_of = set;
}

void facts_anything(facts *f) {
  enum { CHARACTER = 4 };
  facts_empty(f);
  f->whole = false;
  f->begun = true;
  f->longest = CHARACTER;
  shape_anything(&f->shape);
  heads_anything(&f->heads);
  f->made_of = byteset_all();
}

static bool is_word(uint8_t letter) { return letter != ALPHABET_OTHER; }

/* The words that posts about people are full of, in letters of the alphabet. */
static bool is_everyday(const needs_literal *x) {
  enum { T = 20, H = 8, E = 5, I = 9, R = 18, S = 19, Y = 25 };
  static const uint8_t words[][6] = {{H, I, S},       {H, E, R},    {S, H, E},
                                     {T, H, E, I, R}, {T, H, E, Y}, {T, H, E}};
  uint8_t bare[NEEDS_LETTERS + 1] = {0};
  size_t len = 0;
  for (size_t i = 0; i < x->len; i++)
    if (is_word(x->letters[i])) bare[len++] = x->letters[i];
  for (size_t w = 0; len < 6 && w < sizeof words / sizeof *words; w++)
    if (memcmp(bare, words[w], sizeof *words) == 0) return true;
  return false;
}

enum { ENOUGH = 8 };

/* Letters count, figures less, what stands between words hardly; nor does
   "http", which is in every link, and everyday words just suffice. Without a
   letter nothing does: one number is like another, and numbers are told by
   their shape. */
static unsigned weigh(const needs_literal *x) {
  enum { LETTER = 4, FIGURE = 2, OTHER = 1 };
  static const uint8_t http[] = {8, 20, 20, 16};
  unsigned weight = 0, letters = 0;
  size_t k = x->len >= 4 && memcmp(x->letters, http, 4) == 0 ? 4 : 0;
  for (; k < x->len; k++) {
    uint8_t letter = x->letters[k];
    weight += letter == ALPHABET_FIGURE ? FIGURE
              : is_word(letter)         ? LETTER
                                        : OTHER;
    letters += is_word(letter) && letter < ALPHABET_FIGURE;
  }
  if (is_everyday(x)) return ENOUGH;
  return letters ? weight : 0;
}

/* How telling the least telling of the literals is. 0 when that is next to
   nothing. */
static unsigned weight_of(const needs_set *set) {
  unsigned least = set->count ? UINT8_MAX : 0;
  for (size_t i = 0; i < set->count; i++) {
    unsigned weight = weigh(&set->items[i]);
    if (weight < least) least = weight;
  }
  return least < ENOUGH ? 0 : least;
}

static void keep_better(facts *f, const needs_set *other, unsigned until) {
  unsigned a = weight_of(&f->best), b = weight_of(other);
  if (b < a || !b || (b == a && other->count >= f->best.count)) return;
  copy(&f->best, other);
  f->until = until;
}

void facts_flush(facts *a) {
  keep_better(a, &a->ends, a->longest);
  set_nothing(&a->ends);
  a->whole = false;
}

static bool same(const needs_literal *a, const needs_literal *b) {
  return a->len == b->len && memcmp(a->letters, b->letters, a->len) == 0;
}

/* Adds a literal to a set; false when it is full. */
static bool add(needs_set *set, const needs_literal *x) {
  for (size_t i = 0; i < set->count; i++)
    if (same(&set->items[i], x)) return true;
  if (set->count == NEEDS_LITERALS) return false;
  set->items[set->count++] = *x;
  return true;
}

static bool unite(needs_set *a, const needs_set *b) {
  for (size_t i = 0; i < b->count; i++)
    if (!add(a, &b->items[i])) return false;
  return true;
}

/* Every literal of the set followed by one more letter; false when one is as
   long as can be. */
static bool append(needs_set *set, uint8_t letter) {
  for (size_t i = 0; i < set->count; i++)
    if (set->items[i].len == NEEDS_LETTERS) return false;
  for (size_t i = 0; i < set->count; i++)
    set->items[i].letters[set->items[i].len++] = letter;
  return true;
}

/* Every literal of a followed by every one of b; false when that is too much,
   and *a is as it was. */
static bool multiply(needs_set *a, const needs_set *b) {
  if (is_nothing(b)) return true;
  if (b->count == 1 && b->items[0].len == 1)
    return append(a, b->items[0].letters[0]);
  needs_set product;
  product.count = 0;
  for (size_t i = 0; i < a->count; i++)
    for (size_t k = 0; k < b->count; k++) {
      needs_literal x = a->items[i];
      const needs_literal *y = &b->items[k];
      if (x.len + y->len > NEEDS_LETTERS) return false;
      memcpy(x.letters + x.len, y->letters, y->len);
      x.len = (uint8_t)(x.len + y->len);
      if (!add(&product, &x)) return false;
    }
  copy(a, &product);
  return true;
}

/* Do all literals begin (or end) within a word? */
static bool all_word(const needs_set *set, bool at_end) {
  for (size_t i = 0; i < set->count; i++) {
    const needs_literal *x = &set->items[i];
    if (!x->len || !is_word(x->letters[at_end ? x->len - 1 : 0])) return false;
  }
  return set->count > 0;
}

static unsigned sum(unsigned a, unsigned b) {
  bool bounded = a < UINT16_MAX && b < UINT16_MAX;
  return bounded ? a + b : NEEDS_UNBOUNDED;
}

static void join_literals(facts *a, const facts *b) {
  bool begins = is_nothing(&a->ends);
  if (begins) a->edge = a->edge || b->edge;
  if (begins && a->edge && b->whole && all_word(&b->ends, false)) {
    /* The byte before is outside the match, so it is in no other's way. */
    append(&a->ends, ALPHABET_OTHER);
    a->whole = false;
  }
  if (!is_nothing(&b->ends)) a->edge = false;
  if (b->whole) {
    if (multiply(&a->ends, &b->ends)) return;
    facts_flush(a);
    copy(&a->ends, &b->ends);
    return;
  }
  a->edge = b->edge && is_nothing(&b->ends);
  facts_flush(a);
  keep_better(a, &b->best, sum(a->longest, b->until));
  copy(&a->ends, &b->ends);
}

void facts_behind(facts *a, byteset before) {
  for (size_t i = 0; i < 4 && !a->begun; i++)
    a->before.bits[i] &= before.bits[i];
}

void facts_join(facts *a, const facts *b) {
  facts_behind(a, b->before);
  a->edged = a->edged || (!a->begun && b->edged);
  a->begun = a->begun || b->begun;
  shape_join(&a->shape, &b->shape);
  heads_join(&a->heads, &b->heads);
  a->made_of = byteset_either(a->made_of, b->made_of);
  a->figures += b->figures;
  a->capitals += b->capitals;
  if (b->ahead > a->ahead) a->ahead = b->ahead;
  for (size_t i = 0; i < 4; i++) a->bytes[i] |= b->bytes[i];
  join_literals(a, b);
  a->longest = sum(a->longest, b->longest);
}

void facts_either(facts *a, const facts *b) {
  shape_either(&a->shape, &b->shape);
  heads_either(&a->heads, &b->heads);
  a->made_of = byteset_either(a->made_of, b->made_of);
  facts rest = *b;
  unsigned longest = a->longest > b->longest ? a->longest : b->longest;
  if (rest.figures < a->figures) a->figures = rest.figures;
  if (rest.capitals < a->capitals) a->capitals = rest.capitals;
  if (rest.ahead < a->ahead) a->ahead = rest.ahead;
  for (size_t i = 0; i < 4; i++) {
    a->bytes[i] &= rest.bytes[i];
    a->before.bits[i] |= rest.before.bits[i];
  }
  a->edge = false;
  a->edged = a->edged && rest.edged;
  a->begun = a->begun || rest.begun;
  bool united = a->whole && rest.whole && unite(&a->ends, &rest.ends);
  if (!united) {
    facts_flush(a);
    facts_flush(&rest);
    if (rest.until > a->until) a->until = rest.until;
    if (!rest.best.count || !a->best.count || !unite(&a->best, &rest.best))
      a->best.count = 0;
  }
  a->longest = longest;
}

void facts_optional(facts *a) {
  a->figures = a->capitals = a->ahead = 0;
  memset(a->bytes, 0, sizeof a->bytes);
  a->best.count = 0;
  a->edge = a->edged = false;
  a->before = byteset_all();
  shape_optional(&a->shape);
  heads_optional(&a->heads);
  const needs_literal none = {.len = 0};
  if (a->whole && add(&a->ends, &none)) return;
  a->whole = false;
  set_nothing(&a->ends);
}

void facts_any_number(facts *a) {
  heads_more(&a->heads);
  facts_optional(a);
  facts_flush(a);
}

void facts_repeat(facts *a, unsigned least, bool more) {
  enum {
    MULTIPLIED = SHAPE_SETS
  }; /* beyond, only figures and capitals are counted */
  const facts one = *a;
  for (unsigned n = 1; n < least && n < MULTIPLIED; n++) facts_join(a, &one);
  a->figures = one.figures * least;
  a->capitals = one.capitals * least;
  if (!more && least <= MULTIPLIED) return;
  shape_more(&a->shape);
  heads_more(&a->heads);
  facts_flush(a);
  copy(&a->ends, &one.ends);
}

void facts_boundary(facts *a) {
  if (!a->begun) a->edged = true;
  shape_boundary(&a->shape);
  if (is_nothing(&a->ends)) {
    a->edge = true;
    return;
  }
  if (!all_word(&a->ends, true)) return;
  if (append(&a->ends, ALPHABET_OTHER)) facts_flush(a);
}

#include "needs.h"

#include <string.h>
#include "alphabet.h"
#include "charset.h"
#include "facts.h"

/* What one character of a set says: its letter, when that is one of a few. */
static void facts_charset(facts *f, const charset *c, bool caseless) {
  enum { FEW = 4 };
  bool figures = !c->beyond, capitals = !c->beyond && !caseless;
  charset all = *c;
  uint32_t letters = 0;
  unsigned kinds = 0;
  for (unsigned b = 0; b < 128; b++) {
    if (!charset_includes(c, b)) continue;
    bool cased = (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    if (caseless && cased) charset_include(&all, b ^ 0x20, b ^ 0x20);
    figures = figures && b >= '0' && b <= '9';
    capitals = capitals && b >= 'A' && b <= 'Z';
    letters |= (uint32_t)1 << alphabet_of((uint8_t)b);
  }
  for (unsigned k = 0; k < ALPHABET_SIZE; k++) kinds += letters >> k & 1;
  if (c->beyond) {
    /* The Kelvin sign and the long s have ASCII for their other case. */
    for (const char *x = "kKsS"; caseless && *x; x++)
      charset_include(&all, (uint8_t)*x, (uint8_t)*x);
    facts_anything(f);
    f->shape.head = f->made_of = charset_first(&all);
    f->made_of.bits[2] = f->made_of.bits[3] = UINT64_MAX;
    heads_byte(&f->heads, &f->shape.head);
    heads_more(&f->heads);
    f->shape.skipped = false;
    return;
  }
  facts_byte(f, charset_first(&all));
  f->figures = figures;
  f->capitals = capitals;
  if (kinds == 0 || kinds > FEW) return;
  f->ends.count = 0;
  f->whole = true;
  for (unsigned k = 0; k < ALPHABET_SIZE; k++)
    if (letters >> k & 1)
      f->ends.items[f->ends.count++] =
          (needs_literal){.len = 1, .letters = {(uint8_t)k}};
}

/* One byte, as it stands. */
static void facts_literal(facts *f, uint8_t byte, bool caseless) {
  bool capital = byte >= 'A' && byte <= 'Z';
  bool cased = capital || (byte >= 'a' && byte <= 'z');
  byteset set = {{0}};
  set.bits[byte >> 6] |= (uint64_t)1 << (byte & 63);
  byteset both = set;
  both.bits[byte >> 6] |= (uint64_t)1 << ((byte ^ 0x20) & 63);
  facts_byte(f, caseless && cased ? both : set);
  f->whole = true;
  f->ends.items[0] = (needs_literal){.len = 1, .letters = {alphabet_of(byte)}};
  f->figures = byte >= '0' && byte <= '9';
  f->capitals = capital && !caseless;
  if (!(caseless && cased)) memcpy(f->bytes, set.bits, sizeof f->bytes);
}

/* A character beyond ASCII stands for itself, byte by byte, unless there is
   another case of it. */
static void read_beyond(reader *r, facts *f) {
  facts_empty(f);
  do {
    facts byte;
    facts_literal(&byte, (uint8_t)r->text[r->at++], false);
    facts_join(f, &byte);
  } while (reader_more(r) && ((uint8_t)r->text[r->at] & 0xC0) == 0x80);
  if (!r->caseless) return;
  facts_anything(f);
  f->shape.skipped = false;
}

/* ---- groups, alternatives, repetition --------------------------------------- */

static void read_alternatives(reader *r, facts *out);

/* Flags up to ')' or ':'; only those that change nothing here, and i. */
static bool read_flags(reader *r) {
  bool on = true;
  for (; reader_more(r); r->at++) {
    char c = r->text[r->at];
    if (c == ')' || c == ':') return true;
    if (c == '-')
      on = false;
    else if (c == 'i')
      r->caseless = on;
    else if (!strchr("msU", c))
      r->unknown = true;
  }
  return false;
}

static void read_atom(reader *r, facts *out);

/* Is there one character of a set and nothing else up to the ')'? *out: its
   first bytes, of ASCII just those. */
static bool read_single(reader r, byteset *out) {
  unsigned char c = reader_more(&r) ? (unsigned char)r.text[r.at] : ')';
  bool escaped = c == '\\' && r.at + 1 < r.len;
  if (strchr("().^$|", c) || c >= 0x80) return false;
  if (escaped && strchr("bBAzZ", r.text[r.at + 1])) return false;
  facts one;
  read_atom(&r, &one);
  *out = one.shape.head;
  return reader_more(&r) && reader_at(&r, ")");
}

/* What a look behind says of the byte before. */
static byteset read_before(const reader *r, bool never) {
  byteset set;
  if (!read_single(*r, &set)) return byteset_all();
  if (r->caseless && (set.bits[2] | set.bits[3])) return byteset_all();
  if (!never) return set;
  set.bits[2] = set.bits[3] = 0; /* of others some may be in the set only */
  return byteset_not(set);
}

/* Behind "(?=" and the like, to the end. `f` is what stands before it. What
   must not be there tells something when it is a single byte. */
static void read_around(reader *r, facts *f, bool behind, bool never) {
  facts inner;
  bool caseless = r->caseless;
  if (behind) facts_behind(f, read_before(r, never));
  read_alternatives(r, &inner);
  if (!reader_take(r, ")")) r->unknown = true;
  r->caseless = caseless;
  shape_facts *x = &inner.shape;
  if (!behind && !never && inner.figures > f->ahead) f->ahead = inner.figures;
  if (never && !x->single) return;
  if (never) shape_byte(x, byteset_not(x->head));
  if (behind && x->fixed)
    shape_behind(&f->shape, &x->run);
  else if (!behind && !x->skipped)
    shape_ahead(&f->shape, x->head);
}

/* A look-around at r; it matches nothing itself. False when there is none. */
static bool take_around(reader *r, facts *f) {
  bool behind = reader_at(r, "(?<"), never = false;
  if (reader_take(r, "(?=") || reader_take(r, "(?<="))
    never = false;
  else if (reader_take(r, "(?!") || reader_take(r, "(?<!"))
    never = true;
  else
    return false;
  read_around(r, f, behind, never);
  return true;
}

/* Behind '('. */
static void read_group(reader *r, facts *out) {
  bool caseless = r->caseless;
  facts_empty(out);
  if (reader_take(r, "?")) {
    if (!reader_take(r, ">") && !reader_at(r, ":")) {
      if (!read_flags(r)) return;
      if (reader_take(r, ")")) return; /* until the end of the group around */
    }
    reader_take(r, ":");
  }
  read_alternatives(r, out);
  if (!reader_take(r, ")")) r->unknown = true;
  r->caseless = caseless;
}

static void read_atom(reader *r, facts *out) {
  charset c = {.beyond = false};
  facts_empty(out);
  if (reader_take(r, "(")) {
    read_group(r, out);
    return;
  }
  if (reader_take(r, "^") || reader_take(r, "$")) return;
  if (reader_take(r, ".")) {
    facts_anything(out);
    out->shape.skipped = false;
    return;
  }
  if (reader_take(r, "[")) {
    c = charset_class(r);
  } else if (reader_take(r, "\\")) {
    if (reader_take(r, "B") || reader_take(r, "A") || reader_take(r, "z") ||
        reader_take(r, "Z"))
      return;
    uint8_t letter = (uint8_t)r->text[r->at];
    c = charset_escape(r);
    if (alphabet_of(letter) == ALPHABET_OTHER) {
      facts_literal(out, letter, false);
      return;
    }
  } else if ((uint8_t)r->text[r->at] >= 0x80) {
    read_beyond(r, out);
    return;
  } else {
    facts_literal(out, (uint8_t)r->text[r->at++], r->caseless);
    return;
  }
  facts_charset(out, &c, r->caseless);
}

static unsigned read_number(reader *r) {
  unsigned n = 0;
  while (reader_more(r) && r->text[r->at] >= '0' && r->text[r->at] <= '9' &&
         n < 100000)
    n = n * 10 + (unsigned)(r->text[r->at++] - '0');
  return n;
}

/* The quantifier of an atom: how often at least and at most. False when there
   is none, as with a brace that begins no quantifier. */
static bool read_quantifier(reader *r, unsigned *least, unsigned *most) {
  size_t start = r->at;
  *least = 0;
  *most = NEEDS_UNBOUNDED;
  if (reader_take(r, "?")) {
    *most = 1;
  } else if (reader_take(r, "+")) {
    *least = 1;
  } else if (reader_take(r, "{")) {
    size_t digits = r->at;
    *least = read_number(r);
    bool given = r->at > digits;
    if (reader_take(r, ",")) {
      digits = r->at;
      *most = read_number(r);
      if (r->at == digits) *most = NEEDS_UNBOUNDED;
    } else {
      *most = *least;
    }
    if (!given || !reader_take(r, "}")) {
      r->at = start;
      return false;
    }
  } else if (!reader_take(r, "*")) {
    return false;
  }
  if (!reader_take(r, "?")) reader_take(r, "+");
  return true;
}

static unsigned times(unsigned longest, unsigned most) {
  uint64_t product = (uint64_t)longest * most;
  if (longest == 0) return 0;
  return most == NEEDS_UNBOUNDED || product > UINT16_MAX ? NEEDS_UNBOUNDED
                                                         : (unsigned)product;
}

static void read_sequence(reader *r, facts *out) {
  unsigned least, most;
  facts_empty(out);
  while (reader_more(r) && r->text[r->at] != '|' && r->text[r->at] != ')') {
    if (reader_take(r, "\\b")) {
      facts_boundary(out);
      continue;
    }
    if (take_around(r, out)) {
      if (read_quantifier(r, &least, &most)) r->unknown = true;
      continue;
    }
    facts atom;
    read_atom(r, &atom);
    if (read_quantifier(r, &least, &most)) {
      unsigned longest = times(atom.longest, most);
      if (least > 0)
        facts_repeat(&atom, least, most > least);
      else if (most > 1)
        facts_any_number(&atom);
      else
        facts_optional(&atom);
      atom.longest = longest;
      if (read_quantifier(r, &least, &most)) r->unknown = true;
    }
    facts_join(out, &atom);
  }
}

static void read_alternatives(reader *r, facts *out) {
  read_sequence(r, out);
  while (reader_more(r) && reader_take(r, "|")) {
    facts other;
    read_sequence(r, &other);
    facts_either(out, &other);
  }
}

void needs_read(const char *text, size_t len, pattern_needs *out) {
  reader r = {.text = text, .len = len};
  facts all;
  read_alternatives(&r, &all);
  *out = (pattern_needs){.until = NEEDS_UNBOUNDED,
                         .before = byteset_all(),
                         .made_of = byteset_all()};
  heads_anything(&out->heads);
  if (r.unknown || r.at < len) return;
  facts_flush(&all);
  out->until = all.best.count ? all.until : all.longest;
  out->before = all.before;
  out->made_of = all.made_of;
  out->heads = all.heads;
  out->edged = all.edged;
  out->figures = all.figures > all.ahead ? all.figures : all.ahead;
  out->capitals = all.capitals;
  memcpy(out->bytes, all.bytes, sizeof out->bytes);
  out->literals = all.best;
  shape_end(&all.shape, &out->shapes);
}

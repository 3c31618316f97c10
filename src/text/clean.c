/* From the draft, any bytes at all, to norm: valid UTF-8 in plain spelling,
   every byte of which knows what it stands for. */
#include <string.h>
#include "chars.h"
#include "eight.h"
#include "entity.h"
#include "fold.h"
#include "prepare.h"
#include "utf8.h"

typedef struct {
  size_t at;     /* bytes of the draft */
  uint32_t unit; /* UTF-16 units of the draft */
} clean_place;

typedef struct {
  uint32_t code;
  uint32_t from, to; /* UTF-16 units */
  uint8_t zone;
} clean_char;

/* Where the last character of norm starts; it grows when what follows it in
   the draft is dropped but belongs to it. */
typedef struct {
  prepare *p;
  clean_place place;
  uint32_t last;
} cleaner;

static clean_char next(const prepare *p, clean_place *place) {
  clean_char c;
  size_t start = place->at;
  c.zone = p->roles == NULL ? 0 : p->roles[start];
  c.from = place->unit;
  if (p->draft[start] == '&') {
    size_t n = entity_read(p->draft + start, p->draft_len - start, &c.code);
    if (n > 0) {
      place->at += n;
      place->unit += (uint32_t)n;
      c.to = place->unit;
      return c;
    }
  }
  c.code = utf8_next(p->draft, p->draft_len, &place->at);
  place->unit += utf8_units(c.code);
  c.to = place->unit;
  if (c.code == 0) c.code = UTF8_BAD;
  return c;
}

static void put(cleaner *c, const char *bytes, size_t n, clean_char ch) {
  prepare *p = c->p;
  c->last = p->len;
  for (size_t i = 0; i < n; i++, p->len++) {
    p->norm[p->len] = bytes[i];
    p->from[p->len] = ch.from;
    p->to[p->len] = ch.to;
    p->zones[p->len] = ch.zone;
  }
}

/* The last character stands for everything up to `to`. */
static void extend(cleaner *c, uint32_t to) {
  for (uint32_t i = c->last; i < c->p->len; i++) c->p->to[i] = to;
}

static char last_byte(const cleaner *c) {
  return c->p->len == 0 ? '\0' : c->p->norm[c->p->len - 1];
}

static void put_space(cleaner *c, clean_char ch) {
  if (last_byte(c) == ' ')
    extend(c, ch.to);
  else
    put(c, " ", 1, ch);
}

/* CRLF is one line end; a soft one is a space. */
static void put_line_end(cleaner *c, clean_char ch) {
  if (ch.code == '\r' && c->place.at < c->p->draft_len) {
    clean_place ahead = c->place;
    clean_char lf = next(c->p, &ahead);
    if (lf.code == '\n') {
      c->place = ahead;
      ch.to = lf.to;
      ch.zone |= lf.zone;
    }
  }
  if (ch.zone & ZONE_SOFT)
    put_space(c, ch);
  else
    put(c, "\n", 1, ch);
}

/* An emoji without what only colours it: skin tone, variation selector, the
   further members of a ZWJ sequence, tags. */
static void put_emoji(cleaner *c, clean_char ch) {
  char bytes[4];
  put(c, bytes, utf8_put(bytes, ch.code), ch);
  bool joined = false;
  while (c->place.at < c->p->draft_len) {
    clean_place ahead = c->place;
    clean_char tail = next(c->p, &ahead);
    bool drop = chars_invisible(tail.code) || chars_tone(tail.code) ||
                chars_mark(tail.code) || (joined && chars_emoji(tail.code));
    if (!drop) return;
    joined = tail.code == CHARS_ZWJ;
    c->place = ahead;
    extend(c, tail.to);
  }
}

static void put_other(cleaner *c, clean_char ch) {
  char bytes[FOLD_PLAIN_BYTES];
  const char *plain = chars_punctuation(ch.code);
  if (plain != NULL) {
    put(c, plain, strlen(plain), ch);
    return;
  }
  size_t n = fold_plain(ch.code, bytes);
  /* "2½" is not "21/2". */
  if (n > 2 && memchr(bytes, '/', n) != NULL && chars_digit(last_byte(c)))
    put(c, " ", 1, ch);
  if (n == 0) n = utf8_put(bytes, ch.code);
  put(c, bytes, n, ch);
}

static void put_any(cleaner *c, clean_char ch) {
  if (ch.code > ' ' && ch.code < 0x7F) {
    char byte = (char)ch.code;
    put(c, &byte, 1, ch);
  } else if (ch.code == '\r' || ch.code == '\n' || chars_line_end(ch.code)) {
    put_line_end(c, ch);
  } else if (chars_space(ch.code)) {
    put_space(c, ch);
  } else if (chars_invisible(ch.code)) {
    return;
  } else if (chars_mark(ch.code) && c->p->len > 0 && last_byte(c) != '\n' &&
             (unsigned char)last_byte(c) < 0x80) {
    extend(c, ch.to);
  } else if (chars_emoji(ch.code)) {
    put_emoji(c, ch);
  } else {
    put_other(c, ch);
  }
}

/* Does the byte stand for itself, whatever is around it? Not '&', which may
   begin an entity, nor a line end in Markdown, which may be soft. */
static bool is_plain(char byte, bool markdown) {
  unsigned char b = (unsigned char)byte;
  return (b == '\n' && !markdown) || (b > ' ' && b < 0x7F && b != '&');
}

/* The same of eight bytes, single spaces included; *space: is the byte before
   one, and then, is the last? */
static bool eight_plain(uint64_t x, bool *space, bool markdown) {
  uint64_t spaces = eight_equal(x, ' ');
  uint64_t other = ~eight_at_least(x, ' ') & EIGHT_EACH(0x80);
  if (!markdown) other &= ~eight_equal(x, '\n');
  other |= eight_at_least(x, 0x7F) | eight_equal(x, '&');
  if (other | (spaces & (spaces << 8 | (*space ? 0x80 : 0)))) return false;
  *space = spaces >> 63;
  return true;
}

/* How many bytes of the draft stay as they are, single spaces included. */
static size_t plain_run(const cleaner *c) {
  const char *s = c->p->draft + c->place.at;
  size_t left = c->p->draft_len - c->place.at, n = 0;
  bool space = last_byte(c) == ' ', markdown = c->p->roles != NULL;
  while (left - n >= 8 && eight_plain(eight_read(s + n), &space, markdown))
    n += 8;
  while (n < left && (is_plain(s[n], markdown) || (s[n] == ' ' && !space)))
    space = s[n++] == ' ';
  return n;
}

/* Copies a run of them at once: most drafts are little else. */
static void put_plain(cleaner *c, size_t n) {
  prepare *p = c->p;
  uint32_t *from = p->from + p->len, *to = p->to + p->len;
  uint32_t unit = c->place.unit;
  memcpy(p->norm + p->len, p->draft + c->place.at, n);
  if (p->roles) memcpy(p->zones + p->len, p->roles + c->place.at, n);
  for (size_t i = 0; i < n; i++) from[i] = unit + (uint32_t)i;
  for (size_t i = 0; i < n; i++) to[i] = unit + 1 + (uint32_t)i;
  p->len += (uint32_t)n;
  c->last = p->len - 1;
  c->place.at += n;
  c->place.unit += (uint32_t)n;
}

/* Bytes of norm at most: ASCII stays or shrinks; NUL and a bad byte grow to
   three, and no character from U+0080 on grows by more than two for each of
   its bytes ("½" becomes " 1/2"). */
static size_t bound(const prepare *p) {
  size_t n = p->draft_len, i = 0;
  for (; p->draft_len - i >= 8; i += 8) {
    uint64_t x = eight_read(p->draft + i);
    uint64_t grow = eight_beyond_ascii(x) | eight_equal(x, '\0');
    if (grow) n += 2 * eight_count(grow);
  }
  for (; i < p->draft_len; i++)
    if (p->draft[i] == '\0' || (unsigned char)p->draft[i] >= 0x80) n += 2;
  return n;
}

bool clean(prepare *p) {
  size_t room = bound(p);
  p->norm = arena_alloc_dirty(p->memory, room + 1);
  p->from = arena_alloc_dirty(p->memory, room * sizeof *p->from);
  p->to = arena_alloc_dirty(p->memory, room * sizeof *p->to);
  p->zones = arena_alloc(p->memory, room);
  if (p->norm == NULL || p->from == NULL || p->to == NULL || p->zones == NULL)
    return false;
  cleaner c = {p, {0, 0}, 0};
  while (c.place.at < p->draft_len) {
    size_t n = plain_run(&c);
    if (n > 0)
      put_plain(&c, n);
    else
      put_any(&c, next(p, &c.place));
  }
  p->norm[p->len] = '\0';
  p->units = c.place.unit;
  return true;
}

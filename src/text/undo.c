/* The second reading: spelled figures, letters for figures, letters of other
   alphabets for ours, spelled e-mail addresses. What it undoes never grows, so
   that one allocation as long as what is read is enough, made when the first
   disguise is met. */
#include "undo.h"
#include <string.h>
#include "chars.h"
#include "eight.h"
#include "fold.h"

static bool ready(undo *u) {
  uint32_t len = u->room;
  if (u->norm != NULL || u->failed) return !u->failed;
  u->norm = arena_alloc(u->memory, len);
  u->from = arena_alloc(u->memory, len * sizeof *u->from);
  u->to = arena_alloc(u->memory, len * sizeof *u->to);
  u->failed = u->norm == NULL || u->from == NULL || u->to == NULL;
  return !u->failed;
}

void undo_put(undo *u, char c, uint32_t start, uint32_t end) {
  if (!ready(u)) return;
  u->norm[u->len] = c;
  u->from[u->len] = u->plain->from[start];
  u->to[u->len] = u->plain->to[end - 1];
  u->len++;
}

void undo_copy(undo *u, uint32_t end) {
  for (; u->at < end; u->at++)
    undo_put(u, u->plain->norm[u->at], u->at, u->at + 1);
}

static bool letter_for_figure(char c) {
  return c == 'O' || c == 'o' || c == 'I' || c == 'l';
}

/* A letter of another alphabet that looks like one of ours: two bytes of s,
   and ours; '\0' for others. */
static char lookalike(const char *s, size_t left) {
  static const struct {
    char bytes[3], plain;
  } letters[] = {
      {"\u0430", 'a'}, {"\u0435", 'e'}, {"\u043e", 'o'}, {"\u0440", 'p'},
      {"\u0441", 'c'}, {"\u0445", 'x'}, {"\u0443", 'y'}, {"\u0456", 'i'},
      {"\u0458", 'j'}, {"\u0455", 's'}, {"\u0410", 'A'}, {"\u0412", 'B'},
      {"\u0415", 'E'}, {"\u041a", 'K'}, {"\u041c", 'M'}, {"\u041d", 'H'},
      {"\u041e", 'O'}, {"\u0420", 'P'}, {"\u0421", 'C'}, {"\u0422", 'T'},
      {"\u0425", 'X'}, {"\u0406", 'I'}, {"\u03bf", 'o'}, {"\u039f", 'O'},
      {"\u03b1", 'a'}, {"\u03bd", 'v'}, {"\u03c1", 'p'}, {"\u03b9", 'i'},
  };
  for (size_t i = 0; left > 1 && i < sizeof letters / sizeof *letters; i++)
    if (memcmp(s, letters[i].bytes, 2) == 0) return letters[i].plain;
  return '\0';
}

/* Letters of two alphabets in one word or number: nobody writes so who does
   not hide something. */
static void undo_lookalikes(undo *u, uint32_t token) {
  const text *t = u->plain;
  uint32_t start = t->tokens[token].start, end = t->tokens[token].end;
  bool ours = false, theirs = false;
  if (token > 0 && t->tokens[token - 1].end == start)
    start = t->tokens[token - 1].start;
  if (token + 1 < t->n_tokens && t->tokens[token + 1].start == end)
    end = t->tokens[token + 1].end;
  for (uint32_t i = start; i < end; i++) {
    ours = ours || chars_alnum(t->norm[i]);
    theirs = theirs || lookalike(t->norm + i, end - i) != '\0';
  }
  if (!ours || !theirs) return;
  undo_copy(u, t->tokens[token].start);
  while (u->at < t->tokens[token].end) {
    char c = lookalike(t->norm + u->at, t->tokens[token].end - u->at);
    if (c == '\0') {
      undo_copy(u, u->at + 1);
      continue;
    }
    undo_put(u, c, u->at, u->at + 2);
    u->at += 2;
  }
}

/* Letters for figures inside a number: a run of figures, O, o, I and l of
   three bytes or more, at least two of them figures. Longer runs than any
   number are left alone, so that each is looked at once. */
static uint32_t undo_letters(undo *u, uint32_t token) {
  const text *t = u->plain;
  uint32_t start = t->tokens[token].start, end = start, letters = 0;
  if (t->tokens[token].flags & TEXT_JOINED) return token;
  while (end < t->len && end - start < 24 &&
         (chars_digit(t->norm[end]) || letter_for_figure(t->norm[end])))
    letters += !chars_digit(t->norm[end++]);
  bool more = end < t->len && (chars_alnum(t->norm[end]) ||
                               (unsigned char)t->norm[end] >= 0x80);
  if (more || letters == 0 || end - start < 3 || end - start - letters < 2)
    return token;
  undo_copy(u, start);
  for (; u->at < end; u->at++) {
    char c = t->norm[u->at];
    c = c == 'O' || c == 'o' ? '0' : c == 'I' || c == 'l' ? '1' : c;
    undo_put(u, c, u->at, u->at + 1);
  }
  while (token < t->n_tokens && t->tokens[token].start < end) token++;
  return token;
}

/* What only spelled-out addresses need: "dot", "at" behind a bracket or before
   a link, or an "@" that stands alone. */
static bool spells_addresses(const text *t, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; i++) {
    const text_token *x = &t->tokens[i];
    if (undo_key(t, x, "dot")) return true;
    bool more = i + 1 < last;
    if (undo_key(t, x, "at") &&
        ((x->start > 0 && memchr("([{<", t->norm[x->start - 1], 4) != NULL) ||
         (more && x[1].kind == TEXT_LINK)))
      return true;
    if (more && x[1].start - x->end == 3 && t->norm[x->end + 1] == '@')
      return true;
  }
  return false;
}

/* Could it be part of a spelled-out number? Figures, number words, oh, o,
   nought, naught, double, triple and treble can. */
static bool may_be_figure(const text *t, uint32_t token) {
  if (token >= t->n_tokens) return false;
  const text_token *x = &t->tokens[token];
  if (x->kind == TEXT_NUMBER || x->value != TEXT_NO_VALUE) return true;
  if (x->kind != TEXT_WORD) return false;
  const char *key = t->keys + x->key;
  if (x->key_len == 6) return *key == 'n' || *key == 'd' || *key == 't';
  return x->key_len > 0 && x->key_len < 3 && *key == 'o';
}

/* Is there a byte beyond ASCII in the token? */
static bool foreign(const text *t, const text_token *token) {
  for (uint32_t i = token->start; i < token->end; i++)
    if ((unsigned char)t->norm[i] >= 0xC0) return token->kind != TEXT_EMOJI;
  return false;
}

/* Are there figures, and bytes beyond ASCII, in s[at..end)? */
static void look_over(const char *s, size_t at, size_t end, bool *figures,
                      bool *beyond) {
  uint64_t digits = 0, others = 0;
  for (; end - at >= 8; at += 8) {
    uint64_t x = eight_read(s + at);
    digits |= eight_at_least(x, '0') & ~eight_at_least(x, '9' + 1);
    others |= eight_beyond_ascii(x);
  }
  for (; at < end; at++) {
    digits |= chars_digit(s[at]);
    others |= (unsigned char)s[at] >= 0x80;
  }
  *figures = digits != 0;
  *beyond = others != 0;
}

bool text_disguises(text *out, arena *a, const text *plain, uint32_t first,
                    uint32_t last) {
  uint32_t start = first < last ? plain->tokens[first].start : 0;
  uint32_t end =
      last < plain->n_tokens ? plain->tokens[last - 1].end : plain->len;
  undo u = {.memory = a, .plain = plain, .at = start, .room = end - start};
  *out = (text){.utf16_len = plain->utf16_len, .complete = plain->complete};
  bool addresses = spells_addresses(plain, first, last), figures, beyond;
  look_over(plain->norm, start, end, &figures, &beyond);
  for (uint32_t i = first; i < last && !u.failed;) {
    uint32_t next = i;
    /* It takes two tokens at least: "triple nine". */
    if (may_be_figure(plain, i) && may_be_figure(plain, i + 1))
      next = undo_figures(&u, i);
    if (next == i && addresses) next = undo_address(&u, i);
    if (next == i && figures) next = undo_letters(&u, i);
    if (next == i && beyond && foreign(plain, &plain->tokens[i]))
      undo_lookalikes(&u, i);
    i = next == i ? i + 1 : next;
  }
  if (u.failed) return false;
  if (u.norm == NULL) return true;
  undo_copy(&u, end);
  char *folded = arena_alloc(a, u.len);
  if (u.failed || folded == NULL) return false;
  fold_bytes(folded, u.norm, u.len);
  out->norm = u.norm;
  out->folded = out->keys = folded;
  out->from = u.from;
  out->to = u.to;
  out->len = u.len;
  return true;
}

#include "charset.h"

#include "alphabet.h"

void charset_include(charset *c, unsigned first, unsigned last) {
  for (unsigned b = first; b <= last && b < 128; b++)
    c->bits[b >> 6] |= (uint64_t)1 << (b & 63);
}

static void invert(charset *c) {
  c->bits[0] = ~c->bits[0];
  c->bits[1] = ~c->bits[1];
  c->beyond = true;
}

static void add_spaces(charset *c) {
  charset_include(c, '\t', '\r');
  charset_include(c, ' ', ' ');
}

static void add_word(charset *c) {
  charset_include(c, '0', '9');
  charset_include(c, 'A', 'Z');
  charset_include(c, 'a', 'z');
  charset_include(c, '_', '_');
}

charset charset_escape(reader *r) {
  charset c = {.beyond = false};
  unsigned char letter = (unsigned char)r->text[r->at++];
  switch (letter) {
  case 'd':
  case 'D': charset_include(&c, '0', '9'); break;
  case 's':
  case 'S': add_spaces(&c); break;
  case 'w':
  case 'W': add_word(&c); break;
  case 'n': charset_include(&c, '\n', '\n'); break;
  case 't': charset_include(&c, '\t', '\t'); break;
  default:
    if (alphabet_of(letter) != ALPHABET_OTHER || letter >= 0x80)
      r->unknown = true;
    charset_include(&c, letter, letter);
  }
  if (letter == 'D' || letter == 'S' || letter == 'W') invert(&c);
  return c;
}

/* One member of a bracketed class; a range may begin with it. */
static charset read_member(reader *r) {
  charset c = {.beyond = false};
  if (reader_at(r, "[:") || reader_at(r, "[.") || reader_at(r, "[="))
    r->unknown = true;
  if (reader_take(r, "\\")) return charset_escape(r);
  unsigned char first = (unsigned char)r->text[r->at++], last = first;
  bool range =
      r->len - r->at > 1 && r->text[r->at] == '-' && r->text[r->at + 1] != ']';
  if (range) {
    last = (unsigned char)r->text[r->at + 1];
    if (last == '\\' || last == '[') r->unknown = true;
    r->at += 2;
  }
  c.beyond = first >= 0x80 || last >= 0x80;
  charset_include(&c, first, c.beyond ? 127 : last);
  return c;
}

charset charset_class(reader *r) {
  charset c = {.beyond = false};
  bool inverted = reader_take(r, "^");
  for (bool first = true; reader_more(r); first = false) {
    if (!first && reader_take(r, "]")) break;
    charset member = read_member(r);
    c.bits[0] |= member.bits[0];
    c.bits[1] |= member.bits[1];
    c.beyond = c.beyond || member.beyond;
  }
  if (inverted) invert(&c);
  return c;
}

byteset charset_first(const charset *c) {
  uint64_t more = c->beyond ? UINT64_MAX : 0;
  return (byteset){{c->bits[0], c->bits[1], more, more}};
}

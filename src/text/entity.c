#include "entity.h"
#include <string.h>
#include "utf8.h"

/* Longest reference looked at; numbers may have leading zeros. */
#define ENTITY_BYTES 16u

static const struct {
  const char *name;
  uint32_t code;
} names[] = {
    {"amp;", '&'},  {"lt;", '<'},    {"gt;", '>'},
    {"quot;", '"'}, {"apos;", '\''}, {"nbsp;", 0xA0},
};

static int digit_value(char c, unsigned base) {
  if (c >= '0' && c <= '9') return c - '0';
  if (base == 16 && c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (base == 16 && c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/* The number that starts at s[at], behind "&#". */
static size_t number(const char *s, size_t len, size_t at, uint32_t *code) {
  unsigned base = 10;
  if (at < len && (s[at] == 'x' || s[at] == 'X')) {
    base = 16;
    at++;
  }
  size_t start = at;
  uint32_t value = 0;
  int digit;
  while (at < len && (digit = digit_value(s[at], base)) >= 0) {
    if (value <= 0x10FFFF) value = value * base + (uint32_t)digit;
    at++;
  }
  if (at == start || at >= len || s[at] != ';') return 0;
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
    value = UTF8_BAD;
  *code = value;
  return at + 1;
}

size_t entity_read(const char *s, size_t len, uint32_t *code) {
  if (len > ENTITY_BYTES) len = ENTITY_BYTES;
  if (len > 2 && s[1] == '#') return number(s, len, 2, code);
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    size_t n = strlen(names[i].name);
    if (len > n && memcmp(s + 1, names[i].name, n) == 0) {
      *code = names[i].code;
      return n + 1;
    }
  }
  return 0;
}

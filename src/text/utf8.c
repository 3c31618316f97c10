#include "utf8.h"

/* Bytes behind the lead byte, and the range of the first of them; the others
   are 80..BF. 0 for bytes that lead nothing. */
static unsigned tail_of(unsigned char lead, unsigned char *low,
                        unsigned char *high) {
  *low = 0x80;
  *high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) return 1;
  if (lead >= 0xE0 && lead <= 0xEF) {
    if (lead == 0xE0) *low = 0xA0;
    if (lead == 0xED) *high = 0x9F;
    return 2;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if (lead == 0xF0) *low = 0x90;
    if (lead == 0xF4) *high = 0x8F;
    return 3;
  }
  return 0;
}

uint32_t utf8_next(const char *s, size_t len, size_t *at) {
  const unsigned char *b = (const unsigned char *)s + *at;
  size_t left = len - *at;
  *at += 1;
  if (b[0] < 0x80) return b[0];
  unsigned char low, high;
  unsigned tail = tail_of(b[0], &low, &high);
  if (tail == 0 || left <= tail || b[1] < low || b[1] > high) return UTF8_BAD;
  uint32_t code = b[0] & (0x3Fu >> tail);
  for (unsigned i = 1; i <= tail; i++) {
    if ((b[i] & 0xC0) != 0x80) return UTF8_BAD;
    code = code << 6 | (b[i] & 0x3Fu);
  }
  *at += tail;
  return code;
}

size_t utf8_put(char *out, uint32_t code) {
  if (code < 0x80) {
    out[0] = (char)code;
    return 1;
  }
  size_t n = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  for (size_t i = n; i-- > 1; code >>= 6) out[i] = (char)(0x80 | (code & 0x3F));
  static const unsigned char mark[] = {0, 0, 0xC0, 0xE0, 0xF0};
  out[0] = (char)(mark[n] | code);
  return n;
}

uint32_t utf8_length16(const char *s, size_t len) {
  uint32_t units = 0;
  for (size_t at = 0; at < len;) {
    uint32_t more = utf8_units(utf8_next(s, len, &at));
    if (units > UINT32_MAX - more) return UINT32_MAX;
    units += more;
  }
  return units;
}

size_t utf8_cut(const char *s, size_t len, size_t limit) {
  if (limit >= len) return len;
  for (size_t back = 1; back <= 3 && back <= limit; back++) {
    size_t at = limit - back;
    if (((unsigned char)s[at] & 0xC0) == 0x80) continue;
    size_t start = at;
    utf8_next(s, len, &at);
    return at > limit ? start : limit;
  }
  return limit;
}

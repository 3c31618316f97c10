#include "fold.h"
#include <string.h>
#include "fold_table.h"
#include "utf8.h"

_Static_assert(FOLD_TEXT_BYTES <= FOLD_PLAIN_BYTES, "texts fit");

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

size_t fold_plain(uint32_t code, char out[FOLD_PLAIN_BYTES]) {
  size_t low = 0, high = COUNT(fold_pages);
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (code > fold_pages[middle].last) {
      low = middle + 1;
    } else if (code < fold_pages[middle].first) {
      high = middle;
    } else {
      uint32_t at = fold_pages[middle].at + (code - fold_pages[middle].first);
      uint8_t entry = fold_data[at];
      if (entry == 0) return 0;
      if (entry < 0x80) {
        out[0] = (char)entry;
        return 1;
      }
      const char *text = fold_texts[entry - 0x80];
      size_t n = 0;
      while (text[n] != '\0') {
        out[n] = text[n];
        n++;
      }
      return n;
    }
  }
  return 0;
}

uint32_t fold_lower(uint32_t code) {
  if (code < 0x80) return (unsigned char)fold_ascii((char)code);
  size_t low = 0, high = COUNT(fold_cases);
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (code > fold_cases[middle].last) {
      low = middle + 1;
    } else if (code < fold_cases[middle].first) {
      high = middle;
    } else {
      uint32_t behind = code - fold_cases[middle].first;
      if (behind % fold_cases[middle].step != 0) return code;
      return (uint32_t)((int32_t)code + fold_cases[middle].delta);
    }
  }
  return code;
}

/* Eight bytes at once: the lower case of ASCII letters, of which `s` is all.
   Adding to a byte below 0x80 what is missing from 'A', or from behind 'Z', to
   0x80 sets its highest bit just when it is as large, and no other byte's. */
static uint64_t fold_eight(uint64_t s) {
  const uint64_t each = 0x0101010101010101u;
  uint64_t from_a = s + each * (0x80 - 'A'), behind_z = s + each * (0x7F - 'Z');
  return s | ((from_a & ~behind_z & each * 0x80) >> 2);
}

void fold_bytes(char *out, const char *s, size_t len) {
  for (size_t at = 0; at < len;) {
    uint64_t eight;
    if (len - at >= sizeof eight) {
      memcpy(&eight, s + at, sizeof eight);
      if (!(eight & 0x8080808080808080u)) {
        eight = fold_eight(eight);
        memcpy(out + at, &eight, sizeof eight);
        at += sizeof eight;
        continue;
      }
    }
    if ((unsigned char)s[at] < 0x80) {
      out[at] = fold_ascii(s[at]);
      at++;
      continue;
    }
    size_t start = at;
    uint32_t code = utf8_next(s, len, &at);
    utf8_put(out + start, fold_lower(code));
  }
}

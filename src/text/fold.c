#include "fold.h"
#include "eight.h"
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

void fold_bytes(char *out, const char *s, size_t len) {
  for (size_t at = 0; at < len;) {
    if (len - at >= 8) {
      uint64_t x = eight_read(s + at);
      if (!eight_beyond_ascii(x)) {
        uint64_t big = eight_at_least(x, 'A') & ~eight_at_least(x, 'Z' + 1);
        eight_write(out + at, x | big >> 2);
        at += 8;
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

#include "word.h"
#include <string.h>
#include "chars.h"
#include "disguise.h"
#include "fold.h"
#include "stops.h"
#include "text.h"
#include "utf8.h"

static bool single_letter(const char *s, size_t len, size_t at) {
  return at < len && chars_ascii_letter(s[at]) &&
         chars_letter_at(s, len, at + 1) == 0 &&
         (at + 1 >= len || !(chars_digit(s[at + 1]) || s[at + 1] == '\''));
}

/* Single letters with full stops between them: "S.W.", "d.o.b". */
static size_t abbreviation_end(const char *s, size_t len, size_t at) {
  if (at > 0 && (s[at - 1] == '.' || s[at - 1] == '\'')) return at;
  size_t end = at, letters = 0;
  while (single_letter(s, len, end)) {
    letters++;
    end++;
    if (end >= len || s[end] != '.') break;
    end++;
  }
  if (letters < 2) return at;
  if (s[end - 1] == '.' && stops_abbreviation(s, len, at, end)) end--;
  return end;
}

size_t word_end(const char *s, size_t len, size_t at, uint16_t *flags) {
  size_t end = disguise_end(s, len, at), n;
  *flags = TEXT_DISGUISED;
  if (end > at) return end;
  end = abbreviation_end(s, len, at);
  *flags = TEXT_ABBREVIATED;
  if (end > at) return end;
  *flags = 0;
  while ((n = chars_letter_at(s, len, end)) > 0 ||
         (end > at && end < len && s[end] == '\'' &&
          chars_letter_at(s, len, end + 1) > 0))
    end += n > 0 ? n : 1;
  return end;
}

static bool upper_at(const char *s, size_t len, size_t at) {
  if (at >= len) return false;
  uint32_t code = utf8_next(s, len, &at);
  return fold_lower(code) != code;
}

size_t word_hashtag_end(const char *s, size_t len, size_t at) {
  size_t end = at, n, letters = 0;
  bool was_upper = false;
  if (chars_digit(s[at])) {
    while (end < len && chars_digit(s[end])) end++;
    return end;
  }
  while ((n = chars_letter_at(s, len, end)) > 0) {
    bool upper = upper_at(s, len, end);
    bool lower_next =
        chars_letter_at(s, len, end + n) > 0 && !upper_at(s, len, end + n);
    if (letters > 0 && upper && !was_upper) break;
    if (letters > 1 && upper && was_upper && lower_next) break;
    was_upper = upper;
    letters++;
    end += n;
  }
  return end;
}

size_t word_key(char *out, const char *s, size_t len, uint16_t flags) {
  size_t n = 0;
  for (size_t i = 0; i < len; i++) {
    char c = s[i];
    if ((flags & TEXT_ABBREVIATED) && c == '.') continue;
    if (flags & TEXT_DISGUISED) c = disguise_letter(c);
    bool third =
        chars_ascii_letter(c) && n > 1 && out[n - 1] == c && out[n - 2] == c;
    if (!third) out[n++] = c;
  }
  return n;
}

uint16_t word_case(const char *s, size_t len) {
  uint16_t flags = 0;
  size_t letters = 0, capitals = 0;
  if (upper_at(s, len, 0)) flags |= TEXT_CAPITAL;
  for (size_t at = 0; at < len;) {
    uint32_t code = utf8_next(s, len, &at);
    if (!chars_letter(code)) continue;
    letters++;
    if (fold_lower(code) != code) capitals++;
  }
  if (letters > 1 && capitals == letters) flags |= TEXT_UPPER;
  return flags;
}

/* Could a number word begin with these three letters? Few words get further. */
static bool begins_value(const char *key) {
  switch (key[0]) {
  case 'z': return key[1] == 'e' && key[2] == 'r';
  case 'o': return key[1] == 'n' && key[2] == 'e';
  case 't':
    return (key[1] == 'w' && (key[2] == 'o' || key[2] == 'e')) ||
           (key[1] == 'h' && key[2] != 'e' && key[2] != 'a') ||
           (key[1] == 'e' && key[2] == 'n');
  case 'f':
    return (key[1] == 'o' && (key[2] == 'u' || key[2] == 'r')) ||
           (key[1] == 'i' && (key[2] == 'v' || key[2] == 'f'));
  case 's':
    return (key[1] == 'i' && key[2] == 'x') || (key[1] == 'e' && key[2] == 'v');
  case 'e': return (key[1] == 'i' && key[2] == 'g') || key[1] == 'l';
  case 'n': return key[1] == 'i' && key[2] == 'n';
  case 'h': return key[1] == 'u' && key[2] == 'n';
  default: return false;
  }
}

uint32_t word_value(const char *key, size_t len) {
  static const struct {
    char word[10];
    uint16_t value;
  } values[] = {
      {"zero", 0},     {"one", 1},        {"two", 2},         {"three", 3},
      {"four", 4},     {"five", 5},       {"six", 6},         {"seven", 7},
      {"eight", 8},    {"nine", 9},       {"ten", 10},        {"eleven", 11},
      {"twelve", 12},  {"thirteen", 13},  {"fourteen", 14},   {"fifteen", 15},
      {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},   {"nineteen", 19},
      {"twenty", 20},  {"thirty", 30},    {"forty", 40},      {"fourty", 40},
      {"fifty", 50},   {"sixty", 60},     {"seventy", 70},    {"eighty", 80},
      {"ninety", 90},  {"hundred", 100},  {"thousand", 1000},
  };
  if (len < 3 || len >= sizeof values[0].word || !begins_value(key))
    return TEXT_NO_VALUE;
  for (size_t i = 0; i < sizeof values / sizeof *values; i++)
    if (values[i].word[0] == key[0] && strlen(values[i].word) == len &&
        memcmp(values[i].word, key, len) == 0)
      return values[i].value;
  return TEXT_NO_VALUE;
}

static size_t digits(const char *s, size_t len, size_t at) {
  size_t end = at;
  while (end < len && chars_digit(s[end])) end++;
  return end - at;
}

size_t word_number_end(const char *s, size_t len, size_t at, uint32_t *value) {
  size_t end = at + digits(s, len, at), n;
  bool whole = true;
  if (end - at <= 3 && s[at] != '0')
    while (end < len && s[end] == ',' && digits(s, len, end + 1) == 3) end += 4;
  if (end + 1 < len && s[end] == '.' && (at == 0 || s[at - 1] != '.') &&
      (n = digits(s, len, end + 1)) > 0) {
    size_t behind = end + 1 + n;
    bool more = behind < len && s[behind] == '.' && digits(s, len, behind + 1);
    if (!more) {
      end = behind;
      whole = false;
    }
  }
  uint32_t sum = 0;
  for (size_t i = at; i < end && sum <= 999999; i++)
    if (chars_digit(s[i])) sum = sum * 10 + (uint32_t)(s[i] - '0');
  *value = whole && sum <= 999999 ? sum : TEXT_NO_VALUE;
  return end;
}

#include "builtin.h"

#include <string.h>

const char *const builtin_names[] = {
    "number",   "name",     "mention",  "link",   "emoji",
    "hashtag",  "question", "shouting", "quoted", "code",
    "any word", "learned",  NULL};

/* Digits at *s as a number of at most 999,999; moves *s behind them. */
static bool read_number(const char **s, uint32_t *out) {
  const char *from = *s;
  *out = 0;
  for (; **s >= '0' && **s <= '9'; (*s)++) {
    if (*out > 99999) return false;
    *out = *out * 10 + (uint32_t)(**s - '0');
  }
  return *s > from;
}

static bool read_bounds(const char *s, ruleset_class *out) {
  if (*s == '\0') {
    out->low = 0;
    out->high = 999999;
    return true;
  }
  if (*s++ != ' ' || !read_number(&s, &out->low)) return false;
  out->high = out->low;
  if (*s == '-') {
    s++;
    if (!read_number(&s, &out->high)) return false;
  }
  return *s == '\0' && out->low <= out->high;
}

/* " 75 jigsaw" or " under 20 jigsaw" */
static bool read_learned(const char *s, ruleset_class *out) {
  out->below = strncmp(s, " under", 6) == 0;
  if (out->below) s += 6;
  if (*s++ != ' ' || !read_number(&s, &out->low)) return false;
  if (out->low < 1 || out->low > 99 || *s++ != ' ') return false;
  out->principle = s;
  return *s != '\0';
}

bool builtin_read(const char *name, ruleset_class *out) {
  for (size_t n = 0; builtin_names[n]; n++) {
    size_t len = strlen(builtin_names[n]);
    if (strncmp(name, builtin_names[n], len) != 0) continue;
    *out = (ruleset_class){.kind = (class_kind)(CLASS_NUMBER + n)};
    if (out->kind == CLASS_NUMBER) {
      if (read_bounds(name + len, out)) return true;
    } else if (out->kind == CLASS_LEARNED) {
      if (read_learned(name + len, out)) return true;
    } else if (name[len] == '\0') {
      return true;
    }
  }
  return false;
}

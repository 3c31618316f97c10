#include "setting.h"

#include <string.h>

enum { MOST_VALUES = 11 };

static const char *const names[SETTING_FACETS][MOST_VALUES] = {
    {"open", "locked", "group", "dm"},
    {"named", "anon", "unstated"},
    {"student", "qualified", "carer", "educator", "lived", "any"},
    {"tweet", "comment", "blog", "facebook", "group-post", "linkedin",
     "instagram", "tiktok", "whatsapp", "forum"}};

static const char *const level_names[EARSHOT_LEVELS] = {"cheer", "ask", "note",
                                                        "pause", "hold"};

const char *earshot_level_name(earshot_level level) {
  return level_names[level];
}

earshot_setting earshot_default_setting(void) {
  return (earshot_setting){EARSHOT_OPEN, EARSHOT_UNSTATED, EARSHOT_ANY,
                           EARSHOT_TWEET, -1};
}

/* The number of a value within a facet, or -1. */
static int value_named(size_t facet, const char *name, size_t len) {
  for (int v = 0; v < MOST_VALUES && names[facet][v]; v++)
    if (strlen(names[facet][v]) == len &&
        memcmp(names[facet][v], name, len) == 0)
      return v;
  return -1;
}

bool setting_facet_value(const char *name, size_t len,
                         enum setting_facet *facet, unsigned *value) {
  for (size_t f = 0; f < SETTING_FACETS; f++) {
    int v = value_named(f, name, len);
    if (v < 0) continue;
    *facet = (enum setting_facet)f;
    *value = (unsigned)v;
    return true;
  }
  return false;
}

/* Two digits below `limit`, or -1. */
static int two_digits(const char *s, int limit) {
  if (s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9') return -1;
  int n = (s[0] - '0') * 10 + (s[1] - '0');
  return n < limit ? n : -1;
}

/* "t=HH:MM" */
static int read_time(const char *s, size_t len) {
  if (len != 7 || s[0] != 't' || s[1] != '=' || s[4] != ':') return -1;
  int hour = two_digits(s + 2, 24), minute = two_digits(s + 5, 60);
  return hour < 0 || minute < 0 ? -1 : hour * 60 + minute;
}

bool earshot_parse_setting(const char *text, size_t len, earshot_setting *out,
                           const char **fault) {
  const char *end = text + len, *at = text;
  int values[SETTING_FACETS];
  earshot_setting s = {.minute = -1};
  for (size_t f = 0; f < SETTING_FACETS; f++) {
    const char *from = at;
    while (at < end && *at != '/' && *at != ';') at++;
    *fault = from;
    values[f] = value_named(f, from, (size_t)(at - from));
    if (values[f] < 0) return false;
    *fault = at;
    bool last = f == SETTING_FACETS - 1;
    if (!last && (at == end || *at++ != '/')) return false;
  }
  if (at < end) {
    *fault = at;
    if (*at != ';') return false;
    *fault = at + 1;
    s.minute = read_time(at + 1, (size_t)(end - at - 1));
    if (s.minute < 0) return false;
  }
  s.audience = (earshot_audience)values[SETTING_AUDIENCE];
  s.identity = (earshot_identity)values[SETTING_IDENTITY];
  s.role = (earshot_role)values[SETTING_ROLE];
  s.medium = (earshot_medium)values[SETTING_MEDIUM];
  *out = s;
  return true;
}

size_t setting_write(const earshot_setting *s, char out[SETTING_TEXT]) {
  const unsigned values[SETTING_FACETS] = {s->audience, s->identity, s->role,
                                           s->medium};
  char *end = out;
  for (size_t f = 0; f < SETTING_FACETS; f++) {
    size_t n = strlen(names[f][values[f]]);
    if (f) *end++ = '/';
    memcpy(end, names[f][values[f]], n);
    end += n;
  }
  if (s->minute >= 0) {
    const int digits[4] = {s->minute / 600, s->minute / 60 % 10,
                           s->minute % 60 / 10, s->minute % 10};
    memcpy(end, ";t=", 3);
    end += 3;
    for (size_t d = 0; d < 4; d++) {
      if (d == 2) *end++ = ':';
      *end++ = (char)('0' + digits[d]);
    }
  }
  *end = '\0';
  return (size_t)(end - out);
}

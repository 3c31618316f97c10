/* "Settings": where a reminder speaks differently, and how. */
#include <string.h>
#include "../setting.h"
#include "item.h"

static bool is_space(char c) { return c == ' ' || c == '\n'; }

static void trim(const char **text, size_t *len) {
  while (*len && is_space((*text)[0])) (*text)++, (*len)--;
  while (*len && is_space((*text)[*len - 1])) (*len)--;
}

static bool begins(const char *text, size_t len, const char *with) {
  size_t n = strlen(with);
  return len >= n && memcmp(text, with, n) == 0;
}

static bool fault_where(item *i, size_t offset, const char *what) {
  return item_fault(i, offset, "bad-setting", "There is no setting called %.",
                    "Audience: open locked group dm. Identity: named anon "
                    "unstated. Role: student qualified carer educator lived "
                    "any. Medium: tweet comment blog facebook group-post "
                    "linkedin instagram tiktok whatsapp forum. Or a time: "
                    "22:00-05:59.",
                    what);
}

static bool two_digits(const char *s, int limit, int *out) {
  if (s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9') return false;
  *out = (s[0] - '0') * 10 + (s[1] - '0');
  return *out < limit;
}

/* "22:00-05:59" */
static bool read_time(const char *s, size_t len, move *m) {
  int h1, m1, h2, m2;
  if (len != 11 || s[2] != ':' || s[5] != '-' || s[8] != ':') return false;
  if (!two_digits(s, 24, &h1) || !two_digits(s + 3, 60, &m1) ||
      !two_digits(s + 6, 24, &h2) || !two_digits(s + 9, 60, &m2))
    return false;
  m->from = h1 * 60 + m1;
  m->until = h2 * 60 + m2;
  return true;
}

/* One name between commas or "and". */
static bool read_place(item *i, const char *name, size_t len, size_t offset,
                       move *m) {
  trim(&name, &len);
  if (read_time(name, len, m)) return true;
  if (begins(name, len, "role ")) name += 5, len -= 5;
  trim(&name, &len);
  enum setting_facet facet;
  unsigned value;
  if (setting_facet_value(name, len, &facet, &value)) {
    m->facets[facet] |= 1u << value;
    return true;
  }
  char *copy = item_string(i->memory, name, len, false);
  return copy && fault_where(i, offset, *copy ? copy : "nothing");
}

/* Commas join values, of one facet or of several ("dm, whatsapp": either);
   "and" joins facets. One of both together would be anybody's guess. */
static bool read_places(item *i, const char *text, size_t len, move *m) {
  size_t from = 0, facets = 0;
  bool both = false;
  for (size_t at = 0; at <= len; at++) {
    size_t cut = 0;
    if (at == len || text[at] == ',')
      cut = 1;
    else if (begins(text + at, len - at, " and "))
      cut = 5, both = true;
    if (!cut) continue;
    size_t offset = (size_t)(text - i->block->raw) + from;
    if (!read_place(i, text + from, at - from, offset, m)) return false;
    from = at + cut;
  }
  for (size_t f = 0; f < 4; f++) facets += m->facets[f] != 0;
  m->either = facets > 1 && !both;
  return true;
}

static bool read_only_with(item *i, size_t from, move *m) {
  lexer l = {.text = i->block->raw, .len = i->block->raw_len, .at = from};
  m->effect = MOVE_ONLY_WITH;
  if (!operand_read(i, &l, &m->needs)) return false;
  lexeme x = lex_peek(&l);
  if (x.kind == LEX_END) return true;
  return item_fault(i, x.offset, "unexpected", "This cannot stand here.",
                    "\"only with\" is followed by phrases and classes.", NULL);
}

static bool read_effect(item *i, const char *text, size_t len, move *m) {
  size_t offset = (size_t)(text - i->block->raw);
  trim(&text, &len);
  if (len == 3 && begins(text, len, "off")) {
    m->effect = MOVE_OFF;
    return true;
  }
  if (begins(text, len, "one level higher") && len == 16) {
    m->effect = MOVE_UP;
    return true;
  }
  if (begins(text, len, "one level lower") && len == 15) {
    m->effect = MOVE_DOWN;
    return true;
  }
  if (begins(text, len, "add:")) {
    m->effect = MOVE_ADD;
    m->line = item_string(i->memory, text + 4, len - 4, false);
    return m->line != NULL;
  }
  if (begins(text, len, "only with "))
    return read_only_with(i, (size_t)(text - i->block->raw) + 10, m);
  bool most = begins(text, len, "at most "),
       least = begins(text, len, "at least ");
  size_t lead = most ? 8 : 9;
  int level = most || least ? level_named(text + lead, len - lead) : -1;
  if (level < 0)
    return item_fault(i, offset, "bad-effect",
                      "What should happen there is not understood.",
                      "Write off, one level higher, one level lower, at most "
                      "note, at least pause, only with [class], or add: and a "
                      "sentence.",
                      NULL);
  m->effect = most ? MOVE_AT_MOST : MOVE_AT_LEAST;
  m->level = (earshot_level)level;
  return true;
}

/* The colon between where and what: not one inside a time. */
static size_t find_colon(const char *text, size_t len) {
  for (size_t n = 0; n < len; n++) {
    bool in_time = n > 0 && n + 1 < len && text[n + 1] >= '0' &&
                   text[n + 1] <= '9' && text[n - 1] >= '0' &&
                   text[n - 1] <= '9';
    if (text[n] == ':' && !in_time) return n;
  }
  return len;
}

bool move_read(item *i, move_list *out) {
  const char *text = i->block->raw;
  size_t len = i->block->raw_len;
  move *m = list_add(i->memory, out);
  if (!m) return false;
  *m = (move){.from = -1, .until = -1, .text = text};
  arena_reset(i->scratch);
  if (begins(text, len, "only in ")) {
    m->inverted = true;
    m->effect = MOVE_OFF;
    return read_places(i, text + 8, len - 8, m);
  }
  size_t colon = find_colon(text, len);
  if (colon == len)
    return item_fault(i, 0, "bad-setting-item",
                      "An item of \"Settings\" says where, a colon, and what.",
                      "For example \"lived: off\" or \"dm: at most note\".",
                      NULL);
  return read_places(i, text, colon, m) &&
         read_effect(i, text + colon + 1, len - colon - 1, m);
}

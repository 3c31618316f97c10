#include "heading.h"

#include <string.h>

typedef struct {
  const char *text; /* a colon at the end: a title follows */
  unsigned level;
  heading_kind kind;
  bool needs_id;
} form;

static const form forms[] = {{"Pack:", 1, HEAD_PACK, true},
                             {"Principle:", 1, HEAD_PRINCIPLE, true},
                             {"Extend:", 1, HEAD_EXTEND, true},
                             {"Reword:", 1, HEAD_REWORD, true},
                             {"Mute:", 1, HEAD_MUTE, true},
                             {"Scenario:", 1, HEAD_SCENARIO, true},
                             {"Words:", 1, HEAD_WORDS, false},
                             {"Words", 1, HEAD_WORDS, false},
                             {"Other wordings", 2, HEAD_WORDINGS, false},
                             {"Try instead", 2, HEAD_INSTEAD, false},
                             {"Stems from", 2, HEAD_STEMS, false},
                             {"Standards", 2, HEAD_STANDARDS, false},
                             {"Settings", 2, HEAD_SETTINGS, false},
                             {"Signal:", 2, HEAD_SIGNAL, true},
                             {"Words:", 2, HEAD_CLASS, false},
                             {"Extend:", 2, HEAD_EXTEND_CLASS, false},
                             {"Draft", 2, HEAD_DRAFT, false},
                             {"Questions", 2, HEAD_QUESTIONS, false},
                             {"Reminders", 2, HEAD_SAYINGS, false},
                             {"What good might look like", 2, HEAD_GOOD, false},
                             {"For the facilitator", 2, HEAD_NOTES, false},
                             {"Looks for", 3, HEAD_LOOKS_FOR, false},
                             {"Adds up", 3, HEAD_ADDS_UP, false},
                             {"Unless", 3, HEAD_UNLESS, false},
                             {"Levels", 3, HEAD_LEVELS, false},
                             {"Settings", 3, HEAD_SIGNAL_SETTINGS, false},
                             {"Fires", 3, HEAD_FIRES, false},
                             {"Stays quiet", 3, HEAD_QUIET, false}};
enum { FORMS = sizeof forms / sizeof *forms };

static bool good_id(const char *id) {
  if (!*id || strlen(id) > 60) return false;
  for (; *id; id++)
    if (!((*id >= 'a' && *id <= 'z') || (*id >= '0' && *id <= '9') ||
          *id == '-'))
      return false;
  return true;
}

/* Splits "title `id`" into its parts. */
static bool split_id(item *i, heading *out, const char **text, size_t *len) {
  const char *t = *text;
  size_t n = *len;
  while (n && (t[n - 1] == '#' || t[n - 1] == ' ')) n--; /* closing hashes */
  *len = n;
  if (n < 2 || t[n - 1] != '`') return true;
  size_t open = n - 1;
  while (open > 0 && t[open - 1] != '`') open--;
  if (open == 0) return true;
  out->id = arena_copy(i->memory, t + open, n - 1 - open);
  if (!out->id) return false;
  out->id_offset = (size_t)(t + open - i->block->raw);
  *len = open - 1;
  if (good_id(out->id)) return true;
  return item_fault(i, out->id_offset, "bad-id", "\"%\" cannot be an id.",
                    "An id has lower-case letters, digits and hyphens, at "
                    "most 60: `tea-at-home`.",
                    out->id);
}

static const form *find_form(const char *text, size_t len, unsigned level) {
  for (size_t f = 0; f < FORMS; f++) {
    size_t n = strlen(forms[f].text);
    if (forms[f].level != level || len < n ||
        memcmp(text, forms[f].text, n) != 0)
      continue;
    if (forms[f].text[n - 1] == ':' || len == n) return &forms[f];
  }
  return NULL;
}

static bool unknown(item *i) {
  const char *names[FORMS + 1];
  size_t n = 0;
  for (size_t f = 0; f < FORMS; f++)
    if (forms[f].level == i->block->level) names[n++] = forms[f].text;
  names[n] = NULL;
  char *lead = item_string(i->scratch, i->block->raw, i->block->raw_len, false);
  if (!lead) return false;
  char *colon = strchr(lead, ':');
  if (colon) colon[1] = '\0';
  const char *guess = diagnose_guess(lead, names);
  return item_fault(i, 0, "unknown-heading",
                    guess ? "This heading means nothing here. Did you mean "
                            "\"%\"?"
                          : "This heading means nothing here.",
                    "A scenario has Draft, Questions, Reminders, What good "
                    "might look like, For the facilitator. The other headings "
                    "are listed in CONTRIBUTING.md. For prose, use a "
                    "paragraph.",
                    guess);
}

static bool take_title(item *i, heading *out, const char *text, size_t len) {
  while (len && *text == ' ') text++, len--;
  out->title_offset = (size_t)(text - i->block->raw);
  out->title = item_string(i->memory, text, len, false);
  return out->title != NULL;
}

bool heading_read(item *i, bool in_words, bool free, heading *out) {
  const char *text = i->block->raw;
  size_t len = i->block->raw_len;
  unsigned level = i->block->level;
  *out = (heading){.kind = HEAD_UNKNOWN, .title = ""};
  arena_reset(i->scratch);
  if (free && level > 1) return true;
  const form *f = find_form(text, len, level);
  if (in_words && level == 2 && (!f || f->kind != HEAD_EXTEND_CLASS)) {
    out->kind = HEAD_CLASS;
    return take_title(i, out, text, len);
  }
  if (!f) return unknown(i);
  out->kind = f->kind;
  if (!split_id(i, out, &text, &len)) return false;
  size_t lead = strlen(f->text);
  if (!take_title(i, out, text + lead, len > lead ? len - lead : 0))
    return false;
  if (f->needs_id && !out->id)
    return item_fault(i, 0, "missing-id", "This heading needs an id.",
                      "Put a short name in backticks at its end: `my-id`.",
                      NULL);
  return true;
}

#include "scenario.h"

#include <string.h>

/* Does a line begin an item of a list? */
static bool begins_item(const char *at, const char *end) {
  return end - at > 1 && strchr("-*+", *at) && at[1] == ' ';
}

/* What stands between the fences of a code block; NULL when `b` is none. */
static const char *unfence(arena *a, const block *b) {
  if (b->kind != BLOCK_OTHER || b->raw_len < 3 ||
      (memcmp(b->raw, "```", 3) != 0 && memcmp(b->raw, "~~~", 3) != 0))
    return NULL;
  const char *from = memchr(b->raw, '\n', b->raw_len);
  if (!from) return NULL;
  const char *to = b->raw + b->raw_len;
  while (to > from && *--to != '\n') continue;
  if (to > from) from++;
  return arena_copy(a, from, (size_t)(to - from));
}

/* A block quote's text to the letter, because a draft is not Markdown: the
   marks at the start of its lines are cut and lines that follow one another
   joined, unless one begins an item. An empty line stays one, and so does a
   break that is asked for with a backslash at the end of a line. */
static const char *unquote(arena *a, const block *b) {
  char *out = arena_alloc(a, b->raw_len * 2 + 1), *end = out;
  if (!out) return NULL;
  const char *at = b->raw, *stop = b->raw + b->raw_len;
  while (at < stop) {
    const char *next = memchr(at, '\n', (size_t)(stop - at));
    const char *last = next ? next : stop;
    if (at < last && *at == '>') at++;
    while (at < last && *at == ' ') at++;
    if (at == last) {
      if (end > out && end[-1] == '\n') end--;
      memcpy(end, "\n\n", 2);
      end += 2;
    } else {
      if (end > out && end[-1] != '\n')
        *end++ = begins_item(at, last) ? '\n' : ' ';
      memcpy(end, at, (size_t)(last - at));
      end += last - at;
      if (end[-1] == '\\') end[-1] = '\n';
    }
    at = next ? next + 1 : stop;
  }
  while (end > out && end[-1] == '\n') end--;
  *end = '\0';
  return out;
}

static bool add_part(item *i, scenario_part_list *list) {
  static const char kinds[] = {[BLOCK_PARAGRAPH] = 'p',
                               [BLOCK_OTHER] = 'p',
                               [BLOCK_QUOTE] = 'q',
                               [BLOCK_ITEM] = 'i',
                               [BLOCK_NESTED] = 'i'};
  const block *b = i->block;
  if (b->kind == BLOCK_LIST) return true;
  const char *fenced = unfence(i->memory, b);
  const char *text = fenced                   ? fenced
                     : b->kind == BLOCK_QUOTE ? unquote(i->memory, b)
                                              : b->plain;
  if (!text || i->memory->failed) return false;
  if (!*text) return true; /* a rule, or HTML */
  scenario_part *part = list_add(i->memory, list);
  if (!part) return false;
  *part = (scenario_part){
      .kind = kinds[b->kind], .text = text, .at = item_place(i, 0)};
  return true;
}

static bool read_setting(item *i, const char *text, scenario_model *s) {
  const char *fault;
  size_t len = strlen(text);
  s->has_setting = true; /* written, if not well: one fault is enough */
  if (earshot_parse_setting(text, len, &s->setting, &fault)) return true;
  const char *raw = strstr(i->block->raw, text);
  size_t offset = raw ? (size_t)(raw - i->block->raw + (fault - text)) : 0;
  return item_fault(i, offset, "bad-setting", "This setting is not understood.",
                    "A setting is audience/identity/role/medium, perhaps "
                    "with ;t=HH:MM behind it.",
                    NULL);
}

static bool read_minutes(item *i, const char *text, scenario_model *s) {
  for (; *text >= '0' && *text <= '9' && s->minutes < 1000; text++)
    s->minutes = s->minutes * 10 + (unsigned)(*text - '0');
  if (!*text && s->minutes > 0) return true;
  return item_fault(i, 0, "bad-minutes", "This is not a number of minutes.",
                    "Write a whole number: \"Minutes: 30\".", NULL);
}

/* "Setting: ..." in the list below the heading. */
static bool read_detail(item *i, scenario_model *s) {
  static const char *const names[] = {
      "For:", "Writer:", "Setting:", "Minutes:", NULL};
  char *text =
      item_string(i->memory, i->block->plain, strlen(i->block->plain), false);
  if (!text) return false;
  for (size_t n = 0; names[n]; n++) {
    size_t len = strlen(names[n]);
    if (strncmp(text, names[n], len) != 0) continue;
    text += len;
    while (*text == ' ') text++;
    switch (n) {
    case 0: s->subject = text; return true;
    case 1: s->writer = text; return true;
    case 2: return read_setting(i, text, s);
    default: return read_minutes(i, text, s);
    }
  }
  return item_fault(i, 0, "unknown-detail",
                    "This says nothing about a scenario.",
                    "The first list has \"For:\", \"Writer:\", \"Setting:\" "
                    "and \"Minutes:\". Tell the rest in a paragraph.",
                    NULL);
}

/* "`jigsaw`", "`jigsaw` `pause`", or "nothing". */
static bool read_saying(item *i, scenario_model *s) {
  scenario_saying *saying = list_add(i->memory, &s->sayings);
  char *text =
      item_string(i->memory, i->block->plain, strlen(i->block->plain), false);
  if (!saying || !text) return false;
  *saying =
      (scenario_saying){.principle = text, .level = -1, .at = item_place(i, 0)};
  if (strcmp(text, "nothing") == 0) {
    saying->principle = NULL;
    return true;
  }
  char *space = strchr(text, ' ');
  if (!space) return true;
  *space = '\0';
  saying->level = level_named(space + 1, strlen(space + 1));
  if (saying->level >= 0) return true;
  return item_fault(i, 0, "bad-saying",
                    "This does not say what Earshot should remind of.",
                    "Write a principle's id in backticks, perhaps with a level "
                    "behind it (`jigsaw` `pause`), or \"nothing\".",
                    NULL);
}

static bool read_draft(item *i, scenario_model *s) {
  const char *text = i->block->kind == BLOCK_QUOTE
                         ? unquote(i->memory, i->block)
                         : unfence(i->memory, i->block);
  if (!text) return !i->memory->failed;
  if (!*s->draft) {
    s->draft = text;
    s->draft_at = item_place(i, 0);
    return true;
  }
  const char *const both[4] = {s->draft, text};
  s->draft = diagnose_fill(i->memory, "%\n\n%", both);
  return s->draft != NULL;
}

bool scenario_read(item *i, heading_kind section, scenario_model *s) {
  block_kind kind = i->block->kind;
  switch (section) {
  case HEAD_SCENARIO:
    if (kind == BLOCK_LIST) s->lists++;
    if (kind == BLOCK_ITEM && s->lists == 1 && s->situation.count == 0)
      return read_detail(i, s);
    return add_part(i, &s->situation);
  case HEAD_DRAFT: return read_draft(i, s);
  case HEAD_QUESTIONS: {
    if (kind != BLOCK_ITEM) return true;
    const char **question = list_add(i->memory, &s->questions);
    if (question) *question = i->block->plain;
    return question != NULL;
  }
  case HEAD_SAYINGS: return kind != BLOCK_ITEM || read_saying(i, s);
  case HEAD_GOOD: return add_part(i, &s->good);
  case HEAD_NOTES: return add_part(i, &s->notes);
  default: return true;
  }
}

bool scenario_complete(scenario_model *s, diagnostics *faults) {
  static const struct {
    const char *code, *message, *help;
  } lacks[] = {
      {"missing-setting", "The scenario % does not say where it happens.",
       "Add an item \"Setting:\" below its heading, such as "
       "`open/named/student/tweet`."},
      {"missing-situation", "The scenario % does not say what happened.",
       "Write a paragraph below its heading."},
      {"missing-draft", "The scenario % has no draft.",
       "Write the post as a block quote, with > in front, under \"## "
       "Draft\"."},
      {"missing-questions", "The scenario % asks no questions.",
       "Give it a list under \"## Questions\"."}};
  const bool has[] = {s->has_setting, s->situation.count > 0, *s->draft != '\0',
                      s->questions.count > 0};
  for (size_t n = 0; n < sizeof has; n++) {
    if (has[n]) continue;
    s->faults++;
    if (!diagnose(faults, lacks[n].code, s->at, lacks[n].message, lacks[n].help,
                  s->id, NULL))
      return false;
  }
  return true;
}

#include "read.h"

#include <string.h>
#include "../learn/weights.h"
#include "../limits.h"
#include "heading.h"
#include "outline.h"
#include "scenario.h"

typedef struct {
  item at; /* the block being read */
  pack_model *model;
  heading_kind top;     /* of level one */
  heading_kind section; /* the nearest heading that gives lists a meaning */
  bool in_signal, free; /* free: second-level headings are the author's own */
  unsigned lists;       /* seen below the pack's heading */
} reader;

static principle_model *principle(reader *r) {
  return &r->model->principles.items[r->model->principles.count - 1];
}

static signal_model *signal(reader *r) {
  principle_model *p = principle(r);
  return &p->signals.items[p->signals.count - 1];
}

static class_model *class(reader *r) {
  return &r->model->classes.items[r->model->classes.count - 1];
}

static bool start_pack(reader *r, const heading *h) {
  if (r->model->id)
    return item_fault(&r->at, 0, "second-pack-heading",
                      "A pack has one \"# Pack:\" heading, and this is the "
                      "second.",
                      "Check packs one by one, or take this heading away.",
                      NULL);
  r->model->id = h->id;
  r->model->title = h->title;
  r->model->version = r->model->language = r->model->licence = "";
  r->free = true;
  return true;
}

static bool start_principle(reader *r, const heading *h) {
  static const principle_kind kinds[] = {[HEAD_PRINCIPLE] = PRINCIPLE_NEW,
                                         [HEAD_EXTEND] = PRINCIPLE_EXTEND,
                                         [HEAD_REWORD] = PRINCIPLE_REWORD,
                                         [HEAD_MUTE] = PRINCIPLE_MUTE};
  principle_model *p = list_add(r->at.memory, &r->model->principles);
  if (!p) return false;
  *p = (principle_model){.kind = kinds[h->kind],
                         .id = h->id ? h->id : "",
                         .title = h->title,
                         .at = item_place(&r->at, 0)};
  if (r->model->principles.count > EARSHOT_PRINCIPLES)
    return item_fault(&r->at, 0, "too-many-principles",
                      "A pack may have 256 principles, and this is one more.",
                      "Make two packs of it.", NULL);
  return true;
}

static bool start_signal(reader *r, const heading *h) {
  signal_model *s = list_add(r->at.memory, &principle(r)->signals);
  if (!s) return false;
  *s = (signal_model){.id = h->id ? h->id : "",
                      .title = h->title,
                      .level = EARSHOT_NOTE,
                      .window = 3,
                      .at = item_place(&r->at, 0)};
  r->in_signal = true;
  return true;
}

static bool start_class(reader *r, const heading *h) {
  class_model *c = list_add(r->at.memory, &r->model->classes);
  if (!c) return false;
  *c = (class_model){.title = h->title,
                     .extends = h->kind == HEAD_EXTEND_CLASS,
                     .at = item_place(&r->at, h->title_offset)};
  c->name = item_string(r->at.memory, h->title, strlen(h->title), true);
  if (!c->name) return false;
  if (!*c->name || strchr(c->name, '[') || strchr(c->name, ']'))
    return item_fault(&r->at, h->title_offset, "bad-class-name",
                      "This cannot be the name of a word class.",
                      "A name is a few words without square brackets.", NULL);
  return true;
}

static scenario_model *scenario(reader *r) {
  return &r->model->scenarios.items[r->model->scenarios.count - 1];
}

static bool start_scenario(reader *r, const heading *h) {
  scenario_model *s = list_add(r->at.memory, &r->model->scenarios);
  if (!s) return false;
  *s = (scenario_model){.id = h->id ? h->id : "",
                        .title = h->title,
                        .subject = "",
                        .writer = "",
                        .draft = "",
                        .at = item_place(&r->at, 0)};
  if (r->model->scenarios.count > EARSHOT_SCENARIOS)
    return item_fault(&r->at, 0, "too-many-scenarios",
                      "A pack may have 256 scenarios, and this is one more.",
                      "Make two packs of it.", NULL);
  for (size_t n = 0; n + 1 < r->model->scenarios.count; n++)
    if (strcmp(r->model->scenarios.items[n].id, s->id) == 0)
      return item_fault(&r->at, h->id_offset, "duplicate-scenario",
                        "There is already a scenario %.",
                        "Give this one another id.", s->id);
  return true;
}

/* Is a heading where it belongs? */
static bool in_place(const reader *r, heading_kind kind) {
  bool principle_open = r->top == HEAD_PRINCIPLE || r->top == HEAD_EXTEND ||
                        r->top == HEAD_REWORD;
  switch (kind) {
  case HEAD_PACK: return true;
  case HEAD_PRINCIPLE:
  case HEAD_WORDS:
  case HEAD_EXTEND:
  case HEAD_REWORD:
  case HEAD_MUTE:
  case HEAD_SCENARIO: return r->model->id != NULL;
  case HEAD_DRAFT:
  case HEAD_QUESTIONS:
  case HEAD_SAYINGS:
  case HEAD_GOOD:
  case HEAD_NOTES: return r->top == HEAD_SCENARIO;
  case HEAD_CLASS: return r->top == HEAD_WORDS || principle_open;
  case HEAD_EXTEND_CLASS: return r->top == HEAD_WORDS;
  case HEAD_LOOKS_FOR:
  case HEAD_ADDS_UP:
  case HEAD_UNLESS:
  case HEAD_LEVELS:
  case HEAD_SIGNAL_SETTINGS:
  case HEAD_FIRES:
  case HEAD_QUIET: return r->in_signal;
  default: return principle_open;
  }
}

static bool misplaced(reader *r) {
  r->section = HEAD_UNKNOWN;
  /* What follows must not be taken for part of something that never began. */
  if (r->at.block->level == 1) r->top = HEAD_UNKNOWN;
  return item_fault(&r->at, 0, "misplaced-heading",
                    "This heading cannot stand here.",
                    "A pack begins with \"# Pack:\"; second-level headings "
                    "belong to a principle or a scenario, third-level ones "
                    "to a signal.",
                    NULL);
}

static bool read_heading(reader *r) {
  heading h;
  if (!heading_read(&r->at, r->top == HEAD_WORDS, r->free, &h)) return false;
  unsigned level = r->at.block->level;
  if (level == 1) {
    r->free = r->in_signal = false;
    r->top = h.kind;
  }
  if (level == 2) r->in_signal = false;
  r->section = HEAD_UNKNOWN;
  if (h.kind == HEAD_UNKNOWN) return true;
  if (!in_place(r, h.kind)) return misplaced(r);
  r->section = h.kind;
  switch (h.kind) {
  case HEAD_PACK: return start_pack(r, &h);
  case HEAD_PRINCIPLE:
  case HEAD_EXTEND:
  case HEAD_REWORD:
  case HEAD_MUTE: return start_principle(r, &h);
  case HEAD_SCENARIO: return start_scenario(r, &h);
  case HEAD_SIGNAL: return start_signal(r, &h);
  case HEAD_CLASS:
  case HEAD_EXTEND_CLASS: return start_class(r, &h);
  default: return true;
  }
}

/* "Version: 1.0.0" in the first list below the pack's heading. */
static bool read_meta(reader *r) {
  static const char *const names[] = {
      "Version:", "Language:", "Licence:", NULL};
  const char **fields[] = {&r->model->version, &r->model->language,
                           &r->model->licence};
  const char *text = r->at.block->plain;
  if (r->lists > 1) return true;
  for (size_t n = 0; names[n]; n++) {
    size_t len = strlen(names[n]);
    if (strncmp(text, names[n], len) != 0) continue;
    *fields[n] =
        item_string(r->at.memory, text + len, strlen(text + len), false);
    return *fields[n] != NULL;
  }
  return true;
}

static bool add_text(reader *r, string_list *list) {
  const char **text = list_add(r->at.memory, list);
  if (!text) return false;
  *text = r->at.block->plain;
  return true;
}

static bool read_class_item(reader *r) {
  lexer l = {.text = r->at.block->raw, .len = r->at.block->raw_len};
  arena_reset(r->at.scratch);
  if (!operand_read(&r->at, &l, &class(r)->what)) return false;
  lexeme x = lex_peek(&l);
  if (x.kind == LEX_END) return true;
  return item_fault(&r->at, x.offset, "unexpected",
                    "A word class holds phrases, patterns and classes only.",
                    "Join them where the class is used.", NULL);
}

static bool read_item(reader *r) {
  item *i = &r->at;
  switch (r->section) {
  case HEAD_PACK: return read_meta(r);
  case HEAD_MUTE: return add_text(r, &principle(r)->mutes);
  case HEAD_WORDINGS: return add_text(r, &principle(r)->wordings);
  case HEAD_INSTEAD: return add_text(r, &principle(r)->instead);
  case HEAD_STEMS: return add_text(r, &principle(r)->stems);
  case HEAD_STANDARDS: return add_text(r, &principle(r)->standards);
  case HEAD_SETTINGS: return move_read(i, &principle(r)->moves);
  case HEAD_CLASS:
  case HEAD_EXTEND_CLASS: return read_class_item(r);
  case HEAD_LOOKS_FOR: return rule_read(i, &signal(r)->looks_for);
  case HEAD_UNLESS: return rule_read(i, &signal(r)->unless);
  case HEAD_ADDS_UP: return weight_read(i, signal(r));
  case HEAD_LEVELS: return level_read(i, signal(r));
  case HEAD_SIGNAL_SETTINGS: return move_read(i, &signal(r)->moves);
  case HEAD_FIRES: return example_read(i, true, &signal(r)->examples);
  case HEAD_QUIET: return example_read(i, false, &signal(r)->examples);
  default: return true;
  }
}

/* Does a list here mean something to the program? */
static bool meaningful(heading_kind section) {
  return section == HEAD_SETTINGS || section == HEAD_CLASS ||
         section == HEAD_EXTEND_CLASS ||
         (section >= HEAD_LOOKS_FOR && section <= HEAD_QUIET);
}

static bool read_block(reader *r) {
  const block *b = r->at.block;
  bool reminder = r->section == HEAD_PRINCIPLE || r->section == HEAD_REWORD ||
                  r->section == HEAD_EXTEND;
  if (r->top == HEAD_SCENARIO && b->kind != BLOCK_HEADING)
    return scenario_read(&r->at, r->section, scenario(r));
  switch (b->kind) {
  case BLOCK_HEADING: return read_heading(r);
  case BLOCK_ITEM: return read_item(r);
  case BLOCK_PARAGRAPH:
    if (reminder) return add_text(r, &principle(r)->wordings);
    if (r->section == HEAD_SIGNAL) return add_text(r, &signal(r)->why);
    return true;
  case BLOCK_LIST: r->lists++; return true;
  case BLOCK_QUOTE:
    if (reminder && !principle(r)->question) principle(r)->question = b->plain;
    return true;
  case BLOCK_NESTED:
    if (!meaningful(r->section)) return true;
    return item_fault(&r->at, 0, "nested-list",
                      "A list, quote or code block inside an item cannot be "
                      "read.",
                      "Write everything of an item in one line, and further "
                      "items below it.",
                      NULL);
  default: return true;
  }
}

/* Faults of a scenario are counted apart: it is left out, the rest loads. */
static bool read_next(reader *r, const block *b) {
  size_t before = r->at.faults->faults;
  r->at.block = b;
  if (!read_block(r)) return false;
  if (r->top == HEAD_SCENARIO)
    scenario(r)->faults += r->at.faults->faults - before;
  return true;
}

static bool read_file(reader *r, const earshot_file *file, arena *cmark) {
  place at = {.file = file->name, .line = 1, .column = 1};
  if (weights_named(file->name))
    return weights_read(file, r->at.memory, r->at.faults, &r->model->learned);
  if (file->len > EARSHOT_PACK_FILE_BYTES)
    return diagnose(r->at.faults, "file-too-large", at,
                    "This file is larger than 128 KiB.",
                    "Split it: a pack can be a folder of files.", NULL, NULL);
  /* A byte order mark is no part of the text. */
  size_t mark =
      file->len >= 3 && memcmp(file->bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  size_t len = file->len - mark;
  char *bytes = arena_copy(r->at.memory, file->bytes + mark, len);
  outline *o = arena_alloc(r->at.memory, sizeof *o);
  earshot_file *kept = list_add(r->at.memory, &r->model->files);
  if (!bytes || !o || !kept) return false;
  bool ok = outline_read(o, r->at.memory, cmark, file->name, bytes, len);
  arena_reset(cmark);
  if (!ok) return false;
  *kept = (earshot_file){.name = o->file, .bytes = bytes, .len = len};
  r->at.outline = o;
  r->top = r->section = HEAD_UNKNOWN;
  r->in_signal = r->free = false;
  for (size_t b = 0; b < o->count; b++)
    if (!read_next(r, &o->blocks[b])) return false;
  return true;
}

static void name_pack(pack_model *m) {
  for (size_t c = 0; c < m->classes.count; c++)
    m->classes.items[c].pack = m->id;
  for (size_t p = 0; p < m->principles.count; p++) {
    principle_model *principle = &m->principles.items[p];
    principle->pack = m->id;
    for (size_t s = 0; s < principle->signals.count; s++)
      principle->signals.items[s].pack = m->id;
  }
}

bool pack_read(const earshot_pack *pack, arena *memory, arena *scratch,
               arena *cmark_scratch, diagnostics *faults, pack_model *out) {
  *out = (pack_model){0};
  reader r = {.at = {.memory = memory,
                     .scratch = scratch,
                     .faults = faults,
                     .proved = pack->proved},
              .model = out};
  place at = {
      .file = pack->n_files ? pack->files[0].name : "", .line = 1, .column = 1};
  if (pack->n_files > EARSHOT_PACK_FILES)
    return diagnose(faults, "too-many-files", at,
                    "This pack has more than 256 files.", "Join some of them.",
                    NULL, NULL);
  for (size_t f = 0; f < pack->n_files; f++)
    if (!read_file(&r, &pack->files[f], cmark_scratch)) return false;
  if (!out->id && faults->faults == 0)
    return diagnose(faults, "no-pack-heading", at,
                    "This pack has no \"# Pack:\" heading.",
                    "Begin its first file with \"# Pack: title\" and an id in "
                    "backticks.",
                    NULL, NULL);
  name_pack(out);
  return true;
}

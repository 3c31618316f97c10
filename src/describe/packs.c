/* The packs as data for a page. The shape is in src/README.md. */
#include <string.h>
#include "../buffer.h"
#include "../ruleset/ruleset.h"
#include "../setting.h"

static void write_pack(earshot_buffer *out, const pack_model *p) {
  buffer_text(out, "{");
  buffer_member(out, "id", p->id);
  buffer_text(out, ",");
  buffer_member(out, "title", p->title);
  buffer_text(out, ",");
  buffer_member(out, "version", p->version);
  buffer_text(out, ",");
  buffer_member(out, "language", p->language);
  buffer_text(out, ",");
  buffer_member(out, "licence", p->licence);
  buffer_text(out, "}");
}

static void write_setting(earshot_buffer *out, const earshot_setting *s) {
  char text[SETTING_TEXT];
  buffer_json(out, text, setting_write(s, text));
}

static void write_examples(earshot_buffer *out, const char *name,
                           const signal_model *s, bool fires) {
  bool first = true;
  buffer_text(out, ",\"");
  buffer_text(out, name);
  buffer_text(out, "\":[");
  for (size_t n = 0; n < s->examples.count; n++) {
    const example *e = &s->examples.items[n];
    if (e->fires != fires) continue;
    buffer_text(out, first ? "{\"setting\":" : ",{\"setting\":");
    first = false;
    write_setting(out, &e->setting);
    if (e->level >= 0) {
      buffer_text(out, ",");
      buffer_member(out, "level", earshot_level_name((earshot_level)e->level));
    }
    buffer_text(out, ",\"text\":");
    buffer_json(out, e->text, e->len);
    buffer_text(out, "}");
  }
  buffer_text(out, "]");
}

/* What is said about settings, as it is written: where a signal speaks up or
   keeps quiet. */
static void write_moves(earshot_buffer *out, const move_list *moves,
                        const signal_model *s) {
  bool first = true;
  buffer_text(out, ",\"settings\":[");
  for (size_t n = 0; n < moves->count; n++) {
    if (!first) buffer_text(out, ",");
    first = false;
    buffer_json(out, moves->items[n].text, strlen(moves->items[n].text));
  }
  for (size_t n = 0; s && n < s->weights.count; n++) {
    if (!s->weights.items[n].roles) continue;
    if (!first) buffer_text(out, ",");
    first = false;
    buffer_json(out, s->weights.items[n].text,
                strlen(s->weights.items[n].text));
  }
  for (size_t n = 0; s && n < s->thresholds.count; n++) {
    if (!s->thresholds.items[n].roles) continue;
    if (!first) buffer_text(out, ",");
    first = false;
    buffer_json(out, s->thresholds.items[n].text,
                strlen(s->thresholds.items[n].text));
  }
  buffer_text(out, "]");
}

static void write_signal(earshot_buffer *out, const signal_model *s) {
  buffer_text(out, "{");
  buffer_member(out, "id", s->id);
  buffer_text(out, ",");
  buffer_member(out, "title", s->title);
  buffer_text(out, ",");
  buffer_member(out, "pack", s->pack);
  buffer_text(out, ",");
  buffer_member(out, "level", earshot_level_name(s->level));
  buffer_text(out, s->muted ? ",\"muted\":true" : ",\"muted\":false");
  buffer_text(out, ",\"why\":\"");
  for (size_t n = 0; n < s->why.count; n++) {
    if (n) buffer_text(out, " ");
    buffer_json_inside(out, s->why.items[n], strlen(s->why.items[n]));
  }
  buffer_text(out, "\"");
  write_moves(out, &s->moves, s);
  write_examples(out, "fires", s, true);
  write_examples(out, "quiet", s, false);
  buffer_text(out, "}");
}

static void write_principle(earshot_buffer *out, const principle_model *p) {
  buffer_text(out, "{");
  buffer_member(out, "id", p->id);
  buffer_text(out, ",");
  buffer_member(out, "title", p->title);
  buffer_text(out, ",");
  buffer_member(out, "pack", p->pack);
  buffer_text(out, p->muted ? ",\"muted\":true" : ",\"muted\":false");
  buffer_strings(out, "wordings", p->wordings.items, p->wordings.count);
  buffer_text(out, ",");
  buffer_member(out, "question", p->question);
  buffer_strings(out, "instead", p->instead.items, p->instead.count);
  buffer_strings(out, "stems", p->stems.items, p->stems.count);
  buffer_strings(out, "standards", p->standards.items, p->standards.count);
  write_moves(out, &p->moves, NULL);
  buffer_text(out, ",\"signals\":[");
  for (size_t s = 0; s < p->signals.count; s++) {
    if (s) buffer_text(out, ",");
    write_signal(out, &p->signals.items[s]);
  }
  buffer_text(out, "]}");
}

/* [["p","text"],…]: p a paragraph, i an item of a list, q a quote. */
static void write_parts(earshot_buffer *out, const char *name,
                        const scenario_part_list *parts) {
  buffer_text(out, ",\"");
  buffer_text(out, name);
  buffer_text(out, "\":[");
  for (size_t n = 0; n < parts->count; n++) {
    const scenario_part *part = &parts->items[n];
    buffer_text(out, n ? ",[\"" : "[\"");
    buffer_bytes(out, &part->kind, 1);
    buffer_text(out, "\",");
    buffer_json(out, part->text, strlen(part->text));
    buffer_text(out, "]");
  }
  buffer_text(out, "]");
}

static void write_scenario(earshot_buffer *out, const pack_model *pack,
                           const scenario_model *s) {
  const char *const members[][2] = {{"pack", pack->id},    {"id", s->id},
                                    {"title", s->title},   {"for", s->subject},
                                    {"writer", s->writer}, {"draft", s->draft}};
  buffer_text(out, "{\"minutes\":");
  buffer_number(out, s->minutes);
  for (size_t n = 0; n < sizeof members / sizeof *members; n++) {
    buffer_text(out, ",");
    buffer_member(out, members[n][0], members[n][1]);
  }
  buffer_text(out, ",\"setting\":");
  write_setting(out, &s->setting);
  buffer_strings(out, "questions", s->questions.items, s->questions.count);
  write_parts(out, "situation", &s->situation);
  write_parts(out, "good", &s->good);
  write_parts(out, "notes", &s->notes);
  buffer_text(out, "}");
}

void earshot_write_packs(earshot_buffer *out, const earshot_ruleset *ruleset) {
  buffer_text(out, "{\"packs\":[");
  for (size_t p = 0; p < ruleset->n_packs; p++) {
    if (p) buffer_text(out, ",");
    write_pack(out, &ruleset->packs[p]);
  }
  buffer_text(out, "],\"principles\":[");
  for (size_t p = 0; p < ruleset->n_principles; p++) {
    if (p) buffer_text(out, ",");
    write_principle(out, ruleset->principles[p].source);
  }
  buffer_text(out, "],\"scenarios\":[");
  bool first = true;
  for (size_t p = 0; p < ruleset->n_packs; p++)
    for (size_t s = 0; s < ruleset->packs[p].scenarios.count; s++) {
      if (!first) buffer_text(out, ",");
      first = false;
      write_scenario(out, &ruleset->packs[p],
                     &ruleset->packs[p].scenarios.items[s]);
    }
  buffer_text(out, "]}");
}

static void write_diagnostic(earshot_buffer *out, const earshot_diagnostic *d) {
  buffer_text(out, "{");
  buffer_member(out, "code", d->code);
  buffer_text(out, ",");
  buffer_member(out, "file", d->file);
  buffer_text(out, ",\"line\":");
  buffer_number(out, d->line);
  buffer_text(out, ",\"column\":");
  buffer_number(out, d->column);
  buffer_text(out, ",");
  buffer_member(out, "message", d->message);
  buffer_text(out, ",");
  buffer_member(out, "help", d->help);
  buffer_text(out, d->warning ? ",\"warning\":true}" : ",\"warning\":false}");
}

void earshot_write_diagnostics(earshot_buffer *out,
                               const earshot_ruleset *ruleset) {
  buffer_text(out, "{\"diagnostics\":[");
  for (size_t d = 0; d < ruleset->faults.count; d++) {
    if (d) buffer_text(out, ",");
    write_diagnostic(out, &ruleset->faults.items[d]);
  }
  buffer_text(out, "]}");
}

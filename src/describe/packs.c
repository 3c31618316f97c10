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
  buffer_text(out, ",\"signals\":[");
  for (size_t s = 0; s < p->signals.count; s++) {
    if (s) buffer_text(out, ",");
    write_signal(out, &p->signals.items[s]);
  }
  buffer_text(out, "]}");
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

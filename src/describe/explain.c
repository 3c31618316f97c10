/* What is looked for, and why, for a person at a terminal. */
#include <string.h>
#include "../buffer.h"
#include "../ruleset/ruleset.h"

static void line(earshot_buffer *out, const char *lead, const char *text) {
  buffer_text(out, lead);
  for (; *text; text++) {
    buffer_bytes(out, text, 1);
    if (*text == '\n') buffer_text(out, "      ");
  }
  buffer_text(out, "\n");
}

static void heading(earshot_buffer *out, const char *lead, const char *title,
                    const char *id) {
  buffer_text(out, lead);
  buffer_text(out, title);
  buffer_text(out, " (");
  buffer_text(out, id);
  buffer_text(out, ")");
}

static void rules(earshot_buffer *out, const char *title,
                  const rule_list *list) {
  if (list->count) line(out, "    ", title);
  for (size_t n = 0; n < list->count; n++)
    line(out, "    - ", list->items[n].text);
}

static void sum(earshot_buffer *out, const signal_model *s) {
  if (s->weights.count) line(out, "    ", "Adds up:");
  for (size_t n = 0; n < s->weights.count; n++)
    line(out, "    - ", s->weights.items[n].text);
  for (size_t n = 0; n < s->thresholds.count; n++)
    line(out, "    - ", s->thresholds.items[n].text);
}

static void moves(earshot_buffer *out, const char *lead,
                  const move_list *list) {
  for (size_t n = 0; n < list->count; n++) line(out, lead, list->items[n].text);
}

static void explain_signal(earshot_buffer *out, const signal_model *s) {
  heading(out, "\n  ", s->title, s->id);
  buffer_text(out, ": ");
  buffer_text(out, earshot_level_name(s->level));
  if (s->urgent) buffer_text(out, ", first in line");
  if (s->muted) buffer_text(out, ", muted");
  buffer_text(out, "\n");
  for (size_t n = 0; n < s->why.count; n++) line(out, "    ", s->why.items[n]);
  rules(out, "Looks for:", &s->looks_for);
  sum(out, s);
  rules(out, "Unless:", &s->unless);
  if (s->moves.count) line(out, "    ", "Settings:");
  moves(out, "    - ", &s->moves);
}

static void explain_principle(earshot_buffer *out, const principle_model *p) {
  heading(out, "", p->title, p->id);
  buffer_text(out, ", from the pack ");
  buffer_text(out, p->pack);
  buffer_text(out, p->muted ? ", muted\n" : "\n");
  if (p->wordings.count) line(out, "  ", p->wordings.items[0]);
  if (p->question) line(out, "  > ", p->question);
  if (p->moves.count) line(out, "  ", "Settings:");
  moves(out, "  - ", &p->moves);
  for (size_t s = 0; s < p->signals.count; s++)
    explain_signal(out, &p->signals.items[s]);
}

bool earshot_explain(earshot_buffer *out, const earshot_ruleset *ruleset,
                     const char *principle) {
  bool found = false;
  for (size_t p = 0; p < ruleset->n_principles; p++) {
    const principle_model *m = ruleset->principles[p].source;
    if (principle && strcmp(m->id, principle) != 0) continue;
    if (found) buffer_text(out, "\n");
    explain_principle(out, m);
    found = true;
  }
  return found;
}

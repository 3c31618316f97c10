/* All that is matched, one regular expression a line, so that other matchers
   can be given the same work. A class inside a phrase stands as "some text"
   here: its own words have lines of their own. */
#include <string.h>
#include "../buffer.h"
#include "../ruleset/ruleset.h"
#include "../words/inflect.h"

typedef struct {
  earshot_buffer *out;
  size_t forms;
} writer;

/* A form of a word, with the characters that mean something escaped. */
static bool write_form(void *user, const char *form, size_t len) {
  writer *w = user;
  if (w->forms++) buffer_text(w->out, "|");
  for (size_t i = 0; i < len; i++) {
    if (form[i] && strchr("\\^$.[]|()?*+{}", form[i]))
      buffer_text(w->out, "\\");
    buffer_bytes(w->out, form + i, 1);
  }
  return true;
}

static void write_unit(writer *w, const unit *u) {
  if (u->is_class) {
    if (w->forms++) buffer_text(w->out, "|");
    buffer_text(w->out, ".{1,60}");
  } else if (u->exact) {
    write_form(w, u->text, strlen(u->text));
  } else {
    inflect(u->text, strlen(u->text), write_form, w);
  }
}

static void write_slot(earshot_buffer *out, const slot *s) {
  writer w = {.out = out};
  buffer_text(out, "(?:");
  for (size_t u = 0; u < s->count; u++) {
    if (s->units[u].joined) {
      buffer_text(out, "\\W{0,3}");
      w.forms = 0;
    }
    write_unit(&w, &s->units[u]);
  }
  buffer_text(out, s->option ? ")?" : ")");
}

static bool only_classes(const phrase *p) {
  for (size_t s = 0; s < p->count; s++)
    for (size_t u = 0; u < p->slots[s].count; u++)
      if (!p->slots[s].units[u].is_class) return false;
  return true;
}

static void write_phrase(earshot_buffer *out, const phrase *p) {
  if (only_classes(p)) return;
  buffer_text(out, "(?i)\\b");
  for (size_t s = 0; s < p->count; s++) {
    if (p->slots[s].gap) {
      buffer_text(out, ".{0,60}");
      continue;
    }
    if (s && !p->slots[s - 1].gap) buffer_text(out, "\\W{0,3}");
    write_slot(out, &p->slots[s]);
  }
  buffer_text(out, "\\b\n");
}

static void write_operand(earshot_buffer *out, const operand *o) {
  for (size_t n = 0; n < o->count; n++) {
    const alternative *a = &o->items[n];
    if (a->kind == ALTERNATIVE_PATTERN) {
      buffer_text(out, a->pattern.text);
      buffer_text(out, "\n");
    } else if (a->kind == ALTERNATIVE_PHRASE) {
      write_phrase(out, &a->phrase);
    }
  }
}

void earshot_write_patterns(earshot_buffer *out,
                            const earshot_ruleset *ruleset) {
  for (size_t c = 0; c < ruleset->n_classes; c++)
    if (ruleset->contents[c]) write_operand(out, ruleset->contents[c]);
}

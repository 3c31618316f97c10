/* All that is matched, one regular expression a line, so that other matchers
   can be given the same work. Plain enough for Hyperscan: look-arounds, which
   it does not know, are left out, so a line may find a little more than the
   pattern it stands for. */
#include <string.h>
#include "../buffer.h"
#include "../ruleset/builtin.h"
#include "../ruleset/ruleset.h"
#include "../words/inflect.h"

enum {
  EXPANDED = 4096, /* bytes of a word class that are written out in a phrase;
                      of a larger one any word stands there */
  NESTED = 3       /* word classes within word classes */
};

typedef struct {
  earshot_buffer *out;
  const earshot_ruleset *rules;
  unsigned depth;
  size_t forms;
} writer;

static void write_phrase(writer *w, const phrase *p);

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

/* ---- classes ------------------------------------------------------------- */

static const char *builtin_pattern(const char *name) {
  ruleset_class built;
  if (!builtin_read(name, &built)) return NULL;
  switch (built.kind) {
  case CLASS_NUMBER: return "\\d+";
  case CLASS_MENTION: return "@\\w+";
  case CLASS_LINK: return "(?:https?://|www\\.)\\S+";
  case CLASS_HASHTAG: return "#\\w+";
  default: return "\\w+";
  }
}

/* What a word class is made of, by its name in lower case; or NULL. */
static const operand *content_of(const earshot_ruleset *rules,
                                 const char *name) {
  for (size_t c = 0; c < rules->n_classes; c++) {
    const char *title = rules->contents[c] ? rules->classes[c].name : NULL;
    size_t n = 0;
    while (title && title[n] && (title[n] | 0x20) == (name[n] | 0x20)) n++;
    if (title && !title[n] && !name[n]) return rules->contents[c];
  }
  return NULL;
}

/* The phrases of a class, or any word when they are too many. */
static void write_class(writer *w, const char *name) {
  const char *built = builtin_pattern(name);
  const operand *o = built ? NULL : content_of(w->rules, name);
  earshot_buffer *out = w->out;
  size_t start = out->len;
  if (w->forms++) buffer_text(out, "|");
  if (o && w->depth < NESTED) {
    writer inner = {.out = out, .rules = w->rules, .depth = w->depth + 1};
    size_t written = 0;
    for (size_t n = 0; n < o->count && out->len - start <= EXPANDED; n++) {
      if (o->items[n].kind != ALTERNATIVE_PHRASE) continue;
      if (written++) buffer_text(out, "|");
      write_phrase(&inner, &o->items[n].phrase);
    }
    if (written && out->len - start <= EXPANDED) return;
    buffer_cut(out, start);
    if (w->forms > 1) buffer_text(out, "|");
  }
  buffer_text(out, built ? built : "\\w+");
}

/* ---- phrases ------------------------------------------------------------- */

static void write_unit(writer *w, const unit *u) {
  if (u->is_class)
    write_class(w, u->text);
  else if (u->exact)
    write_form(w, u->text, strlen(u->text));
  else
    inflect(u->text, strlen(u->text), write_form, w);
}

static void write_slot(writer *w, const slot *s) {
  w->forms = 0;
  buffer_text(w->out, "(?:");
  for (size_t u = 0; u < s->count; u++) {
    if (s->units[u].joined) {
      buffer_text(w->out, ")\\W{0,3}(?:");
      w->forms = 0;
    }
    write_unit(w, &s->units[u]);
  }
  buffer_text(w->out, ")");
}

static void write_phrase(writer *w, const phrase *p) {
  for (size_t s = 0; s < p->count; s++) {
    const slot *x = &p->slots[s];
    if (x->gap) {
      buffer_text(w->out, "(?:\\W+\\w+){0,4}\\W+");
      continue;
    }
    bool spaced = s > 0 && !p->slots[s - 1].gap;
    if (x->option) buffer_text(w->out, "(?:");
    if (spaced) buffer_text(w->out, "\\W{0,3}");
    write_slot(w, x);
    if (x->option) buffer_text(w->out, ")?");
  }
}

static bool only_classes(const phrase *p) {
  for (size_t s = 0; s < p->count; s++)
    for (size_t u = 0; u < p->slots[s].count; u++)
      if (!p->slots[s].units[u].is_class) return false;
  return true;
}

/* ---- patterns ------------------------------------------------------------ */

/* The length of the group at p[0], its brackets included. */
static size_t group_length(const char *p) {
  unsigned open = 0;
  bool in_class = false;
  for (size_t i = 0; p[i]; i++) {
    if (p[i] == '\\' && p[i + 1]) {
      i++;
    } else if (in_class) {
      in_class = p[i] != ']';
    } else if (p[i] == '[') {
      in_class = true;
      if (p[i + 1] == '^') i++;
      if (p[i + 1] == ']') i++;
    } else if (p[i] == '(') {
      open++;
    } else if (p[i] == ')' && --open == 0) {
      return i + 1;
    }
  }
  return strlen(p);
}

static bool begins(const char *p, const char *with) {
  return strncmp(p, with, strlen(with)) == 0;
}

/* The length of a bracketed class at p[0], or 0. */
static size_t class_length(const char *p) {
  if (p[0] != '[') return 0;
  size_t i = p[1] == '^' ? 2 : 1;
  if (p[i] == ']') i++;
  for (; p[i] && p[i] != ']'; i++)
    if (p[i] == '\\' && p[i + 1]) i++;
  return p[i] ? i + 1 : i;
}

/* Without look-arounds, and greedy where it was possessive. */
static void write_plainly(earshot_buffer *out, const char *p) {
  for (size_t n; *p; p += n) {
    n = class_length(p);
    if (n == 0 && *p == '\\' && p[1]) n = 2;
    if (n > 0) {
      buffer_bytes(out, p, n);
      continue;
    }
    n = 1;
    if (begins(p, "(?=") || begins(p, "(?!") || begins(p, "(?<=") ||
        begins(p, "(?<!")) {
      n = group_length(p);
    } else if (begins(p, "(?>")) {
      buffer_text(out, "(?:");
      n = 3;
    } else {
      buffer_bytes(out, p, 1);
      bool possessive = strchr("?*+}", *p) && p[1] == '+';
      if (possessive) n = 2;
    }
  }
  buffer_text(out, "\n");
}

static void write_operand(writer *w, const operand *o) {
  for (size_t n = 0; n < o->count; n++) {
    const alternative *a = &o->items[n];
    if (a->kind == ALTERNATIVE_PATTERN) {
      write_plainly(w->out, a->pattern.text);
    } else if (a->kind == ALTERNATIVE_PHRASE && !only_classes(&a->phrase)) {
      buffer_text(w->out, "(?i)\\b");
      write_phrase(w, &a->phrase);
      buffer_text(w->out, "\\b\n");
    }
  }
}

void earshot_write_patterns(earshot_buffer *out,
                            const earshot_ruleset *ruleset) {
  writer w = {.out = out, .rules = ruleset};
  for (size_t c = 0; c < ruleset->n_classes; c++)
    if (ruleset->contents[c]) write_operand(&w, ruleset->contents[c]);
}

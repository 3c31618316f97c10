/* A result for a person at a terminal: what is marked, and what the principle
   has to say about it. */
#define _POSIX_C_SOURCE 200809L
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../ruleset/ruleset.h"
#include "../text/utf8.h"
#include "cli.h"

typedef struct {
  const char *draft;
  size_t len;
  const char *bold, *quiet, *plain; /* escape codes, or "" */
} page;

/* The byte of the draft at UTF-16 unit `unit`; *line and *column count from 1
   (the column in characters). */
static size_t find(const page *p, uint32_t wanted, unsigned *line,
                   unsigned *column) {
  size_t at = 0;
  uint32_t units = 0;
  *line = *column = 1;
  while (at < p->len && units < wanted) {
    uint32_t code = utf8_next(p->draft, p->len, &at);
    units += utf8_units(code);
    ++*column;
    if (code == '\n') ++*line, *column = 1;
  }
  return at;
}

/* Terminals obey control characters, and a draft may hold any. */
static void put(const char *s, size_t len) {
  for (size_t i = 0; i < len; i++)
    putchar((unsigned char)s[i] < 0x20 || s[i] == 0x7f ? ' ' : s[i]);
}

/* The marked words with a little of what stands around them. */
static void show_place(const page *p, const earshot_finding *f,
                       const char *name) {
  enum { AROUND = 40 };
  unsigned line, column, ignored;
  size_t start = find(p, f->start, &line, &column);
  size_t end = find(p, f->end, &ignored, &ignored), from = start, to = end;
  while (from > 0 && start - from < AROUND && p->draft[from - 1] != '\n')
    from--;
  while (to < p->len && to - end < AROUND && p->draft[to] != '\n') to++;
  while (from < start && ((unsigned char)p->draft[from] & 0xC0) == 0x80) from++;
  while (to > end && ((unsigned char)p->draft[to] & 0xC0) == 0x80) to--;
  printf("%s%s:%u:%u%s  ", p->quiet, strcmp(name, "-") ? name : "draft", line,
         column, p->plain);
  put(p->draft + from, start - from);
  printf("%s[", p->bold);
  put(p->draft + start, end - start);
  printf("]%s", p->plain);
  put(p->draft + end, to - end);
  putchar('\n');
}

static void show_evidence(const page *p, const earshot_finding *f) {
  unsigned ignored;
  printf("  set off by");
  for (size_t e = 0; e < f->n_evidence; e++) {
    size_t from = find(p, f->evidence[e].start, &ignored, &ignored);
    size_t to = find(p, f->evidence[e].end, &ignored, &ignored);
    printf("%s \"", e ? "," : "");
    put(p->draft + from, to - from);
    printf("\" (%s)", f->evidence[e].name);
  }
  putchar('\n');
}

static void show_finding(const page *p, const earshot_ruleset *rules,
                         const earshot_finding *f, const char *name,
                         bool whole) {
  const ruleset_principle *found = ruleset_find(rules, f->principle);
  if (!found) return;
  const principle_model *m = found->source;
  show_place(p, f, name);
  printf("  %s%s%s  (%s, %s)\n", p->bold, m->title, p->plain,
         earshot_level_name(f->level), f->signal);
  if (whole && m->wordings.count) printf("  %s\n", m->wordings.items[0]);
  if (whole && m->question) printf("  > %s\n", m->question);
  show_evidence(p, f);
  for (size_t i = 0; i < f->n_instead; i++)
    printf("  softer: %s\n", f->instead[i]);
  for (size_t i = 0; whole && i < m->instead.count && i < 3; i++)
    printf("  - %s\n", m->instead.items[i]);
  for (size_t i = 0; i < f->n_lines; i++) printf("  %s\n", f->lines[i]);
  putchar('\n');
}

void cli_render(const earshot_ruleset *rules, const earshot_result *result,
                const char *draft, size_t len, const char *name) {
  bool colour = isatty(STDOUT_FILENO) && !getenv("NO_COLOR");
  page p = {draft, len, colour ? "\033[1m" : "", colour ? "\033[2m" : "",
            colour ? "\033[0m" : ""};
  for (size_t f = 0; f < result->n_findings; f++) {
    bool whole = true; /* a principle's words are said once */
    for (size_t k = 0; k < f; k++)
      whole = whole && strcmp(result->findings[k].principle,
                              result->findings[f].principle) != 0;
    show_finding(&p, rules, &result->findings[f], name, whole);
  }
  if (result->n_findings == 0)
    puts(
        "Nothing to add. Earshot only knows what its principles look for; "
        "what you post stays your call.");
  if (!result->complete)
    puts(
        "Only part of this draft was looked at: it is longer, or takes more "
        "work, than one check allows.");
}

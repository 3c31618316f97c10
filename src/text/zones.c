/* Roles in a Markdown draft. Mask, don't extract: cmark says which lines are
   quotes, code and paragraphs (its positions of blocks hold), and the draft
   itself stays as it is. Inline code and link targets are found by a scan of
   our own within each paragraph, because cmark's inline positions are wrong on
   lazy continuation lines. */
#include <string.h>
#include "../markdown.h"
#include "prepare.h"

/* Longer runs of backticks open no code span here (nobody writes them), so
   that each paragraph is scanned a bounded number of times. */
#define ZONES_TICKS 32u

typedef struct {
  prepare *p;
  uint8_t *roles;
  uint32_t *lines; /* where each line starts; one more for the end */
  size_t n_lines;
} zones;

/* Line ends as in CommonMark: LF, CRLF, CR. */
static size_t line_ends(const prepare *p, uint32_t *starts) {
  size_t n = 1;
  if (starts != NULL) starts[0] = 0;
  for (uint32_t i = 0; i < p->draft_len; i++) {
    char c = p->draft[i];
    bool pair = c == '\r' && i + 1 < p->draft_len && p->draft[i + 1] == '\n';
    if ((c != '\n' && c != '\r') || pair) continue;
    if (starts != NULL) starts[n] = i + 1;
    n++;
  }
  if (starts != NULL) starts[n] = p->draft_len;
  return n;
}

/* Bytes of the lines `first` to `last`, which count from 1. */
static void span(const zones *z, int first, int last, size_t *from,
                 size_t *to) {
  size_t a = first < 1 ? 1 : (size_t)first;
  size_t b = last < 0 ? 0 : (size_t)last;
  if (b > z->n_lines) b = z->n_lines;
  *from = *to = 0;
  if (a > b) return;
  *from = z->lines[a - 1];
  *to = z->lines[b];
}

static void paint(zones *z, size_t from, size_t to, uint8_t role) {
  for (size_t i = from; i < to; i++) z->roles[i] |= role;
}

/* Where a run of exactly `ticks` backticks starts in [at, to), or `to`. */
static size_t closing_ticks(const char *s, size_t at, size_t to, size_t ticks) {
  while (at < to) {
    if (s[at] != '`') {
      at++;
      continue;
    }
    size_t start = at;
    while (at < to && s[at] == '`') at++;
    if (at - start == ticks) return start;
  }
  return to;
}

/* The end of the link target that starts at s[at] (behind "]("), or 0. */
static size_t target_end(const char *s, size_t at, size_t to) {
  int open = 0;
  for (; at < to && (unsigned char)s[at] > ' '; at++) {
    if (s[at] == '\\' && at + 1 < to) {
      at++;
    } else if (s[at] == '(') {
      open++;
    } else if (s[at] == ')' && --open < 0) {
      return at;
    }
  }
  return at < to && (s[at] == ' ' || s[at] == '\n') ? at : 0;
}

static void inlines(zones *z, size_t at, size_t to) {
  const char *s = z->p->draft;
  bool hopeless[ZONES_TICKS + 1] = {false};
  size_t no_target = 0; /* no link target ends before here */
  while (at < to) {
    if (s[at] == '\\') {
      at += 2;
    } else if (s[at] == '`') {
      size_t start = at;
      while (at < to && s[at] == '`') at++;
      size_t ticks = at - start;
      if (ticks > ZONES_TICKS || hopeless[ticks]) continue;
      size_t end = closing_ticks(s, at, to, ticks);
      hopeless[ticks] = end == to;
      if (end == to) continue;
      paint(z, start, end + ticks, ZONE_CODE);
      at = end + ticks;
    } else if (s[at] == ']' && at + 1 < to && s[at + 1] == '(') {
      at += 2;
      if (at < no_target) continue;
      size_t end = target_end(s, at, to);
      if (end == 0) no_target = to;
      if (end <= at) continue;
      paint(z, at, end, ZONE_LINK);
      at = end;
    } else {
      at++;
    }
  }
}

/* Within a paragraph a line end is a space, unless two spaces or a backslash
   stand before it. */
static void soften(zones *z, int first, int last) {
  for (int i = first; i < last && (size_t)i < z->n_lines; i++) {
    size_t end = z->lines[i];
    size_t back = end;
    const char *s = z->p->draft;
    while (back > 0 && (s[back - 1] == '\n' || s[back - 1] == '\r')) back--;
    bool hard = (back > 0 && s[back - 1] == '\\') ||
                (back > 1 && s[back - 1] == ' ' && s[back - 2] == ' ');
    if (!hard) paint(z, back, end, ZONE_SOFT);
  }
}

/* In document order start lines never fall, and a block ends within its
   parent: painting only what an earlier block of the kind has not painted
   keeps 50,000 nested quotes linear. */
static void blocks(zones *z, cmark_node *root) {
  size_t quoted = 0, from, to;
  for (cmark_node *node = root; node != NULL;
       node = markdown_next(node, root)) {
    int first = cmark_node_get_start_line(node);
    int last = cmark_node_get_end_line(node);
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
      span(z, first, last, &from, &to);
      if (from < quoted) from = quoted;
      if (from < to) paint(z, from, to, ZONE_QUOTED);
      if (to > quoted) quoted = to;
      break;
    case CMARK_NODE_CODE_BLOCK:
      span(z, first, last, &from, &to);
      paint(z, from, to, ZONE_CODE);
      break;
    case CMARK_NODE_PARAGRAPH:
      soften(z, first, last);
      span(z, first, last, &from, &to);
      inlines(z, from, to);
      break;
    case CMARK_NODE_HEADING:
      span(z, first, last, &from, &to);
      inlines(z, from, to);
      break;
    default: break;
    }
  }
}

bool zones_markdown(prepare *p) {
  zones z = {p, NULL, NULL, 0};
  z.n_lines = line_ends(p, NULL);
  z.lines = arena_alloc(p->memory, (z.n_lines + 1) * sizeof *z.lines);
  z.roles = arena_alloc(p->memory, p->draft_len + 1);
  if (z.lines == NULL || z.roles == NULL) return false;
  line_ends(p, z.lines);
  cmark_node *root = markdown_parse(p->memory, p->draft, p->draft_len);
  if (root == NULL) return false;
  blocks(&z, root);
  p->roles = z.roles;
  return true;
}

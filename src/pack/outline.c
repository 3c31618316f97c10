#include "outline.h"

#include <string.h>
#include "../limits.h"
#include "../markdown.h"

typedef struct {
  outline *out;
  arena *memory;
  size_t capacity;
  const uint32_t *lines; /* offset of each line in the source */
  size_t n_lines;
} reader;

/* A line ends where cmark ends it: after LF, CR or CRLF. */
static bool ends_line(const char *source, size_t at, size_t len) {
  if (source[at] == '\n') return true;
  return source[at] == '\r' && (at + 1 == len || source[at + 1] != '\n');
}

static const uint32_t *line_table(arena *a, const char *source, size_t len,
                                  size_t *count) {
  size_t n = 1;
  for (size_t i = 0; i < len; i++) n += ends_line(source, i, len);
  uint32_t *lines = arena_alloc(a, (n + 1) * sizeof *lines);
  if (!lines) return NULL;
  *count = n;
  n = 1;
  for (size_t i = 0; i < len; i++)
    if (ends_line(source, i, len)) lines[n++] = (uint32_t)i + 1;
  lines[n] = (uint32_t)len;
  return lines;
}

/* The bytes of line `line` (from 1) without its end. */
static const char *line_at(const reader *r, size_t line, size_t *len) {
  if (line < 1 || line > r->n_lines) {
    *len = 0;
    return r->out->source;
  }
  const char *start = r->out->source + r->lines[line - 1];
  size_t n = r->lines[line] - r->lines[line - 1];
  while (n && (start[n - 1] == '\n' || start[n - 1] == '\r')) n--;
  *len = n;
  return start;
}

static size_t indentation(const char *line, size_t len) {
  size_t n = 0;
  while (n < len && (line[n] == ' ' || line[n] == '\t')) n++;
  return n;
}

/* The source of lines [first, last], the first from `column`, joined by '\n'
   with indentation and trailing spaces cut. */
static bool source_text(reader *r, block *b, size_t first, size_t column,
                        size_t last) {
  size_t len, total = 0;
  for (size_t l = first; l <= last; l++) {
    line_at(r, l, &len);
    total += len + 1;
  }
  char *out = arena_alloc(r->memory, total + 1), *end = out;
  if (!out) return false;
  for (size_t l = first; l <= last; l++) {
    const char *line = line_at(r, l, &len);
    size_t cut = l == first ? column - 1 : indentation(line, len);
    if (cut > len) cut = len;
    if (l > first) *end++ = '\n';
    while (len > cut && (line[len - 1] == ' ' || line[len - 1] == '\t')) len--;
    memcpy(end, line + cut, len - cut);
    end += len - cut;
  }
  *end = '\0';
  b->raw = out;
  b->raw_len = (size_t)(end - out);
  b->line = (uint32_t)first;
  b->column = (uint32_t)column;
  return true;
}

/* What a reader sees of a block: its text without marks. */
static bool plain_text(reader *r, block *b, cmark_node *node) {
  char *out = arena_alloc(r->memory, 2 * b->raw_len + 64), *end = out;
  if (!out) return false;
  const char *limit = out + 2 * b->raw_len + 60;
  for (cmark_node *n = node; n; n = markdown_next(n, node)) {
    cmark_node_type type = cmark_node_get_type(n);
    bool breaks = type == CMARK_NODE_SOFTBREAK ||
                  type == CMARK_NODE_LINEBREAK ||
                  (type == CMARK_NODE_PARAGRAPH && end > out);
    const char *text = breaks ? " " : "";
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
      text = cmark_node_get_literal(n);
    if (!text) continue;
    size_t len = strlen(text);
    if (len > (size_t)(limit - end)) len = (size_t)(limit - end);
    memcpy(end, text, len);
    end += len;
  }
  *end = '\0';
  b->plain = out;
  return true;
}

static block *push(reader *r, block_kind kind) {
  outline *o = r->out;
  block *grown =
      arena_grow(r->memory, o->blocks, o->count, &r->capacity, sizeof *grown);
  if (!grown) return NULL;
  o->blocks = grown;
  block *b = &o->blocks[o->count++];
  *b = (block){.kind = kind, .raw = "", .plain = ""};
  return b;
}

static bool add_block(reader *r, block_kind kind, cmark_node *node,
                      cmark_node *text) {
  block *b = push(r, kind);
  if (!b) return false;
  size_t first = (size_t)cmark_node_get_start_line(text);
  size_t column = (size_t)cmark_node_get_start_column(text);
  size_t last = (size_t)cmark_node_get_end_line(text), len;
  if (last > r->n_lines) last = r->n_lines;
  if (last < first) last = first;
  if (kind == BLOCK_HEADING) {
    b->level = (unsigned)cmark_node_get_heading_level(text);
    const char *line = line_at(r, first, &len);
    /* A heading may also be underlined; cmark's last line is not exact then,
       and no heading of ours is longer than one line. */
    last = first;
    while (column <= len && line[column - 1] == '#') column++;
    while (column <= len &&
           (line[column - 1] == ' ' || line[column - 1] == '\t'))
      column++;
  }
  return source_text(r, b, first, column ? column : 1, last) &&
         plain_text(r, b, node);
}

static bool add_item(reader *r, cmark_node *item) {
  cmark_node *text = cmark_node_first_child(item);
  if (!text) return add_block(r, BLOCK_ITEM, item, item);
  if (cmark_node_get_type(text) != CMARK_NODE_PARAGRAPH)
    return add_block(r, BLOCK_NESTED, text, text);
  if (!add_block(r, BLOCK_ITEM, text, text)) return false;
  for (cmark_node *n = cmark_node_next(text); n; n = cmark_node_next(n))
    if (!add_block(r, BLOCK_NESTED, n, n)) return false;
  return true;
}

static bool add_list(reader *r, cmark_node *list) {
  block *b = push(r, BLOCK_LIST);
  if (!b) return false;
  b->line = (uint32_t)cmark_node_get_start_line(list);
  b->column = (uint32_t)cmark_node_get_start_column(list);
  for (cmark_node *i = cmark_node_first_child(list); i; i = cmark_node_next(i))
    if (!add_item(r, i)) return false;
  return true;
}

bool outline_read(outline *out, arena *memory, arena *scratch, const char *name,
                  const char *source, size_t len) {
  *out = (outline){.source = source, .source_len = len};
  out->file = arena_copy(memory, name, strlen(name));
  reader r = {.out = out, .memory = memory};
  r.lines = line_table(memory, source, len, &r.n_lines);
  cmark_node *root = markdown_parse(scratch, source, len);
  if (!out->file || !r.lines || !root) return false;
  for (cmark_node *n = cmark_node_first_child(root); n;
       n = cmark_node_next(n)) {
    bool ok;
    switch (cmark_node_get_type(n)) {
    case CMARK_NODE_HEADING: ok = add_block(&r, BLOCK_HEADING, n, n); break;
    case CMARK_NODE_PARAGRAPH: ok = add_block(&r, BLOCK_PARAGRAPH, n, n); break;
    case CMARK_NODE_BLOCK_QUOTE: ok = add_block(&r, BLOCK_QUOTE, n, n); break;
    case CMARK_NODE_LIST: ok = add_list(&r, n); break;
    default: ok = add_block(&r, BLOCK_OTHER, n, n); break;
    }
    if (!ok) return false;
  }
  return true;
}

place outline_place(const outline *o, const block *b, size_t offset) {
  place at = {.file = o->file, .line = b->line, .column = b->column};
  size_t from = 0, end = offset < b->raw_len ? offset : b->raw_len;
  for (const char *line; from < end; from = (size_t)(line - b->raw) + 1) {
    line = memchr(b->raw + from, '\n', end - from);
    if (!line) break;
    at.line++;
  }
  at.column = (uint32_t)(offset - from) + 1;
  if (at.line == b->line) {
    at.column += b->column - 1;
    return at;
  }
  size_t start = 0;
  for (uint32_t l = 1; l < at.line && start < o->source_len; start++)
    l += ends_line(o->source, start, o->source_len);
  at.column += (uint32_t)indentation(o->source + start, o->source_len - start);
  return at;
}

#include "markdown.h"

#include <stdlib.h>
#include <string.h>
#include "limits.h"

/* Memory set aside for cmark, behind this head. Each piece has its size in
   front, because realloc is not told it. */
typedef struct {
  arena *arena;
  unsigned char *bytes;
  size_t size, used;
  size_t newest; /* offset of the newest piece, or HEAP_NONE */
  bool spilled;  /* the estimate was too small: see heap_alloc */
} heap;

#define HEAP_HEADER sizeof(uint64_t)
#define HEAP_NONE SIZE_MAX

static _Thread_local heap *current;

static void *heap_alloc(size_t size) {
  heap *h = current;
  size_t piece = HEAP_HEADER + (size + 7) / 8 * 8;
  unsigned char *start;
  if (h->size - h->used >= piece) {
    h->newest = h->used;
    start = h->bytes + h->used;
    h->used += piece;
  } else {
    /* Not known to happen. cmark would write to NULL, which wasm does not
       stop, so the last resort is to stop here. */
    h->spilled = true;
    start = arena_alloc_dirty(h->arena, piece);
    if (!start) abort();
  }
  uint64_t noted = size;
  memcpy(start, &noted, sizeof noted);
  return start + HEAP_HEADER;
}

static void *heap_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  return memset(heap_alloc(count * size), 0, count * size);
}

static bool is_newest(const heap *h, const unsigned char *piece) {
  return h->newest != HEAP_NONE && piece == h->bytes + h->newest + HEAP_HEADER;
}

static void *heap_realloc(void *memory, size_t size) {
  if (!memory) return heap_alloc(size);
  heap *h = current;
  uint64_t old;
  memcpy(&old, (unsigned char *)memory - HEAP_HEADER, sizeof old);
  if (size <= old) return memory;
  size_t piece = HEAP_HEADER + (size + 7) / 8 * 8;
  if (is_newest(h, memory) && h->size - h->newest >= piece) {
    h->used = h->newest + piece;
    uint64_t noted = size;
    memcpy((unsigned char *)memory - HEAP_HEADER, &noted, sizeof noted);
    return memory;
  }
  return memcpy(heap_alloc(size), memory, (size_t)old);
}

/* Only the newest piece can be had back. */
static void heap_free(void *memory) {
  heap *h = current;
  if (!memory || !is_newest(h, memory)) return;
  h->used = h->newest;
  h->newest = HEAP_NONE;
}

static cmark_mem heap_functions = {heap_calloc, heap_realloc, heap_free};

static heap *heap_open(arena *a, size_t size) {
  heap *h = arena_alloc_dirty(a, sizeof *h + size);
  if (!h) return NULL;
  *h = (heap){.arena = a,
              .bytes = (unsigned char *)(h + 1),
              .size = size,
              .newest = HEAP_NONE};
  current = h;
  return h;
}

/* What was not used goes back to the arena. */
static void heap_close(heap *h) {
  current = NULL;
  if (!h->spilled) arena_trim(h->arena, h, sizeof *h + h->used);
}

static bool is_gap(const char *bytes, size_t at, size_t len) {
  return at >= len || bytes[at] == ' ' || bytes[at] == '\t' ||
         bytes[at] == '\n' || bytes[at] == '\r';
}

/* Whether the byte at `at`, not the first of the run of marks and spaces that
   begins a line, may open a quote or a list item. */
static bool opens_container(const char *bytes, size_t at, size_t len) {
  char before = bytes[at - 1];
  bool digit = before >= '0' && before <= '9';
  switch (bytes[at]) {
  case '>': return true;
  case '.':
  case ')': return digit && is_gap(bytes, at + 1, len);
  case '-':
  case '+':
  case '*':
    return (is_gap(bytes, at - 1, len) || before == '>') &&
           is_gap(bytes, at + 1, len);
  default: return false;
  }
}

/* cmark looks at every open container for every line, a blank line too, so
   nesting must not grow with the input. Marks that would nest deeper than a
   line's first EARSHOT_MARKDOWN_LEAD bytes become letters, in a copy made when
   there are any. Everything keeps its place. */
static const char *flatten(arena *a, const char *bytes, size_t len) {
  char *copy = NULL;
  size_t lead = 0; /* bytes of the line so far, while only marks and spaces */
  bool leading = true;
  for (size_t i = 0; i < len; i++) {
    if (bytes[i] == '\n' || bytes[i] == '\r') {
      lead = 0;
      leading = true;
      continue;
    }
    if (!leading) continue;
    leading = bytes[i] && strchr(" \t>-+*.)0123456789", bytes[i]);
    if (!leading || ++lead <= EARSHOT_MARKDOWN_LEAD) continue;
    if (!opens_container(bytes, i, len)) continue;
    if (!copy) copy = arena_copy(a, bytes, len);
    if (!copy) return NULL;
    copy[i] = 'x';
  }
  return copy ? copy : bytes;
}

cmark_node *markdown_parse(arena *a, const char *bytes, size_t len) {
  bytes = flatten(a, len ? bytes : "", len);
  if (!bytes) return NULL;
  heap *h = heap_open(a, EARSHOT_CMARK_BYTES(len));
  if (!h) return NULL;
  cmark_parser *parser =
      cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &heap_functions);
  cmark_parser_feed(parser, bytes, len);
  cmark_node *document = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  heap_close(h);
  return document;
}

cmark_node *markdown_next(cmark_node *node, cmark_node *root) {
  cmark_node *next = cmark_node_first_child(node);
  while (!next && node != root) {
    next = cmark_node_next(node);
    node = cmark_node_parent(node);
    if (!node) break;
  }
  return next;
}

static size_t length(const char *text) { return text ? strlen(text) : 0; }

/* No tag that cmark writes for one node, opening and closing, is longer. */
#define HTML_TAGS 96u
/* A byte becomes at most six: &quot; or &#x27; */
#define HTML_ESCAPE 6u

/* At least what cmark_render_html needs for `root`. */
static size_t html_size(cmark_node *root) {
  size_t size = 0;
  for (cmark_node *n = root; n; n = markdown_next(n, root)) {
    size_t text =
        length(cmark_node_get_literal(n)) + length(cmark_node_get_url(n)) +
        length(cmark_node_get_title(n)) + length(cmark_node_get_fence_info(n));
    size += HTML_TAGS + text * HTML_ESCAPE;
  }
  return size;
}

char *markdown_html(arena *a, cmark_node *node) {
  /* The buffer grows by half, in place; its iterator is small. */
  size_t size = html_size(node);
  heap *h = heap_open(a, size + size / 2 + 4096);
  if (!h) return NULL;
  char *html = cmark_render_html(node, CMARK_OPT_DEFAULT);
  heap_close(h);
  return html;
}

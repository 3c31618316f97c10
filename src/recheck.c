/* A draft that was edited in one place: only the segments around it are read
   again, all conclusions are drawn anew. */
#include <string.h>
#include "scanner.h"

typedef struct {
  earshot_scanner *scanner;
  const scanner_before *before;
  earshot_setting setting;
  const char *draft;
  size_t len;
  size_t head, tail; /* bytes at both ends that are as before */
} edit;

static void find_edit(edit *e) {
  const char *a = e->before->draft, *b = e->draft;
  size_t most = e->before->len < e->len ? e->before->len : e->len;
  uint64_t x, y;
  while (e->head + 8 <= most) {
    memcpy(&x, a + e->head, 8);
    memcpy(&y, b + e->head, 8);
    if (x != y) break;
    e->head += 8;
  }
  while (e->head < most && a[e->head] == b[e->head]) e->head++;
  most -= e->head;
  a += e->before->len;
  b += e->len;
  while (e->tail + 8 <= most) {
    memcpy(&x, a - e->tail - 8, 8);
    memcpy(&y, b - e->tail - 8, 8);
    if (x != y) break;
    e->tail += 8;
  }
  while (e->tail < most &&
         a[-1 - (ptrdiff_t)e->tail] == b[-1 - (ptrdiff_t)e->tail])
    e->tail++;
}

/* The first segment that begins at `byte` of the draft before, or later. */
static size_t segment_from(const reading *r, size_t byte) {
  size_t low = 0, high = r->n_segments;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (r->segments[middle].byte < byte)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The segment to begin with: the one that the edit is in. If it is so near to
   its beginning that the first token may have changed, what begins there may
   belong to the segment before it now. */
static size_t first_segment(const edit *e) {
  const reading *r = &e->before->read;
  size_t n = segment_from(r, e->head + 1);
  if (n < 2) return 0;
  const segment *s = &r->segments[--n];
  size_t units = r->tokens[s->token].to - s->unit;
  /* A UTF-16 unit is at most three bytes. */
  return e->head > s->byte + 3 * (units + 1) ? n : n - 1;
}

/* Reads segments [from, until) of the draft before as they are now. False when
   memory is out; *alone: they can be told apart from the rest. */
static bool read_part(edit *e, size_t from, size_t until, bool *alone) {
  const reading *old = &e->before->read;
  scan *s = &e->scanner->scan;
  size_t start = from ? old->segments[from].byte : 0;
  size_t rest = e->before->len - old->segments[until].byte;
  scanner_begin(e->scanner, e->setting, false);
  s->amid = from > 0;
  size_t len = e->len - rest - start;
  if (!scan_read(s, e->draft + start, len, e->before->kind)) return false;
  if (s->complete) reading_locate(&s->read, e->draft + start, len);
  *alone = until == old->n_segments || s->text.ends_fresh;
  return true;
}

/* Reads the draft by way of the one before. False when memory is out;
   *done: that was possible, and came to what reading all of it would. */
static bool reread(edit *e, bool *done) {
  const reading *old = &e->before->read;
  scan *s = &e->scanner->scan;
  find_edit(e);
  size_t from = first_segment(e), more = 1;
  size_t until = segment_from(old, e->before->len - e->tail);
  bool alone = false;
  *done = false;
  for (; !alone; more *= 2) {
    if (!read_part(e, from, until, &alone)) return false;
    if (!s->complete) return true;
    if (!alone)
      until = old->n_segments - until > more ? until + more : old->n_segments;
  }
  *done = from == 0 && until == old->n_segments;
  if (*done) return true;
  reading whole;
  if (!reading_splice(&whole, s->memory, old, from, until, &s->read))
    return false;
  s->read = whole;
  s->steps = 0;
  *done = whole.n_found + whole.kept.count <= EARSHOT_EVIDENCE;
  for (size_t n = 0; n < whole.n_segments && *done; n++)
    *done = scan_spend(s, whole.segments[n].steps);
  return true;
}

/* What the next check may take over: nothing when this one was cut short. */
static scanner_before remember(earshot_scanner *scanner, const char *draft,
                               size_t len, earshot_draft_kind kind) {
  scan *s = &scanner->scan;
  scanner_before now = {.kind = kind, .len = len};
  if (!s->complete || kind == EARSHOT_MARKDOWN) return now;
  now.draft = arena_copy(s->memory, draft, len);
  now.known = now.draft && scan_remember(s);
  now.read = s->read;
  s->memory->failed = false;
  return now;
}

/* Reads the draft, from where it is or by way of the one before. */
static bool read_draft(edit *e, earshot_draft_kind kind) {
  scanner_before *before = &e->scanner->before;
  bool done = false, known = before->known && before->kind == kind;
  if (known && e->len <= EARSHOT_DRAFT_BYTES && !reread(e, &done)) return false;
  if (done) return true;
  scan *s = &e->scanner->scan;
  scanner_begin(e->scanner, e->setting, false);
  if (!scan_read(s, e->draft, e->len, kind)) return false;
  if (s->complete) reading_locate(&s->read, e->draft, e->len);
  return true;
}

const earshot_result *earshot_recheck(earshot_scanner *scanner,
                                      const char *draft, size_t len,
                                      earshot_draft_kind kind,
                                      earshot_setting setting) {
  /* What is known of the draft before lies in what was its memory. */
  arena last = scanner->memory;
  scanner->memory = scanner->spare;
  scanner->spare = last;
  edit e = {.scanner = scanner,
            .before = &scanner->before,
            .setting = setting,
            .draft = draft,
            .len = len};
  const earshot_result *r = read_draft(&e, kind) ? scanner_end(scanner) : NULL;
  scanner->before = r ? remember(scanner, draft, len, kind)
                      : (scanner_before){.known = false};
  return r;
}

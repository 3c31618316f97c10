/* Evidence by PCRE2 patterns.

   No limit of PCRE2 bounds a search: the match limit starts anew at every
   offset. So patterns are compiled with automatic callouts, and each callout
   is charged 1 + how far the position moved since the last. Text is handed
   over line by line, for a match is never of two lines, and long lines in
   windows of at most EARSHOT_WINDOW_BYTES, so that work inside one item of a
   pattern, which no callout sees, is bounded too. There is no heap
   limit (frame sizes differ between 32 and 64 bits, and native and wasm must
   agree) but a depth limit, which counts the same everywhere. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>
#include "../limits.h"
#include "scan.h"

enum {
  OVERLAP = 256, /* bytes a window shares with the next */
  BEFORE = 64,   /* bytes before a window that look-behinds may see */
  DEPTH = 20000, /* nested backtracking points */
  SIFTED = 64,   /* bytes the sieve looks at for a step */
  TRY = 3,       /* steps that PCRE2 takes before it tells anything, and one */
  TRIED = 512    /* for so many bytes, which it may look through for what it
                    needs */
};

typedef struct {
  scan *scan;
  const text *text; /* the draft, or the reading with disguises undone */
  const char *line; /* of its norm */
  size_t len;
  pcre2_match_data *data;
  pcre2_match_context *context;
  PCRE2_SIZE last; /* position at the last callout */
} matcher;

/* PCRE2 asks for 20 KiB to match in, of which it writes before it reads. */
static void *borrow(PCRE2_SIZE size, void *a) {
  return arena_alloc_dirty(a, size);
}
static void keep(void *memory, void *a) {
  (void)memory; /* the arena is given back whole */
  (void)a;
}

static int charge(pcre2_callout_block *block, void *user) {
  matcher *m = user;
  PCRE2_SIZE at = block->current_position;
  PCRE2_SIZE moved = at > m->last ? at - m->last : m->last - at;
  m->last = at;
  return scan_spend(m->scan, 1 + moved) ? 0 : PCRE2_ERROR_CALLOUT;
}

/* The token that byte `at` lies in or before. */
static uint32_t token_at(const text *t, uint32_t at, bool end) {
  uint32_t low = 0, high = t->n_tokens;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    bool before =
        end ? t->tokens[middle].start < at : t->tokens[middle].end <= at;
    if (before)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The byte of the draft's norm that stands for UTF-16 unit `utf16` or after. */
static uint32_t byte_of(const text *t, uint32_t utf16) {
  uint32_t low = 0, high = t->len;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (t->from[middle] < utf16)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static bool note(matcher *m, const ruleset_pattern *p, size_t start,
                 size_t end) {
  const check_function check = p->source->check;
  if (check && !check(m->line + start, end - start)) return true;
  size_t before = (size_t)(m->line - m->text->norm);
  start += before;
  end += before;
  const text *plain = &m->scan->text;
  evidence e = {
      .class = p->class, .start = (uint32_t)start, .end = (uint32_t)end};
  if (m->text != plain) {
    e.start = byte_of(plain, m->text->from[start]);
    e.end = byte_of(plain, m->text->to[end - 1]);
    e.disguised = true;
  }
  e.first = token_at(plain, e.start, false);
  e.last = token_at(plain, e.end, true);
  return scan_add(m->scan, &e);
}

typedef struct {
  size_t from, to, limit;
} window;

static size_t to_character(const matcher *m, size_t at) {
  while (at > 0 && ((uint8_t)m->line[at] & 0xC0) == 0x80) at--;
  return at;
}

static bool in_set(const byteset *set, char byte) {
  uint8_t b = (uint8_t)byte;
  return set->bits[b >> 6] >> (b & 63) & 1;
}

/* The first place from `from` on behind which all is of the set up to `at`: a
   match that does not end before `at` begins there or later. */
static size_t back_within(const matcher *m, const byteset *set, size_t from,
                          size_t at) {
  while (at > from && in_set(set, m->line[at - 1])) at--;
  return at;
}

/* Narrows a window to where matches of a pattern may begin. */
static window narrowed(const matcher *m, size_t n, window w) {
  const sieve_span *span = &m->scan->spans[n];
  const sieve_rest *rest = &m->scan->rules->sieve.rest[n];
  size_t until = rest->until;
  if (m->scan->naive) return w;
  if (until != NEEDS_UNBOUNDED && span->first > w.from + until + SIEVE_AROUND)
    w.from = to_character(m, span->first - until - SIEVE_AROUND);
  if (span->first > w.from + SIEVE_AROUND)
    w.from = to_character(
        m, back_within(m, &rest->made_of, w.from, span->first - SIEVE_AROUND));
  if (span->last + SIEVE_AROUND < w.limit) w.limit = span->last + SIEVE_AROUND;
  return w;
}

/* The first place from `at` on where a match may begin: by its first letters,
   and the byte before. PCRE2 finds that out as well, step by step. */
static size_t next_start(const matcher *m, const ready_pattern *p, size_t at,
                         const window *w) {
  for (; at < w->limit; at++) {
    char byte = m->line[at], before = at ? m->line[at - 1] : '\0';
    if (in_set(&p->first, byte) && in_set(&p->before, before) &&
        ((uint8_t)byte & 0xC0) != 0x80 &&
        heads_fit(p->heads, m->line, at, w->to))
      break;
  }
  return at;
}

/* Tries one place, or looks from there on when `on`. False when the search is
   over. */
static bool match(matcher *m, const ready_pattern *p, const window *w,
                  size_t base, size_t at, bool on, bool *found) {
  m->last = at - base;
  int n = pcre2_match(p->code, (PCRE2_SPTR)m->line + base, w->to - base,
                      at - base, PCRE2_NO_UTF_CHECK | (on ? 0 : PCRE2_ANCHORED),
                      m->data, m->context);
  *found = n >= 0;
  if (n < 0 && n != PCRE2_ERROR_NOMATCH) m->scan->complete = false;
  return n >= 0 || (n == PCRE2_ERROR_NOMATCH && !on);
}

/* Searches one window [from, to) of the line for matches that begin before
   `limit`. False when memory is out. */
static bool search(matcher *m, size_t n, const window *in) {
  const ruleset_pattern *p = &m->scan->rules->patterns[n];
  window w = narrowed(m, n, *in);
  size_t base = in->from > BEFORE ? to_character(m, in->from - BEFORE) : 0;
  const PCRE2_SIZE *ovector = pcre2_get_ovector_pointer(m->data);
  bool on = m->scan->naive, found = false;
  const ready_pattern *known = ready_get(m->scan->ready, m->scan->rules, n);
  if (!known) {
    m->scan->complete = false;
    return !m->scan->ready->memory->failed;
  }
  pcre2_set_offset_limit(m->context, w.limit - base - 1);
  for (size_t at = w.from; at < w.limit;) {
    size_t from = at;
    if (!on) at = next_start(m, known, at, &w);
    if (!scan_spend(m->scan, TRY + (at - from) / SIFTED + (w.to - at) / TRIED))
      return true;
    if (at >= w.limit) break;
    bool more = match(m, known, &w, base, at, on, &found);
    if (m->scan->memory->failed) return false;
    if (!more) break;
    if (!found) {
      at++;
      continue;
    }
    size_t start = base + ovector[0], end = base + ovector[1];
    if (end <= start) break; /* a look-ahead only: not evidence */
    if (!note(m, p, start, end)) return false;
    at = end;
  }
  return true;
}

/* The end of a window that begins at `from`: a space if there is one in its
   second half, at least not inside a character. */
static size_t window_end(const matcher *m, size_t from) {
  size_t to = from + EARSHOT_WINDOW_BYTES;
  if (to >= m->len) return m->len;
  for (size_t i = to; i > from + EARSHOT_WINDOW_BYTES / 2; i--)
    if (m->line[i] == ' ') return i;
  while (((uint8_t)m->line[to] & 0xC0) == 0x80) to--;
  return to;
}

static void open_window(const matcher *m, window *w, size_t from) {
  w->from = from;
  w->to = window_end(m, from);
  w->limit = w->to;
  if (w->to < m->len && w->to - from > 2 * OVERLAP) {
    w->limit = w->to - OVERLAP;
    while (((uint8_t)m->line[w->limit] & 0xC0) == 0x80) w->limit--;
  }
}

/* Searches one window for the patterns of a set. */
static bool search_window(matcher *m, const window *w, const uint64_t *set) {
  const earshot_ruleset *rules = m->scan->rules;
  for (size_t i = 0; i < sieve_words(&rules->sieve); i++)
    for (uint64_t left = set[i]; left; left &= left - 1) {
      size_t p = i * 64 + (size_t)__builtin_ctzll(left);
      if (!search(m, p, w)) return false;
      if (!scan_spend(m->scan, 1)) return true;
    }
  return true;
}

/* The patterns that could match in a window, as a set; false when there are
   none. */
static bool sift(const matcher *m, const window *w, uint64_t *set) {
  const sieve *v = &m->scan->rules->sieve;
  if (!m->scan->naive)
    return scan_sift(v, m->line, w->from, w->to, set, m->scan->spans);
  for (size_t p = 0; p < v->n_patterns; p++)
    set[p / 64] |= (uint64_t)1 << (p % 64);
  return true;
}

static bool search_line(matcher *m) {
  for (size_t from = 0; from < m->len;) {
    window w;
    open_window(m, &w, from);
    if (!scan_spend(m->scan, 1 + (w.to - w.from) / SIFTED)) return true;
    if (sift(m, &w, m->scan->sifted) && !search_window(m, &w, m->scan->sifted))
      return false;
    from = w.limit;
  }
  return true;
}

static bool search_lines(matcher *m, const text *t, size_t from, size_t to) {
  m->text = t;
  while (from < to) {
    const char *end = memchr(t->norm + from, '\n', to - from);
    m->line = t->norm + from;
    m->len = (end ? (size_t)(end - t->norm) : to) - from;
    if (!search_line(m)) return false;
    if (!scan_spend(m->scan, 0)) return true;
    from += m->len + 1;
  }
  return true;
}

/* What one check needs to match is made once, for its first segment. */
static bool ready(matcher *m) {
  scan *s = m->scan;
  if (!s->match_data) {
    pcre2_general_context *general =
        pcre2_general_context_create(borrow, keep, s->memory);
    if (!general) return false;
    s->match_data = pcre2_match_data_create(1, general);
    s->match_context = pcre2_match_context_create(general);
    s->sifted = arena_alloc(s->memory,
                            sieve_words(&s->rules->sieve) * sizeof *s->sifted);
    s->spans =
        arena_alloc_dirty(s->memory, s->rules->n_patterns * sizeof *s->spans);
    if (!s->match_data || !s->match_context || !s->sifted || !s->spans)
      return false;
  }
  m->data = s->match_data;
  m->context = s->match_context;
  pcre2_set_callout(m->context, charge, m);
  pcre2_set_depth_limit(m->context, DEPTH);
  pcre2_set_match_limit(m->context, UINT32_MAX);
  pcre2_set_heap_limit(m->context, UINT32_MAX);
  return true;
}

bool scan_patterns(scan *s) {
  if (s->rules->n_patterns == 0) return true;
  matcher m = {.scan = s};
  if (!ready(&m) || !search_lines(&m, &s->text, s->start, s->end)) return false;
  text undone;
  if (!text_disguises(&undone, s->memory, &s->text, s->first, s->last))
    return false;
  return search_lines(&m, &undone, 0, undone.len);
}

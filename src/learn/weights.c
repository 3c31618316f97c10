#include "weights.h"

#include <string.h>
#include "../limits.h"
#include "features.h"

typedef struct {
  const char *at, *end; /* of what is left of the file */
  const char *line;     /* where the line begins */
  place place;
  uint32_t lines;
  uint16_t lanes[256]; /* of letters */
  arena *memory;
  diagnostics *faults;
  weights *out;
} reader;

bool weights_named(const char *file) {
  static const char ending[] = ".weights";
  size_t len = strlen(file), n = sizeof ending - 1;
  return len > n && strcmp(file + len - n, ending) == 0;
}

static bool fault(reader *r, const char *message) {
  r->place.column = (uint32_t)(r->at - r->line) + 1;
  return diagnose(r->faults, "bad-weights", r->place, message,
                  "This file is made by a program: make it again.", NULL, NULL);
}

static bool line_ends(const reader *r) {
  return r->at == r->end || *r->at == '\n';
}

/* Bytes up to the next tab or the end of the line. */
static size_t field(const reader *r) {
  const char *s = r->at;
  while (s < r->end && *s != '\n' && *s != '\t') s++;
  return (size_t)(s - r->at);
}

static bool take_tab(reader *r) {
  if (line_ends(r) || *r->at != '\t') return false;
  r->at++;
  return true;
}

/* A whole number that an int16_t holds. */
static bool take_number(reader *r, int *out) {
  bool minus = !line_ends(r) && *r->at == '-';
  int value = 0, digits = 0;
  if (minus) r->at++;
  for (; !line_ends(r) && *r->at >= '0' && *r->at <= '9'; r->at++)
    if (++digits < 6) value = value * 10 + (*r->at - '0');
  *out = minus ? -value : value;
  return digits > 0 && digits < 6 && value <= INT16_MAX;
}

/* Once it is known how many principles there are. */
static bool make_rows(reader *r) {
  weights *w = r->out;
  w->words = lanes_words(w->n_principles);
  w->rows = arena_alloc_dirty(r->memory, r->lines * w->words * sizeof *w->rows);
  w->common = arena_alloc(r->memory, r->lines * sizeof *w->common);
  w->n_rows = 0;
  return w->rows && w->common;
}

static bool read_principles(reader *r) {
  weights *w = r->out;
  if (w->rows) return fault(r, "The principles are named twice.");
  while (take_tab(r)) {
    size_t len = field(r);
    if (w->n_principles == WEIGHTS_PRINCIPLES)
      return fault(r, "There are more than 32 principles.");
    char *id = arena_copy(r->memory, r->at, len);
    if (!id) return false;
    w->principles[w->n_principles++] = id;
    r->at += len;
  }
  return make_rows(r);
}

static bool read_start(reader *r) {
  for (size_t p = 0; p < r->out->n_principles; p++)
    if (!take_tab(r) || !take_number(r, &r->out->start[p]))
      return fault(r, "A number is missing here.");
  return true;
}

/* What letters are worth, LANES_ZERO more than they are; 0: no letter. */
static void value_letters(reader *r) {
  r->lanes['.'] = LANES_ZERO;
  for (int n = 1; n <= 26; n++) {
    int worth = n * (n + 8) / 5;
    r->lanes['a' + n - 1] = (uint16_t)(LANES_ZERO + worth);
    r->lanes['A' + n - 1] = (uint16_t)(LANES_ZERO - worth);
  }
}

/* Units come before the first row, so that how long a row is is known. */
static bool read_unit(reader *r) {
  weights *w = r->out;
  if (w->n_units == WEIGHTS_UNITS)
    return fault(r, "There are more than 64 units.");
  if (!w->rows || w->n_rows)
    return fault(r, "Units should stand between the principles and the rows.");
  weights_unit *into = &w->units[w->n_units++];
  if (!take_tab(r) || !take_number(r, &into->start))
    return fault(r, "A number is missing here.");
  for (size_t p = 0; p < w->n_principles; p++)
    if (!take_tab(r) || !take_number(r, &into->says[p]))
      return fault(r, "A number is missing here.");
  return true;
}

/* Reads so many letters into lanes. */
static bool read_letters(reader *r, uint64_t *row, size_t count) {
  memset(row, 0, lanes_words(count) * sizeof *row);
  for (size_t n = 0; n < count; n++, r->at++) {
    uint64_t lane = r->at < r->end ? r->lanes[(uint8_t)*r->at] : 0;
    if (!lane) return fault(r, "A letter or a full stop is missing here.");
    row[n / LANES] |= lane << (n % LANES * 16);
  }
  return true;
}

/* What the units see in the row that comes, if there are units and letters for
   them. */
static bool read_seen(reader *r) {
  weights *w = r->out;
  if (!w->n_units || !take_tab(r)) return true;
  w->seen_words = lanes_words(w->n_units);
  size_t size = r->lines * w->seen_words * sizeof *w->seen;
  if (!w->seen) w->seen = arena_alloc_dirty(r->memory, size);
  if (!w->seen) return false;
  w->common[w->n_rows] = ++w->n_seen;
  return read_letters(r, w->seen + (w->n_seen - 1) * w->seen_words, w->n_units);
}

/* The first of two rows with the same name counts. */
static bool read_row(reader *r, uint32_t hash) {
  weights *w = r->out;
  if (!w->rows) return fault(r, "The principles should be named before this.");
  take_tab(r);
  size_t before = r->faults->faults;
  w->common[w->n_rows] = 0;
  if (!read_letters(r, w->rows + (size_t)w->n_rows * w->words, w->n_principles))
    return false;
  if (r->faults->faults > before) return true;
  if (!read_seen(r)) return false;
  if (r->faults->faults > before) return true;
  weights_slot *known = weights_find(w, hash);
  if (!known->row) *known = (weights_slot){hash, ++w->n_rows};
  return true;
}

/* A line without a tab is for people. */
static bool read_line(reader *r) {
  size_t name = field(r), before = r->faults->faults;
  r->line = r->at;
  r->at += name;
  if (line_ends(r)) return true;
  bool ok;
  if (name == 11 && memcmp(r->line, "=principles", 11) == 0)
    ok = read_principles(r);
  else if (name == 6 && memcmp(r->line, "=start", 6) == 0)
    ok = read_start(r);
  else if (name == 5 && memcmp(r->line, "=unit", 5) == 0)
    ok = read_unit(r);
  else
    ok = read_row(r, feature_hash(r->line, name));
  if (!ok || line_ends(r) || r->faults->faults > before) return ok;
  return fault(r, "The line should end here.");
}

/* Room for twice as many rows as there are lines. */
static bool make_room(reader *r) {
  weights *w = r->out;
  uint32_t room = 1;
  r->lines = 1;
  for (const char *s = r->at;
       (s = memchr(s, '\n', (size_t)(r->end - s))) != NULL; s++)
    r->lines++;
  while (room < 2 * r->lines) room *= 2;
  w->slots = arena_alloc(r->memory, room * sizeof *w->slots);
  w->mask = room - 1;
  return w->slots != NULL;
}

bool weights_read(const earshot_file *file, arena *memory, diagnostics *faults,
                  const weights **out) {
  reader r = {
      .at = file->bytes,
      .end = file->bytes + file->len,
      .place = {.file = arena_copy(memory, file->name, strlen(file->name))},
      .memory = memory,
      .faults = faults,
      .out = arena_alloc(memory, sizeof *r.out)};
  size_t before = faults->faults;
  if (!r.place.file || !r.out) return false;
  r.line = r.at;
  if (file->len > EARSHOT_WEIGHTS_BYTES)
    return fault(&r, "This file is larger than 1 MiB.");
  if (!make_room(&r)) return false;
  value_letters(&r);
  while (r.at < r.end && faults->faults == before) {
    r.place.line++;
    if (!read_line(&r)) return false;
    if (r.at < r.end) r.at++;
  }
  if (faults->faults == before) *out = r.out;
  return true;
}

int weights_principle(const weights *w, const char *id) {
  for (size_t p = 0; p < w->n_principles; p++)
    if (strcmp(w->principles[p], id) == 0) return (int)p;
  return -1;
}

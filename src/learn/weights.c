#include "weights.h"

#include <string.h>
#include "../hash.h"
#include "../limits.h"
#include "features.h"
#include "small.h"

/* The letters of a principle or a unit, where they stand in the file. */
typedef struct {
  const char *at;
  size_t count;
  uint32_t line, column;
} letters;

typedef struct {
  const char *at, *end; /* of what is left of the file */
  const char *line;     /* where the line begins */
  place place;
  enum { FOR_PEOPLE, WORDS, PAIRS } listed; /* what lines are without "=" */
  letters says[WEIGHTS_PRINCIPLES], sees[WEIGHTS_UNITS];
  uint8_t lanes[256]; /* of letters: LANES_ZERO more than they are worth */
  arena *memory;
  diagnostics *faults;
  weights *out;
} reader;

/* Of whatever is no letter. Those of letters are less. */
enum { NO_LETTER = 0x80 };

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

/* Bytes up to the next `c` or the end of the line. */
static size_t up_to(const reader *r, char c) {
  const char *s = r->at;
  while (s < r->end && *s != '\n' && *s != c) s++;
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

static void value_letters(reader *r) {
  memset(r->lanes, NO_LETTER, sizeof r->lanes);
  r->lanes['.'] = LANES_ZERO;
  for (int n = 1; n <= 26; n++) {
    r->lanes['a' + n - 1] = (uint8_t)(LANES_ZERO + n);
    r->lanes['A' + n - 1] = (uint8_t)(LANES_ZERO - n);
  }
}

/* The rest of the line. */
static bool take_letters(reader *r, letters *out) {
  if (!take_tab(r)) return fault(r, "Letters are missing here.");
  const char *end = memchr(r->at, '\n', (size_t)(r->end - r->at));
  *out = (letters){.at = r->at,
                   .count = (size_t)((end ? end : r->end) - r->at),
                   .line = r->place.line,
                   .column = (uint32_t)(r->at - r->line) + 1};
  r->at += out->count;
  return true;
}

static bool read_principle(reader *r) {
  weights *w = r->out;
  if (w->n_units)
    return fault(r, "The principles should stand before the units.");
  if (w->n_principles == WEIGHTS_PRINCIPLES)
    return fault(r, "There are more than 32 principles.");
  if (!take_tab(r)) return fault(r, "A name is missing here.");
  size_t len = up_to(r, '\t');
  char *id = arena_copy(r->memory, r->at, len);
  if (!id) return false;
  r->at += len;
  if (!take_tab(r) || !take_number(r, &w->start[w->n_principles]))
    return fault(r, "A number is missing here.");
  w->principles[w->n_principles] = id;
  return take_letters(r, &r->says[w->n_principles++]);
}

static bool read_unit(reader *r) {
  weights *w = r->out;
  if (w->n_units == WEIGHTS_UNITS)
    return fault(r, "There are more than 64 units.");
  size_t n = w->n_units;
  if (!take_tab(r) || !take_number(r, &w->unit_start[n]))
    return fault(r, "A number is missing here.");
  for (size_t p = 0; p < w->n_principles; p++) {
    int says;
    if (!take_tab(r) || !take_number(r, &says))
      return fault(r, "A number is missing here.");
    w->says[p][n] = (int16_t)(says > WEIGHTS_SAID    ? WEIGHTS_SAID
                              : says < -WEIGHTS_SAID ? -WEIGHTS_SAID
                                                     : says);
  }
  return take_letters(r, &r->sees[w->n_units++]);
}

/* The first of two with the same name counts. */
static void add_feature(reader *r, uint32_t hash) {
  weights_slot *known = weights_find(r->out, hash);
  r->out->n_rows++;
  if (!known->row) *known = (weights_slot){hash, r->out->n_rows};
}

/* A word, and those that stand behind it in a draft. */
static void read_pairs(reader *r) {
  size_t len = up_to(r, ' ');
  uint32_t first = feature_hash(r->at, len);
  for (r->at += len; !line_ends(r); r->at += len) {
    r->at++;
    len = up_to(r, ' ');
    add_feature(r, hash_pair(first, feature_hash(r->at, len)));
  }
}

static bool is(const reader *r, size_t len, const char *word) {
  return strlen(word) == len && memcmp(r->line, word, len) == 0;
}

static bool read_table(reader *r) {
  size_t len = up_to(r, '\t');
  r->at += len;
  if (is(r, len, "=principle")) return read_principle(r);
  if (is(r, len, "=unit")) return read_unit(r);
  if (is(r, len, "=words"))
    r->listed = WORDS;
  else if (is(r, len, "=pairs"))
    r->listed = PAIRS;
  else if (is(r, len, "=seen"))
    r->out->n_seen = r->out->n_rows;
  else
    return fault(r, "Nothing is called that here.");
  return line_ends(r) || fault(r, "The line should end here.");
}

static bool read_line(reader *r) {
  r->line = r->at;
  if (!line_ends(r) && *r->at == '=') return read_table(r);
  size_t len = up_to(r, '\n');
  if (r->listed == WORDS && len) add_feature(r, feature_hash(r->at, len));
  if (r->listed == PAIRS) read_pairs(r);
  if (r->listed != PAIRS) r->at += len;
  return true;
}

/* Room for twice as many features as there can be: none is named without a line
   end or a space behind the one before. */
static bool make_room(reader *r) {
  weights *w = r->out;
  uint32_t most = 1, room = 1;
  const char *s = r->at, *end;
  for (; s < r->end; s = end + 1, most++) {
    end = memchr(s, '\n', (size_t)(r->end - s));
    if (!end) end = r->end;
    if (*s == '=') continue;
    for (; s < end; s++) most += *s == ' ';
  }
  while (room < 2 * most) room *= 2;
  w->slots = arena_alloc(r->memory, room * sizeof *w->slots);
  w->mask = room - 1;
  return w->slots != NULL;
}

static bool fault_in(reader *r, const letters *of, size_t n,
                     const char *message) {
  r->place.line = of->line;
  r->line = of->at - (of->column - 1);
  r->at = of->at + n;
  return fault(r, message);
}

/* Are they letters, and as many as there are features for them? */
static bool are_whole(reader *r, const letters *of, size_t count, size_t many) {
  for (size_t n = 0; n < count; n++) {
    uint8_t all = 0;
    size_t i = 0;
    for (; i < of[n].count; i++) all |= r->lanes[(uint8_t)of[n].at[i]];
    if (all & NO_LETTER) {
      for (i = 0; r->lanes[(uint8_t)of[n].at[i]] != NO_LETTER;) i++;
      fault_in(r, &of[n], i, "A letter or a full stop should be here.");
      return false;
    }
    if (i != many) {
      fault_in(r, &of[n], i < many ? i : many,
               "There should be as many letters as features.");
      return false;
    }
  }
  return true;
}

/* Room for rows, where a cache's line begins: what units see in one is just as
   long. NULL when memory is out. */
static uint64_t *room_for(const reader *r, size_t words) {
  enum { LINE = 64 };
  unsigned char *room =
      arena_alloc_dirty(r->memory, words * sizeof(uint64_t) + LINE);
  return room ? (uint64_t *)(void *)(room + (-(uintptr_t)room & (LINE - 1)))
              : NULL;
}

/* From letters one after another to rows side by side, a word of lanes at a
   time. NULL when memory is out. */
static uint64_t *weave(const reader *r, const letters *from, size_t count,
                       size_t many, uint32_t *words) {
  *words = lanes_words(count);
  uint64_t *rows = room_for(r, many * *words);
  for (uint32_t w = 0; rows && w < *words; w++, from += LANES) {
    size_t wide = count - w * LANES < LANES ? count - w * LANES : LANES;
    for (size_t i = 0; i < many; i++) {
      uint64_t word = 0;
      for (size_t n = 0; n < wide; n++)
        word |= (uint64_t)r->lanes[(uint8_t)from[n].at[i]]
                << lanes_place(n) * 8;
      rows[i * *words + w] = word;
    }
  }
  return rows;
}

static bool read_all(reader *r) {
  weights *w = r->out;
  size_t before = r->faults->faults;
  while (r->at < r->end && r->faults->faults == before) {
    r->place.line++;
    if (!read_line(r)) return false;
    if (r->at < r->end) r->at++;
  }
  if (r->faults->faults > before ||
      !are_whole(r, r->says, w->n_principles, w->n_rows) ||
      !are_whole(r, r->sees, w->n_units, w->n_seen))
    return !r->memory->failed;
  w->rows = weave(r, r->says, w->n_principles, w->n_rows, &w->words);
  w->seen = weave(r, r->sees, w->n_units, w->n_seen, &w->seen_words);
  return w->rows && w->seen && small_mark(w, r->memory);
}

bool weights_read(const earshot_file *file, arena *memory, diagnostics *faults,
                  const weights **out) {
  reader *r = arena_alloc(memory, sizeof *r);
  weights *w = arena_alloc(memory, sizeof *w);
  char *name = arena_copy(memory, file->name, strlen(file->name));
  size_t before = faults->faults;
  if (!r || !w || !name) return false;
  *r = (reader){.at = file->bytes,
                .line = file->bytes,
                .end = file->bytes + file->len,
                .place = {.file = name},
                .memory = memory,
                .faults = faults,
                .out = w};
  if (file->len > EARSHOT_WEIGHTS_BYTES)
    return fault(r, "This file is larger than 1 MiB.");
  value_letters(r);
  if (!make_room(r) || !read_all(r)) return false;
  if (faults->faults == before) *out = w;
  return true;
}

int weights_principle(const weights *w, const char *id) {
  for (size_t p = 0; p < w->n_principles; p++)
    if (strcmp(w->principles[p], id) == 0) return (int)p;
  return -1;
}

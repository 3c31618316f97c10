#include "diagnose.h"

#include <string.h>
#include "../limits.h"

char *diagnose_fill(arena *a, const char *format, const char *const args[4]) {
  size_t next = 0, len = strlen(format);
  for (size_t i = 0; i < 4 && args[i]; i++) len += strlen(args[i]);
  char *out = arena_alloc(a, len + 1);
  if (!out) return NULL;
  char *end = out;
  for (; *format; format++) {
    if (*format != '%' || next == 4 || !args[next]) {
      *end++ = *format;
      continue;
    }
    size_t n = strlen(args[next]);
    memcpy(end, args[next++], n);
    end += n;
  }
  *end = '\0';
  return out;
}

static bool add(diagnostics *d, bool warning, const char *code, place at,
                const char *message, const char *help,
                const char *const args[6]) {
  if (!warning) d->faults++;
  if (d->count >= EARSHOT_DIAGNOSTICS) return true;
  void *grown =
      arena_grow(d->memory, d->items, d->count, &d->capacity, sizeof *d->items);
  if (!grown) return false;
  d->items = grown;
  earshot_diagnostic *item = &d->items[d->count];
  *item = (earshot_diagnostic){.code = code,
                               .file = at.file ? at.file : "",
                               .line = at.line,
                               .column = at.column,
                               .warning = warning};
  size_t used = 0; /* arguments the message takes; the help has the rest */
  for (const char *c = message; *c && used < 2; c++)
    used += *c == '%' && args[used];
  item->message = diagnose_fill(d->memory, message, args);
  item->help = diagnose_fill(d->memory, help, args + used);
  if (!item->message || !item->help) return false;
  d->count++;
  return true;
}

bool diagnose(diagnostics *d, const char *code, place at, const char *message,
              const char *help, const char *first, const char *second) {
  const char *const args[6] = {first, second};
  return add(d, false, code, at, message, help, args);
}

bool diagnose_warning(diagnostics *d, const char *code, place at,
                      const char *message, const char *help, const char *first,
                      const char *second) {
  const char *const args[6] = {first, second};
  return add(d, true, code, at, message, help, args);
}

/* Levenshtein distance of short words; a large number for long ones. */
static size_t distance(const char *a, const char *b) {
  enum { LONGEST = 40 };
  size_t na = strlen(a), nb = strlen(b);
  if (na > LONGEST || nb > LONGEST) return LONGEST;
  size_t row[LONGEST + 1];
  for (size_t j = 0; j <= nb; j++) row[j] = j;
  for (size_t i = 1; i <= na; i++) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= nb; j++) {
      size_t best = diagonal + (a[i - 1] != b[j - 1]);
      if (row[j] + 1 < best) best = row[j] + 1;
      if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
      diagonal = row[j];
      row[j] = best;
    }
  }
  return row[nb];
}

const char *diagnose_guess(const char *name, const char *const *words) {
  const char *best = NULL;
  size_t nearest = 3, half = (strlen(name) + 1) / 2;
  for (; *words; words++) {
    size_t d = distance(name, *words);
    if (d < nearest && d <= half && d < strlen(name)) {
      nearest = d;
      best = *words;
    }
  }
  return best;
}

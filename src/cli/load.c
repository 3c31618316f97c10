/* Packs and drafts from the file system. */
#define _POSIX_C_SOURCE 200809L
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "../limits.h"
#include "cli.h"
#include "default_pack.h"

char *cli_read_file(const char *path, size_t most, size_t *len,
                    bool *truncated) {
  bool standard = !path || strcmp(path, "-") == 0;
  FILE *in = standard ? stdin : fopen(path, "rb");
  size_t capacity = 64 * 1024;
  char *bytes = in ? malloc(capacity) : NULL;
  *len = 0;
  while (bytes) {
    if (*len == capacity) {
      char *more = realloc(bytes, capacity *= 2);
      if (!more) break;
      bytes = more;
    }
    size_t n = fread(bytes + *len, 1, capacity - *len, in);
    *len += n;
    if (n == 0 || *len > most) break;
  }
  if (!bytes || ferror(in)) {
    cli_complain(standard ? "standard input" : path,
                 " cannot be read: ", strerror(errno));
    free(bytes);
    bytes = NULL;
  }
  if (in && !standard) fclose(in);
  *truncated = *len > most;
  if (*truncated) *len = most;
  return bytes;
}

typedef struct {
  earshot_file files[EARSHOT_PACK_FILES];
  size_t count;
} folder;

static bool ends(const char *name, const char *with) {
  size_t n = strlen(name), m = strlen(with);
  return n > m && strcmp(name + n - m, with) == 0;
}

/* Markdown, and what was learned from posts. */
static bool is_of_pack(const char *name) {
  return name[0] != '.' && (ends(name, ".md") || ends(name, ".weights"));
}

/* README.md first, the others by name. */
static int order(const void *a, const void *b) {
  const char *x = strrchr(((const earshot_file *)a)->name, '/') + 1;
  const char *y = strrchr(((const earshot_file *)b)->name, '/') + 1;
  int rx = strcmp(x, "README.md") == 0, ry = strcmp(y, "README.md") == 0;
  return rx != ry ? ry - rx : strcmp(x, y);
}

static bool add_file(folder *f, const char *path) {
  bool truncated;
  size_t len;
  /* One byte more than allowed, so that the compiler can say it is too much. */
  size_t most =
      ends(path, ".md") ? EARSHOT_PACK_FILE_BYTES : EARSHOT_WEIGHTS_BYTES;
  char *bytes = cli_read_file(path, most + 1, &len, &truncated);
  char *name = bytes ? strdup(path) : NULL;
  if (!name) {
    free(bytes);
    return false;
  }
  f->files[f->count++] = (earshot_file){name, bytes, len};
  return true;
}

static bool add_folder(folder *f, const char *path) {
  DIR *d = opendir(path);
  bool ok = d != NULL;
  if (!ok) cli_complain(path, " cannot be opened: ", strerror(errno));
  for (struct dirent *e; ok && (e = readdir(d));) {
    char full[4096];
    if (!is_of_pack(e->d_name)) continue;
    if (f->count == EARSHOT_PACK_FILES) {
      cli_complain(path, " has more than 256 Markdown files", ".");
      ok = false;
    } else if (snprintf(full, sizeof full, "%s/%s", path, e->d_name) >=
               (int)sizeof full) {
      cli_complain("this path is too long: ", path, ".");
      ok = false;
    } else {
      ok = add_file(f, full);
    }
  }
  if (d) closedir(d);
  if (ok && f->count == 0) {
    cli_complain(path, " has no Markdown files (*.md) in it", ".");
    ok = false;
  }
  if (ok) qsort(f->files, f->count, sizeof *f->files, order);
  return ok;
}

static bool add_pack(folder *f, const char *path) {
  struct stat about;
  if (stat(path, &about) != 0) {
    cli_complain(path, " cannot be read: ", strerror(errno));
    return false;
  }
  return S_ISDIR(about.st_mode) ? add_folder(f, path) : add_file(f, path);
}

/* The line of a pack that a diagnostic is about. */
static void show_line(const earshot_pack *packs, size_t n_packs,
                      const earshot_diagnostic *d) {
  for (size_t p = 0; p < n_packs; p++)
    for (size_t f = 0; f < packs[p].n_files; f++) {
      const earshot_file *file = &packs[p].files[f];
      if (d->line == 0 || strcmp(file->name, d->file) != 0) continue;
      const char *at = file->bytes, *end = at + file->len;
      for (uint32_t l = 1; l < d->line && at < end; at++) l += *at == '\n';
      const char *stop = at;
      while (stop < end && *stop != '\n' && stop - at < 200) stop++;
      fprintf(stderr, "  %.*s\n  ", (int)(stop - at), at);
      for (const char *c = at; c < stop && c < at + d->column - 1; c++)
        if (((unsigned char)*c & 0xC0) != 0x80)
          fputc(*c == '\t' ? '\t' : ' ', stderr);
      fputs("^\n", stderr);
      return;
    }
}

static bool report(const earshot_ruleset *rules, const earshot_pack *packs,
                   size_t n_packs) {
  size_t count;
  bool faulty = false;
  const earshot_diagnostic *d = earshot_diagnostics(rules, &count);
  for (size_t i = 0; i < count; i++, d++) {
    fprintf(stderr, "%s:%u:%u: %s: %s [%s]\n", d->file, d->line, d->column,
            d->warning ? "warning" : "error", d->message, d->code);
    show_line(packs, n_packs, d);
    fprintf(stderr, "  %s\n", d->help);
    faulty = faulty || !d->warning;
  }
  return faulty;
}

earshot_ruleset *cli_load(const cli_options *o, bool *faulty) {
  static folder folders[sizeof o->packs / sizeof *o->packs];
  earshot_pack packs[sizeof o->packs / sizeof *o->packs + 1];
  size_t n = 0;
  bool ok = true;
  if (!o->no_default_pack) packs[n++] = cli_default_pack();
  for (size_t p = 0; ok && p < o->n_packs; p++) {
    folders[p].count = 0;
    ok = add_pack(&folders[p], o->packs[p]);
    packs[n++] =
        (earshot_pack){.files = folders[p].files, .n_files = folders[p].count};
  }
  earshot_ruleset *rules = NULL;
  if (ok) {
    rules = earshot_compile(packs, n, earshot_malloc());
    if (rules)
      *faulty = !o->quiet && report(rules, packs, n);
    else
      cli_complain("there is not enough memory for these packs", "", ".");
  }
  for (size_t p = 0; p < o->n_packs; p++)
    for (size_t f = 0; f < folders[p].count; f++) {
      free((char *)folders[p].files[f].name);
      free((char *)folders[p].files[f].bytes);
    }
  return rules;
}

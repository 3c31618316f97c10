/* Others on the same posts, for bench.mjs: peers ROUNDS POSTS PATTERNS FEW
   prints JSON. PATTERNS has one regular expression a line. PCRE2 tries them
   one at a time, which takes so long that only FEW posts are given to it. */
#define _POSIX_C_SOURCE 200809L
#define PCRE2_CODE_UNIT_WIDTH 8
#include <hs/hs.h>
#include <pcre2.h>
#include <string.h>
#include "posts.h"

typedef struct {
  char **lines;
  size_t count;
} list;

static list read_lines(const char *name) {
  size_t len;
  char *bytes = posts_read_file(name, &len);
  list all = {calloc(len / 2 + 1, sizeof(char *)), 0};
  for (char *line = strtok(bytes, "\n"); line; line = strtok(NULL, "\n"))
    all.lines[all.count++] = line;
  return all;
}

static void print_rounds(const char *name, const double *us, int n) {
  printf(",\"%s\":[", name);
  for (int i = 0; i < n; i++) printf("%s%.4f", i ? "," : "", us[i]);
  printf("]");
}

/* ---- Hyperscan ------------------------------------------------------------- */

static int count_match(unsigned id, unsigned long long from,
                       unsigned long long to, unsigned flags, void *user) {
  (void)id, (void)from, (void)to, (void)flags;
  ++*(size_t *)user;
  return 0;
}

/* Every line must compile; says which does not. */
static hs_database_t *hyperscan(const list *l) {
  unsigned *ids = calloc(l->count + 1, sizeof *ids);
  hs_database_t *db = NULL;
  hs_compile_error_t *fault = NULL;
  for (size_t i = 0; i < l->count; i++) ids[i] = (unsigned)i;
  if (hs_compile_multi((const char *const *)l->lines, NULL, ids,
                       (unsigned)l->count, HS_MODE_BLOCK, NULL, &db,
                       &fault) != HS_SUCCESS) {
    fprintf(stderr, "Hyperscan: %s: %s\n",
            fault->expression < 0 ? "" : l->lines[fault->expression],
            fault->message);
    exit(1);
  }
  free(ids);
  return db;
}

static void time_hyperscan(const list *l, const posts *p, int rounds) {
  double us[99], from = posts_now();
  size_t hits = 0;
  hs_database_t *db = hyperscan(l);
  hs_scratch_t *scratch = NULL;
  double compiled = posts_now() - from;
  if (hs_alloc_scratch(db, &scratch) != HS_SUCCESS) exit(1);
  for (int r = 0; r < rounds; r++) {
    hits = 0;
    from = posts_now();
    for (size_t i = 0; i < p->count; i++)
      hs_scan(db, p->text[i], (unsigned)p->len[i], 0, scratch, count_match,
              &hits);
    us[r] = (posts_now() - from) * 1e6 / (double)p->count;
  }
  printf("{\"patterns\":%zu,\"hits\":%zu,\"hyperscan_compile_ms\":%.1f",
         l->count, hits, compiled * 1e3);
  print_rounds("hyperscan", us, rounds);
}

/* ---- PCRE2, one pattern at a time ------------------------------------------ */

static void time_pcre2(const list *l, const posts *p, size_t few, int rounds,
                       uint32_t jit) {
  double us[99];
  pcre2_match_data *data = pcre2_match_data_create(1, NULL);
  pcre2_code **codes = calloc(l->count + 1, sizeof(pcre2_code *));
  for (size_t i = 0; i < l->count; i++) {
    int error;
    PCRE2_SIZE at;
    codes[i] = pcre2_compile((PCRE2_SPTR)l->lines[i], PCRE2_ZERO_TERMINATED, 0,
                             &error, &at, NULL);
    if (!codes[i]) exit(1);
    if (jit) pcre2_jit_compile(codes[i], PCRE2_JIT_COMPLETE);
  }
  if (few > p->count) few = p->count;
  for (int r = 0; r < rounds; r++) {
    double from = posts_now();
    for (size_t i = 0; i < few; i++)
      for (size_t k = 0; k < l->count; k++)
        pcre2_match(codes[k], (PCRE2_SPTR)p->text[i], p->len[i], 0,
                    jit ? 0 : PCRE2_NO_JIT, data, NULL);
    us[r] = (posts_now() - from) * 1e6 / (double)few;
  }
  print_rounds(jit ? "pcre2_jit" : "pcre2", us, rounds);
}

int main(int argc, char **argv) {
  if (argc != 5) return 2;
  int rounds = atoi(argv[1]);
  posts p = posts_read(argv[2]);
  list l = read_lines(argv[3]);
  size_t few = (size_t)atoi(argv[4]);
  time_hyperscan(&l, &p, rounds);
  time_pcre2(&l, &p, few, rounds < 3 ? rounds : 3, 0);
  time_pcre2(&l, &p, few, rounds < 3 ? rounds : 3, 1);
  printf("}\n");
  return 0;
}

/* Earshot natively, for bench.mjs: native ROUNDS POSTS PACK_FILE... prints JSON.
   POSTS holds each post behind its length, four bytes, the low one first.
   ROUNDS 0: checks each post once and says nothing (for counting
   instructions). "edit" instead of it: the posts are one draft, after each edit;
   it is rechecked. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include "../../src/earshot.h"
#include "posts.h"

static void print_rounds(const char *name, const double *us, int n) {
  printf("\"%s\":[", name);
  for (int i = 0; i < n; i++) printf("%s%.4f", i ? "," : "", us[i]);
  printf("]");
}

typedef const earshot_result *checker(earshot_scanner *scanner,
                                      const char *draft, size_t len,
                                      earshot_draft_kind kind,
                                      earshot_setting setting);

/* All posts once; the findings there are. */
static size_t check_all(checker *check, earshot_scanner *scanner,
                        const posts *p, earshot_buffer *out) {
  size_t findings = 0;
  for (size_t i = 0; i < p->count; i++) {
    const earshot_result *r = check(scanner, p->text[i], p->len[i],
                                    EARSHOT_PLAIN, earshot_default_setting());
    if (!r) exit(1);
    out->len = 0;
    earshot_write_result(out, r, NULL);
    findings += r->n_findings;
  }
  return findings;
}

/* The limit: an automaton that goes from state to state, byte by byte. */
static unsigned bare_scan(const posts *p) {
  static unsigned char next[256];
  unsigned sum = 0;
  for (unsigned b = 0; b < 256; b++) next[b] = (unsigned char)(b * 7 + 1);
  for (size_t i = 0; i < p->count; i++) {
    unsigned char state = 0;
    for (size_t k = 0; k < p->len[i]; k++)
      state = next[state ^ (unsigned char)p->text[i][k]];
    sum += state;
  }
  return sum;
}

static earshot_ruleset *compile(int n, char **names) {
  earshot_file *files = calloc((size_t)n + 1, sizeof *files);
  for (int i = 0; i < n; i++) {
    files[i].name = names[i];
    files[i].bytes = posts_read_file(names[i], &files[i].len);
  }
  const earshot_pack pack = {files, (size_t)n, false};
  earshot_ruleset *rules = earshot_compile(&pack, 1, earshot_malloc());
  size_t count;
  const earshot_diagnostic *d = earshot_diagnostics(rules, &count);
  if (count) fprintf(stderr, "%s:%u: %s\n", d->file, d->line, d->message);
  free(files);
  return rules;
}

int main(int argc, char **argv) {
  enum { MOST = 99 };
  double check[MOST], bare[MOST];
  int rounds = argc > 3 ? atoi(argv[1]) : 0;
  posts p = posts_read(argv[2]);
  double from = posts_now();
  earshot_ruleset *rules = compile(argc - 3, argv + 3);
  double compiled = posts_now() - from;
  earshot_scanner *scanner = earshot_scanner_new(rules, earshot_malloc());
  earshot_buffer out;
  earshot_buffer_init(&out, earshot_malloc());
  size_t findings = 0;
  unsigned sum = 0;
  checker *how = argv[1][0] == 'e' ? earshot_recheck : earshot_check;
  if (rounds == 0) return check_all(how, scanner, &p, &out) == SIZE_MAX;
  for (int r = 0; r < rounds && r < MOST; r++) {
    double start = posts_now();
    findings = check_all(how, scanner, &p, &out);
    check[r] = (posts_now() - start) * 1e6 / (double)p.count;
    start = posts_now();
    sum += bare_scan(&p);
    bare[r] = (posts_now() - start) * 1e6 / (double)p.count;
  }
  printf("{\"compile_ms\":%.3f,\"findings\":%zu,\"sum\":%u,", compiled * 1e3,
         findings, sum);
  print_rounds("check", check, rounds);
  printf(",");
  print_rounds("bare", bare, rounds);
  printf("}\n");
  return 0;
}

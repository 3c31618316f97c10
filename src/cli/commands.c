/* check, prove, explain, patterns. */
#include <stdlib.h>
#include <string.h>
#include "../buffer.h"
#include "../limits.h"
#include "cli.h"

static int no_memory(void) {
  cli_complain("there is not enough memory", "", ".");
  return CLI_FAULT;
}

static bool print(earshot_buffer *b) {
  if (!b->failed && b->len) fwrite(b->bytes, 1, b->len, stdout);
  bool ok = !b->failed;
  earshot_buffer_free(b);
  return ok;
}

static int check_one(const cli_options *o, const earshot_ruleset *rules,
                     earshot_scanner *scanner) {
  const char *path = o->n_operands ? o->operands[0] : "-";
  size_t len;
  bool truncated;
  /* One byte more than the engine takes, so that it knows of the rest. */
  char *draft = cli_read_file(path, EARSHOT_DRAFT_BYTES + 1, &len, &truncated);
  if (!draft) return CLI_FAULT;
  const earshot_result *r =
      earshot_check(scanner, draft, len, o->kind, o->setting);
  bool ok = r != NULL;
  if (r && o->json) {
    earshot_buffer out;
    earshot_buffer_init(&out, earshot_malloc());
    earshot_write_result(&out, r, NULL);
    buffer_text(&out, "\n");
    ok = print(&out);
  } else if (r) {
    cli_render(rules, r, draft, len, path);
  }
  free(draft);
  return ok ? CLI_OK : no_memory();
}

int cli_check(const cli_options *o) {
  bool faulty;
  earshot_ruleset *rules = cli_load(o, &faulty);
  if (!rules) return CLI_FAULT;
  int status = CLI_UNPROVEN;
  if (!faulty) {
    earshot_scanner *scanner = earshot_scanner_new(rules, earshot_malloc());
    status = !scanner   ? no_memory()
             : o->lines ? cli_check_lines(o, scanner)
                        : check_one(o, rules, scanner);
    earshot_scanner_free(scanner);
  }
  earshot_ruleset_free(rules);
  return status;
}

static int run_examples(const earshot_ruleset *rules, bool faulty) {
  earshot_scanner *scanner = earshot_scanner_new(rules, earshot_malloc());
  const earshot_proof *p = scanner ? earshot_prove(scanner) : NULL;
  if (!p) {
    earshot_scanner_free(scanner);
    return no_memory();
  }
  for (size_t f = 0; f < p->n_failures; f++)
    printf("%s:%u:%u: %s\n", p->failures[f].file, p->failures[f].line,
           p->failures[f].column, p->failures[f].message);
  printf("%zu examples hold, %zu do not.\n", p->n_examples - p->n_failures,
         p->n_failures);
  int status = p->n_failures || faulty ? CLI_UNPROVEN : CLI_OK;
  earshot_scanner_free(scanner);
  return status;
}

/* Whether the packs have scenarios and no principles: they speak of those of
   the default pack then. -1 (after a message) when they cannot be read. */
static int only_scenarios(cli_options packs) {
  bool faulty;
  packs.quiet = true;
  earshot_ruleset *rules = cli_load(&packs, &faulty);
  if (!rules) return -1;
  earshot_buffer out;
  earshot_buffer_init(&out, earshot_malloc());
  earshot_write_packs(&out, rules);
  bool alone = !out.failed && strstr(out.bytes,
                                     "\"principles\":[],"
                                     "\"scenarios\":[{");
  earshot_buffer_free(&out);
  earshot_ruleset_free(rules);
  return alone;
}

/* The packs to prove: those named, alone and in order; a pack that extends
   another is named after it. With none, the default pack. */
int cli_prove(const cli_options *o) {
  cli_options packs = *o;
  for (size_t p = 0; p < o->n_operands; p++) {
    if (packs.n_packs == sizeof packs.packs / sizeof *packs.packs) break;
    packs.packs[packs.n_packs++] = o->operands[p];
    packs.no_default_pack = true;
  }
  if (packs.no_default_pack) {
    int alone = only_scenarios(packs);
    if (alone < 0) return CLI_FAULT;
    packs.no_default_pack = alone == 0;
  }
  bool faulty;
  earshot_ruleset *rules = cli_load(&packs, &faulty);
  if (!rules) return CLI_FAULT;
  int status = run_examples(rules, faulty);
  earshot_ruleset_free(rules);
  return status;
}

int cli_explain(const cli_options *o) {
  bool faulty;
  earshot_ruleset *rules = cli_load(o, &faulty);
  if (!rules) return CLI_FAULT;
  earshot_buffer out;
  earshot_buffer_init(&out, earshot_malloc());
  const char *which = o->n_operands ? o->operands[0] : NULL;
  bool found = earshot_explain(&out, rules, which);
  bool ok = print(&out);
  earshot_ruleset_free(rules);
  if (!ok) return no_memory();
  if (found || !which) return faulty ? CLI_UNPROVEN : CLI_OK;
  cli_complain("there is no principle ", which,
               ". `earshot explain` lists them all.");
  return CLI_FAULT;
}

int cli_patterns(const cli_options *o) {
  bool faulty;
  earshot_ruleset *rules = cli_load(o, &faulty);
  if (!rules) return CLI_FAULT;
  earshot_buffer out;
  earshot_buffer_init(&out, earshot_malloc());
  earshot_write_patterns(&out, rules);
  bool ok = print(&out);
  earshot_ruleset_free(rules);
  return !ok ? no_memory() : faulty ? CLI_UNPROVEN : CLI_OK;
}

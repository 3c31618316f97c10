#define _POSIX_C_SOURCE 200809L
/* What the short cuts leave out must be nothing: a pack with the patterns and
   words of the input checks a draft with them and without, and says the same.
   Lines of the input: patterns, then after an empty line phrases, then after
   another the draft. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include "../../src/naive.h"
#include "../unit/support.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char head[] =
    "# Pack: P `p`\n\n# Principle: P `p`\n\nR.\n\n> Q?\n\n"
    "## Signal: s `s`\n\n### Looks for\n\n";
static const char tail[] = "\n### Fires\n\n- x\n\n### Stays quiet\n\n- y\n";

/* One list item for each line of *from up to an empty line; moves *from behind
   it. Patterns go between backticks. */
static void items(FILE *pack, const char **from, const char *end, bool code) {
  while (*from < end) {
    const char *line = *from;
    const char *stop = memchr(line, '\n', (size_t)(end - line));
    int len = (int)((stop ? stop : end) - line);
    *from = stop ? stop + 1 : end;
    if (len == 0) return;
    fprintf(pack, code ? "- `` %.*s ``\n" : "- %.*s\n", len, line);
  }
}

static char *answer(earshot_scanner *scanner, const char *draft, size_t len,
                    bool naive, bool *complete) {
  earshot_buffer out;
  earshot_buffer_init(&out, support_heap);
  const earshot_result *r = (naive ? earshot_check_naively : earshot_check)(
      scanner, draft, len, EARSHOT_PLAIN, earshot_default_setting());
  assert(r);
  *complete = r->complete;
  earshot_write_result(&out, r, NULL);
  assert(!out.failed);
  return out.bytes;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const char *at = (const char *)data, *end = at + size;
  char *text = NULL;
  size_t len = 0;
  FILE *pack = open_memstream(&text, &len);
  assert(pack);
  fputs(head, pack);
  items(pack, &at, end, true);
  items(pack, &at, end, false);
  fputs(tail, pack);
  fclose(pack);
  earshot_ruleset *rules = support_compile(text, len, support_heap);
  earshot_scanner *scanner = earshot_scanner_new(rules, support_heap);
  bool whole, naively;
  char *quick = answer(scanner, at, (size_t)(end - at), false, &whole);
  char *slow = answer(scanner, at, (size_t)(end - at), true, &naively);
  /* Short cuts save steps, so only a check that ended can be compared. */
  if (naively) assert(whole && strcmp(quick, slow) == 0);
  free(quick);
  free(slow);
  earshot_scanner_free(scanner);
  earshot_ruleset_free(rules);
  free(text);
  return 0;
}

/* What several unit tests need. Include after cmocka.h. */
#ifndef EARSHOT_TEST_SUPPORT_H
#define EARSHOT_TEST_SUPPORT_H

#include <string.h>
#include "../../src/earshot.h"

/* A small pack with every kind of rule in it. */
static const char support_pack[] =
    "# Pack: Test `test`\n\n- Version: 1\n\n"
    "# Principle: Tea `tea`\n\nA reminder.\n\n> A question?\n\n"
    "## Settings\n\n- lived: off\n- 22:00-05:59: add: It is late.\n\n"
    "## Signal: tea at somebody's home `tea-at-home`\n\nWhy.\n\n"
    "### Looks for\n\n- tea/coffee … [people]\n- [people] *near* kettle "
    "*unless* "
    "[family] → a hot drink; a break\n- **pause** [people] *within 8 words of* "
    "`\\bNo\\.? ?\\d{1,3}\\b`\n- *at least 2 of* cup, pot, saucer *with* "
    "[people]\n\n"
    "### Unless\n\n- *anywhere* a novel\n\n"
    "### Fires\n\n- `note` Tea with my client.\n\n### Stays quiet\n\n- Tea.\n\n"
    "## Signal: joins up `joins`\n\n### Adds up\n\n- 1.0 [people]\n- 1.0 "
    "[number 1-17]\n"
    "- 0.5 today as a cue\n- minus 2.0 [quoted]\n\n### Levels\n\n- *ask* from "
    "1.5 with 2 kinds\n"
    "- *hold* from 2.5 with 2 kinds\n\n### Fires\n\n- My client is 14 "
    "today.\n\n"
    "### Stays quiet\n\n- She is 14.\n\n"
    "# Words\n\n## people\n\n- my client, the/this lady/lad (I support)\n\n"
    "## family\n\n- my nan/mum\n\n"
    "# Scenario: A cup of tea `cup`\n\n- For: all\n- Writer: Sam\n"
    "- Setting: `open/named/student/tweet`\n- Minutes: 5\n\nIt rained.\n\n"
    "## Draft\n\n> Tea with\n> my client.\n>\n> Lovely.\n\n## Questions\n\n"
    "- Why?\n\n## Reminders\n\n- `tea`\n\n## What good might look "
    "like\n\n> Tea.\n\n## For the facilitator\n\n- 5 min: Pour.\n";

static void *support_alloc(void *user, size_t size) {
  (void)user;
  return malloc(size);
}
static void support_free(void *user, void *memory) {
  (void)user;
  free(memory);
}
static const earshot_allocator support_heap = {support_alloc, support_free,
                                               NULL};

static inline earshot_ruleset *support_compile(const char *text, size_t len,
                                               earshot_allocator allocator) {
  const earshot_file file = {"test.md", text, len};
  const earshot_pack pack = {&file, 1, false};
  return earshot_compile(&pack, 1, allocator);
}

/* Faults, not warnings. */
static inline size_t support_faults(const earshot_ruleset *rules) {
  size_t count, faults = 0;
  const earshot_diagnostic *d = earshot_diagnostics(rules, &count);
  for (size_t n = 0; n < count; n++) faults += !d[n].warning;
  return faults;
}

#endif

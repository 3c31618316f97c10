/* Memory runs out at the first allocation, the second, the third … and nothing
   crashes, leaks or lies. cmark's memory is reserved in one piece before it
   starts, so it is covered too: that one allocation may fail like any other. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
#include "support.h"

typedef struct {
  size_t left; /* allocations that still succeed */
  long alive;  /* allocated and not freed */
} rationed;

static void *ration(void *user, size_t size) {
  rationed *r = user;
  if (r->left == 0) return NULL;
  void *memory = malloc(size);
  if (memory) r->left--, r->alive++;
  return memory;
}

static void give_back(void *user, void *memory) {
  rationed *r = user;
  if (memory) r->alive--;
  free(memory);
}

/* Compiles, checks, proves and describes; false when memory ran out. */
static bool live_once(earshot_allocator a, bool proved) {
  bool done = false;
  const earshot_file file = {"test.md", support_pack, sizeof support_pack - 1};
  const earshot_pack pack = {&file, 1, proved};
  earshot_ruleset *rules = earshot_compile(&pack, 1, a);
  if (!rules) return false;
  size_t faults;
  earshot_diagnostics(rules, &faults);
  assert_int_equal(faults, 0);
  earshot_scanner *scanner = earshot_scanner_new(rules, a);
  static const char draft[] =
      "My client, *14*, today. Tea with the lad. The kettle is on at No. 7.";
  const earshot_result *r =
      scanner ? earshot_check(scanner, draft, sizeof draft - 1,
                              EARSHOT_MARKDOWN, earshot_default_setting())
              : NULL;
  if (r) {
    assert_true(r->n_findings >= 2);
    earshot_buffer out;
    earshot_buffer_init(&out, a);
    earshot_write_result(&out, r, "1");
    static const char two[] = "My client is 14.\nTea with the lad.\nA cup.\n";
    earshot_setting any = earshot_default_setting();
    bool again = true;
    for (size_t n = 0; n < 3; n++)
      again = again && earshot_recheck(scanner, two, sizeof two - 1 - n,
                                       EARSHOT_PLAIN, any);
    const earshot_proof *proof = earshot_prove(scanner);
    if (proof) assert_int_equal(proof->n_failures, 0);
    earshot_write_packs(&out, rules);
    earshot_write_document(&out, rules);
    done = again && proof && !out.failed;
    earshot_buffer_free(&out);
  }
  earshot_scanner_free(scanner);
  earshot_ruleset_free(rules);
  return done;
}

static void every_allocation_may_fail(void **state) {
  (void)state;
  for (int proved = 0; proved < 2; proved++) {
    bool done = false;
    for (size_t n = 0; n < 5000 && !done; n++) {
      rationed r = {.left = n};
      done = live_once((earshot_allocator){ration, give_back, &r}, proved);
      assert_int_equal(r.alive, 0);
    }
    assert_true(done);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_allocation_may_fail)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

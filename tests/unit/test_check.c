/* Validators: what passes, what does not, and that no single wrong digit of a
   health number passes. Numbers are of ranges that are never issued. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "../../src/check/check.h"

typedef struct {
  const char *check, *good, *bad; /* lists with | between */
} list;

static const list lists[] = {
    {"nhs-number", "9434765919|943 476 5919|943-476-5919|999 000 0026",
     "9434765918|943 476 "
     "591|94347659190|1111111111|9876543210|1234567890|943476591a|"},
    {"chi-number", "0101011237|010101 1237",
     "3201011230|0113011237|0101011238|010101123"},
    {"uln", "1000000043", "1000000042|0000000043|100000004"},
    {"upn", "H801200001001|U80120000100A",
     "B801200001001|A80120000100|A80120000100I|1801200001001"},
    {"luhn", "4111 1111 1111 1111|79927398713",
     "4111 1111 1111 1112|0000000000|1234567|411111111111111a"},
    {"nino", "AB 12 34 56 C|ab123456c|AB123456",
     "QQ123456C|GB123456A|AB123456E|DA123456A|AO123456A|A1234567C|AB12345C"},
    {"ppsn", "1234567T|1234567FA", "1234567A|123456T|1234567FB|12345678"},
    {"ssn", "123-45-6789|123 45 6789",
     "000-45-6789|666-45-6789|987-65-4320|123-00-6789|123-45-0000|078-05-1120|"
     "12-345-678"},
    {"postcode",
     "EC1A 1BB|W1A 0AX|M1 1AE|B33 8TH|CR2 6XH|DN55 1PT|gir 0aa|BFPO 1234|m11ae",
     "QC1A 1BB|M1 1CE|EI1 1AA|A1I 1AA|M1 1A|1M1 1AE|BFPO|ABC 1DE|M111 1AE"},
    {"uk-phone",
     "07700 900123|+44 7700 900123|+44 (0)7700 900123|0044 7700 900123|020 "
     "7946 0018|01632 960001|0141 496 0000|07624 900123",
     "0300 123 4567|0800 1111|0808 2000 247|07024 900123|07600 900123|116 "
     "123|999|0900 123 4567|7700 900123|07700 90012|077009001234"},
    {"date",
     "03/12/2015|3-12-15|03.12.2015|2015-12-03|3rd March 2015|March 3, "
     "2015|29/02/2016|1 Jan|Sept 4th",
     "31/02/2015|32/01/2015|3/13/2015|29/02/2015|March 2015 3 4|2015|3/12|45th "
     "March 2015|12345/1/2"},
    {"birth-year", "born 1985|2010|in 1905", "1904|2026|19855|198|12345"}};

static void each(const char *check, const char *items, bool wanted) {
  check_function f = check_by_name(check, strlen(check));
  assert_non_null(f);
  for (const char *end; *items; items = *end ? end + 1 : end) {
    end = items;
    while (*end && *end != '|') end++;
    if (f(items, (size_t)(end - items)) != wanted)
      fail_msg("%s: \"%.*s\" should %spass", check, (int)(end - items), items,
               wanted ? "" : "not ");
  }
}

static void good_ones_pass_and_bad_ones_do_not(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
    each(lists[i].check, lists[i].good, true);
    each(lists[i].check, lists[i].bad, false);
  }
}

static void hostile_input_is_answered(void **state) {
  (void)state;
  char *much = malloc(1 << 20);
  memset(much, '1', 1 << 20);
  for (const char *const *n = check_names(); *n; n++) {
    check_function f = check_by_name(*n, strlen(*n));
    assert_non_null(f);
    assert_false(f("", 0));
    assert_false(f("\xff\xfe\xf0", 3));
    assert_false(f("", 1));
    assert_false(f(much, 1 << 20));
  }
  free(much);
  assert_null(check_by_name("nhs", 3));
}

static void every_wrong_digit_fails(void **state) {
  (void)state;
  check_function f = check_by_name("nhs-number", 10);
  unsigned valid = 0;
  for (unsigned n = 0; n < 30000; n++) {
    char d[11];
    snprintf(d, sizeof d, "999%07u", n);
    if (!f(d, 10)) continue;
    valid++;
    for (size_t i = 0; i < 10; i++) {
      char right = d[i];
      for (char c = '0'; c <= '9'; c++) {
        d[i] = c;
        if (c != right) assert_false(f(d, 10));
      }
      d[i] = right;
    }
  }
  assert_in_range(valid, 2500, 3000); /* about one in eleven */
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(good_ones_pass_and_bad_ones_do_not),
      cmocka_unit_test(hostile_input_is_answered),
      cmocka_unit_test(every_wrong_digit_fails)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

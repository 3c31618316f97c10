/* What check digits promise, tried on thousands of numbers: one wrong digit,
   two neighbours swapped, one too many or too few never pass; and any bytes
   are answered. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include "../../src/check/check.h"

/* '0' stands for any digit; the last one or two places are searched for what
   passes. `swaps`: does it notice all swapped neighbours, too? */
typedef struct {
  const char *check, *shape;
  bool swaps;
  unsigned in; /* about one in so many passes */
} kind;

static const kind kinds[] = {{"nhs-number", "0000000000", true, 11},
                             {"uln", "9000000000", true, 12},
                             {"nhs-number", "9990000000", true, 11},
                             {"luhn", "4000000000000000", false, 10},
                             {"tfn", "100000000", true, 11},
                             {"sin", "100000000", false, 10},
                             {"upn", "B000000000000", true, 23},
                             {"ppsn", "0000000T", true, 23},
                             {"ppsn", "0000000FA", true, 23},
                             {"nhi", "ZAC0000", false, 11},
                             {"nhi", "ACA00FM", true, 23},
                             {"medicare-au", "2000000010", false, 10}};

static bool digit(char c) { return c >= '0' && c <= '9'; }

/* Fills the zeros of the shape with digits that follow from `seed`. */
static size_t fill(char *out, const char *shape, uint32_t seed) {
  size_t n = strlen(shape);
  for (size_t i = 0; i < n; i++) {
    seed = seed * 1664525u + 1013904223u;
    out[i] = shape[i] == '0' ? (char)('0' + (seed >> 24) % 10) : shape[i];
  }
  return n;
}

/* A Medicare number's last digit counts issues; nothing checks it. */
static size_t covered(const kind *k, size_t n) {
  return strcmp(k->check, "medicare-au") == 0 ? n - 1 : n;
}

static void wrong_digits(const kind *k, check_function f, char *d, size_t n) {
  for (size_t i = 0; i < covered(k, n); i++) {
    char right = d[i];
    for (char c = '0'; digit(right) && c <= '9'; c++) {
      d[i] = c;
      if (c != right && f(d, n))
        fail_msg("%s: %.*s passes, place %zu was %c", k->check, (int)n, d, i,
                 right);
    }
    d[i] = right;
  }
}

static void swapped(const kind *k, check_function f, char *d, size_t n) {
  for (size_t i = 0; k->swaps && i + 1 < n; i++) {
    char a = d[i], b = d[i + 1];
    if (a == b || !digit(a) || !digit(b)) continue;
    d[i] = b;
    d[i + 1] = a;
    if (f(d, n)) fail_msg("%s: %.*s passes", k->check, (int)n, d);
    d[i] = a;
    d[i + 1] = b;
  }
}

static void no_single_slip_passes(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    const kind *k = &kinds[i];
    check_function f = check_by_name(k->check, strlen(k->check));
    unsigned valid = 0, tried = 20000;
    for (uint32_t seed = 0; seed < tried; seed++) {
      char d[32];
      size_t n = fill(d, k->shape, seed * 2654435761u);
      if (!f(d, n)) continue;
      valid++;
      wrong_digits(k, f, d, n);
      swapped(k, f, d, n);
      if (strcmp(k->check, "luhn") && strcmp(k->check, "ppsn"))
        assert_false(f(d, n - 1));
      d[n] = '0';
      if (strcmp(k->check, "luhn")) assert_false(f(d, n + 1));
    }
    if (valid < tried / k->in * 4 / 5 || valid > tried / k->in * 5 / 4)
      fail_msg("%s %s: %u of %u pass", k->check, k->shape, valid, tried);
  }
}

/* "So designed that no ULN is an NHS number" (HESA). */
static void no_number_is_both(void **state) {
  (void)state;
  check_function nhs = check_by_name("nhs-number", 10);
  check_function uln = check_by_name("uln", 3);
  for (uint32_t seed = 0; seed < 20000; seed++) {
    char d[32];
    size_t n = fill(d, "0000000000", seed);
    assert_false(nhs(d, n) && uln(d, n));
  }
}

static void any_bytes_are_answered(void **state) {
  (void)state;
  static const char fills[] = "1 -A(+/.'\xff";
  size_t big = 1u << 20;
  char *much = malloc(big);
  for (const char *const *n = check_names(); *n; n++) {
    check_function f = check_by_name(*n, strlen(*n));
    assert_false(f(NULL, 0));
    assert_false(f("\xff\xfe\xf0", 3));
    assert_false(f("\xd9\xa1\xd9\xa2", 4)); /* Arabic digits */
    assert_false(f("", 1));
    for (size_t i = 0; i < sizeof fills; i++) {
      memset(much, fills[i], big);
      assert_false(f(much, big));
      for (size_t len = 1; len < 40; len++) /* 8888888888 may be a number */
        (void)f(much + big - len, len);
    }
  }
  free(much);
}

/* Random bytes of the alphabet that numbers are made of: nothing crashes, and
   what passes still passes in capitals. */
static void random_bytes_are_answered(void **state) {
  (void)state;
  static const char alphabet[] = "0123456789 -./()+ABCabcMarch,'th\x80";
  uint32_t seed = 1;
  for (unsigned round = 0; round < 20000; round++) {
    char d[30];
    size_t n = round % sizeof d;
    for (size_t i = 0; i < n; i++) {
      seed = seed * 1664525u + 1013904223u;
      d[i] = alphabet[(seed >> 16) % (sizeof alphabet)];
    }
    char *exact = malloc(n + !n), capitals[sizeof d];
    memcpy(exact, d, n);
    for (size_t i = 0; i < n; i++)
      capitals[i] = (char)(d[i] >= 'a' && d[i] <= 'z' ? d[i] - 32 : d[i]);
    for (const char *const *name = check_names(); *name; name++) {
      check_function f = check_by_name(*name, strlen(*name));
      assert_int_equal(f(exact, n), f(capitals, n));
    }
    free(exact);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_single_slip_passes),
      cmocka_unit_test(no_number_is_both),
      cmocka_unit_test(any_bytes_are_answered),
      cmocka_unit_test(random_bytes_are_answered)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

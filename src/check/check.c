#include "check.h"

#include <string.h>
#include "digits.h"

/* Every check, once: what packs call it, and the function. */
#define CHECKS(X)                             \
  X("nhs-number", check_nhs_number)           \
  X("chi-number", check_chi_number)           \
  X("upn", check_upn)                         \
  X("uln", check_uln)                         \
  X("nino", check_nino)                       \
  X("driving-licence", check_driving_licence) \
  X("postcode", check_postcode)               \
  X("postcode-area", check_postcode_area)     \
  X("uk-phone", check_uk_phone)               \
  X("date", check_date)                       \
  X("birth-year", check_birth_year)           \
  X("luhn", check_luhn)                       \
  X("card", check_card)                       \
  X("iban", check_iban)                       \
  X("ppsn", check_ppsn)                       \
  X("ssn", check_ssn)                         \
  X("sin", check_sin)                         \
  X("tfn", check_tfn)                         \
  X("medicare-au", check_medicare_au)         \
  X("nhi", check_nhi)

typedef struct {
  const char *name;
  check_function check;
} named;

#define NAMED(name, function) {name, function},
static const named checks[] = {CHECKS(NAMED)};

#define NAME(name, function) name,
static const char *const names[] = {CHECKS(NAME) NULL};

check_function check_by_name(const char *name, size_t len) {
  for (size_t c = 0; c < sizeof checks / sizeof *checks; c++)
    if (strlen(checks[c].name) == len && memcmp(checks[c].name, name, len) == 0)
      return checks[c].check;
  return NULL;
}

const char *const *check_names(void) { return names; }

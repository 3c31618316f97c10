#include "check.h"

#include <string.h>
#include "digits.h"

typedef struct {
  const char *name;
  check_function check;
} named;

static const named checks[] = {{"nhs-number", check_nhs_number},
                               {"chi-number", check_chi_number},
                               {"uln", check_uln},
                               {"upn", check_upn},
                               {"luhn", check_luhn},
                               {"nino", check_nino},
                               {"ppsn", check_ppsn},
                               {"ssn", check_ssn},
                               {"postcode", check_postcode},
                               {"uk-phone", check_uk_phone},
                               {"date", check_date},
                               {"birth-year", check_birth_year}};
enum { CHECKS = sizeof checks / sizeof *checks };

static const char *const names[] = {
    "nhs-number", "chi-number", "uln", "upn",      "luhn",
    "nino",       "ppsn",       "ssn", "postcode", "uk-phone",
    "date",       "birth-year", NULL};

check_function check_by_name(const char *name, size_t len) {
  for (size_t c = 0; c < CHECKS; c++)
    if (strlen(checks[c].name) == len && memcmp(checks[c].name, name, len) == 0)
      return checks[c].check;
  return NULL;
}

const char *const *check_names(void) { return names; }

/* Validators: what passes and what does not. Numbers are of ranges that are
   never issued, or published as examples. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include "../../src/check/check.h"

/* Wrong digit, swapped, too short, too long, forbidden, wrong characters. */
typedef struct {
  const char *check, *good, *bad; /* lists with | between */
} list;

static const list lists[] = {
    {"nhs-number",
     "9434765919|943 476 5919|943-476-5919|943.476.5919|943 - 476 - 5919|"
     "999 000 0026|3200000015",
     "9434765918|9434756919|943 476 591|94347659190|1111111111|0000000000|"
     "9876543210|1234567890|0987654321|943476591a|943/476/5919|-9434765919|"
     "9434765919 |943    4765919|943+4765919||x"},
    {"chi-number", "0101011237|010101 1237|010101-1237|2902001231|2902121237",
     "0101011238|1010011237|3201011230|0113011237|2902011237|3102111238|"
     "0001011237|"
     "010101123|01010112370|010101123x"},
    {"uln", "9276308686|1000000043|10 0000 0043",
     "9276308685|9276306886|0000000043|100000004|10000000430|1111111111|"
     "9434765919|927630868X"},
    {"upn", "B801200005001|H801200001001|U80120000100A|u80120000100a",
     "A801200005001|B801200001001|B810200005001|B80120000500|B8012000050011|"
     "U80120000100I|U80120000100S|U80120000100O|1801200001001|I801200005001|"
     "B8O1200005001"},
    {"luhn",
     "4111 1111 1111 1111|4111-1111-1111-1111|79927398713|"
     "6304000000000000018",
     "4111 1111 1111 1112|1411 1111 1111 1111|0000000000|5555555555555555|"
     "1234567|411111111111111a|63040000000000000018|"},
    {"nino",
     "AB 12 34 56 C|ab123456c|AB123456|AB 12 34 56|AB-12-34-56-D|"
     "JG103759A",
     "QQ123456C|GB123456A|BG123456A|KN123456A|NK123456A|NT123456A|TN123456A|"
     "ZZ123456A|AB123456E|DA123456A|AD123456A|AO123456A|AB12345C|AB1234567C|"
     "A1234567C|AB1234S6C|AB123456CD"},
    {"driving-licence",
     "MORGA657054SM9IJ|MORGA 657054 SM9IJ|LEE99812315J99XX|"
     "morga753116sm9ij 35",
     "MORGA667054SM9IJ|MORGA613054SM9IJ|MORGA600054SM9IJ|MORGA657324SM9IJ|"
     "MORGA602311SM9IJ|MORGA657054SM9I|MORGA657054SM9IJK|99999657054SM9IJ|"
     "L9EE9657054SM9IJ|MORGA6570549M9IJ|MORG4657054SM9IJ|MORGAN57054SM9IJ"},
    {"postcode",
     "EC1A 1BB|W1A 0AX|M1 1AE|B33 8TH|CR2 6XH|DN55 1PT|gir 0aa|GIR0AA|"
     "BFPO 1234|BFPO 1|bfpo57|m11ae|BF1 2AT",
     "QC1A 1BB|VC1A 1BB|XC1A 1BB|EI1 1AA|EJ1 1AA|EZ1 1AA|M1 1CE|M1 1EI|M1 1KE|"
     "M1 1EM|M1 1OE|M1 1EV|A1I 1AA|AA1C 1AA|M1 1A|1M1 1AE|BFPO|BFPO 12345|"
     "BFPO1 234|BFPO A|ABC 1DE|M111 1AE|M 11AE|M1-1AE|M1 1AEE|GIR 0AB|M1 1 AE"},
    {"postcode-area", "EC1A 1BB|m1 1ae|gir 0aa|BFPO 57|ze1 0aa|w1a 0ax",
     "gr8 2be|XX1 1AA|EE1 1AA|b4 2go|AA9A 9AA|U8 2BE"},
    {"card",
     "4111 1111 1111 1111|4111-1111-1111-1111|371449635398431|"
     "30569309025904|5555555555554444|3530111333300000|2223003122003222|"
     "180051662803027|6011000990139424|6759649826438453|4222222222222",
     "4111 1111 1111 1112|79927398713|3714496353984310|1234567812345670|"
     "9111111111111111|0000000000000000|411111111111111a|"},
    {"iban",
     "GB82 WEST 1234 5698 7654 32|GB82WEST12345698765432|"
     "ie29 aibk 9311 5212 3456 78|DE89370400440532013000|"
     "NO93 8601 1117 947|MT84MALT011000012345MTLCAST001S",
     "GB82 WEST 1234 5698 7654 33|GB28WEST12345698765432|"
     "GB82WEST1234569876543|GB82WEST123456987654320|ZZ82WEST12345698765432|"
     "G882WEST12345698765432|82GBWEST12345698765432|"},
    {"uk-phone",
     "07700 900123|07700900123|07700-900-123|07700.900.123|+44 7700 900123|"
     "+447700900123|+44 (0)7700 900123|+44(0)7700 900 123|0044 7700 900123|"
     "00447700900123|0044 (0)7700 900123|44 7700 900123|020 7946 0018|"
     "(020) 7946 0018|01632 960001|(01632) 960001|0141 496 0000|0113 496 0000|"
     "028 9649 6000|029 2018 0000|07624 900123|07911 123456|01204 96000|"
     "01697 73555",
     "0300 123 4567|0345 123 4567|0370 123 4567|0800 1111|0800 111 1111|"
     "0808 2000 247|0844 123 4567|0871 123 4567|0900 123 4567|0500 123 4567|"
     "07024 900123|07600 900123|07625 900123|0101 496 0000|021 7946 0018|"
     "116 123|999|7700 900123|07700 90012|077009001234|01632 96000|+1 212 555 "
     "0100|+353 87 123 4567|+07700 900123|+44 300 123 4567|+44 0800 111 1111|"
     "0044|44|07700 90012a|02079460018 9"},
    {"date",
     "03/12/2015|3/12/2015|3-12-15|03.12.2015|03 12 2015|31/12/99|2015-12-03|"
     "2015/12/03|3rd March 2015|3 March 2015|3 Mar 15|3-Mar-2015|3 mar '15|"
     "March 3, 2015|March 3rd 2015|the 3rd of March, 2015|Tuesday 3rd March "
     "2015|Thurs 3 Sept 2015|29/02/2016|29/02/2000|29/02/00|29th February 2024|"
     "1 Jan|Sept 4th|29 Feb|31 AUG 2015",
     "31/02/2015|30/02/2016|31/04/2015|32/01/2015|00/01/2015|01/00/2015|"
     "3/13/2015|29/02/2015|29/02/1900|29 February 2023|2015-13-01|2015-02-30|"
     "March 2015 3 4|2015|3/12|45th March 2015|12345/1/2|3/12-2015|3//12/20155|"
     "3/12/215|0003/12/2015|003/12/2015|03/012/2015|March|March 2015|3 "
     "marathons 2015|3 Mars 2015|"
     "Marc 3|3rd place 2015|3x March 2015|1/2/3/4|Monday|of the|31 June 2015|"
     "/3/12/2015|3 March March 2015"},
    {"birth-year", "born 1985|2010|in 1905|2025|1985-2015|x1985y",
     "1904|2026|19855|198|12345|1 985|b. 85||198519851985"},
    {"ppsn",
     "1234567T|1234567FA|1234567TW|1234567TX|6433435F|6433435 FT|"
     "1234567OB|6433435-F",
     "1234567A|2134567T|123456T|12345678T|1234567FB|1234567TZ|12345678|"
     "1234567TAA|T1234567"},
    {"ssn", "123-45-6789|123 45 6789|123456789|899-99-9998",
     "000-45-6789|666-45-6789|900-45-6789|987-65-4320|123-00-6789|123-45-0000|"
     "078-05-1120|219-09-9999|12-345-678|123-45-67890|123-45-678A"},
    {"sin", "130 692 544|130692544|550-911-895|999999998",
     "130 692 545|310 692 544|046 454 286|800 000 002|13069254|1306925440|"
     "130 692 54x"},
    {"tfn", "123 456 782|123456782|123-456-782",
     "123 456 783|213 456 782|999 999 999|000 000 000|12345678|1234567820|"
     "12345678x"},
    {"medicare-au", "2123 45670 1|2123456701|2123 45670 1/1|2123-45670-1",
     "2123 45671 1|2213 45670 1|1123 45670 1|7123 45670 1|2123 45670 0|"
     "2123 45670 1 0|2123 45670|212345670111|2123 4567O 1"},
    {"nhi",
     "ZAC5361|zac5361|ZAA0067|ZAA0075|ABC1235|ZBN77VL|ACA31FM|ASE37QK|"
     "ARE62RS|BGJ06AS|BGA44DT|BWT41BY|ZZZ00AC",
     "ZAC5362|ZAC3561|ZCA5361|ZZZ0044|ZZZ00AA|ZAC536|ZAC53611|ZIC5361|ZOC5361|"
     "ZA45361|ACA31FN|ACA31IM|ACA31OM|ACA31F1|ACA311M|ABC12AI"}};

static void each(const char *check, const char *items, bool wanted) {
  check_function f = check_by_name(check, strlen(check));
  assert_non_null(f);
  for (;;) {
    size_t len = strcspn(items, "|");
    char *copy = malloc(len + !len); /* its end is the end of memory */
    memcpy(copy, items, len);
    bool passes = f(copy, len);
    free(copy);
    if (passes != wanted)
      fail_msg("%s: \"%.*s\" should %spass", check, (int)len, items,
               wanted ? "" : "not ");
    if (!items[len]) return;
    items += len + 1;
  }
}

static void good_ones_pass_and_bad_ones_do_not(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
    each(lists[i].check, lists[i].good, true);
    each(lists[i].check, lists[i].bad, false);
  }
}

static void every_check_has_a_list(void **state) {
  (void)state;
  size_t n = 0;
  for (const char *const *name = check_names(); *name; name++, n++) {
    size_t i = 0, all = sizeof lists / sizeof *lists;
    while (i < all && strcmp(lists[i].check, *name) != 0) i++;
    if (i == all) fail_msg("%s is not tested", *name);
  }
  assert_int_equal(n, sizeof lists / sizeof *lists);
}

static void only_whole_names_are_names(void **state) {
  (void)state;
  static const char *const others[] = {
      "", "nhs", "nhs-numbers", "NHS-number", "nhs number", "date "};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    assert_null(check_by_name(others[i], strlen(others[i])));
  assert_non_null(check_by_name("dates", 4));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(good_ones_pass_and_bad_ones_do_not),
      cmocka_unit_test(every_check_has_a_list),
      cmocka_unit_test(only_whole_names_are_names)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Where a person can be reached: postcodes and telephone numbers. */
#include <string.h>
#include "digits.h"

static bool digit(char c) { return digits_only(&c, 1); }

/* The part before the space: A9 A99 AA9 AA99 A9A AA9A, each letter from the
   set that its place allows (Royal Mail, PAF Programmers' Guide). */
static bool outward(const char *s, size_t n) {
  if (n < 2 || !digits_letter(s[0], "ABCDEFGHIJKLMNOPRSTUWYZ")) return false;
  bool two = digits_letter(s[1], NULL);
  if (two && !digits_letter(s[1], "ABCDEFGHKLMNOPQRSTUVWXY")) return false;
  size_t at = two ? 2 : 1;
  if (at >= n || !digit(s[at])) return false;
  if (++at == n) return true;
  return at + 1 == n &&
         (digit(s[at]) ||
          digits_letter(s[at], two ? "ABEHMNPRVWXY" : "ABCDEFGHJKPSTUW"));
}

static bool inward(const char *s) {
  static const char letters[] = "ABDEFGHJLNPQRSTUWXYZ";
  return digit(s[0]) && digits_letter(s[1], letters) &&
         digits_letter(s[2], letters);
}

/* A British postcode; a space, if any, stands before the last three. GIR 0AA
   is the one that breaks the rules; BFPO and one to four digits is the Forces
   Post Office. */
bool check_postcode(const char *bytes, size_t len) {
  char s[DIGITS_MOST + 1];
  size_t n = digits_clean(bytes, len, " ", s);
  if (n < 5 || n > 8) return false;
  bool forces = memcmp(s, "BFPO", 4) == 0;
  size_t behind = forces ? n - 4 : 3; /* the space */
  for (size_t i = 0; i < len; i++)
    if (bytes[i] == ' ' && (i < n - behind || i >= len - behind)) return false;
  if (forces) return digits_only(s + 4, n - 4);
  if (n > 7) return false;
  return strcmp(s, "GIR0AA") == 0 || (outward(s, n - 3) && inward(s + n - 3));
}

/* The letters that a postcode may begin with (Royal Mail, PAF Programmers'
   Guide): what tells "m8 2be" in small letters from more of a postcode. */
static bool area(const char *s, size_t n) {
  static const char areas[] =
      " AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW "
      "DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP "
      "HR "
      "HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N "
      "NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM "
      "SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR "
      "WS WV YO ZE ";
  char wanted[5] = " ";
  memcpy(wanted + 1, s, n);
  wanted[n + 1] = ' ';
  return strstr(areas, wanted) != NULL;
}

/* A British postcode in an area that there is. */
bool check_postcode_area(const char *bytes, size_t len) {
  char s[DIGITS_MOST + 1];
  if (!check_postcode(bytes, len)) return false;
  digits_clean(bytes, len, " ", s);
  if (s[1] == 'I' || s[2] == 'P') return true; /* GIR 0AA, BFPO */
  return area(s, digits_letter(s[1], NULL) ? 2 : 1);
}

/* Areas where some numbers have only nine digits behind the 0 (Ofcom, National
   Telephone Numbering Plan, appendix A). */
static bool short_area(const char *d) {
  static const char areas[] =
      "1204 1208 1254 1276 1297 1298 1363 1364 1384 1386 1404 1420 1460 1461 "
      "1480 1488 1524 1527 1562 1566 1606 1629 1635 1647 1659 1695 1697 1726 "
      "1744 1750 1768 1827 1837 1884 1900 1905 1935 1946 1949 1963 1995";
  for (size_t i = 0; i + 4 < sizeof areas; i += 5)
    if (memcmp(areas + i, d, 4) == 0) return true;
  return false;
}

/* A number behind the 0: mobile (7, but not 70, nor 76 save the Isle of Man's
   7624) or geographic (1, 2). Never 3, 8 or 9, which nobody has at home. */
static bool national(const char *d, size_t n) {
  if (n == 9) return short_area(d);
  if (n != 10) return false;
  switch (d[0]) {
  case '1': return d[1] != '0';
  case '2': return strchr("03489", d[1]) != NULL;
  case '7': return (d[1] != '0' && d[1] != '6') || memcmp(d, "7624", 4) == 0;
  default: return false;
  }
}

/* A British number of a person's own, with 0, +44, 0044 or 44 in front, the
   last three perhaps with (0). */
bool check_uk_phone(const char *bytes, size_t len) {
  char s[DIGITS_MOST + 1], *d = s;
  if (len && *bytes == '(') bytes++, len--;
  bool plus = len && *bytes == '+';
  if (plus) bytes++, len--;
  size_t n = digits_clean(bytes, len, " -./()*_", s);
  if (n < 10 || !digits_only(s, n)) return false;
  if (!plus && memcmp(d, "0044", 4) == 0) d += 2, n -= 2;
  if (memcmp(d, "44", 2) == 0)
    d += 2, n -= 2;
  else if (plus || *d != '0')
    return false;
  if (*d == '0') d++, n--;
  return national(d, n);
}

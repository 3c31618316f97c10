#include "spelling.h"

#include <string.h>
#include "irregular.h"

static bool vowel(char c) { return c && strchr("aeiou", c) != NULL; }

/* The letter at `back` from the end (1 is the last), or '\0'. */
static char letter(const forms *f, size_t back) {
  return back <= f->len ? f->word[f->len - back] : '\0';
}

static bool hisses(const forms *f) {
  static const char *const ends[] = {"s", "x", "z", "ch", "sh"};
  for (size_t e = 0; e < sizeof ends / sizeof *ends; e++)
    if (forms_ends(f, ends[e])) return true;
  return false;
}

static bool consonant_y(const forms *f) {
  return letter(f, 1) == 'y' && f->len > 1 && !vowel(letter(f, 2));
}

size_t spelling_syllables(const char *word, size_t len) {
  size_t groups = 0;
  bool before = false;
  for (size_t i = 0; i < len; i++) {
    bool between = before && i + 1 < len && vowel(word[i + 1]); /* layer */
    bool here = vowel(word[i]) || (word[i] == 'y' && i > 0 && !between);
    groups += here && !before;
    before = here;
  }
  return groups;
}

/* panicked, bivouacking; not "picked", which is no form of "pic". */
static bool takes_k(const forms *f) {
  return letter(f, 1) == 'c' && vowel(letter(f, 2)) &&
         spelling_syllables(f->word, f->len) > 1;
}

typedef enum { NEVER, ALWAYS, EITHER } doubling;

/* Does the last consonant double before -ed and -ing? In words of one syllable
   it does (plan, stop, quiz); in longer ones when the last is stressed, which
   is known by a list (prefer); l doubles in British English, not in American
   (travel); s is seen both ways (focus). */
static doubling work_out(const forms *f) {
  char last = letter(f, 1), middle = letter(f, 2), first = letter(f, 3);
  size_t prefix = 0; /* undercut is cut */
  if (!irregular_past(f->word, f->len, &prefix)) prefix = 0;
  if (vowel(last) || strchr("hwxy", last)) return NEVER;
  if (irregular_doubles(f->word, f->len)) return last == 'l' ? EITHER : ALWAYS;
  if (irregular_may_double(f->word, f->len)) return EITHER;
  bool qu = first == 'u' && letter(f, 4) == 'q';
  if (!vowel(middle) || !first || (vowel(first) && !qu)) return NEVER;
  if (spelling_syllables(f->word + prefix, f->len - prefix) == 1)
    return last == 's' ? EITHER : ALWAYS;
  return last == 'l' || last == 's' ? EITHER : NEVER;
}

/* The same, worked out once for a word. */
static doubling doubles(forms *f) {
  if (!f->doubling) f->doubling = 1 + (uint8_t)work_out(f);
  return (doubling)(f->doubling - 1);
}

/* buses and buses'. */
static void plural(forms *f, size_t cut, char doubled, const char *tail,
                   const char *possessive) {
  size_t before = f->count;
  forms_tail(f, cut, doubled, tail);
  if (f->count > before) forms_tail(f, cut, doubled, possessive);
}

void spelling_s(forms *f) {
  doubling d = doubles(f);
  if (consonant_y(f))
    plural(f, 1, '\0', "ies", "ies'");
  else if (letter(f, 1) == 'z' && d == ALWAYS)
    plural(f, 0, 'z', "es", "es'");
  else if (hisses(f))
    plural(f, 0, '\0', "es", "es'");
  else
    plural(f, 0, '\0', "s", "s'");
  if (letter(f, 1) == 's' && d != NEVER && f->len < 5)
    plural(f, 0, 's', "es", "es'");                /* gasses, busses */
  if (letter(f, 1) == 'o' && !vowel(letter(f, 2))) /* heroes, photos */
    plural(f, 0, '\0', "es", "es'");
  forms_tail(f, 0, '\0', "'s");
}

void spelling_past(forms *f) {
  doubling d = doubles(f);
  if (letter(f, 1) == 'e')
    forms_tail(f, 0, '\0', "d");
  else if (consonant_y(f))
    forms_tail(f, 1, '\0', "ied");
  else if (takes_k(f))
    forms_tail(f, 0, 'k', "ed");
  else {
    if (d != NEVER) forms_tail(f, 0, letter(f, 1), "ed");
    if (d != ALWAYS) forms_tail(f, 0, '\0', "ed");
  }
}

/* -ing and what is made of it in a hurry and in dialect. */
static void ing(forms *f, size_t cut, char doubled) {
  forms_tail(f, cut, doubled, "ing");
  forms_tail(f, cut, doubled, "in'");
  forms_tail(f, cut, doubled, "in");
}

void spelling_participle(forms *f) {
  doubling d = doubles(f);
  if (forms_ends(f, "ie") && f->len > 2)
    ing(f, 2, 'y');
  else if (forms_ends(f, "ee") || forms_ends(f, "ye") || forms_ends(f, "oe"))
    ing(f, 0, '\0');
  else if (letter(f, 1) == 'e') {
    ing(f, 1, '\0');
    if (irregular_keeps_e(f->word, f->len)) ing(f, 0, '\0');
  } else if (takes_k(f)) {
    ing(f, 0, 'k');
  } else {
    if (d != NEVER) ing(f, 0, letter(f, 1));
    if (d != ALWAYS) ing(f, 0, '\0');
  }
}

bool spelling_ends_s(const forms *f) {
  return letter(f, 1) == 's' && f->len > 3 && !strchr("saiuo", letter(f, 2));
}

#include "inflect.h"

#include <string.h>
#include "irregular.h"
#include "spelling.h"

/* Contractions lose their apostrophe in a hurry, unless that makes another
   word. */
static void contraction(forms *f) {
  char out[FORMS_LONGEST];
  size_t n = 0;
  if (irregular_keeps_apostrophe(f->word, f->len)) return;
  for (size_t i = 0; i < f->len; i++)
    if (f->word[i] != '\'') out[n++] = f->word[i];
  if (n) forms_give(f, out, n);
}

static bool plain(const forms *f) {
  for (size_t i = 0; i < f->len; i++)
    if (f->word[i] < 'a' || f->word[i] > 'z') return false;
  return true;
}

/* Nothing but letters? Of what is not ASCII the lead byte tells enough: those
   left out begin punctuation, symbols and emoji (× and ÷ are let through). */
static bool letters(const forms *f) {
  for (size_t i = 0; i < f->len; i++) {
    uint8_t c = (uint8_t)f->word[i];
    bool more = c >= 0x80 && c < 0xC0, latin = c >= 'a' && c <= 'z';
    if (!latin && !more && (c < 0xC3 || c == 0xE2 || c > 0xED)) return false;
  }
  return true;
}

/* wives'; children's, which as often as not is childrens. */
static void possessive(forms *f, const char *plural, size_t len) {
  char out[FORMS_BYTES + 2];
  memcpy(out, plural, len);
  bool s = plural[len - 1] == 's';
  memcpy(out + len, s ? "'" : "'s", 2);
  forms_give(f, out, len + (s ? 1 : 2));
  out[len] = 's';
  if (!s) forms_give(f, out, len + 1);
}

/* Child, and grandchild. The singular's possessive loses its apostrophe, too:
   childs. */
static void noun(forms *f, const char *list, size_t prefix) {
  bool regular = *list == '+';
  forms_listed(f, prefix, list + regular);
  for (size_t i = 1, plurals = f->count; i < plurals; i++)
    possessive(f, f->given[i], f->lengths[i]);
  if (regular) return;
  forms_tail(f, 0, '\0', "'s");
  if (!forms_ends(f, "s") && !forms_ends(f, "x")) forms_tail(f, 0, '\0', "s");
}

/* A form that the author wrote as it stands: visited, told, visits. True when
   there is no more to be said. */
static bool inflected(forms *f) {
  if (irregular_is_past(f->word, f->len)) return true;
  if (forms_ends(f, "ed") && !forms_ends(f, "eed") &&
      spelling_syllables(f->word, f->len - 2) > 0) {
    forms_tail(f, 0, '\0', "'s"); /* Ahmed's */
    return true;
  }
  if (irregular_is_plural(f->word, f->len) || spelling_ends_s(f)) {
    possessive(f, f->word, f->len);
    forms_tail(f, 0, '\0', "'s"); /* James's */
    return true;
  }
  if (!forms_ends(f, "ing") || spelling_syllables(f->word, f->len - 3) == 0)
    return false;
  forms_tail(f, 1, '\0', "'"); /* meeting: meetin', meetings */
  forms_tail(f, 1, '\0', "");
  spelling_s(f);
  return true;
}

static void inflect_plain(forms *f) {
  size_t behind = 0, before = 0;
  const char *all = irregular_all(f->word, f->len);
  if (all) forms_listed(f, 0, all);
  if (all || f->len < 3 || irregular_fixed(f->word, f->len)) return;
  const char *plural = irregular_plural(f->word, f->len, &before);
  if (plural) noun(f, plural, before);
  if (plural && *plural != '+') return;
  const char *past = irregular_past(f->word, f->len, &behind);
  if (!past && !plural && inflected(f)) return;
  bool regular = !past || *past == '+';
  if (past) forms_listed(f, behind, past + (*past == '+'));
  spelling_s(f);
  if (regular) spelling_past(f);
  spelling_participle(f);
}

bool inflect(const char *word, size_t len, inflect_emit emit, void *user) {
  forms f = {.word = word, .len = len, .emit = emit, .user = user};
  if (len > FORMS_LONGEST) return emit(user, word, len);
  forms_give(&f, word, len);
  if (f.stopped || len == 0) return !f.stopped;
  if (memchr(word, '\'', len))
    contraction(&f);
  else if (plain(&f))
    inflect_plain(&f);
  else if (letters(&f))
    forms_tail(&f, 0, '\0', "'s");
  return !f.stopped;
}

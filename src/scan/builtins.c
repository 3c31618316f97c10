/* Evidence of the built-in classes. */
#include "scan.h"

#include <string.h>

/* Tokens [first, last) as evidence of class c. */
static bool add_tokens(scan *s, class_id c, uint32_t first, uint32_t last) {
  const text_token *t = s->text.tokens;
  return scan_add(s, &(evidence){.class = c,
                                 .first = first,
                                 .last = last,
                                 .start = t[first].start,
                                 .end = t[last - 1].end});
}

static bool has(const scan *s, uint32_t t, uint16_t flag) {
  return t < s->last && (s->text.tokens[t].flags & flag) != 0;
}

/* Is it a word that packs list among those that are no names? */
static bool is_no_name(const scan *s, uint32_t t) {
  uint32_t form = s->words[t];
  return form && (s->rules->starts.forms[form - 1].roots & STARTS_NO_NAME);
}

/* Could this token be (part of) a name, by its capital letter? */
static bool like_a_name(const scan *s, uint32_t t) {
  if (t >= s->last) return false;
  const text_token *x = &s->text.tokens[t];
  if (x->kind != TEXT_WORD || !(x->flags & TEXT_CAPITAL) ||
      (x->flags & (TEXT_UPPER | TEXT_HASHTAG)))
    return false;
  bool is_i = x->end - x->start <= 4 && s->text.folded[x->start] == 'i' &&
              (x->end - x->start == 1 || s->text.folded[x->start + 1] == '\'');
  return !is_i && !is_no_name(s, t);
}

/* In a headline Or A Title every word has a capital: no names to be seen. */
static bool is_title(const scan *s, const text_sentence *sentence) {
  uint32_t words = 0, capitals = 0;
  for (uint32_t t = sentence->first; t < sentence->last; t++) {
    if (s->text.tokens[t].kind != TEXT_WORD) continue;
    words++;
    capitals += has(s, t, TEXT_CAPITAL);
  }
  return words >= 4 && capitals * 4 >= words * 3;
}

static uint32_t first_sentence(const scan *s) {
  return s->text.tokens[s->first].sentence;
}
static uint32_t end_sentence(const scan *s) {
  return s->text.tokens[s->last - 1].sentence + 1;
}

static bool names(scan *s, class_id c) {
  if (!(s->flags & TEXT_CAPITAL)) return true;
  for (uint32_t n = first_sentence(s); n < end_sentence(s); n++) {
    const text_sentence *sentence = &s->text.sentences[n];
    if (is_title(s, sentence)) continue;
    for (uint32_t t = sentence->first; t < sentence->last; t++) {
      if (!like_a_name(s, t)) continue;
      uint32_t last = t + 1;
      while (last < sentence->last && last - t < 4 && like_a_name(s, last))
        last++;
      /* The first word of a sentence has its capital from that alone, unless
         a surname follows. */
      if (!has(s, t, TEXT_FIRST) || last - t > 1)
        if (!add_tokens(s, c, t, last)) return false;
      t = last - 1;
    }
  }
  return true;
}

static bool numbers(scan *s, class_id c) {
  const ruleset_class *k = &s->rules->classes[c];
  for (uint32_t i = 0; i < s->n_figures; i++) {
    uint32_t t = s->figures[i], value = s->text.tokens[t].value;
    if (value >= k->low && value <= k->high && !add_tokens(s, c, t, t + 1))
      return false;
  }
  return true;
}

static bool kinds(scan *s, class_id c, text_kind kind) {
  if (!(s->kinds >> kind & 1)) return true;
  for (uint32_t t = s->first; t < s->last; t++)
    if (s->text.tokens[t].kind == kind && !add_tokens(s, c, t, t + 1))
      return false;
  return true;
}

/* Runs of at least `least` tokens with a flag, stops between them included. */
static bool runs(scan *s, class_id c, uint16_t flag, uint32_t least) {
  if (!(s->flags & flag)) return true;
  for (uint32_t t = s->first; t < s->last; t++) {
    if (!has(s, t, flag)) continue;
    uint32_t last = t + 1, count = 1;
    while (has(s, last, flag)) last++, count++;
    if (count >= least && !add_tokens(s, c, t, last)) return false;
    t = last - 1;
  }
  return true;
}

static bool questions(scan *s, class_id c) {
  for (uint32_t n = first_sentence(s); n < end_sentence(s); n++) {
    const text_sentence *x = &s->text.sentences[n];
    if (x->question && x->last > x->first &&
        !add_tokens(s, c, x->first, x->last))
      return false;
  }
  return true;
}

/* What tokens there are: most segments have few kinds of them, and there may be
   many classes of numbers. */
static void look_over(scan *s) {
  s->n_figures = 0;
  s->kinds = s->flags = 0;
  for (uint32_t t = s->first; t < s->last; t++) {
    const text_token *x = &s->text.tokens[t];
    s->kinds |= 1u << x->kind;
    s->flags |= x->flags;
    if (x->value != TEXT_NO_VALUE) s->figures[s->n_figures++] = t;
  }
}

bool scan_builtins(scan *s) {
  look_over(s);
  for (size_t n = 0; n < s->rules->n_builtins; n++) {
    class_id c = s->rules->builtins[n];
    bool ok = true;
    switch (s->rules->classes[c].kind) {
    case CLASS_NUMBER: ok = numbers(s, c); break;
    case CLASS_NAME: ok = names(s, c); break;
    case CLASS_MENTION: ok = kinds(s, c, TEXT_MENTION); break;
    case CLASS_LINK: ok = kinds(s, c, TEXT_LINK); break;
    case CLASS_EMOJI: ok = kinds(s, c, TEXT_EMOJI); break;
    case CLASS_HASHTAG: ok = runs(s, c, TEXT_HASHTAG, 1); break;
    case CLASS_QUESTION: ok = questions(s, c); break;
    case CLASS_SHOUTING: ok = runs(s, c, TEXT_UPPER, 3); break;
    case CLASS_QUOTED: ok = runs(s, c, TEXT_QUOTED, 1); break;
    case CLASS_CODE: ok = runs(s, c, TEXT_CODE, 1); break;
    default: break;
    }
    if (!ok) return false;
  }
  return true;
}

/* Phrases: what a plain list item looks for. See "Phrases" in
   .github/CONTRIBUTING.md. */
#include <string.h>
#include "../limits.h"
#include "../text/text.h"
#include "item.h"

typedef struct {
  item *item;
  phrase *out;
  size_t capacity;
  uint8_t option; /* the optional group being read, or 0 */
} builder;

/* Is the word its own key? Most are: lower-case ASCII letters. */
static bool is_plain(const char *word, size_t len) {
  for (size_t i = 0; i < len; i++)
    if (word[i] < 'a' || word[i] > 'z') return false;
  return len > 0;
}

static unit *add_unit(builder *b, slot *s, size_t *capacity) {
  unit *grown =
      arena_grow(b->item->memory, s->units, s->count, capacity, sizeof *grown);
  if (!grown) return NULL;
  s->units = grown;
  return &s->units[s->count++];
}

/* Adds `word` to a slot as one alternative, cut into tokens the way a draft
   would be, so that both sides always agree on what a word is. */
static bool add_word(builder *b, slot *s, size_t *capacity, const char *word,
                     size_t len, bool exact, place at) {
  arena *memory = b->item->memory;
  if (is_plain(word, len)) {
    unit *u = add_unit(b, s, capacity);
    if (!u) return false;
    *u =
        (unit){.text = arena_copy(memory, word, len), .exact = exact, .at = at};
    return u->text != NULL;
  }
  text prepared;
  arena_reset(b->item->scratch);
  if (!text_prepare(&prepared, b->item->scratch, word, len, EARSHOT_PLAIN))
    return false;
  bool first = true;
  for (uint32_t t = 0; t < prepared.n_tokens; t++) {
    const text_token *token = &prepared.tokens[t];
    if (token->kind == TEXT_STOP && len > 1) continue;
    unit *u = add_unit(b, s, capacity);
    if (!u) return false;
    *u = (unit){
        .exact = exact || token->kind != TEXT_WORD, .joined = !first, .at = at};
    u->text = arena_copy(memory, prepared.keys + token->key, token->key_len);
    if (!u->text) return false;
    first = false;
  }
  return true;
}

static bool add_class(builder *b, slot *s, size_t *capacity, const lexeme *l) {
  unit *u = add_unit(b, s, capacity);
  if (!u) return false;
  place at = item_place(b->item, l->offset);
  *u = (unit){.is_class = true, .at = at};
  u->text = item_string(b->item->memory, l->text, l->len, true);
  if (u->text && !*u->text)
    return item_fault(b->item, l->offset, "empty-class",
                      "There is no name between these brackets.",
                      "Write the name of a word class, as in [relation].",
                      NULL);
  return u->text != NULL;
}

static slot *add_slot(builder *b) {
  slot *grown = arena_grow(b->item->memory, b->out->slots, b->out->count,
                           &b->capacity, sizeof *grown);
  if (!grown) return NULL;
  b->out->slots = grown;
  slot *s = &b->out->slots[b->out->count++];
  *s = (slot){.option = b->option};
  return s;
}

/* A word or class and what follows it by slashes: lad/lass/[person]. */
static bool read_slot(builder *b, lexer *l, lexeme first) {
  slot *s = add_slot(b);
  size_t capacity = 0;
  if (!s) return false;
  for (lexeme x = first;; x = lex_next(l)) {
    bool ok;
    if (x.kind == LEX_CLASS)
      ok = add_class(b, s, &capacity, &x);
    else if (x.kind == LEX_WORD)
      ok = add_word(b, s, &capacity, x.text, x.len, false,
                    item_place(b->item, x.offset));
    else
      return item_fault(b->item, x.offset, "lonely-slash",
                        "A slash needs a word on both sides.",
                        "Write lad/lass, or put quotation marks around it.",
                        NULL);
    if (!ok) return false;
    lexeme next = lex_peek(l);
    if (next.kind != LEX_SLASH) break;
    lex_next(l);
  }
  if (s->count == 0) b->out->count--; /* only marks and stops: nothing */
  return true;
}

/* "told me": each word a slot of its own, only as it stands. */
static bool read_quoted(builder *b, const lexeme *x) {
  size_t at = 0;
  while (at < x->len) {
    size_t from = at;
    while (at < x->len && x->text[at] != ' ' && x->text[at] != '\n') at++;
    if (at > from) {
      slot *s = add_slot(b);
      size_t capacity = 0;
      if (!s || !add_word(b, s, &capacity, x->text + from, at - from, true,
                          item_place(b->item, x->offset + 1 + from)))
        return false;
      if (s->count == 0) b->out->count--;
    }
    at++;
  }
  return true;
}

static bool read_piece(builder *b, lexer *l, lexeme x) {
  switch (x.kind) {
  case LEX_QUOTED: return read_quoted(b, &x);
  case LEX_GAP: {
    slot *s = add_slot(b);
    if (!s) return false;
    s->gap = true;
    return true;
  }
  case LEX_OPEN:
    if (b->option)
      return item_fault(b->item, x.offset, "nested-option",
                        "Brackets inside brackets cannot be read.",
                        "Write two phrases with a comma between them.", NULL);
    b->option = ++b->out->options;
    return true;
  case LEX_CLOSE:
    if (!b->option)
      return item_fault(b->item, x.offset, "unclosed",
                        "This closing bracket has no opening one.",
                        "Take it away, or open it before the word that may be "
                        "left out.",
                        NULL);
    b->option = 0;
    return true;
  default: return read_slot(b, l, x);
  }
}

static bool phrase_end(lexeme_kind kind) {
  return kind == LEX_END || kind == LEX_COMMA || kind == LEX_INSTRUCTION ||
         kind == LEX_ARROW || kind == LEX_BOLD || kind == LEX_PATTERN;
}

static bool unclosed(item *i, const lexeme *x) {
  char mark[2] = {x->text[0], '\0'};
  return item_fault(i, x->offset, "unclosed",
                    "This % has no partner in the same item.",
                    "Close it, or put straight quotation marks around it when "
                    "it is meant as it stands.",
                    mark);
}

static bool check_phrase(item *i, const phrase *p, size_t offset) {
  size_t words = 0;
  for (size_t s = 0; s < p->count; s++) words += !p->slots[s].gap;
  if (words == 0)
    return item_fault(i, offset, "empty-phrase",
                      "There is nothing to look for here.",
                      "Write a word, a [class] or a `pattern`.", NULL);
  if (p->count > EARSHOT_PHRASE_WORDS)
    return item_fault(i, offset, "phrase-too-long",
                      "This phrase has more than 16 words.",
                      "Nobody will write just that. Keep the words that matter "
                      "and put … between them.",
                      NULL);
  if (p->slots[0].gap || p->slots[p->count - 1].gap)
    return item_fault(i, offset, "gap-at-edge",
                      "A phrase cannot begin or end with a gap.",
                      "Put a word on both sides of the …", NULL);
  return true;
}

static bool read_phrase(item *i, lexer *l, operand *out) {
  alternative *a = list_add(i->memory, out);
  if (!a) return false;
  size_t offset = lex_peek(l).offset;
  *a = (alternative){.kind = ALTERNATIVE_PHRASE, .at = item_place(i, offset)};
  builder b = {.item = i, .out = &a->phrase};
  while (!phrase_end(lex_peek(l).kind)) {
    lexeme x = lex_next(l);
    if (x.kind == LEX_UNCLOSED) {
      l->at = l->len;
      out->count--;
      return unclosed(i, &x);
    }
    if (!read_piece(&b, l, x)) return false;
  }
  if (b.option)
    return item_fault(i, offset, "unclosed",
                      "A bracket is opened in this phrase and not closed.",
                      "Close it behind the words that may be left out.", NULL);
  size_t before = i->faults->faults;
  if (!check_phrase(i, &a->phrase, offset)) return false;
  if (i->faults->faults > before) out->count--;
  return true;
}

/* [reminder: jigsaw] */
static bool read_reminder(item *i, lexer *l, operand *out) {
  static const char lead[] = "reminder:";
  lexeme x = lex_next(l);
  alternative *a = list_add(i->memory, out);
  if (!a) return false;
  *a = (alternative){.kind = ALTERNATIVE_REMINDER,
                     .at = item_place(i, x.offset)};
  a->principle = item_string(i->memory, x.text + sizeof lead - 1,
                             x.len - (sizeof lead - 1), true);
  return a->principle != NULL;
}

bool alternative_read(item *i, lexer *l, operand *out) {
  lexeme x = lex_peek(l);
  if (x.kind == LEX_CLASS && x.len > 9 && memcmp(x.text, "reminder:", 9) == 0)
    return read_reminder(i, l, out);
  if (x.kind != LEX_PATTERN) return read_phrase(i, l, out);
  lex_next(l);
  alternative *a = list_add(i->memory, out);
  if (!a) return false;
  *a =
      (alternative){.kind = ALTERNATIVE_PATTERN, .at = item_place(i, x.offset)};
  size_t before = i->faults->faults;
  if (!pattern_read(i, &x, &a->pattern)) return false;
  x = lex_peek(l);
  if (x.kind == LEX_INSTRUCTION && x.len == 10 &&
      memcmp(x.text, "checked by", 10) == 0) {
    lex_next(l);
    x = lex_next(l);
    a->pattern.check = x.kind == LEX_WORD ? check_by_name(x.text, x.len) : NULL;
    a->pattern.check_name = arena_copy(i->memory, x.text, x.len);
    if (!a->pattern.check_name) return false;
    if (!a->pattern.check) {
      const char *guess = diagnose_guess(a->pattern.check_name, check_names());
      if (!item_fault(i, x.offset, "unknown-check",
                      guess ? "There is no such check. Did you mean %?"
                            : "There is no such check.",
                      "The checks are listed in CONTRIBUTING.md under "
                      "\"Phrases\".",
                      guess))
        return false;
    }
  }
  if (i->faults->faults > before) out->count--;
  return true;
}

bool operand_read(item *i, lexer *l, operand *out) {
  for (;;) {
    if (!alternative_read(i, l, out)) return false;
    lexeme x = lex_peek(l);
    if (x.kind != LEX_COMMA) return true;
    lex_next(l);
  }
}

/* "Fires" and "Stays quiet": posts that prove a signal. Everything after the
   leading code spans is the post, to the letter. */
#include <string.h>
#include "item.h"

/* A code span at the start that names a level or a setting. */
static bool read_span(item *i, const lexeme *x, example *e, bool *known) {
  int level = level_named(x->text, x->len);
  const char *fault;
  *known = true;
  if (level >= 0) {
    e->level = level;
  } else if (memchr(x->text, '/', x->len)) {
    e->has_setting =
        earshot_parse_setting(x->text, x->len, &e->setting, &fault);
    if (!e->has_setting)
      return item_fault(i, x->offset + 1 + (size_t)(fault - x->text),
                        "bad-setting", "This setting is not understood.",
                        "A setting is audience/identity/role/medium, perhaps "
                        "with ;t=HH:MM behind it.",
                        NULL);
  } else {
    *known = false;
  }
  return true;
}

bool example_read(item *i, bool fires, example_list *out) {
  example *e = list_add(i->memory, out);
  if (!e) return false;
  *e = (example){
      .level = -1, .fires = fires, .setting = earshot_default_setting()};
  lexer l = {.text = i->block->raw, .len = i->block->raw_len};
  bool known = true;
  size_t start = 0;
  while (known && lex_peek(&l).kind == LEX_PATTERN) {
    lexeme x = lex_next(&l);
    if (!read_span(i, &x, e, &known)) return false;
    if (known) start = l.at;
  }
  while (start < i->block->raw_len && i->block->raw[start] == ' ') start++;
  e->text = i->block->raw + start;
  e->len = i->block->raw_len - start;
  e->at = item_place(i, start);
  if (e->len == 0)
    return item_fault(i, start, "empty-example", "There is no post here.",
                      "Write the post behind the level and the setting.", NULL);
  return true;
}

/* features: what the learned weights look at in drafts, by name. Lines of JSON
   in, lines of JSON out: {"id":…,"features":["lad","my lad","[person]"…]}.
   learn/train.mjs learns from it, so that training and checking see the
   same. */
#define _POSIX_C_SOURCE 200809L
#include "../learn/features.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "../buffer.h"
#include "../scanner.h"
#include "cli.h"
#include "json_read.h"

typedef struct {
  const scan *scan;
  earshot_buffer out;
  bool first;
} lister;

static void list(lister *l, const char *a, size_t a_len, const char *b,
                 size_t b_len) {
  buffer_text(&l->out, l->first ? "\"" : ",\"");
  l->first = false;
  buffer_json_inside(&l->out, a, a_len);
  if (b) buffer_text(&l->out, " ");
  if (b) buffer_json_inside(&l->out, b, b_len);
  buffer_text(&l->out, "\"");
}

static void list_tokens(lister *l) {
  const char *before = FEATURE_BEGIN;
  size_t before_len = 1;
  for (uint32_t t = 0; t < l->scan->text.n_tokens; t++) {
    size_t len;
    const char *name = feature_of_token(l->scan, t, &len);
    if (len == 0) continue;
    list(l, name, len, NULL, 0);
    list(l, before, before_len, name, len);
    before = name;
    before_len = len;
    name = feature_of_word(l->scan, t, &len);
    if (name) list(l, name, len, NULL, 0);
  }
}

static void list_classes(lister *l) {
  const earshot_ruleset *rules = l->scan->rules;
  for (class_id c = 0; c < rules->n_classes; c++) {
    size_t count;
    scan_evidence(l->scan, c, &count);
    if (!count || !rules->classes[c].feature) continue;
    buffer_text(&l->out, l->first ? "\"[" : ",\"[");
    l->first = false;
    const char *name = rules->classes[c].name;
    buffer_json_inside(&l->out, name, strlen(name));
    buffer_text(&l->out, "]\"");
  }
}

static void list_setting(lister *l) {
  char names[FEATURES_OF_SETTING][FEATURE_OF_SETTING];
  size_t count = features_of_setting(&l->scan->setting, names);
  for (size_t n = 0; n < count; n++)
    list(l, names[n], strlen(names[n]), NULL, 0);
}

static bool answer(lister *l, earshot_scanner *scanner, char *line) {
  json_line x;
  json_read_line(line, strlen(line), &x);
  if (x.error || !x.text.is_string || !x.id.bytes) {
    cli_complain("a line has no \"id\" or no \"text\"", "", ".");
    return false;
  }
  earshot_setting setting = earshot_default_setting();
  const char *wrong;
  if (x.setting.is_string &&
      !earshot_parse_setting(x.setting.bytes, x.setting.len, &setting,
                             &wrong)) {
    cli_complain("this setting is not understood: ", wrong, ".");
    return false;
  }
  if (!earshot_check(scanner, x.text.bytes, x.text.len, EARSHOT_PLAIN, setting))
    return false;
  l->scan = &scanner->scan;
  l->first = true;
  buffer_text(&l->out, "{\"id\":");
  buffer_bytes(&l->out, x.id.bytes, x.id.len);
  buffer_text(&l->out, ",\"features\":[");
  list_tokens(l);
  list_classes(l);
  list_setting(l);
  buffer_text(&l->out, "]}\n");
  bool ok = !l->out.failed;
  if (ok) fwrite(l->out.bytes, 1, l->out.len, stdout);
  buffer_clear(&l->out);
  return ok;
}

static bool run(FILE *in, earshot_scanner *scanner) {
  lister l = {0};
  char *line = NULL;
  size_t room = 0;
  bool ok = true;
  earshot_buffer_init(&l.out, earshot_malloc());
  while (ok && getline(&line, &room, in) >= 0)
    ok = line[0] == '\n' || answer(&l, scanner, line);
  earshot_buffer_free(&l.out);
  free(line);
  return ok;
}

int cli_features(const cli_options *o) {
  const char *path = o->n_operands ? o->operands[0] : "-";
  FILE *in = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
  bool faulty = true, ok = false;
  earshot_ruleset *rules = in ? cli_load(o, &faulty) : NULL;
  if (!in) cli_complain(path, " cannot be read: ", strerror(errno));
  if (rules && !faulty) {
    earshot_scanner *scanner = earshot_scanner_new(rules, earshot_malloc());
    ok = scanner && run(in, scanner);
    earshot_scanner_free(scanner);
  }
  earshot_ruleset_free(rules);
  if (in && in != stdin) fclose(in);
  return ok ? CLI_OK : CLI_FAULT;
}

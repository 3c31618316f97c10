/* check --jsonl: a stream of drafts, answered line by line. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../buffer.h"
#include "../limits.h"
#include "cli.h"
#include "json_read.h"

typedef struct {
  const cli_options *options;
  earshot_scanner *scanner;
  earshot_buffer answer;
  uint64_t line;
  bool faulty;
} stream;

static bool write_out(stream *s) {
  if (s->answer.failed) {
    cli_complain("there is not enough memory", "", ".");
    return false;
  }
  fwrite(s->answer.bytes, 1, s->answer.len, stdout);
  buffer_clear(&s->answer);
  return !ferror(stdout);
}

static void refuse(stream *s, const char *error, size_t column) {
  s->faulty = true;
  buffer_text(&s->answer, "{\"id\":null,\"line\":");
  buffer_number(&s->answer, s->line);
  buffer_text(&s->answer, ",\"error\":\"");
  buffer_json_inside(&s->answer, error, strlen(error));
  if (column) {
    buffer_text(&s->answer, " (column ");
    buffer_number(&s->answer, column);
    buffer_text(&s->answer, ")");
  }
  buffer_text(&s->answer, "\"}\n");
}

/* The setting of a line; false after a refusal. */
static bool line_setting(stream *s, const json_line *line,
                         earshot_setting *out) {
  const char *fault;
  *out = s->options->setting;
  if (s->options->setting_text || !line->setting.bytes) return true;
  if (line->setting.is_string &&
      earshot_parse_setting(line->setting.bytes, line->setting.len, out,
                            &fault))
    return true;
  refuse(s, "the setting is not audience/identity/role/medium[;t=HH:MM]", 0);
  return false;
}

static bool line_kind(stream *s, const json_line *line,
                      earshot_draft_kind *out) {
  const json_value *d = &line->draft;
  *out = s->options->kind;
  if (!d->bytes) return true;
  bool plain = d->is_string && d->len == 5 && !memcmp(d->bytes, "plain", 5);
  bool markdown =
      d->is_string && d->len == 8 && !memcmp(d->bytes, "markdown", 8);
  if (plain) *out = EARSHOT_PLAIN;
  if (markdown) *out = EARSHOT_MARKDOWN;
  if (plain || markdown) return true;
  refuse(s, "\"draft\" is \"plain\" or \"markdown\"", 0);
  return false;
}

static void answer(stream *s, char *bytes, size_t len) {
  json_line line;
  earshot_setting setting;
  earshot_draft_kind kind;
  json_read_line(bytes, len, &line);
  if (line.error) {
    refuse(s, line.error, line.column);
    return;
  }
  if (!line.text.is_string) {
    refuse(
        s,
        line.text.bytes ? "\"text\" is not a string" : "there is no \"text\"",
        0);
    return;
  }
  if (!line_setting(s, &line, &setting) || !line_kind(s, &line, &kind)) return;
  const earshot_result *r =
      earshot_check(s->scanner, line.text.bytes, line.text.len, kind, setting);
  if (!r) {
    refuse(s, "there was not enough memory for this draft", 0);
    return;
  }
  /* The id goes back as it came, behind a NUL that ends it: the line is ours,
     and what stood there has been read. */
  char *id = line.id.bytes ? bytes + (line.id.bytes - bytes) : NULL;
  if (id) id[line.id.len] = '\0';
  earshot_write_result(&s->answer, r, id ? id : "null");
  buffer_text(&s->answer, "\n");
}

/* A reader that waits for its answer before it writes on must get it: so
   answers are flushed whenever no more input is waiting. */
static ssize_t read_more(int file, char *to, size_t room) {
  struct pollfd waiting = {.fd = file, .events = POLLIN};
  if (poll(&waiting, 1, 0) == 0) fflush(stdout);
  ssize_t n;
  do n = read(file, to, room);
  while (n < 0 && errno == EINTR);
  return n;
}

typedef struct {
  char bytes[EARSHOT_LINE_BYTES + 1];
  size_t len;
  bool overlong; /* in a line that was too long, until its end */
} input;

static bool blank(const char *s, size_t len) {
  for (size_t i = 0; i < len; i++)
    if (!strchr(" \t\r", s[i]) || !s[i]) return false;
  return true;
}

static bool take_line(stream *s, input *in, char *line, size_t len) {
  s->line++;
  if (in->overlong) {
    in->overlong = false;
    refuse(s, "the line is longer than 1 MiB", 0);
  } else if (!blank(line, len)) {
    answer(s, line, len);
  }
  return write_out(s);
}

/* Answers the whole lines in the buffer and moves the rest to its front. */
static bool take_lines(stream *s, input *in) {
  char *from = in->bytes, *end = in->bytes + in->len, *stop;
  while ((stop = memchr(from, '\n', (size_t)(end - from)))) {
    if (!take_line(s, in, from, (size_t)(stop - from))) return false;
    from = stop + 1;
  }
  in->len = (size_t)(end - from);
  memmove(in->bytes, from, in->len);
  if (in->len < EARSHOT_LINE_BYTES) return true;
  in->overlong = true;
  in->len = 0;
  return true;
}

static bool run(stream *s, input *in, int file, const char *name) {
  for (;;) {
    ssize_t n =
        read_more(file, in->bytes + in->len, EARSHOT_LINE_BYTES - in->len);
    if (n < 0) {
      cli_complain(name, " cannot be read: ", strerror(errno));
      return false;
    }
    if (n == 0) break;
    in->len += (size_t)n;
    if (!take_lines(s, in)) return false;
  }
  return in->len == 0 && !in->overlong ? true
                                       : take_line(s, in, in->bytes, in->len);
}

int cli_check_lines(const cli_options *o, earshot_scanner *scanner) {
  const char *path = o->n_operands ? o->operands[0] : "-";
  bool standard = strcmp(path, "-") == 0;
  FILE *file = standard ? stdin : fopen(path, "rb");
  input *in = malloc(sizeof *in);
  stream s = {.options = o, .scanner = scanner};
  bool ok = false;
  earshot_buffer_init(&s.answer, earshot_malloc());
  if (!file) cli_complain(path, " cannot be read: ", strerror(errno));
  if (file && in) {
    in->len = 0;
    in->overlong = false;
    setvbuf(stdout, NULL, _IOFBF, 1 << 16);
    ok = run(&s, in, fileno(file), standard ? "standard input" : path);
  }
  if (file && !standard) fclose(file);
  earshot_buffer_free(&s.answer);
  free(in);
  return ok && !s.faulty ? CLI_OK : CLI_FAULT;
}

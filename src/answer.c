/* A result as JSON: what every caller outside C is given. */
#include <string.h>
#include "buffer.h"

static void member(earshot_buffer *out, const char *name, const char *value) {
  buffer_text(out, "\"");
  buffer_text(out, name);
  buffer_text(out, "\":");
  buffer_json(out, value, strlen(value));
}

static void place(earshot_buffer *out, uint32_t start, uint32_t end) {
  buffer_text(out, ",\"start\":");
  buffer_number(out, start);
  buffer_text(out, ",\"end\":");
  buffer_number(out, end);
}

static void strings(earshot_buffer *out, const char *name,
                    const char *const *items, size_t count) {
  if (count == 0) return;
  buffer_text(out, ",\"");
  buffer_text(out, name);
  buffer_text(out, "\":[");
  for (size_t n = 0; n < count; n++) {
    if (n) buffer_text(out, ",");
    buffer_json(out, items[n], strlen(items[n]));
  }
  buffer_text(out, "]");
}

static void finding(earshot_buffer *out, const earshot_finding *f) {
  buffer_text(out, "{");
  member(out, "pack", f->pack);
  buffer_text(out, ",");
  member(out, "principle", f->principle);
  buffer_text(out, ",");
  member(out, "signal", f->signal);
  buffer_text(out, ",");
  member(out, "level", earshot_level_name(f->level));
  place(out, f->start, f->end);
  buffer_text(out, ",\"evidence\":[");
  for (size_t e = 0; e < f->n_evidence; e++) {
    buffer_text(out, e ? ",{" : "{");
    member(out, "class", f->evidence[e].name);
    place(out, f->evidence[e].start, f->evidence[e].end);
    buffer_text(out, "}");
  }
  buffer_text(out, "]");
  strings(out, "instead", f->instead, f->n_instead);
  strings(out, "lines", f->lines, f->n_lines);
  buffer_text(out, "}");
}

void earshot_write_result(earshot_buffer *out, const earshot_result *result,
                          const char *id) {
  buffer_text(out, "{");
  if (id) {
    buffer_text(out, "\"id\":");
    buffer_text(out, id);
    buffer_text(out, ",");
  }
  buffer_text(out, result->complete ? "\"complete\":true,\"findings\":["
                                    : "\"complete\":false,\"findings\":[");
  for (size_t f = 0; f < result->n_findings; f++) {
    if (f) buffer_text(out, ",");
    finding(out, &result->findings[f]);
  }
  buffer_text(out, "]}");
}

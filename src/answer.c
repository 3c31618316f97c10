/* A result as JSON: what every caller outside C is given. */
#include "buffer.h"

static void place(earshot_buffer *out, uint32_t start, uint32_t end) {
  buffer_text(out, ",\"start\":");
  buffer_number(out, start);
  buffer_text(out, ",\"end\":");
  buffer_number(out, end);
}

static void finding(earshot_buffer *out, const earshot_finding *f) {
  buffer_text(out, "{");
  buffer_member(out, "pack", f->pack);
  buffer_text(out, ",");
  buffer_member(out, "principle", f->principle);
  buffer_text(out, ",");
  buffer_member(out, "signal", f->signal);
  buffer_text(out, ",");
  buffer_member(out, "level", earshot_level_name(f->level));
  place(out, f->start, f->end);
  buffer_text(out, ",\"evidence\":[");
  for (size_t e = 0; e < f->n_evidence; e++) {
    buffer_text(out, e ? ",{" : "{");
    buffer_member(out, "class", f->evidence[e].name);
    place(out, f->evidence[e].start, f->evidence[e].end);
    buffer_text(out, "}");
  }
  buffer_text(out, "]");
  if (f->n_instead) buffer_strings(out, "instead", f->instead, f->n_instead);
  if (f->n_lines) buffer_strings(out, "lines", f->lines, f->n_lines);
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

/* The packs as the documents they are: HTML without anything active in it. */
#include <string.h>
#include "../buffer.h"
#include "../markdown.h"
#include "../ruleset/ruleset.h"

static void attribute(earshot_buffer *out, const char *name,
                      const char *value) {
  buffer_text(out, " ");
  buffer_text(out, name);
  buffer_text(out, "=\"");
  for (; value && *value; value++) {
    switch (*value) {
    case '&': buffer_text(out, "&amp;"); break;
    case '<': buffer_text(out, "&lt;"); break;
    case '"': buffer_text(out, "&quot;"); break;
    default: buffer_bytes(out, value, 1);
    }
  }
  buffer_text(out, "\"");
}

static void write_file(earshot_buffer *out, arena *a, const pack_model *pack,
                       const earshot_file *file) {
  cmark_node *root = markdown_parse(a, file->bytes, file->len);
  char *html = root ? markdown_html(a, root) : NULL;
  if (!html) {
    out->failed = true;
    return;
  }
  buffer_text(out, "<section");
  attribute(out, "data-pack", pack->id);
  attribute(out, "data-file", file->name);
  buffer_text(out, ">\n");
  buffer_text(out, html);
  buffer_text(out, "</section>\n");
}

void earshot_write_document(earshot_buffer *out,
                            const earshot_ruleset *ruleset) {
  arena a;
  arena_init(&a, ruleset->allocator);
  for (size_t p = 0; p < ruleset->n_packs; p++) {
    /* Scenarios alone are no guidance: a page tells them in its own way. */
    const pack_model *pack = &ruleset->packs[p];
    if (pack->scenarios.count && !pack->principles.count) continue;
    for (size_t f = 0; f < pack->files.count; f++) {
      write_file(out, &a, pack, &pack->files.items[f]);
      arena_reset(&a);
    }
  }
  arena_free(&a);
}

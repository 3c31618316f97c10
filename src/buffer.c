#include "buffer.h"

#include <string.h>
#include "text/utf8.h"

void earshot_buffer_init(earshot_buffer *buffer, earshot_allocator allocator) {
  *buffer = (earshot_buffer){.allocator = allocator};
}

void earshot_buffer_free(earshot_buffer *buffer) {
  if (buffer->bytes)
    buffer->allocator.free(buffer->allocator.user, buffer->bytes);
  *buffer = (earshot_buffer){.allocator = buffer->allocator};
}

void buffer_clear(earshot_buffer *b) {
  b->len = 0;
  b->failed = false;
  if (b->bytes) b->bytes[0] = '\0';
}

void buffer_cut(earshot_buffer *b, size_t len) {
  if (b->failed || len >= b->len) return;
  b->len = len;
  b->bytes[len] = '\0';
}

/* Room for `more` bytes and a NUL. */
static bool make_room(earshot_buffer *b, size_t more) {
  if (b->failed || more > SIZE_MAX / 4 - b->len) {
    b->failed = true;
    return false;
  }
  size_t need = b->len + more + 1, capacity = b->capacity ? b->capacity : 256;
  if (need <= b->capacity) return true;
  while (capacity < need) capacity *= 2;
  char *bytes = b->allocator.alloc(b->allocator.user, capacity);
  if (!bytes) {
    b->failed = true;
    return false;
  }
  if (b->bytes) {
    memcpy(bytes, b->bytes, b->len);
    b->allocator.free(b->allocator.user, b->bytes);
  }
  b->bytes = bytes;
  b->capacity = capacity;
  return true;
}

void buffer_bytes(earshot_buffer *b, const char *bytes, size_t len) {
  if (!make_room(b, len)) return;
  if (len) memcpy(b->bytes + b->len, bytes, len);
  b->len += len;
  b->bytes[b->len] = '\0';
}

void buffer_text(earshot_buffer *b, const char *text) {
  buffer_bytes(b, text, strlen(text));
}

void buffer_number(earshot_buffer *b, uint64_t number) {
  char digits[20];
  size_t n = sizeof digits;
  do digits[--n] = (char)('0' + number % 10);
  while (number /= 10);
  buffer_bytes(b, digits + n, sizeof digits - n);
}

/* The escape of a character that JSON does not allow in a string (RFC 8259,
   section 7), or 0. U+007F and U+2028 are allowed as they are. */
static size_t escape(uint32_t code, char out[6]) {
  static const char hex[] = "0123456789abcdef";
  const char *short_form = NULL;
  switch (code) {
  case '"': short_form = "\\\""; break;
  case '\\': short_form = "\\\\"; break;
  case '\n': short_form = "\\n"; break;
  case '\r': short_form = "\\r"; break;
  case '\t': short_form = "\\t"; break;
  default: break;
  }
  if (short_form) {
    memcpy(out, short_form, 2);
    return 2;
  }
  if (code >= 0x20) return 0;
  memcpy(out, "\\u00", 4);
  out[4] = hex[code >> 4];
  out[5] = hex[code & 15];
  return 6;
}

void buffer_json_inside(earshot_buffer *b, const char *bytes, size_t len) {
  size_t at = 0, from = 0; /* [from, at) can be copied as it is */
  while (at < len) {
    size_t start = at;
    uint32_t code = utf8_next(bytes, len, &at);
    char out[6];
    size_t n = escape(code, out);
    bool bad = code == UTF8_BAD && at - start == 1;
    if (!n && !bad) continue;
    buffer_bytes(b, bytes + from, start - from);
    buffer_bytes(b, bad ? "\xef\xbf\xbd" : out, bad ? 3 : n);
    from = at;
  }
  buffer_bytes(b, bytes + from, len - from);
}

void buffer_json(earshot_buffer *b, const char *bytes, size_t len) {
  buffer_bytes(b, "\"", 1);
  buffer_json_inside(b, bytes, len);
  buffer_bytes(b, "\"", 1);
}

void buffer_member(earshot_buffer *b, const char *name, const char *value) {
  buffer_text(b, "\"");
  buffer_text(b, name);
  buffer_text(b, "\":");
  buffer_json(b, value ? value : "", value ? strlen(value) : 0);
}

void buffer_strings(earshot_buffer *b, const char *name,
                    const char *const *items, size_t count) {
  buffer_text(b, ",\"");
  buffer_text(b, name);
  buffer_text(b, "\":[");
  for (size_t n = 0; n < count; n++) {
    if (n) buffer_text(b, ",");
    buffer_json(b, items[n], strlen(items[n]));
  }
  buffer_text(b, "]");
}

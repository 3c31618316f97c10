/* Appending to an earshot_buffer. When memory runs out the buffer is marked
   `failed` and further appends do nothing, so a writer looks once, at the
   end. */
#ifndef EARSHOT_BUFFER_H
#define EARSHOT_BUFFER_H

#include "earshot.h"

void buffer_bytes(earshot_buffer *b, const char *bytes, size_t len);

/* A NUL-terminated string, as it is. */
void buffer_text(earshot_buffer *b, const char *text);

void buffer_number(earshot_buffer *b, uint64_t number);

/* A JSON string of `len` bytes, with its quotation marks. Invalid UTF-8
   becomes U+FFFD, one for each bad byte (RFC 8259 wants UTF-8). */
void buffer_json(earshot_buffer *b, const char *bytes, size_t len);

/* The same without quotation marks, to be put between some. */
void buffer_json_inside(earshot_buffer *b, const char *bytes, size_t len);

/* "name":"value", where NULL is the empty string. */
void buffer_member(earshot_buffer *b, const char *name, const char *value);

/* ,"name":["item", ...] */
void buffer_strings(earshot_buffer *b, const char *name,
                    const char *const *items, size_t count);

/* Forgets the content, keeps the room. */
void buffer_clear(earshot_buffer *b);

/* Keeps the first `len` bytes. */
void buffer_cut(earshot_buffer *b, size_t len);

#endif

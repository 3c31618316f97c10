/* What the bench programs share: posts in memory, and the time. */
#ifndef EARSHOT_BENCH_POSTS_H
#define EARSHOT_BENCH_POSTS_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct {
  char **text;
  size_t *len;
  size_t count, bytes;
} posts;

static inline double posts_now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static inline char *posts_read_file(const char *name, size_t *len) {
  FILE *file = fopen(name, "rb");
  char *bytes = NULL;
  long size = -1;
  if (file && fseek(file, 0, SEEK_END) == 0) size = ftell(file);
  if (size >= 0) bytes = malloc((size_t)size + 1);
  if (!bytes) {
    fprintf(stderr, "%s cannot be read\n", name);
    exit(1);
  }
  rewind(file);
  *len = fread(bytes, 1, (size_t)size, file);
  bytes[*len] = '\0';
  fclose(file);
  return bytes;
}

static inline posts posts_read(const char *name) {
  posts p = {0};
  size_t len;
  char *bytes = posts_read_file(name, &len);
  p.text = malloc((len / 4 + 1) * sizeof *p.text);
  p.len = malloc((len / 4 + 1) * sizeof *p.len);
  for (size_t at = 0; at + 4 <= len; p.count++) {
    const unsigned char *n = (unsigned char *)bytes + at;
    size_t size = n[0] | (size_t)n[1] << 8 | (size_t)n[2] << 16;
    p.text[p.count] = bytes + at + 4;
    p.len[p.count] = size;
    p.bytes += size;
    at += 4 + size;
  }
  return p;
}

#endif

#include "ready.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>
#include "../pack/regex.h"

bool ready_init(ready_patterns *r, arena *memory,
                const earshot_ruleset *rules) {
  r->memory = memory;
  r->patterns = arena_alloc(memory, rules->n_patterns * sizeof *r->patterns);
  return r->patterns != NULL;
}

static void set_bit(byteset *s, uint32_t byte) {
  s->bits[byte >> 6 & 3] |= (uint64_t)1 << (byte & 63);
}

/* PCRE2 knows what bytes a match can begin with. */
static byteset first_bytes(const pcre2_code *code) {
  const uint8_t *bitmap = NULL;
  uint32_t type = 0, byte = 0;
  pcre2_pattern_info(code, PCRE2_INFO_FIRSTBITMAP, &bitmap);
  pcre2_pattern_info(code, PCRE2_INFO_FIRSTCODETYPE, &type);
  byteset first = {{0}};
  if (!bitmap && type != 1) return byteset_all();
  for (uint32_t b = 0; bitmap && b < 256; b++)
    if (bitmap[b >> 3] >> (b & 7) & 1) set_bit(&first, b);
  if (bitmap) return first;
  pcre2_pattern_info(code, PCRE2_INFO_FIRSTCODEUNIT, &byte);
  set_bit(&first, byte);
  bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
  if (letter) set_bit(&first, byte ^ 0x20); /* it may be caseless */
  return first;
}

/* Before a \b that a letter follows stands none. */
static byteset before(const sieve_rest *rest, const byteset *first) {
  byteset b = rest->before, word = byteset_word(), other = byteset_not(word);
  if (!rest->edged || !byteset_within(first, &word)) return b;
  for (int i = 0; i < 4; i++) b.bits[i] &= other.bits[i];
  return b;
}

const ready_pattern *ready_get(const ready_patterns *r,
                               const earshot_ruleset *rules, size_t n) {
  ready_pattern *p = &r->patterns[n];
  if (p->code) return p;
  const pattern *source = rules->patterns[n].source;
  const void *code = source->code;
  regex_fault fault;
  r->memory->failed = false;
  if (!code)
    code = regex_compile(r->memory, source->text, strlen(source->text), &fault);
  if (!code) return NULL;
  p->first = first_bytes(code);
  p->before = before(&rules->sieve.rest[n], &p->first);
  p->heads = &rules->sieve.rest[n].heads;
  p->code = code;
  return p;
}

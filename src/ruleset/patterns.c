/* From patterns to the sieve over them. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>
#include "build.h"

/* Most posts have fewer. */
enum { EVERYDAY_FIGURES = 5 };

static void set_bit(uint64_t bits[4], uint32_t byte) {
  bits[byte >> 6 & 3] |= (uint64_t)1 << (byte & 63);
}

/* PCRE2 knows what bytes a match can begin with. */
static void first_bytes(const pcre2_code *code, uint64_t first[4]) {
  const uint8_t *bitmap = NULL;
  uint32_t type = 0, byte = 0;
  pcre2_pattern_info(code, PCRE2_INFO_FIRSTBITMAP, &bitmap);
  pcre2_pattern_info(code, PCRE2_INFO_FIRSTCODETYPE, &type);
  memset(first, type == 1 || bitmap ? 0 : 0xff, 4 * sizeof *first);
  for (uint32_t b = 0; bitmap && b < 256; b++)
    if (bitmap[b >> 3] >> (b & 7) & 1) set_bit(first, b);
  if (bitmap || type != 1) return;
  pcre2_pattern_info(code, PCRE2_INFO_FIRSTCODEUNIT, &byte);
  set_bit(first, byte);
  bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
  if (letter) set_bit(first, byte ^ 0x20); /* it may be caseless */
}

/* Before a \b that a letter follows stands none. */
static void before_edge(pattern_needs *n) {
  byteset first, word = byteset_word(), other = byteset_not(word);
  memcpy(first.bits, n->first, sizeof first.bits);
  if (!n->edged || !byteset_within(&first, &word)) return;
  for (int i = 0; i < 4; i++) n->before.bits[i] &= other.bits[i];
}

/* First those without literals that everyday texts have figures enough for:
   they have nothing else to be told by. Then the others without literals. */
static void add_shapes(sieve *v, const pattern_needs *needs) {
  for (unsigned round = 0; round < 3; round++)
    for (size_t p = 0; p < v->n_patterns; p++) {
      bool lettered = needs[p].literals.count > 0;
      if (round == (lettered ? 2 : needs[p].figures < EVERYDAY_FIGURES ? 0 : 1))
        sieve_add_shape(v, (uint32_t)p, &needs[p]);
    }
}

bool build_sieve(builder *b) {
  earshot_ruleset *out = b->out;
  size_t n = out->n_patterns;
  pattern_needs *needs = arena_alloc_dirty(b->scratch, n * sizeof *needs);
  if (!needs || !sieve_init(&out->sieve, b->memory, n)) return false;
  for (size_t p = 0; p < n; p++) {
    const pattern *source = out->patterns[p].source;
    needs_read(source->text, strlen(source->text), &needs[p]);
    first_bytes(source->code, needs[p].first);
    before_edge(&needs[p]);
    if (!sieve_add(&out->sieve, b->memory, (uint32_t)p, &needs[p]))
      return false;
  }
  add_shapes(&out->sieve, needs);
  return sieve_finish(&out->sieve, b->memory);
}

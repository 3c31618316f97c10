#include "text.h"
#include "../limits.h"
#include "prepare.h"
#include "utf8.h"

bool text_prepare(text *out, arena *a, const char *draft, size_t len,
                  earshot_draft_kind kind) {
  prepare p = {.memory = a, .draft = draft, .kind = kind};
  size_t cut = utf8_cut(draft, len, EARSHOT_DRAFT_BYTES);
  p.draft_len = (uint32_t)cut;
  *out = (text){0};
  if (kind == EARSHOT_MARKDOWN && !zones_markdown(&p)) return false;
  if (!clean(&p)) return false;
  links_cut(&p);
  zones_quotes(&p);
  if (!tokens(&p) || !sentences(&p)) return false;
  uint32_t rest = utf8_length16(draft + cut, len - cut);
  *out = (text){
      .norm = p.norm,
      .folded = p.keys,
      .keys = p.keys,
      .from = p.from,
      .to = p.to,
      .len = p.len,
      .utf16_len = rest > UINT32_MAX - p.units ? UINT32_MAX : p.units + rest,
      .tokens = p.tokens,
      .n_tokens = p.n_tokens,
      .sentences = p.sentences,
      .n_sentences = p.n_sentences,
      .ends_fresh = p.ends_fresh,
      .complete = cut == len,
  };
  return true;
}

/* What a ruleset's classes find in one draft: evidence, before anything is
   concluded from it. */
#ifndef EARSHOT_SCAN_H
#define EARSHOT_SCAN_H

#include "../limits.h"
#include "reading.h"
#include "ready.h"

/* The evidence of one class, in scan.sorted. What is of an earlier turn is
   none: so nothing need be cleared for a check. */
typedef struct {
  uint32_t turn, from, count;
  uint32_t newest; /* while reading: in reading.found, plus 1; then, where
                       those begin that were found in this check: */
  uint32_t fresh;
  uint32_t longest; /* of its evidence, in tokens */
} scan_class;

/* What weighed most where a learned class was found. */
enum { SCAN_TOLD = 4 };
typedef struct {
  class_id of;
  evidence parts[SCAN_TOLD];
  size_t n_parts;
} scan_told;

/* What is learned of a setting, known until another comes. */
typedef struct {
  bool known;
  earshot_setting of;
  setting_rows rows;
} scan_setting;

/* Bit for each root of the trie that something leads on from at a token: the
   word, or a class that was found there. */
typedef struct {
  uint16_t word, class;
} scan_begins;

typedef struct {
  const earshot_ruleset *rules;
  arena *memory;           /* for this check */
  earshot_setting setting; /* what is learned may depend on it, nothing else */
  bool naive; /* nothing is left out because it can find nothing: slow, and
                 what tests compare the rest with */
  text text;  /* what is read now, the draft or a part of it */
  bool amid;  /* it is a part that something stands before */
  uint32_t first, last; /* tokens of the segment that is read now */
  uint32_t start, end;  /* its bytes of norm */
  uint32_t *words;      /* for each token: form of the lexicon plus 1, or 0 */
  uint32_t *figures;    /* tokens of the segment that have a value */
  uint32_t n_figures;
  uint32_t kinds, flags; /* of all tokens of the segment: a bit for each kind,
                            and their flags */
  scan_begins *begins;   /* for each token */
  uint64_t *leads;       /* for each token: trie_bit of all labels that a path
                            can go on by there */
  uint32_t *first_at;    /* for each token: evidence plus 1 that begins there */
  reading read;          /* what was found, segment by segment */
  evidence *sorted;      /* class by class, then by place */
  scan_class *classes;   /* of each class; outlives the check */
  uint32_t turn;         /* of this check, and the next for sorting; never 0 */
  class_id *present;     /* classes with evidence, in the order they were met;
                          outlives the check as well */
  size_t n_present;
  const ready_patterns *ready;      /* outlive the check */
  void *match_data, *match_context; /* PCRE2's, when a pattern was tried */
  uint64_t *sifted;                 /* bit for each pattern */
  sieve_span *spans;                /* of each that is sifted */
  scan_setting *heard_in;           /* outlives the check */
  uint64_t *weighed; /* bit for each row of the weights, all clear between
                        checks; outlives the check, too */
  scan_told *told;   /* of learned classes */
  size_t n_told, told_capacity;
  uint64_t steps;
  bool complete;
} scan;

/* Prepares the draft, or a part of it that begins and ends where a segment
   does, and reads all of it. `rules`, `memory`, `setting`, `naive`, `amid`,
   `classes`, `present` and `turn` are the caller's to set. False when memory is
   out; spent budgets only clear `complete`. */
bool scan_read(scan *s, const char *draft, size_t len, earshot_draft_kind kind);

/* Once the whole draft is read: adds what is learned, which no segment says
   alone, and sorts. False when memory is out. */
bool scan_sum_up(scan *s);

/* Notes in the reading where evidence is, for a check of nearly the same draft.
   To be called when all was concluded. False when memory is out. */
bool scan_remember(scan *s);

/* The evidence of a class in order of place; *count of it. */
const evidence *scan_evidence(const scan *s, class_id c, size_t *count);

/* Tokens that the longest evidence of a class has. */
uint32_t scan_longest(const scan *s, class_id c);

/* Spends steps; false when the budget is used up: then they are one more than
   there are. */
static inline bool scan_spend(scan *s, uint64_t steps) {
  s->steps += steps;
  if (s->steps <= EARSHOT_STEPS) return true;
  s->steps = EARSHOT_STEPS + 1;
  s->complete = false;
  return false;
}

/* The sentence a token belongs to. */
uint32_t scan_sentence(const scan *s, uint32_t token);

/* --- between the files of this folder ----------------------------------- */

/* Notes evidence, whose start and end are bytes of norm still; longer evidence
   of the same class at the same token replaces the shorter. Returns false when
   memory is out (a full table only clears `complete`). */
bool scan_add(scan *s, const evidence *e);

/* Notes evidence of a learned class, of which there is no other. */
bool scan_add_learned(scan *s, evidence e);

/* Sets in `out`, sieve_words() long, a bit for each pattern that could match in
   norm[from..to), which may begin in the middle of a word and is taken to end
   one, and in `spans` where. True when there is any. */
bool scan_sift(const sieve *v, const char *norm, size_t from, size_t to,
               uint64_t *out, sieve_span *spans);

/* Puts all evidence in order. False when memory is out. */
bool scan_sort(scan *s);

/* Each looks at one segment. */
bool scan_builtins(scan *s);
bool scan_patterns(scan *s);
bool scan_phrases(scan *s);

#endif

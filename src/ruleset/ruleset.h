/* A ruleset: all packs, compiled. Immutable, so it may be shared.

   What is looked for is always a *class*: a named word class of a pack, a
   built-in one such as [number], or an unnamed one, made for whatever stands
   between two instructions of a rule. The scanner finds where classes occur in
   a draft (evidence); rules and sums say what follows from that (findings).

   Phrases of all classes are held in one trie over words. A phrase that uses a
   class is looked for after that class: each class has a stratum, one more
   than the highest it uses, and the trie has one root for each stratum. */
#ifndef EARSHOT_RULESET_H
#define EARSHOT_RULESET_H

#include "../pack/model.h"
#include "lexicon.h"
#include "sieve.h"
#include "starts.h"

typedef uint32_t class_id;
#define NO_CLASS UINT32_MAX

typedef enum {
  CLASS_WORDS, /* phrases and patterns */
  CLASS_NUMBER,
  CLASS_NAME,
  CLASS_MENTION,
  CLASS_LINK,
  CLASS_EMOJI,
  CLASS_HASHTAG,
  CLASS_QUESTION,
  CLASS_SHOUTING,
  CLASS_QUOTED,
  CLASS_CODE,
  CLASS_ANY_WORD,
  CLASS_LEARNED, /* what learn/ says of the whole draft */
  CLASS_REMINDER /* the findings of a principle */
} class_kind;

typedef struct {
  const char *name; /* for people; NULL for what has none */
  class_kind kind;
  uint32_t low, high; /* of a number; low: percent of what is learned */
  uint32_t stratum;
  bool has_patterns;
  const char *principle; /* of a reminder, or of what is learned */
  bool below;            /* of what is learned: less than `low` */
  uint32_t feature;      /* what learn/ calls it, or 0 */
} ruleset_class;

typedef struct {
  const pattern *source;
  class_id class;
} ruleset_pattern;

/* `needed` different ones of these classes. */
typedef struct {
  const class_id *classes;
  size_t count;
  unsigned needed;
} ruleset_group;

typedef struct {
  join_kind kind;
  unsigned distance;
  ruleset_group group;
} ruleset_join;

typedef struct {
  except_kind kind;
  class_id class;
} ruleset_except;

typedef struct {
  uint32_t number; /* of all rules, from 0 */
  int level;
  bool anywhere;
  bool second; /* uses a reminder: judged after everything else */
  ruleset_group head;
  const ruleset_join *joins;
  size_t n_joins;
  const ruleset_except *excepts;
  size_t n_excepts;
  const char *const *instead;
  size_t n_instead;
} ruleset_rule;

typedef struct {
  int weight;
  bool cue;
  unsigned roles;
  class_id class;
} ruleset_weight;

/* Evidence of it is a piece of the sum; others only add to its weight. */
static inline bool ruleset_counts(const ruleset_weight *w) {
  return !w->cue && !w->roles && w->weight > 0;
}

typedef struct {
  earshot_level level;
  int score;
  unsigned kinds, roles;
  class_id needs; /* or NO_CLASS */
} ruleset_threshold;

typedef struct {
  const move *source;
  class_id needs; /* or NO_CLASS */
} ruleset_move;

typedef struct {
  uint32_t number; /* of all signals, from 0 */
  const signal_model *source;
  const ruleset_rule *rules, *unless;
  size_t n_rules, n_unless;
  const ruleset_weight *weights;
  size_t n_weights;
  const ruleset_threshold *thresholds; /* the highest level first */
  size_t n_thresholds;
  const ruleset_move *moves;
  size_t n_moves;
} ruleset_signal;

typedef struct {
  const principle_model *source;
  const ruleset_signal *signals;
  size_t n_signals;
  const ruleset_move *moves;
  size_t n_moves;
} ruleset_principle;

/* Something that evidence of a class can set off: a rule that begins with it,
   or the sum of a signal. */
typedef struct {
  uint32_t signal, rule; /* numbers; NO_RULE for a sum */
} ruleset_use;
#define NO_RULE UINT32_MAX

/* A signal where it stands. */
typedef struct {
  const ruleset_principle *principle;
  const ruleset_signal *signal;
} ruleset_place;

/* What each class can set off, so that a draft is judged by what is in it and
   not by all that could be. */
typedef struct {
  uint32_t *from; /* of each class, and one more: index in `uses` */
  ruleset_use *uses;
  ruleset_place *signals; /* by their numbers */
  uint32_t *seconds; /* numbers of signals with a rule that uses a reminder */
  size_t n_seconds;
} ruleset_index;

/* A class that learn/ finds when a draft sounds as much like a principle, or
   less. */
typedef struct {
  class_id class;
  uint32_t principle; /* in the weights */
  uint32_t percent;
  bool below;
} ruleset_learned;

struct earshot_ruleset {
  earshot_allocator allocator;
  arena memory;
  diagnostics faults;
  const pack_model *packs;
  size_t n_packs;
  const ruleset_class *classes;
  const operand *const *contents; /* of each class; NULL: built in */
  size_t n_classes;
  const ruleset_pattern *patterns;
  size_t n_patterns;
  sieve sieve; /* over the patterns */
  const ruleset_principle *principles;
  size_t n_principles;
  lexicon words;
  trie phrases;
  starts starts; /* of the phrases */
  uint32_t strata;
  const class_id *builtins; /* the built-in classes */
  size_t n_builtins;
  class_id not_a_name; /* the class packs may call "not a name" */
  ruleset_index index;
  uint32_t n_rules, n_signals;            /* of all principles */
  const struct weights *learned;          /* or NULL */
  const ruleset_learned *learned_classes; /* none without weights */
  size_t n_learned;
};

/* The principle of that id, or NULL. */
const ruleset_principle *ruleset_find(const earshot_ruleset *ruleset,
                                      const char *id);

#endif

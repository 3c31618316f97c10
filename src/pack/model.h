/* What a pack says, as its author wrote it: the parse of its Markdown, names
   not yet resolved to classes. Strings are NUL-terminated, arrays live in the
   arena of the ruleset. Read by link.c (are all names known?), then built into
   a ruleset. */
#ifndef EARSHOT_MODEL_H
#define EARSHOT_MODEL_H

#include "../check/check.h"
#include "diagnose.h"

/* ---- phrases, patterns, operands --------------------------------------- */

/* One word or class that may stand in a place of a phrase. */
typedef struct {
  const char *text; /* of a word: folded, as the draft's token key; of a class:
                       its name, spaces single, lower case */
  bool is_class;
  bool exact;  /* only this form of the word */
  bool joined; /* follows the word before within one alternative: s47 */
  place at;
} unit;

/* A place in a phrase: one of several alternatives, each a run of units (the
   second and later have `joined`), or a gap. */
typedef struct {
  unit *units;
  size_t count;
  uint8_t option; /* 0: needed; else the optional group it belongs to */
  bool gap;
} slot;

typedef struct {
  slot *slots;
  size_t count;
  uint8_t options; /* optional groups in it */
} phrase;

/* A PCRE2 pattern, kept opaque here. */
typedef struct {
  const char *text;
  void *code;           /* of regex_compile(); NULL in a pack that is proved */
  check_function check; /* or NULL */
  const char *check_name;
} pattern;

typedef enum {
  ALTERNATIVE_PHRASE,
  ALTERNATIVE_PATTERN,
  ALTERNATIVE_REMINDER
} alternative_kind;

typedef struct {
  alternative_kind kind;
  phrase phrase;
  pattern pattern;
  const char *principle; /* of a reminder */
  place at;
} alternative;

/* What commas join: any of these. */
typedef struct {
  alternative *items;
  size_t count, capacity;
} operand;

/* ---- rules -------------------------------------------------------------- */

/* `needed` different operands of these. */
typedef struct {
  operand *items;
  size_t count, capacity;
  unsigned needed;
} operand_group;

typedef enum {
  JOIN_NEAR,
  JOIN_CLOSE, /* near, or within so many words; not marked */
  JOIN_WITHIN_WORDS,
  JOIN_WITHIN_SENTENCES,
  JOIN_THEN,
  JOIN_WITH
} join_kind;

typedef struct {
  join_kind kind;
  unsigned distance; /* words or sentences */
  operand_group group;
} join;

typedef enum { EXCEPT_SENTENCE, EXCEPT_ANYWHERE, EXCEPT_INSIDE } except_kind;

typedef struct {
  except_kind kind;
  operand what;
} exception;

typedef struct {
  int level;     /* earshot_level, or -1 for the signal's own */
  bool anywhere; /* of an exception: in the whole post */
  operand_group head;
  join joins[4];
  size_t n_joins;
  exception excepts[4];
  size_t n_excepts;
  const char **instead;
  size_t n_instead;
  const char *text; /* as written */
  place at;
} rule;

/* ---- sums, levels, settings --------------------------------------------- */

typedef struct {
  int weight; /* thousandths */
  bool cue;
  unsigned roles; /* bit for each earshot_role; 0 when `what` counts */
  operand what;
  const char *text; /* as written */
} weight;

typedef struct {
  earshot_level level;
  int score;             /* thousandths */
  unsigned kinds, roles; /* roles 0: any */
  operand needs;         /* may be empty */
  const char *text;      /* as written */
} threshold;

typedef enum {
  MOVE_OFF,
  MOVE_UP,
  MOVE_DOWN,
  MOVE_AT_MOST,
  MOVE_AT_LEAST,
  MOVE_ADD,
  MOVE_ONLY_WITH
} move_effect;

/* Where (masks, 0 for everywhere) and what. */
typedef struct {
  unsigned facets[4]; /* audience, identity, role, medium: bit for each value */
  bool either;        /* one facet is enough: "dm, whatsapp" */
  int from, until;    /* minutes of the day, both in; -1: any time */
  bool inverted;      /* "only in": applies where the masks do not hold */
  move_effect effect;
  earshot_level level;
  const char *line;
  operand needs;
  const char *text; /* as written */
} move;

typedef struct {
  earshot_setting setting;
  bool has_setting;
  int level; /* or -1 */
  const char *text;
  size_t len;
  bool fires;
  place at;
} example;

#define LIST_OF(type)       \
  struct {                  \
    type *items;            \
    size_t count, capacity; \
  }
typedef LIST_OF(const char *) string_list;
typedef LIST_OF(rule) rule_list;
typedef LIST_OF(move) move_list;
typedef LIST_OF(example) example_list;

typedef struct {
  const char *id, *title, *pack;
  string_list why;
  earshot_level level;
  rule_list looks_for, unless;
  LIST_OF(weight) weights;
  LIST_OF(threshold) thresholds;
  unsigned window; /* sentences a sum looks over; 0: the whole post */
  move_list moves;
  example_list examples;
  bool muted, urgent;
  place at;
} signal_model;

typedef enum {
  PRINCIPLE_NEW,
  PRINCIPLE_EXTEND,
  PRINCIPLE_REWORD,
  PRINCIPLE_MUTE
} principle_kind;

typedef struct {
  principle_kind kind;
  const char *id, *title, *pack;
  string_list wordings, instead, stems, standards, mutes;
  const char *question;
  LIST_OF(signal_model) signals;
  move_list moves;
  bool muted;
  place at;
} principle_model;

typedef struct {
  const char *name;  /* lower case: what references are compared with */
  const char *title; /* as written */
  const char *pack;
  operand what;
  bool extends;
  place at;
} class_model;

/* ---- scenarios ----------------------------------------------------------- */

typedef struct {
  char kind; /* 'p' paragraph, 'i' list item, 'q' quote: to the letter */
  const char *text;
  place at;
} scenario_part;
typedef LIST_OF(scenario_part) scenario_part_list;

/* What the draft should be reminded of. */
typedef struct {
  const char *principle; /* NULL: of nothing */
  int level;             /* or -1 */
  place at;
} scenario_saying;

/* A situation to talk through. It stands alone: one with a fault is left out
   of its pack, and the rest of the pack loads. */
typedef struct {
  const char *id, *title;
  const char *subject, *writer, *draft; /* never NULL */
  earshot_setting setting;
  bool has_setting;
  unsigned minutes, lists;
  scenario_part_list situation, good, notes;
  string_list questions;
  LIST_OF(scenario_saying) sayings;
  place at, draft_at;
  size_t faults;
} scenario_model;

typedef struct {
  const char *id, *title, *version, *language, *licence;
  LIST_OF(principle_model) principles;
  LIST_OF(class_model) classes;
  LIST_OF(scenario_model) scenarios;
  size_t excused;                /* faults that lie in scenarios */
  LIST_OF(earshot_file) files;   /* copies, for the readable document */
  const struct weights *learned; /* or NULL */
} pack_model;

/* Appends to any LIST_OF; gives a pointer to the new zeroed item or NULL. */
#define list_add(a, list)                                              \
  (((list)->items =                                                    \
        arena_grow_or_keep((a), (list)->items, (list)->count,          \
                           &(list)->capacity, sizeof *(list)->items)), \
   (a)->failed ? NULL : &(list)->items[(list)->count++])

/* arena_grow, but the old items when memory is out (the arena says so). */
void *arena_grow_or_keep(arena *a, void *items, size_t count, size_t *capacity,
                         size_t size);

#endif

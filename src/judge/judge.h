/* From evidence to findings: rules, sums, levels by setting, order. */
#ifndef EARSHOT_JUDGE_H
#define EARSHOT_JUDGE_H

#include "../limits.h"
#include "../scan/scan.h"

/* A conclusion on the way to a finding. */
typedef struct {
  const ruleset_principle *principle;
  const ruleset_signal *signal;
  const ruleset_rule *rule; /* NULL for a sum */
  earshot_level level;
  uint32_t first, last; /* tokens */
  uint32_t start, end;  /* UTF-16 units of the draft */
  const evidence *pieces[EARSHOT_EVIDENCE_PER_FINDING];
  size_t n_pieces;
  bool again; /* its principle says more of the same words already */
} conclusion;

typedef struct {
  scan *scan;
  arena *memory;
  earshot_setting setting;
  struct {
    conclusion *items;
    size_t count, capacity;
  } found;
  uint64_t *rules, *signals;       /* bit for each that evidence has set off */
  const ruleset_signal *quiet_for; /* for which it is known whether */
  bool quiet;                      /* it is silenced everywhere */
} judge;

/* Judges all principles. The findings, ordered, live in j->memory, and
   j->found has what they were made of. False when memory is out. */
bool judge_all(judge *j, const earshot_finding **findings, size_t *count);

/* --- between the files of this folder ----------------------------------- */

/* The first rule of a signal from number `from` of its own on that evidence
   has set off; or how many there are. */
size_t judge_set_off(const judge *j, const ruleset_signal *s, size_t from);

/* Could the rule hold, by the classes that have evidence? */
bool judge_possible(judge *j, const ruleset_rule *r);

/* Appends what a signal's rules find. `second`: those that use reminders. */
bool judge_rules(judge *j, const ruleset_principle *p, const ruleset_signal *s,
                 bool second);

/* Appends what a signal's sum finds. */
bool judge_sum(judge *j, const ruleset_principle *p, const ruleset_signal *s);

/* Is the signal kept quiet by its "Unless" around these tokens? */
bool judge_silenced(judge *j, const ruleset_signal *s, uint32_t first,
                    uint32_t last);

/* Calls `each` with every place a rule holds, until it returns false. */
typedef bool (*judge_place)(void *user, const conclusion *at);
bool judge_matches(judge *j, const ruleset_rule *r, judge_place each,
                   void *user);

/* The same, for heads among tokens [from, until). */
bool judge_matches_in(judge *j, const ruleset_rule *r, uint32_t from,
                      uint32_t until, judge_place each, void *user);

/* Tokens [*from, *until) have all heads with which what the rule marks can
   touch sentences `low` to `high`. */
void judge_reach(const judge *j, const ruleset_rule *r, uint32_t low,
                 uint32_t high, uint32_t *from, uint32_t *until);

/* The level under the judge's setting, or -1 for silence. */
int judge_level(judge *j, const ruleset_principle *p, const ruleset_signal *s,
                earshot_level level);

/* The lines that the setting adds, in j->memory; NULL when memory is out. */
const char **judge_lines(judge *j, const ruleset_principle *p,
                         const ruleset_signal *s, size_t *count);

/* Sorts, merges, thins out and turns conclusions into findings. */
bool judge_report(judge *j, const earshot_finding **findings, size_t *count);

#endif

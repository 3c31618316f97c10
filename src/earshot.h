/* Earshot: what would you say aloud here?

   Packs of principles, written in Markdown, are compiled to a ruleset; a
   scanner checks a draft against it and answers with findings.

       pack.md --> principles --compile--> ruleset --+
                                                     +--> findings
       draft + setting ------------------------------+

   A ruleset is immutable and may be shared between threads. A scanner is
   scratch for one thread; what earshot_check returns is borrowed from it until
   its next use. Nothing here reads a file, a clock or a global, or aborts.

   Offsets in results are UTF-16 code units of the draft, because that is what
   editors and web pages count in; offsets in packs are lines and columns
   (bytes), both from 1. */
#ifndef EARSHOT_H
#define EARSHOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define EARSHOT_VERSION "0.1.0"

/* Memory comes from here and nowhere else. `alloc` returns at least `size`
   bytes aligned for any type, or NULL; `free` takes what `alloc` gave. */
typedef struct {
  void *(*alloc)(void *user, size_t size);
  void (*free)(void *user, void *memory);
  void *user;
} earshot_allocator;

/* malloc and free. */
earshot_allocator earshot_malloc(void);

typedef enum {
  EARSHOT_CHEER,
  EARSHOT_ASK,
  EARSHOT_NOTE,
  EARSHOT_PAUSE,
  EARSHOT_HOLD,
  EARSHOT_LEVELS
} earshot_level;

/* "cheer", "ask", "note", "pause", "hold". */
const char *earshot_level_name(earshot_level level);

/* ---- settings ---------------------------------------------------------- */

typedef enum {
  EARSHOT_OPEN,
  EARSHOT_LOCKED,
  EARSHOT_GROUP,
  EARSHOT_DM
} earshot_audience;
typedef enum { EARSHOT_NAMED, EARSHOT_ANON, EARSHOT_UNSTATED } earshot_identity;
typedef enum {
  EARSHOT_STUDENT,
  EARSHOT_QUALIFIED,
  EARSHOT_CARER,
  EARSHOT_EDUCATOR,
  EARSHOT_LIVED,
  EARSHOT_ANY
} earshot_role;
typedef enum {
  EARSHOT_TWEET,
  EARSHOT_COMMENT,
  EARSHOT_BLOG,
  EARSHOT_FACEBOOK,
  EARSHOT_GROUP_POST,
  EARSHOT_LINKEDIN,
  EARSHOT_INSTAGRAM,
  EARSHOT_TIKTOK,
  EARSHOT_WHATSAPP,
  EARSHOT_FORUM
} earshot_medium;

typedef struct {
  earshot_audience audience;
  earshot_identity identity;
  earshot_role role;
  earshot_medium medium;
  int minute; /* of the day, 0..1439; -1 when unknown */
} earshot_setting;

/* What holds when nobody has said anything: open/unstated/any/tweet. */
earshot_setting earshot_default_setting(void);

/* Reads "audience/identity/role/medium[;t=HH:MM]". On a fault returns false
   and points *fault at the first byte that does not fit; *out is untouched. */
bool earshot_parse_setting(const char *text, size_t len, earshot_setting *out,
                           const char **fault);

/* ---- packs ------------------------------------------------------------- */

/* One Markdown file; `name` is used in diagnostics. Borrowed during
   earshot_compile only. */
typedef struct {
  const char *name;
  const char *bytes;
  size_t len;
} earshot_file;

typedef struct {
  const earshot_file *files;
  size_t n_files;
  bool proved; /* it comes with the program and was looked over when that was
                  made: its patterns are not tried again, but compiled when a
                  draft first needs them. For loading fast; no limit is left
                  out, and one that does not compile only finds nothing. */
} earshot_pack;

/* A fault in a pack. Line and column count from 1, the column in bytes; both
   are 0 when the fault is not in one place. All strings are NUL-terminated
   UTF-8 and live as long as the ruleset. */
typedef struct {
  const char *code; /* kebab-case, stable: "unknown-class" */
  const char *file;
  uint32_t line, column;
  const char *message; /* what is wrong */
  const char *help;    /* what to do about it */
  bool warning;        /* the pack loads all the same */
} earshot_diagnostic;

typedef struct earshot_ruleset earshot_ruleset;

/* Compiles packs, in order, to a ruleset. A pack with a fault is left out
   whole, the others are kept, so there is always a ruleset, perhaps an empty
   one; NULL only when memory is out. */
earshot_ruleset *earshot_compile(const earshot_pack *packs, size_t n_packs,
                                 earshot_allocator allocator);
void earshot_ruleset_free(earshot_ruleset *ruleset);

const earshot_diagnostic *earshot_diagnostics(const earshot_ruleset *ruleset,
                                              size_t *count);

/* ---- checking ---------------------------------------------------------- */

typedef enum { EARSHOT_PLAIN, EARSHOT_MARKDOWN } earshot_draft_kind;

typedef struct {
  const char *name; /* of the word class or pattern, or NULL */
  uint32_t start, end;
} earshot_evidence;

typedef struct {
  const char *pack, *principle, *signal;
  earshot_level level;
  uint32_t start, end; /* what to mark */
  const earshot_evidence *evidence;
  size_t n_evidence;
  const char *const *instead; /* softer words for what is marked */
  size_t n_instead;
  const char *const *lines; /* further lines that the setting adds */
  size_t n_lines;
} earshot_finding;

typedef struct {
  bool complete; /* false: a limit was met, some of the draft is unchecked */
  const earshot_finding *findings; /* most pressing first, then by place */
  size_t n_findings;
  uint64_t steps;
} earshot_result;

typedef struct earshot_scanner earshot_scanner;

/* NULL when memory is out. The ruleset must outlive the scanner. */
earshot_scanner *earshot_scanner_new(const earshot_ruleset *ruleset,
                                     earshot_allocator allocator);
void earshot_scanner_free(earshot_scanner *scanner);

/* Checks one draft: any bytes at all, `len` of them. Invalid UTF-8 is read as
   U+FFFD, one for each bad byte. Returns NULL when memory is out; else a
   result borrowed from the scanner until its next use. */
const earshot_result *earshot_check(earshot_scanner *scanner, const char *draft,
                                    size_t len, earshot_draft_kind kind,
                                    earshot_setting setting);

/* The same answer, sooner: remembers the draft, and when the next one to be
   rechecked by this scanner differs in one place reads again what is around
   it. For drafts that are being written; a check in between is no harm, but
   forgets. */
const earshot_result *earshot_recheck(earshot_scanner *scanner,
                                      const char *draft, size_t len,
                                      earshot_draft_kind kind,
                                      earshot_setting setting);

/* ---- JSON and text about a ruleset -------------------------------------- */

/* A growing string: NUL-terminated, `failed` when memory ran out. */
typedef struct {
  earshot_allocator allocator;
  char *bytes;
  size_t len, capacity;
  bool failed;
} earshot_buffer;

void earshot_buffer_init(earshot_buffer *buffer, earshot_allocator allocator);
void earshot_buffer_free(earshot_buffer *buffer);

/* {"complete":…,"findings":[…]}; with `id` (JSON text, copied as it is) in
   front when not NULL. */
void earshot_write_result(earshot_buffer *out, const earshot_result *result,
                          const char *id);

/* The packs as data for a page: {"packs":[…],"principles":[…]}. Shapes are in
   src/README.md. */
void earshot_write_packs(earshot_buffer *out, const earshot_ruleset *ruleset);

/* The packs' files as safe HTML, in order, each in its own <section>: raw HTML
   and script links of the source are left out. */
void earshot_write_document(earshot_buffer *out,
                            const earshot_ruleset *ruleset);

/* {"diagnostics":[{"code","file","line","column","message","help","warning"}…]} */
void earshot_write_diagnostics(earshot_buffer *out,
                               const earshot_ruleset *ruleset);

/* What a principle (all when NULL) looks for, and why, as plain text. False
   when there is no such principle. */
bool earshot_explain(earshot_buffer *out, const earshot_ruleset *ruleset,
                     const char *principle);

/* All that the ruleset matches, one regular expression a line. */
void earshot_write_patterns(earshot_buffer *out,
                            const earshot_ruleset *ruleset);

/* ---- examples ---------------------------------------------------------- */

/* One example of a pack that did not hold. Strings live until the next
   earshot_prove or earshot_scanner_free. */
typedef struct {
  const char *file;
  uint32_t line, column;
  const char *message;
} earshot_failure;

typedef struct {
  size_t n_examples;
  const earshot_failure *failures;
  size_t n_failures;
} earshot_proof;

/* Runs the examples of all packs. NULL when memory is out. */
const earshot_proof *earshot_prove(earshot_scanner *scanner);

#endif

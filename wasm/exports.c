/* The engine as a WebAssembly module: what the outside may call, and nothing
   else. One module is one scanner; a page that needs two makes two instances.

   Numbers go in and come out; bytes are passed by their offset in the module's
   memory. Functions that answer with text return where it is, UTF-8, and
   answer_length() says how many bytes it has; it stays until the next call
   that answers with text. An answer of 0 means that memory ran out: throw the
   instance away and make another. */
#include <emscripten/emscripten.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "earshot.h"

typedef struct {
  size_t end; /* the number of files up to its own last */
  bool proved;
} pack_given;

/* Pack files as they were handed over, kept until packs_reset() because a
   ruleset is compiled from all of them at once. */
static struct {
  earshot_file *files;
  size_t n_files, files_capacity;
  pack_given *packs;
  size_t n_packs, packs_capacity;
  size_t failed; /* a copy that could not be made */
} given;

static earshot_ruleset *ruleset;
static earshot_scanner *scanner;
static earshot_buffer answer;

/* ---- memory for what is handed over -------------------------------------- */

EMSCRIPTEN_KEEPALIVE void *take(size_t size) { return malloc(size ? size : 1); }

EMSCRIPTEN_KEEPALIVE void give(void *memory) { free(memory); }

/* ---- answers --------------------------------------------------------------- */

/* Room for answers to drafts is kept, that of a whole document is not. */
static void answer_start(void) {
  enum { KEPT = 64 * 1024 };
  bool fresh = !answer.allocator.alloc;
  if (!fresh && !answer.failed && answer.capacity <= KEPT) {
    answer.len = 0;
    if (answer.bytes) answer.bytes[0] = '\0';
    return;
  }
  if (!fresh) earshot_buffer_free(&answer);
  earshot_buffer_init(&answer, earshot_malloc());
}

static const char *answer_end(void) {
  return answer.failed ? NULL : answer.bytes;
}

EMSCRIPTEN_KEEPALIVE size_t answer_length(void) {
  return answer.failed ? 0 : answer.len;
}

static void put_bytes(const char *bytes, size_t len) {
  if (answer.failed) return;
  if (answer.capacity - answer.len <= len) {
    size_t capacity = (answer.len + len) * 2 + 64;
    char *larger = malloc(capacity);
    if (!larger) {
      answer.failed = true;
      return;
    }
    if (answer.len) memcpy(larger, answer.bytes, answer.len);
    free(answer.bytes);
    answer.bytes = larger;
    answer.capacity = capacity;
  }
  memcpy(answer.bytes + answer.len, bytes, len);
  answer.len += len;
  answer.bytes[answer.len] = '\0';
}

static void put(const char *text) { put_bytes(text, strlen(text)); }

static void put_number(size_t number) {
  char digits[24];
  size_t at = sizeof digits;
  do {
    digits[--at] = (char)('0' + number % 10);
    number /= 10;
  } while (number);
  put_bytes(digits + at, sizeof digits - at);
}

static void put_string(const char *text) {
  put("\"");
  for (; *text; text++) {
    unsigned char c = (unsigned char)*text;
    if (c == '"' || c == '\\') {
      put("\\");
      put_bytes(text, 1);
    } else if (c < 0x20) {
      const char *hex = "0123456789abcdef";
      char escape[6] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
      put_bytes(escape, sizeof escape);
    } else {
      put_bytes(text, 1);
    }
  }
  put("\"");
}

static const char *say_error(const char *message) {
  answer_start();
  put("{\"error\":");
  put_string(message);
  put("}");
  return answer_end();
}

static const char *no_packs(void) {
  return say_error("no packs have been compiled yet");
}

/* ---- packs ----------------------------------------------------------------- */

static void *grow(void *items, size_t count, size_t *capacity, size_t size) {
  if (count < *capacity) return items;
  size_t wanted = *capacity ? *capacity * 2 : 16;
  void *larger = realloc(items, wanted * size);
  if (larger) *capacity = wanted;
  return larger;
}

static char *copy(const char *bytes, size_t len) {
  char *made = malloc(len + 1);
  if (!made) return NULL;
  if (len) memcpy(made, bytes, len);
  made[len] = '\0';
  return made;
}

/* Forgets the files handed over; the compiled ruleset stays in use. */
EMSCRIPTEN_KEEPALIVE void packs_reset(void) {
  for (size_t i = 0; i < given.n_files; i++) {
    free((void *)given.files[i].name);
    free((void *)given.files[i].bytes);
  }
  given.n_files = given.n_packs = given.failed = 0;
}

/* Starts a pack; its files follow, then pack_end(). `proved`: 1 when it comes
   with the program, so that its patterns need not be tried (earshot.h). */
EMSCRIPTEN_KEEPALIVE void pack_begin(int proved) {
  pack_given *packs =
      grow(given.packs, given.n_packs, &given.packs_capacity, sizeof *packs);
  if (!packs) {
    given.failed = 1;
    return;
  }
  given.packs = packs;
  packs[given.n_packs++] = (pack_given){given.n_files, proved == 1};
}

/* Adds a file to the pack begun last; both texts are copied. */
EMSCRIPTEN_KEEPALIVE void pack_file(const char *name, size_t name_len,
                                    const char *bytes, size_t len) {
  earshot_file *files =
      grow(given.files, given.n_files, &given.files_capacity, sizeof *files);
  if (files) given.files = files;
  char *own_name = copy(name, name_len), *own_bytes = copy(bytes, len);
  if (!files || !own_name || !own_bytes || !given.n_packs) {
    free(own_name);
    free(own_bytes);
    given.failed = 1;
    return;
  }
  files[given.n_files++] = (earshot_file){own_name, own_bytes, len};
  given.packs[given.n_packs - 1].end = given.n_files;
}

/* Ends a pack. Nothing to do, but a begin reads better with an end. */
EMSCRIPTEN_KEEPALIVE void pack_end(void) {}

/* Compiles everything handed over since packs_reset() and uses it from now on.
   1, or 0 when memory ran out (what was in use before is gone then). Packs
   with faults are left out: see diagnostics(). */
EMSCRIPTEN_KEEPALIVE int packs_compile(void) {
  earshot_scanner_free(scanner);
  earshot_ruleset_free(ruleset);
  scanner = NULL;
  ruleset = NULL;
  if (given.failed) return 0;
  earshot_pack *packs = malloc((given.n_packs + 1) * sizeof *packs);
  if (!packs) return 0;
  size_t start = 0;
  for (size_t i = 0; i < given.n_packs; i++) {
    packs[i].files = given.files + start;
    packs[i].n_files = given.packs[i].end - start;
    packs[i].proved = given.packs[i].proved;
    start = given.packs[i].end;
  }
  ruleset = earshot_compile(packs, given.n_packs, earshot_malloc());
  free(packs);
  if (ruleset) scanner = earshot_scanner_new(ruleset, earshot_malloc());
  return scanner != NULL;
}

/* ---- questions about the packs --------------------------------------------- */

/* {"diagnostics":[…]} */
EMSCRIPTEN_KEEPALIVE const char *diagnostics(void) {
  if (!ruleset) return no_packs();
  answer_start();
  earshot_write_diagnostics(&answer, ruleset);
  return answer_end();
}

/* {"packs":[…],"principles":[…]} */
EMSCRIPTEN_KEEPALIVE const char *packs(void) {
  if (!ruleset) return no_packs();
  answer_start();
  earshot_write_packs(&answer, ruleset);
  return answer_end();
}

/* The packs as HTML to read. */
EMSCRIPTEN_KEEPALIVE const char *document(void) {
  if (!ruleset) return no_packs();
  answer_start();
  earshot_write_document(&answer, ruleset);
  return answer_end();
}

/* Plain text about one principle, or all when `len` is 0. */
EMSCRIPTEN_KEEPALIVE const char *explain(const char *id, size_t len) {
  if (!ruleset) return no_packs();
  char *own = len ? copy(id, len) : NULL;
  if (len && !own) return NULL;
  answer_start();
  bool found = earshot_explain(&answer, ruleset, own);
  free(own);
  return found ? answer_end() : say_error("there is no such principle");
}

/* One regular expression a line. */
EMSCRIPTEN_KEEPALIVE const char *patterns(void) {
  if (!ruleset) return no_packs();
  answer_start();
  earshot_write_patterns(&answer, ruleset);
  return answer_end();
}

/* {"examples":n,"failures":[{"file","line","column","message"}…]} */
EMSCRIPTEN_KEEPALIVE const char *prove(void) {
  if (!scanner) return no_packs();
  const earshot_proof *proof = earshot_prove(scanner);
  if (!proof) return NULL;
  answer_start();
  put("{\"examples\":");
  put_number(proof->n_examples);
  put(",\"failures\":[");
  for (size_t i = 0; i < proof->n_failures; i++) {
    const earshot_failure *failure = &proof->failures[i];
    put(i ? ",{\"file\":" : "{\"file\":");
    put_string(failure->file);
    put(",\"line\":");
    put_number(failure->line);
    put(",\"column\":");
    put_number(failure->column);
    put(",\"message\":");
    put_string(failure->message);
    put("}");
  }
  put("]}");
  return answer_end();
}

/* ---- checking -------------------------------------------------------------- */

typedef const earshot_result *checker(earshot_scanner *scanner,
                                      const char *draft, size_t len,
                                      earshot_draft_kind kind,
                                      earshot_setting setting);

static const char *answer_draft(checker *how, const char *draft, size_t len,
                                int kind, const char *setting,
                                size_t setting_len) {
  if (!scanner) return no_packs();
  earshot_setting where = earshot_default_setting();
  const char *fault = NULL;
  if (setting_len &&
      !earshot_parse_setting(setting, setting_len, &where, &fault))
    return say_error("the setting does not parse");
  const earshot_result *result = how(
      scanner, draft, len, kind == 1 ? EARSHOT_MARKDOWN : EARSHOT_PLAIN, where);
  if (!result) return NULL;
  answer_start();
  earshot_write_result(&answer, result, NULL);
  return answer_end();
}

/* Checks one draft. `kind` is 0 for plain text, 1 for Markdown; the setting is
   "audience/identity/role/medium[;t=HH:MM]", or of length 0 for the default.
   {"complete":…,"findings":[…]}, or {"error":"…"} for a setting that does not
   parse. */
EMSCRIPTEN_KEEPALIVE const char *check(const char *draft, size_t len, int kind,
                                       const char *setting,
                                       size_t setting_len) {
  return answer_draft(earshot_check, draft, len, kind, setting, setting_len);
}

/* The same answer, sooner when the draft is nearly the one of the last call of
   recheck(): for drafts that are being written. */
EMSCRIPTEN_KEEPALIVE const char *recheck(const char *draft, size_t len,
                                         int kind, const char *setting,
                                         size_t setting_len) {
  return answer_draft(earshot_recheck, draft, len, kind, setting, setting_len);
}

EMSCRIPTEN_KEEPALIVE const char *version(void) {
  answer_start();
  put(EARSHOT_VERSION);
  return answer_end();
}

/* The command line: the only part with files, streams and an exit status. */
#ifndef EARSHOT_CLI_H
#define EARSHOT_CLI_H

#include <stdio.h>
#include "../earshot.h"

/* 0: all well. 1: examples that do not hold, packs that do not load.
   2: bad usage, a file that cannot be read, a line that is not a draft. */
enum { CLI_OK = 0, CLI_UNPROVEN = 1, CLI_FAULT = 2 };

typedef struct {
  const char *packs[16]; /* paths of further packs */
  size_t n_packs;
  bool no_default_pack;
  bool quiet;               /* diagnostics are not printed */
  const char *setting_text; /* or NULL */
  earshot_setting setting;
  earshot_draft_kind kind;
  bool json, lines;
  const char *operands[16];
  size_t n_operands;
} cli_options;

/* Reads what follows the command's name. False (after a message) on bad
   usage. */
bool cli_read_options(cli_options *o, const char *command, int argc,
                      char **argv);

/* Prints "earshot: " and the message, with `what` between, to stderr. */
void cli_complain(const char *before, const char *what, const char *after);

/* Compiles the default pack and those of the options. Prints diagnostics. NULL
   (after a message) when a file cannot be read; *faulty when a pack did not
   load. */
earshot_ruleset *cli_load(const cli_options *o, bool *faulty);

/* A file or, for "-" or NULL, standard input; at most `most` bytes are kept,
   *truncated says whether there were more. NULL (after a message) when it
   cannot be read. To be freed. */
char *cli_read_file(const char *path, size_t most, size_t *len,
                    bool *truncated);

/* The commands; each returns an exit status. */
int cli_check(const cli_options *o);
int cli_check_lines(const cli_options *o, earshot_scanner *scanner);
int cli_prove(const cli_options *o);
int cli_explain(const cli_options *o);
int cli_patterns(const cli_options *o);
int cli_features(const cli_options *o);

/* Prints a result for a person. */
void cli_render(const earshot_ruleset *rules, const earshot_result *result,
                const char *draft, size_t len, const char *name);

#endif

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include "cli.h"

static const char usage[] =
    "earshot: would you say this aloud here?\n"
    "\n"
    "  earshot check [--setting S] [--draft plain|markdown] [--format "
    "text|json] [FILE|-]\n"
    "  earshot check --jsonl [--setting S] [FILE|-]     one JSON object a "
    "line, answered in order\n"
    "  earshot prove [PACK]...                          run the examples of "
    "packs\n"
    "  earshot explain [PRINCIPLE]                      what is looked for, "
    "and why\n"
    "  earshot patterns                                 all that is matched, "
    "as regular expressions\n"
    "  earshot features [FILE|-]                        what learned weights "
    "look at, for a line of JSON each\n"
    "  earshot --help | --version\n"
    "\n"
    "  --pack P            a further pack: a Markdown file or a folder of "
    "them\n"
    "  --no-default-pack   only the packs that are named\n"
    "  --setting S         audience/identity/role/medium[;t=HH:MM], such as "
    "open/named/student/tweet\n"
    "      audience  open locked group dm\n"
    "      identity  named anon unstated\n"
    "      role      student qualified carer educator lived any\n"
    "      medium    tweet comment blog facebook group-post linkedin instagram "
    "tiktok whatsapp forum\n"
    "\n"
    "Nothing is sent anywhere. Exit status: 0, 1 when examples do not hold, 2 "
    "when something could not be read.\n";

void cli_complain(const char *before, const char *what, const char *after) {
  fflush(stdout);
  fprintf(stderr, "earshot: %s%s%s\n", before, what, after);
}

static bool take_value(cli_options *o, const char *option, const char *value) {
  const char *fault;
  if (strcmp(option, "--pack") == 0) {
    if (o->n_packs == sizeof o->packs / sizeof *o->packs) {
      cli_complain("at most 16 packs can be named", "", ".");
      return false;
    }
    o->packs[o->n_packs++] = value;
  } else if (strcmp(option, "--setting") == 0) {
    o->setting_text = value;
    if (!earshot_parse_setting(value, strlen(value), &o->setting, &fault)) {
      cli_complain("the setting is not understood from \"", fault,
                   "\" on. It is audience/identity/role/medium, see --help.");
      return false;
    }
  } else if (strcmp(option, "--draft") == 0) {
    if (strcmp(value, "markdown") == 0)
      o->kind = EARSHOT_MARKDOWN;
    else if (strcmp(value, "plain") != 0) {
      cli_complain("--draft is plain or markdown, not ", value, ".");
      return false;
    }
  } else if (strcmp(value, "json") == 0) {
    o->json = true;
  } else if (strcmp(value, "text") != 0) {
    cli_complain("--format is text or json, not ", value, ".");
    return false;
  }
  return true;
}

static bool takes_value(const char *option) {
  return strcmp(option, "--pack") == 0 || strcmp(option, "--setting") == 0 ||
         strcmp(option, "--draft") == 0 || strcmp(option, "--format") == 0;
}

bool cli_read_options(cli_options *o, const char *command, int argc,
                      char **argv) {
  *o = (cli_options){.setting = earshot_default_setting()};
  bool only_operands = false;
  for (int i = 0; i < argc; i++) {
    const char *a = argv[i];
    if (only_operands || a[0] != '-' || strcmp(a, "-") == 0) {
      if (o->n_operands == sizeof o->operands / sizeof *o->operands) {
        cli_complain("too many files at ", a, ".");
        return false;
      }
      o->operands[o->n_operands++] = a;
    } else if (strcmp(a, "--") == 0) {
      only_operands = true;
    } else if (strcmp(a, "--jsonl") == 0 && strcmp(command, "check") == 0) {
      o->lines = true;
    } else if (strcmp(a, "--no-default-pack") == 0) {
      o->no_default_pack = true;
    } else if (takes_value(a)) {
      if (i + 1 == argc) {
        cli_complain("", a, " needs a value.");
        return false;
      }
      if (!take_value(o, a, argv[++i])) return false;
    } else {
      cli_complain("there is no option ", a, ". Try earshot --help.");
      return false;
    }
  }
  return true;
}

static const struct {
  const char *name;
  int (*run)(const cli_options *);
  size_t operands; /* at most */
} commands[] = {{"check", cli_check, 1},
                {"prove", cli_prove, 16},
                {"explain", cli_explain, 1},
                {"patterns", cli_patterns, 0},
                {"features", cli_features, 1}};

static int run(int argc, char **argv) {
  for (size_t c = 0; c < sizeof commands / sizeof *commands; c++) {
    cli_options o;
    if (strcmp(argv[1], commands[c].name) != 0) continue;
    for (int i = 2; i < argc; i++)
      if (strcmp(argv[i], "--help") == 0) return fputs(usage, stdout), CLI_OK;
    if (!cli_read_options(&o, argv[1], argc - 2, argv + 2)) return CLI_FAULT;
    if (o.n_operands > commands[c].operands) {
      cli_complain("there is one file too many: ",
                   o.operands[commands[c].operands], ".");
      return CLI_FAULT;
    }
    return commands[c].run(&o);
  }
  cli_complain("there is no command ", argv[1], ". Try earshot --help.");
  return CLI_FAULT;
}

int main(int argc, char **argv) {
  signal(SIGPIPE, SIG_DFL); /* a closed pipe ends us quietly */
  int status = CLI_OK;
  if (argc < 2) {
    fputs(usage, stderr);
    return CLI_FAULT;
  }
  if (strcmp(argv[1], "--version") == 0)
    puts("earshot " EARSHOT_VERSION);
  else if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0)
    fputs(usage, stdout);
  else
    status = run(argc, argv);
  if (fflush(stdout) != 0 || ferror(stdout)) {
    cli_complain("the answer could not be written: ", strerror(errno), ".");
    return CLI_FAULT;
  }
  return status;
}

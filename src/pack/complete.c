/* What every principle and signal of a pack must have. */
#include "read.h"
#include "scenario.h"

typedef struct {
  diagnostics *faults;
  bool ok;
} checker;

static void lacks(checker *c, place at, const char *code, const char *message,
                  const char *help, const char *id) {
  if (!diagnose(c->faults, code, at, message, help, id, NULL)) c->ok = false;
}

static void check_signal(checker *c, const signal_model *s) {
  size_t fires = 0, quiet = 0;
  for (size_t e = 0; e < s->examples.count; e++)
    s->examples.items[e].fires ? fires++ : quiet++;
  if (s->looks_for.count == 0 && s->weights.count == 0)
    lacks(c, s->at, "missing-looks-for",
          "The signal % does not look for anything.",
          "Give it a list under \"### Looks for\" or \"### Adds up\".", s->id);
  if (s->weights.count > 0 && s->thresholds.count == 0)
    lacks(c, s->at, "missing-threshold",
          "The signal % adds up weights, but no level says how much is enough.",
          "Add \"- *note* from 2.0 with 2 kinds\" under \"### Levels\".",
          s->id);
  if (s->weights.count == 0 && s->thresholds.count > 0)
    lacks(c, s->at, "missing-weights",
          "The signal % has levels from a sum, but adds nothing up.",
          "Give it weights under \"### Adds up\", or name the level alone.",
          s->id);
  if (fires == 0)
    lacks(
        c, s->at, "missing-fires", "The signal % has no post that fires.",
        "Invent one, under \"### Fires\". It shows readers what is meant, and "
        "proves it.",
        s->id);
  if (quiet == 0)
    lacks(c, s->at, "missing-quiet",
          "The signal % has no post that stays quiet.",
          "Invent a near miss, under \"### Stays quiet\".", s->id);
}

static void check_principle(checker *c, const principle_model *p) {
  bool reworded = p->kind == PRINCIPLE_NEW || p->kind == PRINCIPLE_REWORD;
  if (reworded && p->wordings.count == 0)
    lacks(c, p->at, "missing-reminder", "The principle % has no reminder.",
          "Write a paragraph below its heading: it is what people will read.",
          p->id);
  if (p->kind == PRINCIPLE_NEW && !p->question)
    lacks(c, p->at, "missing-question", "The principle % asks no question.",
          "Write one as a block quote, with > in front.", p->id);
  if (p->kind == PRINCIPLE_NEW && p->signals.count == 0)
    lacks(c, p->at, "missing-signal", "The principle % has no signal.",
          "Add a \"## Signal:\" heading with something to look for.", p->id);
  for (size_t s = 0; s < p->signals.count; s++)
    check_signal(c, &p->signals.items[s]);
}

static bool complete_scenarios(pack_model *pack, diagnostics *faults) {
  size_t kept = 0;
  for (size_t n = 0; n < pack->scenarios.count; n++) {
    scenario_model *s = &pack->scenarios.items[n];
    if (!scenario_complete(s, faults)) return false;
    pack->excused += s->faults;
    if (s->faults == 0) pack->scenarios.items[kept++] = *s;
  }
  pack->scenarios.count = kept;
  return true;
}

bool pack_complete(pack_model *pack, diagnostics *faults) {
  checker c = {.faults = faults, .ok = true};
  for (size_t p = 0; p < pack->principles.count; p++)
    check_principle(&c, &pack->principles.items[p]);
  for (size_t k = 0; k < pack->classes.count; k++)
    if (pack->classes.items[k].what.count == 0)
      lacks(&c, pack->classes.items[k].at, "empty-class",
            "The word class \"%\" is empty.",
            "Give it a list of words, or take its heading away.",
            pack->classes.items[k].name);
  return c.ok && complete_scenarios(pack, faults);
}

/* A pack, read: from its files to a model. */
#ifndef EARSHOT_READ_H
#define EARSHOT_READ_H

#include "model.h"

/* Reads the files of one pack, in order. Faults are noted in `faults`; the
   model is only good when none was added. What it keeps lives in `memory`, the
   files' bytes are copied. False when memory is out. */
bool pack_read(const earshot_pack *pack, arena *memory, arena *scratch,
               arena *cmark_scratch, diagnostics *faults, pack_model *out);

/* What every principle, signal and scenario must have: reminder, question,
   something to look for, examples on both sides. Then leaves out the scenarios
   that have a fault and counts those faults as excused. */
bool pack_complete(pack_model *pack, diagnostics *faults);

#endif

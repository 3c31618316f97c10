/* The oracle of tests: a check without any short cut. */
#ifndef EARSHOT_NAIVE_H
#define EARSHOT_NAIVE_H

#include "earshot.h"

/* As earshot_check, and slow: every pattern searches everywhere, every rule is
   tried. Says the same, unless the budget is spent. */
const earshot_result *earshot_check_naively(earshot_scanner *scanner,
                                            const char *draft, size_t len,
                                            earshot_draft_kind kind,
                                            earshot_setting setting);

#endif

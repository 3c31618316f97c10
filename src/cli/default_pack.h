/* The default pack, built into the program so that it is found wherever the
   program is run. Made at build time by embed.mjs. */
#ifndef EARSHOT_DEFAULT_PACK_H
#define EARSHOT_DEFAULT_PACK_H

#include "../earshot.h"

earshot_pack cli_default_pack(void);

#endif

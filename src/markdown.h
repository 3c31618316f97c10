/* The one place where cmark is spoken to.

   cmark's allocator has no user pointer and aborts when it returns NULL. So
   each parse reserves, from the caller's arena, more than cmark can need
   (EARSHOT_CMARK_BYTES) and serves cmark from there by way of one
   thread-local pointer: the only mutable variable of the engine outside its
   structs. */
#ifndef EARSHOT_MARKDOWN_H
#define EARSHOT_MARKDOWN_H

#include <cmark.h>
#include "arena.h"

/* The document, living in `a` (nothing to free), positions included; NULL when
   memory is out. `len` is at most EARSHOT_DRAFT_BYTES or
   EARSHOT_PACK_FILE_BYTES. Deeply nested input is fine: walk the tree with
   cmark_iter-free loops (markdown_next), never by recursion. */
cmark_node *markdown_parse(arena *a, const char *bytes, size_t len);

/* The node after `node` in document order within `root`, or NULL: first child,
   else next sibling, else the next sibling of an ancestor. */
cmark_node *markdown_next(cmark_node *node, cmark_node *root);

/* `node` as HTML without raw HTML or dangerous links, in memory of `a`. */
char *markdown_html(arena *a, cmark_node *node);

#endif

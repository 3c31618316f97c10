/* Every limit of the engine, each with its reason. Packs and drafts are both
   untrusted: whatever they hold, memory and work stay below these. */
#ifndef EARSHOT_LIMITS_H
#define EARSHOT_LIMITS_H

/* A draft of 128 KiB is a 20,000-word essay. */
#define EARSHOT_DRAFT_BYTES (128u * 1024)

/* One file of a pack. The longest guidance page we know is 90 KB. */
#define EARSHOT_PACK_FILE_BYTES (128u * 1024)
/* A file of learned weights: 20,000 lines need half of it. */
#define EARSHOT_WEIGHTS_BYTES (1024u * 1024)
/* Files in one pack, packs in one ruleset. */
#define EARSHOT_PACK_FILES 256u
#define EARSHOT_PACKS 16u
/* All files of all packs together. */
#define EARSHOT_PACK_BYTES (8u * 1024 * 1024)
/* Nesting of quotes and lists that a pack may use; drafts may nest freely. */
#define EARSHOT_PACK_NESTING 12u

/* cmark aborts when its allocator returns NULL, so it gets memory reserved
   before it starts. Nasty 64 KiB inputs needed up to 180 bytes for each byte
   of input; this is that with room to spare. */
#define EARSHOT_CMARK_BYTES(input) ((size_t)(input)*320u + (1u << 20))

/* Marks of quotes and list items count up to this byte of a line: cmark's work
   is lines times nesting, and 128 KiB of one "1) 1) 1) ..." and blank lines
   took it 19 s. Nobody nests fifty lists. */
#define EARSHOT_MARKDOWN_LEAD 96u

/* A phrase is at most this many words, and is spelled out into at most this
   many variants (alternatives multiply). */
#define EARSHOT_PHRASE_WORDS 16u
#define EARSHOT_PHRASE_VARIANTS 1024u
/* Word classes may be built from word classes, this deep. */
#define EARSHOT_CLASS_DEPTH 8u
#define EARSHOT_CLASSES 4096u
#define EARSHOT_PATTERNS 1024u
#define EARSHOT_PATTERN_BYTES 2048u
/* Parts of one rule (operands), weights of one sum. */
#define EARSHOT_RULE_PARTS 16u
#define EARSHOT_SUM_PARTS 64u
#define EARSHOT_PRINCIPLES 256u
#define EARSHOT_SCENARIOS 256u
#define EARSHOT_SIGNALS 1024u
/* Diagnostics kept for one pack; the rest are counted. */
#define EARSHOT_DIAGNOSTICS 200u

/* A pattern is tried on pieces of at most this many bytes, so that what a
   nested quantifier can cost is bounded by it. */
#define EARSHOT_WINDOW_BYTES 2048u
/* A pattern that takes more steps than this for a byte of some line is called
   slow: a repeat that begins anew at every byte, or worse. */
#define EARSHOT_SLOW 200u
/* Steps one check may take: a step is a token looked at, a part of a rule
   weighed, or what PCRE2 reports of itself (1 + how far it moved, for every
   callout).
   128 KiB of posts take half a million with the default pack, of identifiers
   alone 1.2 million; make bench has the dearest known uses beside a spelling
   checker. */
#define EARSHOT_STEPS (1500u * 1000)
/* Evidence kept for one draft: one for each byte of the longest. Posts hold one
   for every two bytes with the default pack. */
#define EARSHOT_EVIDENCE (128u * 1024)
/* Findings reported for it, and of one signal; 128 KiB of quarrels hold thirty
   insults. What is left out clears `complete`. */
#define EARSHOT_FINDINGS 256u
#define EARSHOT_FINDINGS_PER_SIGNAL 64u
#define EARSHOT_EVIDENCE_PER_FINDING 12u

/* One line of --jsonl input. JSON may spell a byte in six ("\u0041"). */
#define EARSHOT_LINE_BYTES (1024u * 1024)
#define EARSHOT_JSON_NESTING 32u

#endif

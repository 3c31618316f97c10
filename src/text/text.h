/* A draft made ready for matching, with the way back to where it came from.

   `norm` is what patterns see and `folded` (same length, lower case) is what
   phrases are looked up by. Both are valid UTF-8 without NUL. Every byte of
   them knows which UTF-16 code units of the draft it stands for, so a match
   [s,e) in norm marks [from[s], to[e-1]) in the draft.

   What happens on the way:
   - invalid bytes become U+FFFD, one each; NUL becomes U+FFFD as well; CESU
     surrogates count as three bad bytes
   - compatibility forms become plain (fullwidth, mathematical, circled and
     squared letters, ligatures, superscripts: NFKC on the ranges listed in
     text/fold.mjs); combining marks on Latin letters are dropped and accented
     Latin letters become their base letter
   - zero-width characters, soft hyphens, bidi controls and variation selectors
     vanish; NBSP and all other spaces become one ' '; runs of spaces collapse;
     line ends (CRLF, CR, U+2028) become '\n', kept
   - curly quotes and primes become ' and "; dashes become '-'; the ellipsis
     becomes "..."
   - HTML entities of five letters (&amp; &lt; &gt; &quot; &apos; &nbsp; &#39;
     and numeric ones) are decoded
   - of a link only scheme, host and a first path segment made of letters
     remain */
#ifndef EARSHOT_TEXT_H
#define EARSHOT_TEXT_H

#include "../arena.h"

typedef enum {
  TEXT_WORD,   /* letters, with inner apostrophes: don't, mum's */
  TEXT_NUMBER, /* digits; "14yo" is a number and a word, the word joined */
  TEXT_EMOJI,  /* one emoji: its base code point, skin tone and ZWJ tails cut */
  TEXT_MENTION, /* @someone, @someone@host */
  TEXT_LINK,    /* a whole link; folded names its host without "www." */
  TEXT_STOP     /* one of ? ! … . at the end of a sentence, or a line end */
} text_kind;

enum {
  TEXT_CAPITAL = 1, /* starts with a capital letter */
  TEXT_UPPER = 2,   /* two letters or more, all capitals */
  TEXT_FIRST = 4,   /* first word of its sentence (also after a quote mark) */
  TEXT_HASHTAG = 8, /* part of a hashtag */
  TEXT_JOINED = 16, /* nothing, no line end either, stands between it and the
                         token before */
  TEXT_QUOTED = 32, /* between quotation marks (same paragraph, at most 300
                         bytes) or in a Markdown block quote, or on a line that
                         starts with '>' */
  TEXT_CODE = 64,   /* Markdown code, block or span */
  TEXT_DISGUISED = 128,  /* read through a disguise: K*yleigh, 1d1ot */
  TEXT_ABBREVIATED = 256 /* capital letters with full stops: S.W. */
};

#define TEXT_NO_VALUE UINT32_MAX

typedef struct {
  uint32_t start, end;   /* bytes of norm */
  uint32_t key, key_len; /* offset into `keys`: what to look the token up by:
                            folded, without possessive or any disguise undone;
                            apostrophes kept ("don't") */
  uint32_t value;        /* of figures and number words (up to 999,999), else
                          TEXT_NO_VALUE */
  uint32_t sentence;
  uint16_t flags;
  uint8_t kind;
} text_token;

/* Tokens [first, last). */
typedef struct {
  uint32_t first, last;
  bool closes;   /* its paragraph: a blank line follows */
  bool question; /* ends in a question mark */
  bool fresh;    /* begins the draft, or a line with no quotation open: what
                    stands before it and what stands from here on are read as
                    they would be without each other */
} text_sentence;

typedef struct {
  const char *norm, *folded, *keys;
  const uint32_t *from, *to; /* one for each byte of norm */
  uint32_t len;
  uint32_t utf16_len; /* of the whole draft, also what was cut */
  const text_token *tokens;
  uint32_t n_tokens;
  text_sentence *sentences;
  uint32_t n_sentences;
  bool ends_fresh; /* a sentence behind the last would be fresh */
  bool complete;   /* false: the draft was cut at EARSHOT_DRAFT_BYTES */
} text;

/* Prepares a draft in memory of `a`. False when memory is out. */
bool text_prepare(text *out, arena *a, const char *draft, size_t len,
                  earshot_draft_kind kind);

/* The second, less certain reading of tokens [first, last), which end at a line
   end or are the last, for what hides from the first: spelled digits ("nine
   nine nine oh"), letters for digits inside a number (O77OO), "dot" and "at" in
   addresses. *out has its own norm and maps and no tokens. False when memory is
   out; out->len is 0 when there is nothing to undo. */
bool text_disguises(text *out, arena *a, const text *plain, uint32_t first,
                    uint32_t last);

#endif

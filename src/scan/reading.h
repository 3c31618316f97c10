/* What is known of a draft once it has been read: the part of a scan that a
   later check of nearly the same draft can take over.

   A draft falls into segments, each a line or a few (text_sentence.fresh says
   where one may begin). What is found in one depends on nothing outside it, so
   a draft that was edited in one place is read again there only, and the rest
   is moved. */
#ifndef EARSHOT_READING_H
#define EARSHOT_READING_H

#include "../ruleset/ruleset.h"
#include "../text/text.h"

/* A place where a class occurs. */
typedef struct {
  class_id class;
  uint32_t first, last; /* tokens [first, last) */
  uint32_t start, end;  /* UTF-16 units of the draft [start, end) */
  uint32_t next;        /* while reading: the next that begins at the same
                           token, plus 1 */
  bool disguised;
} evidence;

/* A feature that has a learned weight, and the tokens it stands on. */
typedef struct {
  uint32_t row; /* of the weights */
  uint32_t first, last;
  class_id class; /* or NO_CLASS */
} heard;

/* Where a token stands, in UTF-16 units. */
typedef struct {
  uint32_t from, to;
  uint32_t sentence;
  bool stop;
} reading_token;

/* Principles that anything was learned about, and features of a setting. */
enum { READING_SCORES = 32, READING_SETTING = 5 };

/* Where it begins: the first of each that belongs to it. */
typedef struct {
  uint32_t byte, unit; /* of the draft; unit: of UTF-16 */
  uint32_t token, sentence, found, heard;
  uint64_t steps;  /* that reading it took */
  uint64_t span;   /* tokens that what is heard stands on, all added up */
  uint32_t scored; /* so many segments from here on were scored together; 0:
                      that is not known any more */
  int16_t score[READING_SCORES]; /* what came of it (learn/score.h) */
} segment;

/* Where the evidence of a class is, when all of it is in order. */
typedef struct {
  class_id class;
  uint32_t from, count;
  uint32_t longest;   /* in tokens */
  uint32_t low, high; /* of it, [low, high) is not kept */
} placed;

/* What a reading takes over from the one before it: evidence in order. */
typedef struct {
  const evidence *sorted;
  placed *placed;
  size_t n_placed, count; /* count: of evidence */
  uint32_t tokens, units; /* what is behind the edit has moved by */
} reading_kept;

/* Learned rows of a draft's setting. */
typedef struct {
  uint32_t rows[READING_SETTING];
  uint32_t n;
} setting_rows;

typedef struct {
  reading_token *tokens;
  uint32_t n_tokens;
  text_sentence *sentences;
  uint32_t n_sentences;
  evidence *found; /* in the order in which it was found, without what is: */
  size_t n_found, found_capacity;
  reading_kept kept;
  evidence *sorted; /* all but what is learned, in order: see scan_remember */
  placed *placed;
  size_t n_placed;
  heard *heard;
  size_t n_heard, heard_capacity;
  segment *segments; /* one more than there are: where the last one ends */
  size_t n_segments;
  setting_rows scored_for; /* what segments were scored with */
} reading;

/* Makes *out, in memory of `a`, what the draft says in which `part` stands for
   segments [from, until) of `old`; what was found in `part` becomes its own.
   Segments know their byte. False when memory is out. */
bool reading_splice(reading *out, arena *a, const reading *old, size_t from,
                    size_t until, const reading *part);

/* Index of the first of `count` evidences, in order of place, that begins at
   `token` or later. */
size_t evidence_from(const evidence *e, size_t count, uint32_t token);

/* The segment a token belongs to. */
segment *reading_segment(const reading *r, uint32_t token);

/* Works out the byte of each segment, which reading leaves open. */
void reading_locate(reading *r, const char *draft, size_t len);

#endif

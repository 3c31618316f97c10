/* How endings are spelled: y to ies, doubled letters, dropped e. */
#ifndef EARSHOT_SPELLING_H
#define EARSHOT_SPELLING_H

#include "forms.h"

/* Plural and third person are one: visits, babies, boxes, quizzes. And the
   possessives: mum's, mums'. */
void spelling_s(forms *f);

/* visited, planned, cared, carried, panicked; travelled and traveled. */
void spelling_past(forms *f);

/* visiting, planning, caring, carrying, dying; also visitin' and visitin. */
void spelling_participle(forms *f);

/* Does it end as plurals and third persons do? "buses"; not "bus", "gas". */
bool spelling_ends_s(const forms *f);

/* Groups of vowels, which is nearly the number of syllables. */
size_t spelling_syllables(const char *word, size_t len);

#endif

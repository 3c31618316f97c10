#include "forms.h"

#include <string.h>
#include "irregular.h"

void forms_give(forms *f, const char *form, size_t len) {
  if (f->stopped || f->count == FORMS_MOST || len > FORMS_BYTES) return;
  for (size_t i = 0; i < f->count; i++)
    if (f->lengths[i] == len && memcmp(f->given[i], form, len) == 0) return;
  memcpy(f->given[f->count], form, len);
  f->lengths[f->count++] = (uint8_t)len;
  f->stopped = !f->emit(f->user, form, len);
}

void forms_tail(forms *f, size_t cut, char doubled, const char *tail) {
  char out[FORMS_BYTES];
  size_t n = f->len - cut, t = strlen(tail);
  if (n + 1 + t > sizeof out) return;
  memcpy(out, f->word, n);
  if (doubled) out[n++] = doubled;
  memcpy(out + n, tail, t);
  n += t;
  if (!irregular_fixed(out, n) && !irregular_another(out, n))
    forms_give(f, out, n);
}

void forms_listed(forms *f, size_t prefix, const char *list) {
  while (*list) {
    char out[FORMS_BYTES];
    size_t n = strcspn(list, " ");
    if (prefix + n <= sizeof out) {
      memcpy(out, f->word, prefix);
      memcpy(out + prefix, list, n);
      forms_give(f, out, prefix + n);
    }
    list += n + (list[n] == ' ');
  }
}

bool forms_ends(const forms *f, const char *tail) {
  size_t n = strlen(tail);
  return f->len > n && memcmp(f->word + f->len - n, tail, n) == 0;
}

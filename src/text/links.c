/* Links: found in norm, cut to scheme, host and a first path segment made of
   letters ("https://example.org/maps"), because a path says things by chance
   and query strings carry tokens. What was cut still counts as part of the
   last byte that stays, so that a mark covers the whole link. */
#include "links.h"
#include <string.h>
#include "chars.h"
#include "eight.h"
#include "fold.h"
#include "prepare.h"

/* Without a scheme or "www.", a host is only known by its ending. Endings that
   a forgotten space makes too ("at home.Wales won", "told.me") need more: a
   further full stop ("bbc.co.uk") or a path. */
typedef enum { ALONE, WITH_DOT, WITH_PATH } links_need;

static const struct {
  const char *ending;
  links_need need;
} endings[] = {
    {"com", ALONE},      {"org", ALONE},      {"net", ALONE},
    {"edu", ALONE},      {"gov", ALONE},      {"uk", WITH_DOT},
    {"ie", WITH_DOT},    {"scot", WITH_DOT},  {"wales", WITH_DOT},
    {"cymru", WITH_DOT}, {"co", WITH_PATH},   {"me", WITH_PATH},
    {"io", WITH_PATH},   {"ly", WITH_PATH},   {"gl", WITH_PATH},
    {"gg", WITH_PATH},   {"be", WITH_PATH},   {"tv", WITH_PATH},
    {"eu", WITH_PATH},   {"info", WITH_PATH}, {"app", WITH_PATH},
    {"blog", WITH_PATH},
};

static bool same(const char *s, size_t len, const char *word) {
  if (strlen(word) != len) return false;
  for (size_t i = 0; i < len; i++)
    if (fold_ascii(s[i]) != word[i]) return false;
  return true;
}

static bool host_byte(char c) { return chars_alnum(c) || c == '.' || c == '-'; }

/* The end of the host that starts at s[at], without a full stop behind it;
   with letters beyond ASCII when `any`. */
static size_t host_end(const char *s, size_t len, size_t at, bool any) {
  size_t end = at, n;
  while (end < len) {
    if (host_byte(s[end]))
      end++;
    else if (any && (n = chars_letter_at(s, len, end)) > 0)
      end += n;
    else
      break;
  }
  while (end > at && (s[end - 1] == '.' || s[end - 1] == '-')) end--;
  return end;
}

/* Do the bytes [0, end) look like a host without being told so? */
static bool bare_host(const char *s, size_t len, size_t end) {
  size_t dot = end;
  while (dot > 0 && s[dot - 1] != '.') dot--;
  if (dot < 2 || !chars_alnum(s[0]) || (end < len && s[end] == '@'))
    return false;
  bool path = end < len && s[end] == '/';
  bool further = memchr(s, '.', dot - 1) != NULL;
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    if (!same(s + dot, end - dot, endings[i].ending)) continue;
    return path || (endings[i].need == ALONE && dot > 2) ||
           (endings[i].need == WITH_DOT && further);
  }
  return false;
}

size_t links_host(const char *s, size_t len, size_t *host) {
  size_t start = 0;
  bool scheme = false, www = false;
  for (size_t n = 4; n <= 5; n++) {
    if (len > n + 3 && same(s, n, n == 4 ? "http" : "https") &&
        memcmp(s + n, "://", 3) == 0) {
      start = n + 3;
      scheme = true;
    }
  }
  if (len > start + 4 && same(s + start, 4, "www.") &&
      chars_alnum(s[start + 4])) {
    start += 4;
    www = true;
  }
  size_t end = host_end(s, len, start, scheme);
  if (end == start || !(scheme || www || bare_host(s, len, end))) return 0;
  *host = start;
  return end;
}

/* Bytes that end a link; RFC 3986 lets none of them stand in one. */
static bool ends_link(char c) {
  return (unsigned char)c <= ' ' || strchr("<>\"{}|\\^`", c) != NULL;
}

/* The end of the link whose host ends at `at`: up to a space, without the
   punctuation of the sentence around it. */
static size_t link_end(const char *s, size_t len, size_t at) {
  if (at >= len || strchr("/?#:", s[at]) == NULL) return at;
  if (s[at] == ':' && (at + 1 >= len || !chars_digit(s[at + 1]))) return at;
  size_t end = at;
  int open = 0;
  for (; end < len && !ends_link(s[end]); end++) {
    if (s[end] == '(') open++;
    if (s[end] == ')' && --open < 0) break;
  }
  while (end > at && strchr(".,;:!?'*_]", s[end - 1]) != NULL) end--;
  return end;
}

/* How much of [0, end) stays when the host ends at `host`. */
static size_t kept(const char *s, size_t host, size_t end) {
  if (host >= end || s[host] != '/') return host;
  size_t at = host + 1;
  while (at < end && chars_ascii_letter(s[at])) at++;
  bool segment = at == end || s[at] == '/' || s[at] == '?' || s[at] == '#';
  return segment && at > host + 1 ? at : host;
}

static void move(prepare *p, size_t out, size_t in, size_t n) {
  if (out == in) return;
  memmove(p->norm + out, p->norm + in, n);
  memmove(p->from + out, p->from + in, n * sizeof *p->from);
  memmove(p->to + out, p->to + in, n * sizeof *p->to);
  memmove(p->zones + out, p->zones + in, n);
}

/* Moves the link s = norm + in, whose host ends at `host`; returns its length
   in the draft's norm and sets *stay to what is left of it. */
static size_t cut(prepare *p, size_t out, size_t in, size_t host,
                  size_t *stay) {
  size_t n = link_end(p->norm + in, p->len - in, host);
  uint32_t last = p->to[in + n - 1];
  *stay = kept(p->norm + in, host, n);
  move(p, out, in, *stay);
  p->to[out + *stay - 1] = last;
  for (size_t i = 0; i < *stay; i++) p->zones[out + i] |= ZONE_LINK;
  p->zones[out] |= ZONE_LINK_START;
  return n;
}

/* A full stop before a letter or figure, or "://", is in every link: where the
   first is, or the length of norm. */
static size_t first_sign(const prepare *p) {
  for (size_t i = 0; (i = eight_find(p->norm, p->len, i, '.', ':')) < p->len;
       i++) {
    if (i + 1 == p->len) break;
    char next = p->norm[i + 1];
    if (p->norm[i] == '.' ? host_byte(next) : next == '/') return i;
  }
  return p->len;
}

/* A run of host bytes is looked at once, at its start, so that the time taken
   is proportional to the length. */
void links_cut(prepare *p) {
  size_t in = first_sign(p);
  if (in == p->len) return;
  while (in > 0 && p->norm[in - 1] != ' ' && p->norm[in - 1] != '\n') in--;
  size_t out = in;
  while (in < p->len) {
    const char *s = p->norm + in;
    size_t left = p->len - in, n = 1, stay = 1, host = 0;
    char before = in == 0 ? ' ' : s[-1];
    bool run = host_byte(s[0]);
    bool start = run && strchr("@_/", before) == NULL;
    size_t end = start ? links_host(s, left, &host) : 0;
    if (end > 0) {
      n = cut(p, out, in, end, &stay);
    } else {
      while (run && n < left && host_byte(s[n])) n++;
      stay = n;
      move(p, out, in, n);
    }
    in += n;
    out += stay;
  }
  p->len = (uint32_t)out;
}

#!/bin/sh
# Makes the headers that autotools and cmake would make from the templates of
# PCRE2 and cmark: `wasm/deps.sh DIRECTORY`, where wasm/fetch.sh put them.
# They are the same for every compiler of this project, wasm or native.
set -eu

cd "$1"
mkdir -p include config/pcre2 config/cmark

# PCRE2 ships generic versions of both; features are chosen by -D.
cp pcre2/src/config.h.generic config/pcre2/config.h
cp pcre2/src/pcre2.h.generic include/pcre2.h
cp pcre2/src/pcre2_chartables.c.dist pcre2/src/pcre2_chartables.c

# cmark: gcc, clang and emcc have all that its cmake script tests for.
sed 's/^#cmakedefine \(.*\)/#define \1 1/' cmark/src/config.h.in \
  >config/cmark/config.h
sed -n 's/^project(cmark VERSION \([0-9]*\)\.\([0-9]*\)\.\([0-9]*\).*/\1 \2 \3/p' \
  cmark/CMakeLists.txt | {
  read -r major minor patch
  sed -e "s/@PROJECT_VERSION_MAJOR@/$major/g" \
    -e "s/@PROJECT_VERSION_MINOR@/$minor/g" \
    -e "s/@PROJECT_VERSION_PATCH@/$patch/g" \
    cmark/src/cmark_version.h.in >include/cmark_version.h
}
# Nothing is exported: cmark is always linked statically.
cat >include/cmark_export.h <<'HEADER'
#ifndef CMARK_EXPORT_H
#define CMARK_EXPORT_H
#define CMARK_EXPORT
#define CMARK_NO_EXPORT
#endif
HEADER
cp cmark/src/cmark.h include/cmark.h

# cmark without what nobody needs here: of 2,125 named entities those of Latin
# letters and of punctuation are left (the others stay as they are written), and
# only the case of Latin letters is folded where labels of links are compared. The
# two tables would be a tenth of the module.
rm -rf lean && cp -R cmark/src lean
awk '/^\{\(unsigned/ && !/\{[0-9]+, 0\}|\{19[45], [0-9]+, 0\}|\{226, 128, [0-9]+, 0\}|\{226, 130, 172, 0\}/ { next } { print }' \
  cmark/src/entities.inc >lean/entities.inc
kept=$(grep -c '^{(unsigned' lean/entities.inc)
sed -i "s/\(#define CMARK_NUM_ENTITIES\) .*/\1 $kept/" lean/entities.inc
awk '/default:/ { rest = 1 } /case 0x/ { latin = $2 < "0x0180" }
  NR == 1 || latin || rest { print }' \
  cmark/src/case_fold_switch.inc >lean/case_fold_switch.inc

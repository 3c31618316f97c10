#!/bin/sh
# Prints the licences of everything that is in the artefacts:
# `wasm/notices.sh DEPENDENCIES`, the directory of wasm/fetch.sh. Shown in the
# offline page and laid beside every artefact.
set -eu

deps=$1
here=$(dirname "$0")

part() {
  printf '\n%s\n%s\n%s\n\n' "$rule" "$1" "$rule"
}
rule=------------------------------------------------------------------------

echo "Earshot contains the work of others. These are the licences of all of it."

part "Earshot"
cat "$here/../LICENSE"

part "PCRE2 (Debian source package pcre2 $(cat "$deps/pcre2.version"))"
cat "$deps/pcre2/LICENCE"

part "cmark (Debian source package cmark $(cat "$deps/cmark.version"))"
cat "$deps/cmark/COPYING"

part "Unicode data (tables made from it, in Earshot and in PCRE2)"
cat "$here/licences/unicode.txt"

echo
echo "The rest is in the WebAssembly module and the pages around it only."

part "musl, the C library (by way of emscripten)"
cat "$(em-config EMSCRIPTEN_ROOT)/system/lib/libc/musl/COPYRIGHT"

part "Emscripten's part of the C library, and what hands out memory"
cat "$here/licences/emscripten.txt"

part "compiler-rt, arithmetic that WebAssembly does not have"
cat "$here/licences/llvm.txt"

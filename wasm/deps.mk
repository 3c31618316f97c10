# PCRE2 and cmark: fetched once, compiled by the rules of this project (their
# own build systems are not run), the same files natively and to wasm.

DEPS := build/deps

# Headers for everybody, and the two private config.h.
DEPS_INCLUDE := $(DEPS)/include
DEPS_READY := $(DEPS)/ready

$(DEPS)/%.version: wasm/deps.list wasm/fetch.sh | $(TOOLS_BUILD)
	wasm/fetch.sh $* $(DEPS)

$(DEPS_READY): $(DEPS)/pcre2.version $(DEPS)/cmark.version wasm/deps.sh
	wasm/deps.sh $(DEPS)
	@touch $@

# pcre2_script_run is missing from the list in PCRE2's own
# NON-AUTOTOOLS-BUILD, and does not link without it. Of the JIT only the stubs
# that say "no JIT" are compiled.
PCRE2_UNITS := auto_possess chartables compile config context convert \
  dfa_match error extuni find_bracket jit_compile maketables match match_data \
  newline ord2utf pattern_info script_run serialize string_utils study \
  substitute substring tables ucd valid_utf xclass
CMARK_UNITS := blocks buffer cmark cmark_ctype commonmark houdini_href_e \
  houdini_html_e houdini_html_u html inlines iterator latex man node \
  references render scanners utf8 xml

# Eight-bit units, UTF and Unicode properties, no JIT: wasm has none and both
# must answer alike. Limits stay at PCRE2's defaults: what bounds a check are
# the engine's steps, see src/limits.h.
PCRE2_FLAGS := -DHAVE_CONFIG_H -DPCRE2_CODE_UNIT_WIDTH=8 -DSUPPORT_PCRE2_8 \
  -DSUPPORT_UNICODE -DPCRE2_STATIC -DSTDC_HEADERS -DHAVE_INTTYPES_H \
  -DHAVE_LIMITS_H -DHAVE_MEMMOVE -DHAVE_STDINT_H -DHAVE_STDLIB_H \
  -DHAVE_STRERROR -DHAVE_STRING_H -I$(DEPS)/config/pcre2 \
  -I$(DEPS_INCLUDE) -I$(DEPS)/pcre2/src
CMARK_FLAGS := -I$(DEPS)/config/cmark -I$(DEPS_INCLUDE) -I$(DEPS)/lean \
  -DCMARK_STATIC_DEFINE

DEPS_OBJECTS := $(PCRE2_UNITS:%=pcre2_%.o) $(CMARK_UNITS:%=cmark_%.o)

# The WebAssembly module: the same sources as the native library, compiled by
# Debian's emscripten, with nothing of emscripten's JavaScript.

# emcc finds acorn, which it wants from -O2 up, here when node is not Debian's.
EMCC := NODE_PATH=/usr/share/nodejs emcc

# What runs for every draft is made for speed, what runs once a pack for size.
# wasm/README.md has the figures. Of WebAssembly's extensions those are used that
# every browser has had since 2021, two years before the oldest that the pages
# are built for: memory copied in one step, signs extended, and SIMD below.
WASM_COMPILE := -O2 -mbulk-memory -msign-ext
$(eval $(call flavour,wasm,$(EMCC),emar,$(WASM_COMPILE),wasm/wasm.mk))

# Of cmark, one case folding switch alone is 71 KB at -O2.
build/obj/wasm/cmark_%.o: EXTRA := -Os
# Of PCRE2, too: the sieve leaves it little to do.
build/obj/wasm/pcre2_%.o: EXTRA := -Oz
build/obj/wasm/src/pack/%.o build/obj/wasm/src/describe/%.o \
  build/obj/wasm/src/ruleset/%.o build/obj/wasm/src/check/%.o \
  build/obj/wasm/src/words/%.o build/obj/wasm/src/learn/weights.o \
  build/obj/wasm/src/prove.o: EXTRA := -Oz
# Its thread-local pointer would ask for threads.
build/obj/wasm/src/markdown.o: EXTRA := -Oz -mno-bulk-memory
# Nor is there much to do for what sums a draft up and what few drafts have.
build/obj/wasm/src/judge/%.o build/obj/wasm/src/recheck.o build/obj/wasm/src/answer.o \
  build/obj/wasm/src/buffer.o build/obj/wasm/src/setting.o \
  $(patsubst %,build/obj/wasm/src/text/%.o, \
    address disguise entity figures stops undo zones): EXTRA := -Os
# What looks at every letter and every word.
$(patsubst %,build/obj/wasm/src/%.o, learn/features learn/lanes learn/learn \
  learn/score learn/units scan/patterns scan/phrases scan/scan scan/sift \
  text/clean text/fold text/tokens text/word): EXTRA := -O3 -msimd128

# Stand alone: the calls of the C library go to WASI, where wasm/silence.c
# answers them, instead of to JavaScript. No entry: a library, not a program.
WASM_LINK := -sSTANDALONE_WASM --no-entry
# Memory is fixed, so that no draft can make a page grow without end. 96 MiB
# hold cmark's reserve for the longest draft (42 MiB), packs at their limit
# (8 MiB, twice) and a ruleset. Untouched pages cost nothing.
WASM_LINK += -sINITIAL_MEMORY=100663296 -sALLOW_MEMORY_GROWTH=0
# The stack lies below the data, so that an overflow traps instead of writing
# over it. Nothing recurses over input; 1 MiB is far more than is used.
WASM_LINK += -Wl,--stack-first -sTOTAL_STACK=1048576
# No debug names: -g0.
WASM_LINK += -Os -g0
# Functions stay as large as they were written: put together in one, as they
# would be where only one calls them, what runs once is made fast along with
# what runs often, which costs a browser half a second and 20 MB at the start.
WASM_LINK += \
  -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=100
# A small allocator is enough: memory is taken by the block (src/arena.c).
WASM_LINK += -sMALLOC=emmalloc

WASM_OBJECTS := build/obj/wasm/wasm/exports.o build/obj/wasm/wasm/silence.o

build/obj/wasm/wasm/%.o: wasm/%.c build/obj/wasm/flags | $(DEPS_READY)
	@mkdir -p $(@D)
	$(call say,CC,$@)
	$(Q)$(EMCC) -Os $(CORE_FLAGS) -c $< -o $@

build/earshot.wasm: $(WASM_OBJECTS) build/obj/wasm/libearshot.a wasm/wasm.mk
	$(call say,LINK,$@)
	$(Q)$(EMCC) $(WASM_LINK) $(WASM_OBJECTS) build/obj/wasm/libearshot.a -o $@

# The same with an oracle in it, for tests; never handed out.
ORACLE_OBJECTS := build/obj/wasm/tests/wasm/naive.o \
  build/obj/wasm/wasm/silence.o

build/obj/wasm/tests/wasm/%.o: tests/wasm/%.c build/obj/wasm/flags \
  | $(DEPS_READY)
	@mkdir -p $(@D)
	$(call say,CC,$@)
	$(Q)$(EMCC) $(WASM_COMPILE) $(CORE_FLAGS) -c $< -o $@

build/oracle.wasm: $(ORACLE_OBJECTS) build/obj/wasm/libearshot.a wasm/wasm.mk
	$(call say,LINK,$@)
	$(Q)$(EMCC) $(WASM_LINK) $(ORACLE_OBJECTS) build/obj/wasm/libearshot.a -o $@

-include $(WASM_OBJECTS:.o=.d) $(ORACLE_OBJECTS:.o=.d)

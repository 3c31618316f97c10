# Tests and all that runs the engine in order to look at it.

UNIT := $(wildcard tests/unit/test_*.c)
UNIT_HELP := $(filter-out $(UNIT),$(wildcard tests/unit/*.c))
FUZZ := $(wildcard tests/fuzz/fuzz_*.c)
BROWSER_TESTS := $(wildcard tests/browser/*.test.mjs)
NODE_TESTS := $(filter-out $(BROWSER_TESTS),$(wildcard tests/*/*.test.mjs))

# Coverage counters for libFuzzer go in with the sanitizers, so that the unit
# tests and the fuzz targets can share one library.
ASAN_FLAGS := -O1 -g -fno-omit-frame-pointer \
  -fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all
$(eval $(call flavour,asan,clang,ar,$(ASAN_FLAGS),tests/tests.mk))
# cmark and PCRE2 rely on things that UBSan objects to; they are watched by
# ASan only.
build/obj/asan/cmark_%.o build/obj/asan/pcre2_%.o: EXTRA := \
  -fno-sanitize=undefined

COV_FLAGS := -O0 -g -fprofile-instr-generate -fcoverage-mapping
$(eval $(call flavour,cov,clang,ar,$(COV_FLAGS)))

TEST_FLAGS := -std=c11 -Wall -Wextra -Wshadow -Werror $(INCLUDES) -MMD -MP

# $(call unit,NAME,COMPILER,FLAGS): the unit tests against that flavour.
define unit
build/unit/$1/%: tests/unit/%.c $(UNIT_HELP) build/obj/$1/libearshot.a \
  | $(TOOLS_TEST)
	@mkdir -p $$(@D)
	$(call say,LINK,$$@)
	$(Q)$2 $3 $(TEST_FLAGS) $$< $(UNIT_HELP) build/obj/$1/libearshot.a \
	  -lcmocka -o $$@
UNIT_$1 := $(UNIT:tests/unit/%.c=build/unit/$1/%)
-include $(wildcard build/unit/$1/*.d)
endef

$(eval $(call unit,native,gcc,$(NATIVE_FLAGS)))
$(eval $(call unit,asan,clang,$(ASAN_FLAGS)))
$(eval $(call unit,cov,clang,$(COV_FLAGS)))

build/fuzz/%: tests/fuzz/%.c build/obj/asan/libearshot.a | $(TOOLS_TEST)
	@mkdir -p $(@D)
	$(call say,LINK,$@)
	$(Q)clang $(ASAN_FLAGS) -fsanitize=fuzzer $(TEST_FLAGS) $< \
	  build/obj/asan/libearshot.a -o $@

-include $(wildcard build/fuzz/*.d)

FUZZ_PROGRAMS := $(FUZZ:tests/%.c=build/%)

# What is compiled before anything runs, so that it can be compiled side by
# side and the runs stay in order.
.PHONY: all-units all-asan all-for-node
all-units: $(UNIT_native)
all-asan: $(UNIT_asan) $(FUZZ_PROGRAMS)
all-for-node: build/earshot build/bench/native build/earshot.wasm build/oracle.wasm \
  build/offline/earshot.html \
  build/extension/chromium tests/node_modules $(EDITORS_READY) $(STORE_READY)

# Two files at once, on few cores too: browsers are waited for most of the time.
# No test asks how long anything took.
RUN_NODE := node --test --test-concurrency=2
RUN_BROWSERS := node tests/browser/run.mjs

# Bounded by count, never by time: the same work on every machine.
FUZZ_RUNS ?= 2000

define run_each
	@set -e; for program in $(1); do echo "$$program"; "$$program"; done
endef

define run_fuzz
	@set -e; for program in $(FUZZ_PROGRAMS); do \
	  name=$$(basename "$$program"); work=build/fuzz/work/$$name; \
	  rm -rf "$$work"; mkdir -p "$$work"; \
	  seeds=tests/fuzz/$${name#fuzz_}; [ -d "$$seeds" ] || seeds=; \
	  echo "$$program, $(FUZZ_RUNS) runs"; \
	  "$$program" -runs=$(FUZZ_RUNS) -seed=1 -max_len=4096 \
	    -artifact_prefix=build/fuzz/ "$$work" $$seeds >"$$work.log" 2>&1 || \
	    { tail -n 60 "$$work.log"; exit 1; }; \
	  tail -n 1 "$$work.log"; \
	done
endef

test: | $(TOOLS_TEST) ## build everything and run all tests
	@$(MAKE) $(PARALLEL) all-units all-asan all-for-node
	$(call run_each,$(UNIT_native))
	$(call run_each,$(UNIT_asan))
	$(run_fuzz)
	$(RUN_NODE) $(NODE_TESTS)
	$(RUN_BROWSERS) $(BROWSER_TESTS)

test-browser: | $(TOOLS_TEST) ## only the pages, in Chromium and Firefox
	@$(MAKE) $(PARALLEL) all-for-node
	$(RUN_BROWSERS) $(BROWSER_TESTS)

sanitize: | $(TOOLS_TEST) ## only the unit tests, under ASan and UBSan
	@$(MAKE) $(PARALLEL) all-asan
	$(call run_each,$(UNIT_asan))

fuzz: | $(TOOLS_TEST) ## fuzz for longer: make fuzz FUZZ_RUNS=1000000
	@$(MAKE) $(PARALLEL) $(FUZZ_PROGRAMS)
	$(run_fuzz)

coverage: | $(TOOLS_TEST) ## which lines of src the unit tests reach
	@$(MAKE) $(PARALLEL) $(UNIT_cov)
	@set -e; for program in $(UNIT_cov); do \
	  LLVM_PROFILE_FILE=$$program.profraw $$program >/dev/null 2>&1; done
	@llvm-profdata-14 merge -o build/unit/cov/all.profdata \
	  build/unit/cov/*.profraw
	@llvm-cov-14 report $(firstword $(UNIT_cov)) \
	  $(patsubst %,-object %,$(wordlist 2,99,$(UNIT_cov))) \
	  -instr-profile=build/unit/cov/all.profdata $(CORE)

# ---- how fast ---------------------------------------------------------------

# What Earshot is measured beside: libhyperscan and a PCRE2 with JIT from
# Debian, tools from npm.
TOOLS_BENCH := build/stamp/tools-bench
BENCH_NPM := tests/bench/node_modules/.package-lock.json

$(BENCH_NPM): tests/bench/package.json tests/bench/package-lock.json \
  tests/bench/.npmrc | $(TOOLS_BUILD)
	cd tests/bench && npm ci --ignore-scripts --no-progress
	@touch $@

build/bench/native: tests/bench/native.c tests/bench/posts.h build/libearshot.a
	@mkdir -p $(@D)
	$(call say,LINK,$@)
	$(Q)gcc $(NATIVE_FLAGS) -g $(TEST_FLAGS) $< build/libearshot.a -lm -o $@

build/bench/peers: tests/bench/peers.c tests/bench/posts.h | $(TOOLS_BENCH)
	@mkdir -p $(@D)
	$(call say,LINK,$@)
	$(Q)gcc $(NATIVE_FLAGS) -std=c11 -Wall -Wextra -Werror $< \
	  -lhs -lpcre2-8 -o $@

.PHONY: bench
bench: | $(TOOLS_TEST) ## how fast, beside what people would pick instead
	@$(MAKE) $(PARALLEL) build/earshot build/extension/chromium build/bench/native \
	  build/bench/peers tests/node_modules $(BENCH_NPM)
	@node tests/bench/bench.mjs

# ---- how well ---------------------------------------------------------------

.PHONY: quality
quality: | $(TOOLS_BUILD) ## how well the default pack does; KEEP=1 keeps the figures
	@$(MAKE) $(PARALLEL) build/earshot build/untaught
	@node tests/quality/quality.mjs $(if $(KEEP),--keep)

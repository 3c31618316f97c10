# Earshot. `make` alone lists what can be made; V=1 shows the commands.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# Objects are found by name, where make would throw them away.
.SECONDARY:
MAKEFLAGS += --no-builtin-rules

Q := $(if $(V),,@)
say = $(if $(V),,@printf '  %-5s %s\n' $1 $2)
JOBS ?= $(shell nproc)
PARALLEL = --no-print-directory --output-sync=target \
  $(if $(filter -j%,$(MAKEFLAGS)),,-j$(JOBS))

# Tools are looked for once, and installed when missing. Touch .ci/install to
# have them looked for again.
TOOLS_BUILD := build/stamp/tools-build
TOOLS_TEST := build/stamp/tools-test
TOOLS_LINT := build/stamp/tools-lint

build/stamp/tools-%: .ci/install
	@.ci/install $*
	@mkdir -p $(@D) && touch $@

include wasm/deps.mk

# ---- the engine, in several flavours ---------------------------------------

CORE := $(sort $(filter-out src/cli/%,$(wildcard src/*.c src/*/*.c)))
CLI := $(sort $(wildcard src/cli/*.c))
GENERATED := build/gen/fold_table.h

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
INCLUDES := -isystem $(DEPS_INCLUDE) -Ibuild/gen -Isrc
CORE_FLAGS := -std=c11 $(WARN) $(INCLUDES) -MMD -MP

build/gen/fold_table.h: src/text/fold.mjs | $(TOOLS_BUILD)
	@mkdir -p $(@D)
	$(call say,NODE,$@)
	$(Q)node $< >$@.part
	@mv $@.part $@

# $(call flavour,NAME,COMPILER,ARCHIVER,FLAGS,MAKEFILE) compiles the engine and
# its libraries to build/obj/NAME/libearshot.a, and again whenever the compiler
# or its flags change. EXTRA, set in MAKEFILE, has flags of some objects only.
define flavour
build/obj/$1/flags: FORCE
	@mkdir -p $$(@D)
	@echo '$2 $4 $(CORE_FLAGS)' | cmp -s - $$@ || \
	  echo '$2 $4 $(CORE_FLAGS)' >$$@

# So that a file taken away leaves the library too.
build/obj/$1/members: FORCE
	@mkdir -p $$(@D)
	@echo '$(CORE)' | cmp -s - $$@ || echo '$(CORE)' >$$@

build/obj/$1/src/%.o: src/%.c build/obj/$1/flags $5 | $(GENERATED) $(DEPS_READY)
	@mkdir -p $$(@D)
	$(call say,CC,$$@)
	$(Q)$2 $4 $$(EXTRA) $(CORE_FLAGS) -c $$< -o $$@

build/obj/$1/pcre2_%.o: build/obj/$1/flags $5 $(DEPS_READY)
	@mkdir -p $$(@D)
	$(call say,CC,$$@)
	$(Q)$2 $4 $$(EXTRA) -w $(PCRE2_FLAGS) \
	  -c $(DEPS)/pcre2/src/pcre2_$$*.c -o $$@

build/obj/$1/cmark_%.o: build/obj/$1/flags $5 $(DEPS_READY)
	@mkdir -p $$(@D)
	$(call say,CC,$$@)
	$(Q)$2 $4 $$(EXTRA) -w $(CMARK_FLAGS) \
	  -c $(DEPS)/lean/$$*.c -o $$@

build/obj/$1/libdeps.a: $(DEPS_OBJECTS:%=build/obj/$1/%)
	@rm -f $$@
	$(call say,AR,$$@)
	$(Q)$3 qcs $$@ $$^

# `q` because files in different folders may have the same name.
build/obj/$1/libearshot.a: $(CORE:%.c=build/obj/$1/%.o) \
  $(DEPS_OBJECTS:%=build/obj/$1/%) build/obj/$1/members
	@rm -f $$@
	$(call say,AR,$$@)
	$(Q)$3 qcs $$@ $$(filter %.o,$$^)

-include $(patsubst %.c,build/obj/$1/%.d,$(CORE) $(CLI))
endef

.PHONY: FORCE
FORCE:

NATIVE_FLAGS := -O2
$(eval $(call flavour,native,gcc,ar,$(NATIVE_FLAGS)))
# Where rows of small numbers are multiplied; -O2 would do it one by one.
build/obj/native/src/learn/units.o: EXTRA := -O3

build/libearshot.a: build/obj/native/libearshot.a
	@cp $< $@

# The libraries are linked in: all the program needs of a machine is the C
# library. build/untaught is the program without a pack of its own: it reads the
# posts that the default pack's weights are learned from.
build/untaught: build/obj/native/no_pack.o
build/earshot: build/obj/native/default_pack.o
build/untaught build/earshot: $(CLI:%.c=build/obj/native/%.o) \
  build/libearshot.a
	$(call say,LINK,$@)
	$(Q)gcc $(NATIVE_FLAGS) -o $@ $(filter %.o,$^) build/libearshot.a

# The default pack: its Markdown, and what is learned from its posts.
PACK := build/packs/social-work-uk
PACK_TEXT := $(wildcard src/packs/social-work-uk/*.md)
SCENARIOS := $(wildcard src/packs/scenarios/*.md)
POSTS := $(sort $(wildcard src/packs/social-work-uk/posts/*.jsonl))
$(PACK)/learned.weights: build/untaught $(wildcard src/learn/*.mjs) \
  $(PACK_TEXT) $(POSTS)
	@rm -rf $(@D) && mkdir -p $(@D) && cp $(PACK_TEXT) $(@D)
	$(call say,LEARN,$@)
	$(Q)node src/learn/train.mjs build/untaught src/packs/social-work-uk \
	  $(POSTS) >$@.part
	@mv $@.part $@

# The default pack is part of the program, so that it is always found.
build/gen/default_pack.c: src/cli/embed.mjs $(PACK)/learned.weights
	@mkdir -p $(@D)
	$(call say,NODE,$@)
	$(Q)node $< $(PACK) >$@.part
	@mv $@.part $@

build/gen/no_pack.c: src/cli/embed.mjs | $(TOOLS_BUILD)
	@mkdir -p $(@D)
	$(Q)node $< >$@.part
	@mv $@.part $@

build/obj/native/%_pack.o: build/gen/%_pack.c
	@mkdir -p $(@D)
	$(call say,CC,$@)
	$(Q)gcc $(NATIVE_FLAGS) $(CORE_FLAGS) -c $< -o $@

include wasm/wasm.mk

# ---- the pages -------------------------------------------------------------

WEB := $(shell find web -name node_modules -prune -o -type f -print)
NPM_READY := web/node_modules/.package-lock.json

$(NPM_READY): web/package.json web/package-lock.json web/.npmrc | $(TOOLS_BUILD)
	cd web && npm ci --ignore-scripts --no-progress
	@touch $@

# Tests find the same packages.
tests/node_modules: | $(NPM_READY)
	@ln -sfn ../web/node_modules $@

# The editors that people type into, for tests only: 670 MB, so that who only
# builds does not fetch them.
EDITORS := tests/browser/editors
EDITORS_READY := $(EDITORS)/node_modules/.package-lock.json

$(EDITORS_READY): $(EDITORS)/package.json $(EDITORS)/package-lock.json \
  $(EDITORS)/.npmrc | $(TOOLS_BUILD)
	cd $(EDITORS) && npm ci --ignore-scripts --no-progress
	@touch $@

# What Firefox's store looks an extension over with.
STORE := tests/store
STORE_READY := $(STORE)/node_modules/.package-lock.json

$(STORE_READY): $(STORE)/package.json $(STORE)/package-lock.json \
  $(STORE)/.npmrc | $(TOOLS_BUILD)
	cd $(STORE) && npm ci --ignore-scripts --no-progress
	@touch $@

build/NOTICES.txt: wasm/notices.sh LICENSE $(wildcard wasm/licences/*) \
  $(DEPS_READY) | $(TOOLS_BUILD)
	$(call say,SH,$@)
	$(Q)wasm/notices.sh $(DEPS) >$@

build/offline/earshot.html: build/earshot.wasm build/NOTICES.txt $(WEB) \
  $(PACK)/learned.weights $(SCENARIOS) $(NPM_READY)
	@mkdir -p $(@D)
	$(call say,NODE,$@)
	$(Q)node web/offline/build.mjs

# Both browsers' folders come from one run.
build/extension/chromium build/extension/firefox &: build/earshot.wasm \
  build/NOTICES.txt CHANGELOG.md $(WEB) $(PACK)/learned.weights $(SCENARIOS) \
  $(NPM_READY)
	$(call say,NODE,build/extension)
	$(Q)node web/extension/build.mjs
	@touch build/extension/chromium build/extension/firefox

# ---- what a person asks for ------------------------------------------------

BROWSER ?= chromium

.PHONY: help run demo test test-browser sanitize fuzz coverage lint format dist \
  reproduce clean

help: ## show this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | \
	  expand -t 22

run: | $(TOOLS_BUILD) ## build everything and open the page (or check a sample)
	@$(MAKE) $(PARALLEL) build/earshot build/offline/earshot.html
	@.ci/open build/offline/earshot.html

demo: | $(TOOLS_TEST) ## the extension in a browser, on pages that can be projected
	@$(MAKE) $(PARALLEL) build/earshot.wasm build/NOTICES.txt \
	  $(PACK)/learned.weights $(NPM_READY)
	@node web/demo/open.mjs $(BROWSER)

include tests/tests.mk

SOURCES := $(shell find src wasm tests -name '*.[ch]')

lint: | $(TOOLS_LINT) $(GENERATED) $(NPM_READY) ## style and common mistakes
	@clang-format --dry-run -Werror $(SOURCES)
	@clang-tidy --quiet $(CORE) $(CLI) -- -std=c11 $(INCLUDES)
	web/node_modules/.bin/eslint -c web/eslint.config.mjs web tests

format: | $(TOOLS_LINT) ## lay the C sources out
	clang-format -i $(SOURCES)

VERSION := $(shell sed -nE 's/^\#\# ([0-9.]+).*/\1/p' CHANGELOG.md | head -n 1)
# What the extension and all else is built from, for who wants to build it.
SOURCE := .ci .clang-format .editorconfig .github .gitignore CHANGELOG.md \
  LICENSE Makefile README.md src tests wasm web
# The same archive from the same files, whoever makes it, and when.
SAME := --sort=name --format=gnu --owner=0 --group=0 --numeric-owner \
  --mtime=@315532800 --mode=u=rwX,go=rX

dist: ## everything that is handed out, in build/dist: program, page, extension
	@$(MAKE) $(PARALLEL) build/earshot build/offline/earshot.html \
	  build/extension/chromium
	@rm -rf build/dist && mkdir -p build/dist
	@cp build/earshot build/earshot.wasm build/offline/earshot.html \
	  build/NOTICES.txt LICENSE build/dist
	@cp -R build/packs build/dist/packs && \
	  cp -R src/packs/scenarios build/dist/packs
	@set -e; for browser in chromium firefox; do node web/extension/zip.mjs \
	  build/extension/$$browser build/dist/earshot-$$browser-$(VERSION).zip; done
	@LC_ALL=C tar $(SAME) --exclude=node_modules \
	  --transform='flags=r;s,^,earshot-$(VERSION)/,' -c $(SOURCE) | gzip -n -9 \
	  >build/dist/earshot-source-$(VERSION).tar.gz
	@cd build/dist && find . -type f ! -name SHA256SUMS | LC_ALL=C sort | \
	  xargs sha256sum >SHA256SUMS && cat SHA256SUMS

# A second build in another place, from the archive of sources alone; the
# third-party sources are those that were fetched here.
reproduce: dist ## build twice in different places and compare all of build/dist
	@set -e; here=$$PWD; there=$$(mktemp -d); trap 'rm -rf "$$there"' EXIT; \
	tar -xzf build/dist/earshot-source-$(VERSION).tar.gz -C "$$there"; \
	there="$$there/earshot-$(VERSION)"; mkdir "$$there/build"; \
	cp -R build/deps build/stamp "$$there/build"; \
	$(MAKE) -C "$$there" --no-print-directory dist >/dev/null; \
	diff build/dist/SHA256SUMS "$$there/build/dist/SHA256SUMS"; \
	echo "The same, built in $$here and in $$there."

clean: ## throw away what was built
	rm -rf build tests/node_modules web/node_modules $(STORE)/node_modules

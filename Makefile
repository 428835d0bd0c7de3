# `make demo` and `make test` do everything on a fresh Debian or macOS with Python 3.11: see `make help`.
# Written for GNU Make 3.81, the one macOS has.

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --no-input --quiet
# Everything is in the lock, the build backend too: nothing may be fetched that has no hash.
INSTALL := $(PIP) install --require-hashes

# The first Python that will do, one that can make environments if there is one. `make PYTHON=...` overrides.
ifndef PYTHON
PYTHON := $(shell for need in 'import sys, ensurepip' 'import sys'; do \
	for python in python3.11 python3.12 python3.13 python3; do \
	$$python -c "$$need; sys.exit(sys.version_info < (3, 11))" >/dev/null 2>&1 && echo $$python && exit; \
	done; done)
endif

.DEFAULT_GOAL := help
.PHONY: help demo serve test test-wheel check format eval bench wheel lock clean

help: ## Show the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-8s %s\n", $$1, $$2}' Makefile

demo: $(VENV)/.base ## Install, read the bundled night, show the result
	@$(VENV)/bin/vidbiy demo

serve: $(VENV)/.serve ## Install with the pages, serve the bundled night on this machine
	@$(VENV)/bin/vidbiy serve --demo

test: $(VENV)/.dev ## Run the tests
	$(PY) -m pytest

test-wheel: build/.compiled ## Run the tests of the reader on the compiled one
	PYTHONPATH=build/compiled $(PY) -m pytest tests/reading tests/lexicon
	PYTHONPATH=build/compiled $(PY) -m tools.eval_gate

check: $(VENV)/.dev ## Lint, format check, types, import rules
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

format: $(VENV)/.dev ## Format the code and mend what can be mended by itself
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

eval: $(VENV)/.dev ## The quality gate: precision, recall and spans against their floors
	$(PY) -m tools.eval_gate

# The compiled reader is what is measured where one can be made: with a C compiler and the headers of Python.
HEADERS := import os, sys, sysconfig; sys.exit(not os.path.exists(sysconfig.get_path("include") + "/Python.h"))
COMPILES = $(shell command -v cc >/dev/null && $(PYTHON) -c '$(HEADERS)' && echo yes)
bench: $(VENV)/.bench $(if $(COMPILES),build/.compiled) ## Run the benchmarks
	PYTHONPATH=build/compiled $(PY) -m bench

wheel: build/.compiled ## Build a wheel in build/ whose reader is compiled: twice as fast (C compiler, three minutes)
	@ls build/*.whl

# One resolution for Linux and macOS and every supported Python, in layers: each lock holds the one before it unchanged.
UV ?= $(VENV)-lock/bin/uv
LOCK := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links pyproject.toml --group build
PAGES := --extra web --extra charts
lock: $(if $(filter $(VENV)-lock/bin/uv,$(UV)),$(VENV)-lock/bin/uv) ## Remake the locks (UPGRADE=1: to the newest versions)
	$(LOCK) $(if $(UPGRADE),--upgrade) -o requirements/base.txt
	$(LOCK) $(if $(UPGRADE),--upgrade) $(PAGES) -c requirements/base.txt -o requirements/serve.txt
	$(LOCK) $(if $(UPGRADE),--upgrade) $(PAGES) --group dev -c requirements/serve.txt -o requirements/dev.txt
	$(LOCK) $(if $(UPGRADE),--upgrade) $(PAGES) --group dev --group bench -c requirements/dev.txt -o requirements/bench.txt

clean: ## Remove the environments and what the tools left
	rm -rf $(VENV) $(VENV)-lock build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

# Stamp files: what is installed is installed once, until its lock changes.
$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Vidbiy needs Python 3.11 or newer, and none is on the PATH." >&2; \
	echo "Debian: apt install python3 python3-venv. macOS: brew install python@3.11. Or: make PYTHON=/path/to/python3" >&2; \
	exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "$(PYTHON) is not Python 3.11 or newer. Try: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	echo "$(PYTHON) cannot make virtual environments: its venv module is missing." >&2; \
	echo "Debian: apt install python3-venv. Or: make PYTHON=/path/to/python3" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.base: requirements/base.txt pyproject.toml | $(VENV)/bin/python
	$(INSTALL) -r requirements/base.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.serve: requirements/serve.txt $(VENV)/.base
	$(INSTALL) -r requirements/serve.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.serve
	$(INSTALL) -r requirements/dev.txt
	@touch $@

$(VENV)/.bench: requirements/bench.txt $(VENV)/.dev
	$(INSTALL) -r requirements/bench.txt
	@touch $@

# By way of a source distribution, so that nothing compiled comes to lie beside the sources and hides a change in them.
build/.compiled: $(VENV)/.dev pyproject.toml $(shell find src -name '*.py' -o -name '*.toml' -o -name '*.tsv')
	rm -rf build
	$(PY) -m hatchling build -t sdist -d build
	HATCH_BUILD_HOOKS_ENABLE=1 $(PIP) wheel --no-deps --no-build-isolation --wheel-dir build build/vidbiy-*.tar.gz
	$(PIP) install --no-deps --target build/compiled build/vidbiy-*.whl
	@touch $@

$(VENV)-lock/bin/uv:
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip --disable-pip-version-check --no-input --quiet install 'uv>=0.8'

# The house's commands: `make help` lists them. Everything is installed into .venv and node_modules here, nowhere else.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

PORT ?= 8000
OUTPUT ?= public
SOURCE ?= .
ARGS ?=
CI ?=
# Processes that run the Python tests: as many as there are processors.
WORKERS ?= auto

VENV := .venv
RUN := $(VENV)/bin/python
# What running needs, and what working on the program needs besides (some 400 MB).
RUNNING := $(VENV)/.running
INSTALLED := $(VENV)/.installed
# Python keeps what it compiled: without that each command would take a third of a second longer to begin.
export PYTHONDONTWRITEBYTECODE :=
# The first Python of at least 3.11 on this machine.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
NODE := $(shell command -v node 2>/dev/null)
NPM := $(shell command -v npm 2>/dev/null)
# Tools of the browser and HTML tests; only where node is there and package.json names them.
NODE_TOOLS := $(if $(and $(NODE),$(NPM),$(wildcard package-lock.json)),node_modules/.installed)
JS_TESTS := $(wildcard tests/js/*.test.js tests/js/*.test.mjs)

.PHONY: help serve build check test pytest long rebuilds jstest lint lock licences wheel bless screenshots clean

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo "Variables: PORT=$(PORT) OUTPUT=$(OUTPUT) SOURCE=$(SOURCE) ARGS='…' (more options of build.py)"

serve: $(RUNNING) ## Install, build, serve with live reload at http://127.0.0.1:PORT/
	@$(RUN) build.py serve --source $(SOURCE) --port $(PORT) $(ARGS)

build: $(RUNNING) ## Build the site into OUTPUT (public)
	@$(RUN) build.py build --source $(SOURCE) --output $(OUTPUT) $(ARGS)

check: $(RUNNING) ## Check every file of the content, print every problem
	@$(RUN) build.py check --source $(SOURCE) $(ARGS)

# Both halves of the suite run to their ends, so that both closing lines are seen.
test: $(INSTALLED) $(NODE_TOOLS) ## Run the whole test suite (Python, then JavaScript)
	@status=0; \
	$(MAKE) --no-print-directory pytest || status=1; \
	$(MAKE) --no-print-directory jstest || status=1; \
	exit $$status

pytest: $(INSTALLED) $(NODE_TOOLS) ## Run the Python tests only (ARGS='-k name')
	@$(RUN) -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

long: $(INSTALLED) ## Run the long tests, over research data beside the checkout (../shared)
	@$(RUN) -m pytest -n $(WORKERS) --dist worksteal -m shared $(ARGS)

rebuilds: $(INSTALLED) ## Run the tests that build, kill and follow sites many times over
	@$(RUN) -m pytest -n $(WORKERS) --dist worksteal -m rebuilds $(ARGS)

jstest: $(INSTALLED) ## Run the JavaScript tests only
ifeq ($(JS_TESTS),)
	@echo "No JavaScript tests in tests/js."
else ifneq ($(NODE),)
	@PYTHON="$(CURDIR)/$(RUN)" $(NODE) --test --test-reporter=spec $(JS_TESTS)
else ifeq ($(CI),true)
	@echo "The JavaScript tests need node (apt-get install nodejs npm)." >&2; exit 1
else
	@echo "SKIPPED: the JavaScript tests need node (apt-get install nodejs npm)."
endif

lint: $(INSTALLED) ## Check style and types (ruff, mypy --strict)
	@$(RUN) -m ruff check congkhai tests build.py
	@$(RUN) -m mypy --strict congkhai

lock: $(INSTALLED) ## Write the exact versions anew from pyproject.toml
	@$(RUN) -m pip install --quiet --disable-pip-version-check uv==0.13.9
	@$(RUN) -m uv pip compile --quiet --generate-hashes --no-emit-index-url --universal pyproject.toml -o requirements.txt
	@$(RUN) -m uv pip compile --quiet --generate-hashes --no-emit-index-url --universal --group dev pyproject.toml \
		-c requirements.txt -o requirements-dev.txt

licences: $(INSTALLED) ## List the licence of every pinned package in docs/licences.md
	@$(RUN) docs/list_licences.py

wheel: $(RUNNING) ## Build the wheel into dist; templates and static files come along
	@$(RUN) -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .

bless: $(INSTALLED) ## Accept the golden site and the expected reports as they now are
	@$(RUN) -m tests.bless $(ARGS)

screenshots: $(INSTALLED) ## Take the pictures of the README from a fresh build (needs Chromium)
	@$(RUN) docs/take_screenshot.py

clean: ## Remove what was built and what tools keep; .venv and node_modules stay
	@rm -rf public .pytest_cache .mypy_cache .ruff_cache .hypothesis .cache
	@find congkhai tests docs -name __pycache__ -type d -prune -exec rm -rf {} +

# A virtual environment with the packages of a list, a dot for each.
define install
	@if [ -z "$(PYTHON)" ]; then echo "This project needs Python 3.11 or newer as python3." >&2; exit 1; fi
	@echo "Installing into $(VENV) …"
	@[ -x $(RUN) ] || $(PYTHON) -m venv $(VENV) || { \
		echo "The virtual environment could not be made. On Debian: apt-get install python3-venv" >&2; exit 1; }
	@$(RUN) -m pip install --progress-bar off --disable-pip-version-check --require-hashes -r $(1) \
		| awk '/^Collecting/ { printf "."; fflush() } END { print "" }' || { \
		echo "The packages could not be installed (see above): is the package index reachable?" >&2; exit 1; }
	@touch $(RUNNING) $(2)
endef

$(RUNNING): requirements.txt
	$(call install,$<)

$(INSTALLED): requirements-dev.txt
	$(call install,$<,$@)

node_modules/.installed: package.json package-lock.json
	@echo "Installing into node_modules …"
	@$(NPM) ci --silent --no-audit --no-fund || { \
		echo "npm ci failed (run 'npm ci' to see why): is the npm registry reachable?" >&2; exit 1; }
	@touch $@

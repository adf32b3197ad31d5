# Corridor Atlas. `make` or `make help` lists what there is to do.
# Everything is set up in .venv, once: a second call costs nothing until requirements change.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8050
# More for pytest: make test ARGS="-k map -x"
ARGS ?=

VENV := .venv
PY := $(VENV)/bin/python
PIP := -m pip install --disable-pip-version-check --no-input --quiet --require-hashes
MADE := $(VENV)/.made
RUN := $(VENV)/.ready-to-run
DEV := $(VENV)/.ready-to-develop
HEAVY := $(VENV)/.ready-for-heavy
PEERS := .venv-peers
OTHERS := $(PEERS)/.ready
FONTS := $(addprefix assets/fonts/,noto-sans-khmer.woff2 noto-sans-khmer-name.woff2 source-sans-3.woff2)

# Tests that neither drive a browser nor take long share the processors; 5 says that none was meant.
QUICK = $(PY) -m pytest -n auto -m "not browser and not slow and not heavy" $(ARGS)

# Packages whose imports need no rules: they are not part of the app.
FREE := tests benchmarks scripts

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run setup test test-heavy lint check fix bench bench-peers lock goldens browser poppler tools clean

help: ## list what there is to do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(RUN) $(FONTS) ## set up and serve on HOST:PORT (127.0.0.1:8050)
	HOST='$(HOST)' PORT='$(PORT)' $(PY) app.py

setup: $(RUN) $(FONTS) ## set up all that serving needs, and serve nothing

test: $(DEV) $(FONTS) browser tools ## set up everything, a browser included, and run every test
	$(QUICK) || [ $$? -eq 5 ]
	$(PY) -m pytest -m "browser or slow" $(ARGS) || [ $$? -eq 5 ]

test-heavy: $(HEAVY) ## ten thousand attacks; the same counts on Apache Spark (Java 17 or newer)
	@command -v java > /dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	    echo "Installing openjdk-17-jre-headless"; \
	    apt-get -qq update && DEBIAN_FRONTEND=noninteractive \
	      apt-get -qq install -y --no-install-recommends openjdk-17-jre-headless > /dev/null; \
	  else \
	    echo "Apache Spark needs Java 17 or newer. Install it, then try again:" \
	      "sudo apt-get install openjdk-17-jre-headless"; exit 1; \
	  fi; }
	$(PY) -m pytest -m heavy $(ARGS)

check: lint poppler ## format, lint, types, import rules, quick tests; changes nothing
	$(QUICK)

lint: $(DEV) $(FONTS) ## format, lint, types and import rules; changes nothing
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	@for init in */__init__.py; do \
	  case ' $(FREE) ' in *" $${init%/*} "*) continue;; esac; \
	  grep -q "^root_packages = .*\"$${init%/*}\"" pyproject.toml || { \
	    echo "$${init%/*}/ is under no import rule: add \"$${init%/*}\" to root_packages" \
	      "in pyproject.toml, and to a contract."; exit 1; }; \
	done
	$(VENV)/bin/lint-imports --no-logo

fix: $(DEV) ## mend format and what lint can mend
	$(PY) -m ruff check --fix --exit-zero --quiet .
	$(PY) -m ruff format .
	$(PY) -m ruff check .

bench: $(DEV) $(FONTS) browser ## measure, against the budgets
	$(PY) -m benchmarks

bench-peers: $(DEV) $(FONTS) $(OTHERS) browser ## the same map in Streamlit, Panel, Vizro and Dash
	$(PY) -m benchmarks.peers $(ARGS)

lock: $(DEV) ## hash anew every file that may be installed, once versions have changed
	@for of in requirements*.txt; do \
	  $(VENV)/bin/uv pip compile "$$of" --output-file "$${of%.txt}.lock" --quiet --no-deps \
	    --universal --generate-hashes --no-annotate --no-header --python-version 3.11 || exit 1; \
	done

goldens: $(DEV) $(FONTS) ## rewrite the golden figures; look at the difference before you keep it
	$(PY) -m pytest -m "not browser" --goldens $(ARGS)

clean: ## remove everything that the other targets made, .venv included
	rm -rf $(VENV) $(PEERS) assets/fonts .pytest_cache .mypy_cache .ruff_cache .hypothesis \
	  .import_linter_cache test-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

browser: $(DEV)
	@$(PY) -m tests.browser.chromium --install

poppler: $(DEV)
	@$(PY) -m tests.tools --install poppler-utils

tools: $(DEV)
	@$(PY) -m tests.tools --install

# An environment without pip is what a failed attempt leaves: it is made anew.
$(MADE):
	@command -v '$(PYTHON)' > /dev/null || { \
	  echo "No '$(PYTHON)' here. Install Python 3.11 or newer" \
	    "(sudo apt-get install python3 python3-venv), or name one: make PYTHON=python3.12"; exit 1; }
	@'$(PYTHON)' -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Corridor Atlas needs Python 3.11 or newer; '$(PYTHON)' is" \
	    "$$('$(PYTHON)' -V 2>&1). Name a newer one: make PYTHON=python3.12"; exit 1; }
	@'$(PYTHON)' -c 'import ensurepip, venv' 2> /dev/null || { \
	  package="$$('$(PYTHON)' -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"; \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	    echo "Installing $$package"; \
	    apt-get -qq update && DEBIAN_FRONTEND=noninteractive \
	      apt-get -qq install -y --no-install-recommends "$$package" > /dev/null; \
	  else \
	    echo "'$(PYTHON)' cannot make a virtual environment. Install what it lacks," \
	      "then try again: sudo apt-get install $$package"; exit 1; \
	  fi; }
	@$(PY) -m pip --version > /dev/null 2>&1 || { rm -rf $(VENV) && '$(PYTHON)' -m venv $(VENV); }
	@touch $@

$(RUN): requirements.lock | $(MADE)
	@echo "Installing what the atlas needs to run (about a minute, once)"
	@$(PY) $(PIP) -r requirements.lock
	@touch $@

$(DEV): requirements-dev.lock $(RUN)
	@echo "Installing what the tests need (about a minute, once)"
	@$(PY) $(PIP) -r requirements-dev.lock
	@touch $@

$(HEAVY): requirements-heavy.lock $(DEV)
	@echo "Installing Apache Spark (about 450 MB, once)"
	@$(PY) $(PIP) -r requirements-heavy.lock
	@touch $@

$(OTHERS): requirements-peers.lock | $(MADE)
	@echo "Installing the tools that the atlas is compared with (about two minutes, once)"
	@rm -rf $(PEERS) && '$(PYTHON)' -m venv $(PEERS)
	@$(PEERS)/bin/python $(PIP) -r requirements-peers.lock
	@touch $@

$(FONTS): dashboard/fonts.py $(RUN)
	@$(PY) -m dashboard.fonts

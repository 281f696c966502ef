# Every task of the house by name: `make help`. Each sets up what it needs first,
# on a machine with only Python 3.11+, make and a package index (scripts/set_up.py).
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help demo set-up test check unit format types test-browser test-engines test-long docs bench load wheel clean

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PORT ?= 8000
WORKERS ?= auto
BIN := .venv/bin

define set_up_for
@test -n "$(PYTHON)" || { echo "sightline: no Python 3.11 or newer found on the PATH; name one with make PYTHON=/path/to/python3" >&2; exit 1; }
@$(PYTHON) scripts/set_up.py --for $(1)
endef

help: ## Say what can be asked for
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /\1	/' | \
		while IFS='	' read -r name words; do printf '  make %-14s %s\n' "$$name" "$$words"; done

demo: ## Make up an authority, load it, and open Sightline on http://127.0.0.1:8000 (PORT=8000)
	$(call set_up_for,demo)
	@$(BIN)/sightline demo --port $(PORT)

set-up: ## Set up for development: packages, front-end assets
	$(call set_up_for,test)

test: check unit ## Every check and test that needs no browser (about ten minutes on two cores)

check: set-up ## Style, types, import directions, house rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/check_house.py

unit: set-up ## Unit, spec, property and golden tests
	$(BIN)/pytest -n $(WORKERS) --dist worksteal -m "not browser and not long" \
		--ignore tests/browser --ignore tests/engines

test-engines: ## The measures in PostgreSQL and on Spark, compared with those from files
	$(call set_up_for,engines)
	$(BIN)/pytest tests/engines

test-browser: set-up ## Journeys in a headless Chromium, with axe (SIGHTLINE_CHROMIUM names another)
	$(BIN)/pytest -m browser tests/browser

test-long: set-up ## Long fuzzing runs
	SIGHTLINE_HYPOTHESIS=$${SIGHTLINE_HYPOTHESIS:-long} $(BIN)/pytest -n $(WORKERS) tests/property

docs: ## Build the documentation into site-docs/
	$(call set_up_for,docs)
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

bench: ## Print the benchmarks' figures
	$(call set_up_for,engines)
	@for file in benchmarks/*.py; do echo "== $$file"; $(BIN)/python "$$file" || exit 1; done

load: ## Twenty people at once on the demo: how long each page takes, and what it costs
	$(call set_up_for,load)
	$(BIN)/python -m benchmarks.load.processor
	$(BIN)/python -m benchmarks.load.run

format: set-up ## Put the code in the house's format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

wheel: set-up ## Build the wheel, with the front-end assets in it, into dist/
	rm -f dist/*.whl
	"$$($(PYTHON) scripts/set_up.py --uv)" build --wheel --quiet --out-dir dist

clean: ## Remove what was built, downloaded or cached; keep sightline-data/
	rm -rf .venv .tools frontend/node_modules sightline/site/static/vendor site-docs dist build \
		.mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

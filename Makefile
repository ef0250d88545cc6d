# Everything sets itself up: git, make and Python 3.11 to 3.13 are all that is needed.
.DEFAULT_GOAL := help
.PHONY: help install dev demo run test storm check format bench lock clean

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
export PYTHONDONTWRITEBYTECODE :=  # each of dozens of processes would compile everything anew

help:            ## this list
	@grep -hE '^[a-z]+: .*##|^[a-z]+:  +##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/' | expand -t 12

install: $(VENV)/.run    ## set up what the bot needs, in .venv
dev: $(VENV)/.dev        ## set up what its makers need, too

demo: install    ## talk to the bot in a browser, without Telegram (PORT=8080 for a port of your own)
	@$(BIN)/python -m bot demo $(if $(PORT),--port $(PORT))

run: install     ## the bot on Telegram, with the settings in .env
	@$(BIN)/python -m bot run

test: dev        ## all tests that take no more than minutes
	@# The browser's tests run beside the others, in a process of their own: Playwright keeps a loop running.
	@pages=$$(mktemp); trap 'rm -f $$pages' EXIT; trap 'kill $$browser; exit 130' INT TERM; \
	$(BIN)/python -m pytest -m browser tests/browser >$$pages 2>&1 & browser=$$!; \
	$(BIN)/python -m pytest -n 4 --maxschedchunk 1 -m "not storm" --ignore tests/browser tests; code=$$?; \
	wait $$browser || code=$$?; cat $$pages; exit $$code

storm: dev       ## the long destructive tests: crashes, faults, every zone
	$(BIN)/python -m pytest -n 2 -m storm tests

check: dev       ## style, types, layers, and the words in prompts/
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m bot prompts check

format: dev      ## let ruff lay out the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: dev       ## measure, and print tables with ratios
	$(BIN)/python -m benchmarks

lock:            ## write requirements/*.txt anew from pyproject.toml (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml -o requirements/run.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra dev pyproject.toml -o requirements/dev.txt

clean:           ## remove what these commands made, but no one's journal
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Glimmer needs Python 3.11, 3.12 or 3.13; none was found. Name one with: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python could not make a virtual environment; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }

$(VENV)/.run: $(BIN)/python requirements/run.txt pyproject.toml
	@echo "Setting up (once, about half a minute)"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	@echo "Setting up what the tests and checks need (once)"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

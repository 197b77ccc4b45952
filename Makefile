# Tabayun. `make help` lists what can be made.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
MAKEFLAGS += --no-builtin-rules --no-print-directory

PYTHON ?= python3
SECONDS ?= 60
STORY ?= $(sort $(patsubst %/,%,$(wildcard seeds/*/)))
OUTPUT ?= output
export PYTHON

BIN := .venv/bin

# A stamp is named after what it was made from, and the folder: a .venv cannot be moved.
stamp = .venv/.$(1)-$(shell { pwd; cat $(2); } | cksum | cut -d ' ' -f 1)
RUN := $(call stamp,run,requirements/run.lock)
PROJECT := $(call stamp,project,pyproject.toml)
TEST := $(call stamp,test,requirements/test.lock)
BENCH := $(call stamp,bench,requirements/bench.lock)
FUZZ := $(call stamp,fuzz,requirements/fuzz.lock)
AUDIT := $(call stamp,audit,requirements/audit.lock)

.PHONY: help setup setup-test report test lint evaluate numbers bench fuzz conserve stress audit screenshots regress golden-accept lock clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' Makefile | expand -t 16

setup: $(RUN) $(PROJECT) ## set up what the report needs: .venv and three system libraries
	@:

setup-test: $(TEST) $(PROJECT) ## set up what the tests need: Chromium, PDF tools, linters
	@:

report: setup ## make the briefing of seeds/*, or of STORY="folder ...", in OUTPUT=output
	@$(BIN)/python -m compare report $(STORY) -o $(OUTPUT)

test: lint ## lint, check types and imports, run all tests
	@echo "test: pytest" >&2
	@$(BIN)/python -m pytest -n auto --dist loadfile

lint: setup-test ## check style, types and the import contract
	@echo "lint: ruff, mypy, import-linter" >&2
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy --no-error-summary
	@said=$$($(BIN)/lint-imports --cache-dir .cache/import-linter 2>&1) || { echo "$$said" >&2; exit 1; }

evaluate: setup-test ## hold figures and stories against gold; UPDATE=1 raises their floors
	@$(BIN)/python -m tests.evaluation $(if $(UPDATE)$(LOWER),--update) $(if $(LOWER),--lower)

numbers: setup-test ## read every integer up to a million in every spelling (ten minutes)
	@$(BIN)/python -m tests.figures.integers

bench: $(PROJECT) $(BENCH) ## measure speed, memory and recall beside other ways (half an hour); GROUP="archive story figures"
	@$(BIN)/python -m tests.bench $(GROUP)

fuzz: $(TEST) $(PROJECT) $(FUZZ) ## look for what crashes the readers, for SECONDS=60 in all
	@$(BIN)/python -m tests.fuzz $(SECONDS)

conserve: setup-test ## hold that 10,000 stories made at random lose no digit (some minutes)
	@TABAYUN_STORIES=10000 $(BIN)/python -m pytest tests/robustness/test_conservation.py

stress: setup-test ## run the cases of exhaustion that take minutes
	@TABAYUN_STRESS=1 $(BIN)/python -m pytest tests/robustness/test_exhaustion.py

audit: setup $(AUDIT) ## ask whether a dependency has a known vulnerability
	@scripts/audit

screenshots: setup-test ## take the pictures of the seeds' briefing in docs/ anew
	@$(BIN)/python -m tests.screenshots

regress: setup-test ## hold the reports of all stories against the accepted ones; print what differs
	@$(BIN)/python -m tests.golden regress

golden-accept: setup-test ## accept the reports and schema of today as the ones to hold against
	@$(BIN)/python -m tests.golden accept

lock: ## write the hashed locks again; UPGRADE=1 takes newer versions
	@scripts/lock $(if $(UPGRADE),--upgrade)

clean: ## remove .venv, caches and output
	@rm -rf .venv .cache .hypothesis .pdm-build output
	@find compare tests -name __pycache__ -prune -exec rm -rf {} +

$(RUN):
	@scripts/setup run $@

$(PROJECT): $(RUN)
	@scripts/setup project $@

$(TEST): $(RUN)
	@scripts/setup test $@

$(BENCH): $(RUN)
	@scripts/setup bench $@

$(FUZZ): $(RUN)
	@scripts/setup fuzz $@

$(AUDIT): $(RUN)
	@scripts/setup audit $@

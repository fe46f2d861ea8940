# Thin: each target names the commands to run by hand. `make` alone tells what there is.

# Debian has no `python`; set-up looks for a fitting Python itself, any python3 can run it.
PYTHON := $(firstword $(foreach name,python3 python3.13 python3.12 python3.11,$(shell command -v $(name) 2>/dev/null)))
# The environment's own node, npm and tools come first in every recipe.
export PATH := $(CURDIR)/.venv/bin:$(PATH)

.PHONY: help start test build lint bench lock clean python environment javascript chromium

help:
	@echo "make start   set up what is missing and start the course on this computer (make start port=8010)"
	@echo "make test    every check and test, as in CI"
	@echo "make build   generate notebooks/, source/ and the front end's bundle from content/ and js/"
	@echo "make lint    ruff and mypy"
	@echo "make bench   measure us beside the stock way: start-up, clicks, builds, grading (some minutes)"
	@echo "make lock    resolve requirements.lock and requirements-dev.lock anew"
	@echo "make clean   remove what set-up and tests made; the course's own state in .course/ stays"

python:
	@test -n "$(PYTHON)" || { echo "No python3 was found. Install Python 3.11, 3.12 or 3.13 (Debian: apt-get install python3), then try again." >&2; exit 1; }

start: python
	@$(PYTHON) deploy/setup_environment.py
	@exec .venv/bin/python -m deploy.local.start $(if $(port),--port $(port))

environment: python
	@$(PYTHON) deploy/setup_environment.py --dev

javascript: environment node_modules/.package-lock.json

node_modules/.package-lock.json: package.json package-lock.json | environment
	npm ci --ignore-scripts

chromium: environment
	@.venv/bin/python deploy/chromium.py

# Generated files first: a stale one explains many a failure after it. A file's tests share what they start, so they stay
# in one process, and four hubs at a time are enough for any computer. The folders of long tests come first: what is left
# to one process at the end is short.
test: environment javascript chromium lint
	.venv/bin/course build --check
	npm run check-build
	npm run check-types
	npm test
	.venv/bin/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder \
		--nbval tests/browser tests/pipeline tests/deploy notebooks tests/content tests/unit

build: environment javascript
	npm run build
	.venv/bin/course build

lint: environment
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy

bench: environment
	.venv/bin/python -m bench

LOCK = .venv/bin/uv pip compile pyproject.toml --extra hub --group build --universal --python-version 3.11 --no-strip-extras \
	--no-emit-index-url --generate-hashes --no-annotate --custom-compile-command "make lock"

lock: environment
	$(LOCK) -o requirements.lock
	$(LOCK) --group dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf .venv .cache node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Each command works as the first one after a clone. README.md tells what they are for.
# Settings of a command are given as NAME=value: make serve PORT=8001

.PHONY: help serve test check production bench lock clean

help:
	@echo "make serve       the site with demo content on http://127.0.0.1:8000 (PORT=)"
	@echo "make test        all tests: SQLite, PostgreSQL, Chromium (ARGS= for pytest)"
	@echo "make check       format, lint, types, templates, migrations, catalogue, deployment"
	@echo "make production  as in production, on this machine (PORT=, WORKERS=, DEMO=1)"
	@echo "make bench       the benchmark, on PostgreSQL (QUICK=1, POSTS=, TOPICS=)"
	@echo "make lock        write the requirements files anew from requirements*.in"

serve: .venv/.runtime
	@.venv/bin/python config/build/serve.py

production: .venv/.runtime
	@.venv/bin/python config/build/production.py

bench: .venv/.runtime
	@.venv/bin/python config/bench/bench.py

test: .venv/.development
	@.venv/bin/python config/build/run_tests.py $(ARGS)

check: .venv/.development
	@.venv/bin/python config/build/check.py

lock: .venv/.development
	@config/build/lock $(ARGS)

.venv/.runtime: requirements.txt
	@config/build/install requirements.txt
	@touch .venv/.runtime

.venv/.development: requirements.txt requirements-dev.txt
	@config/build/install requirements.txt requirements-dev.txt
	@touch .venv/.runtime .venv/.development

clean:
	rm -rf .venv var

# What users and contributors run; `make help` lists it.

SHELL := /bin/bash
.DEFAULT_GOAL := help

DATA ?= SampleData
QUARTER ?=
OUT ?=
CONFIG ?=
ARGUMENTS ?=
BENCH ?=
SEEDS ?= 100

# An undeclared import of a sibling target would otherwise compile once that sibling was built.
STRICT := --explicit-target-dependency-import-check error
VENV := .venv
PYTHON := $(VENV)/bin/python

.PHONY: help audit test differential bench bench-audit evaluate model precision lint format build release release-bench setup setup-tests sample docs templates email clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

audit: release ## audit DATA (default SampleData) into Reports/<quarter> or OUT
	@.build/release/tacit audit "$(DATA)" $(if $(QUARTER),--quarter "$(QUARTER)") \
	  $(if $(OUT),--output "$(OUT)") $(if $(CONFIG),--config "$(CONFIG)") $(ARGUMENTS)

test: setup setup-tests ## everything a contributor must pass; ends with the runner's summary
	$(PYTHON) Scripts/generate_sample_data.py --check
	swift build $(STRICT) --build-tests
	$(PYTHON) -m pytest -q Tests/Acceptance
	swift test $(STRICT) --skip-build --disable-xctest

differential: release setup-tests ## a thousand random companies against the reference model (TACIT_MODEL)
	TACIT_BINARY=.build/release/tacit TACIT_COMPANIES=1000 $(PYTHON) -m pytest -q Tests/Acceptance/test_reference.py

bench: release-bench ## Tacit beside DuckDB, Polars, pandas, lxml and C: the same work, ratios (BENCH="transactions --rounds 3")
	@Scripts/setup.sh bench .venv-bench
	.venv-bench/bin/python Benchmarks/bench.py $(BENCH)

bench-audit: setup ## the audit of 3,000 roles and 20,000 people, from records in memory
	swift run $(STRICT) -c release audit-large

LABELS ?= $(or $(wildcard $(TACIT_CORPUS)/postings/labelled.jsonl),$(wildcard ../shared/corpus/postings/labelled.jsonl))
# Further files of labelled postings: learned from, not measured on.
EXTRA ?= $(sort $(wildcard $(dir $(LABELS))labelled-extra*.jsonl))
# What further readers said of them, without a text; those of the corpus are in Training.
READINGS ?= Training/readings.jsonl $(sort $(wildcard $(dir $(LABELS))readings*.jsonl))
LEARNED = $(EXTRA:%=--also "%") --also Training/invented-postings.jsonl $(READINGS:%=--readings "%") \
  --asides Training/asides.txt
REPETITIONS ?= 5

evaluate: ## every figure of docs/RoleModel.md anew: LABELS=file [EXTRA="file ..."], else the corpus of TACIT_CORPUS
	@if [ -z "$(LABELS)" ]; then \
	  printf '\033[1;31mNO LABELS: nothing is evaluated; set TACIT_CORPUS or LABELS=file\033[0m\n' >&2; exit 3; fi
	@$(MAKE) --no-print-directory release
	@Scripts/setup.sh evaluate .venv-evaluate
	.build/release/tacit train "$(LABELS)" $(LEARNED) --repetitions $(REPETITIONS) \
	  --output .build/role-model.txt --predictions .build/predictions.csv
	.venv-evaluate/bin/python Scripts/evaluate_role_model.py .build/release/tacit "$(LABELS)" .build/predictions.csv $(EXTRA)

model: release ## the built-in role model anew from LABELS and EXTRA
	.build/release/tacit train "$(LABELS)" $(LEARNED) --repetitions 0 --output .build/role-model.txt
	Scripts/embed_role_model.py .build/role-model.txt

precision: setup ## the invoice checks on SEEDS (100) honest years and as many with 25 irregularities each
	swift run $(STRICT) -c release check-precision $(SEEDS)

lint: ## the formatter's rules, without changing anything
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

format: ## lay out the sources
	swift format --in-place --recursive --parallel Package.swift Sources Tests

build: setup ## a debug build
	swift build $(STRICT)

release-bench: release
	swift build $(STRICT) -c release --product read-xml

release: setup
	swift build $(STRICT) -c release --product tacit

setup: ## check for Swift and libxml2, installing libxml2 through apt when root
	@Scripts/setup.sh build

setup-tests:
	@Scripts/setup.sh tests "$(VENV)"

sample: ## write SampleData anew from its generator
	python3 Scripts/generate_sample_data.py

docs: build ## write docs/Formats.md, docs/Checks.md and docs/Templates.md anew from the program
	.build/debug/tacit formats --markdown > docs/Formats.md
	.build/debug/tacit checks --markdown > docs/Checks.md
	.build/debug/tacit audit SampleData --output Reports/none --describe-templates > docs/Templates.md 2>/dev/null

templates: ## write the files of Templates/ into the program
	python3 Scripts/embed_templates.py

email: ## send the newest email.eml as it is, once: make email TO=a@b (SMTP_URL, SMTP_USER, SMTP_PASSWORD)
	@Scripts/send_email.sh "$(TO)"

clean: ## remove builds and reports
	rm -rf .build .build-bench $(VENV) .venv-bench .venv-evaluate Reports

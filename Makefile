# What users and contributors run; `make help` lists it.

SHELL := /bin/bash
.DEFAULT_GOAL := help

DATA ?= SampleData
QUARTER ?=
OUT ?=
CONFIG ?=
ARGUMENTS ?=
SEEDS ?= 100

# An undeclared import of a sibling target would otherwise compile once that sibling was built.
STRICT := --explicit-target-dependency-import-check error
VENV := .venv
PYTHON := $(VENV)/bin/python

.PHONY: help audit test differential bench bench-audit precision lint format build release setup setup-tests sample docs templates email clean

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

bench-audit: setup ## the audit of 3,000 roles and 20,000 people, from records in memory
	swift run $(STRICT) -c release audit-large

precision: setup ## the invoice checks on SEEDS (100) honest years and as many with 25 irregularities each
	swift run $(STRICT) -c release check-precision $(SEEDS)

lint: ## the formatter's rules, without changing anything
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

format: ## lay out the sources
	swift format --in-place --recursive --parallel Package.swift Sources Tests

build: setup ## a debug build
	swift build $(STRICT)

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
	rm -rf .build $(VENV) Reports

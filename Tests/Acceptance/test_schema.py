"""audit.json keeps to the schema in the repository."""

import json
from decimal import Decimal

import jsonschema
import pytest

from conftest import ROOT, run

SCHEMA = json.loads((ROOT / "docs/audit.schema.json").read_text())


def validate(path):
    document = json.loads(path.read_text())
    validator = jsonschema.Draft202012Validator(SCHEMA)
    problems = [f"{list(error.absolute_path)}: {error.message[:200]}" for error in validator.iter_errors(document)]
    assert problems == []
    return document


def test_the_schema_is_one_and_the_sample_keeps_to_it(sample):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    audit = validate(sample / "audit.json")
    assert sum(Decimal(role["loss"]) for role in audit["roles"]) == Decimal(audit["company"]["loss"])


def test_a_company_with_almost_nothing_keeps_to_it(tmp_path):
    (tmp_path / "one.csv").write_text("date,freelancer,amount\n2026-01-31,Ana,10.00\n")
    assert run("audit", tmp_path / "one.csv", "--output", tmp_path / "out").returncode == 0
    validate(tmp_path / "out/audit.json")


def test_the_answer_to_a_question_keeps_to_it(tmp_path):
    assert run("audit", "SampleData", "--without", "emre,joy", "--output", tmp_path / "out").returncode == 0
    assert validate(tmp_path / "out/audit.json")["what_if"]["without"] == ["emre", "joy"]


@pytest.mark.parametrize("change", [lambda a: a.pop("roles"), lambda a: a["company"].update(loss=1.5),
                                    lambda a: a["reconciliation"].update(holds=False),
                                    lambda a: a["roles"][0].update(advice="fire"), lambda a: a.update(as_of="27.09.2026")])
def test_the_schema_notices_what_is_wrong(sample, change):
    audit = json.loads((sample / "audit.json").read_text())
    change(audit)
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(audit)


def test_the_ledger_adds_up_to_the_reconciliation(sample):
    import csv
    totals, counts = {}, {}
    with open(sample / "ledger.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            counts[row["outcome"]] = counts.get(row["outcome"], 0) + 1
            if row["amount"]:
                key = (row["outcome"], row["currency"])
                totals[key] = totals.get(key, Decimal(0)) + Decimal(row["amount"])
    found = json.loads((sample / "audit.json").read_text())["reconciliation"]
    assert counts == {"used": found["accepted"], "rejected": found["rejected"], "duplicate": found["duplicates"]}
    for outcome, name in (("used", "amount_used"), ("rejected", "amount_rejected"), ("duplicate", "amount_duplicate")):
        for currency, amount in found[name].items():
            assert totals.get((outcome, currency), Decimal(0)) == Decimal(amount), (outcome, currency)

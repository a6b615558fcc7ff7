"""Random companies through the whole program, against the specification's own implementation in Python.

The reference is not part of this repository: TACIT_MODEL names its folder.  TACIT_COMPANIES sets how many are tried."""

import json
import os
import random
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from conftest import ROOT, run

FOLDER = Path(os.environ.get("TACIT_MODEL", ROOT.parent / "shared" / "model"))
COMPANIES = int(os.environ.get("TACIT_COMPANIES", "12"))

pytestmark = pytest.mark.skipif(not (FOLDER / "reference_model.py").exists(), reason="no reference model: set TACIT_MODEL")


def company(seed, families):
    """One to twelve roles, one to forty people with pauses and returns, postings and documents."""
    rng = random.Random(seed)
    names = [f"r{index}" for index in range(rng.randint(1, 12))]
    roles = {name: dict(department=f"d{rng.randint(0, 3)}", family=rng.choice(families), c=round(rng.random(), 3),
                        doc_coverage=round(rng.random(), 2) if rng.random() < 0.5 else 0.0,
                        doc_age_months=float(rng.randint(0, 30))) for name in names}
    start, lines = date(2024, 1, 7), []
    for person in range(rng.randint(1, 40)):
        week, role = rng.randint(0, 80), rng.choice(names)
        end, hours, rate = min(120, week + rng.randint(1, 90)), rng.randint(1, 160) / 4, rng.randint(500, 9000) / 100
        while week < end:
            lines.append(dict(freelancer=f"f{person:02d}", role=role if rng.random() < 0.9 else rng.choice(names),
                              date=start + timedelta(days=7 * week + rng.choice([0, 0, 0, 1, -2])), hours=hours, rate=rate))
            week += rng.choice([1] * 20 + [4, 9, 20])
    billed = {line["role"] for line in lines}
    postings = [(rng.choice(sorted(billed)), start + timedelta(days=rng.randint(0, 800))) for _ in range(rng.randint(0, 8))]
    rng.shuffle(lines)
    return dict(roles={name: role for name, role in roles.items() if name in billed}, lines=lines, postings=postings)


def write(folder, data):
    with open(folder / "invoices.csv", "w") as file:
        file.write("date,freelancer_id,role,quantity,rate\n")
        for line in data["lines"]:
            file.write(f"{line['date']},{line['freelancer']},{line['role']},{line['hours']},{line['rate']}\n")
    with open(folder / "postings.csv", "w") as file:
        file.write("posting_id,date,role,title\n")
        for number, (role, day) in enumerate(data["postings"]):
            file.write(f"p{number},{day},{role},Title {number}\n")
    with open(folder / "audit.yml", "w") as file:
        file.write("currency: USD\nroles:\n")
        for name, role in data["roles"].items():
            file.write(f"  - {{id: {name}, department: {role['department']}, family: {role['family']}, collaboration: {role['c']}, "
                       f"doc_coverage: {role['doc_coverage']}, doc_age_months: {role['doc_age_months']}}}\n")


@pytest.mark.parametrize("seed", range(COMPANIES))
def test_a_random_company_equals_the_reference(tmp_path, seed):
    sys.path.insert(0, str(FOLDER))
    import reference_model as reference

    same = lambda expected: pytest.approx(expected, rel=1e-9, abs=1e-12)
    data = company(seed, sorted(reference.DEFAULTS["weeks_to_full_productivity"]))
    write(tmp_path, data)
    done = run("audit", tmp_path, "--output", tmp_path / "out")
    assert done.returncode == 0, done.stderr.decode()
    audit = json.loads((tmp_path / "out" / "audit.json").read_text())
    base, low, high = reference.interval(data, reference.DEFAULTS)
    assert audit["hazard"]["per_month"] == same(base["h"]) and audit["hazard"]["information"] == same(base["A"])
    company_ = audit["company"]
    assert company_["loss_hours"] == same(base["company"]["loss_hours"])
    assert company_["loss_exact"] == same(base["company"]["loss_usd"])
    assert company_["annual_spend_exact"] == same(base["company"]["annual_spend_usd"])
    assert company_["index"] == same(base["company"]["index"]) and company_["band"] == base["company"]["band"]
    assert company_["index_low"] == same(low["company"]["index"]) and company_["index_high"] == same(high["company"]["index"])
    roles = {role["id"]: role for role in audit["roles"]}
    assert set(roles) == set(base["roles"])
    for name, expected in base["roles"].items():
        role = roles[name]
        for ours, theirs in (("loss_hours", "loss_hours"), ("loss_exact", "loss_usd"), ("annual_spend_exact", "annual_spend_usd"),
                             ("index", "index"), ("rate", "rate_usd"), ("annual_hours", "annual_hours"), ("seats", "seats")):
            assert role[ours] == same(expected[theirs]), (name, ours)
        assert role["bus_factor"] == expected["bus_factor"] and role["band"] == expected["band"]
        holders = {holder["id"]: holder for holder in role["holders"]}
        assert set(holders) == set(expected["holders"])
        for person, figures in expected["holders"].items():
            assert holders[person]["knowledge"] == same(figures["k"])
            assert holders[person]["departure_probability"] == same(figures["p"])
            assert holders[person]["loss_hours"] == same(figures["loss_hours"])
    for name, expected in base["departments"].items():
        department = next(d for d in audit["departments"] if d["id"] == name)
        assert department["index"] == same(expected["index"]) and department["band"] == expected["band"]

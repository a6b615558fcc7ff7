"""Random companies through the whole program, against the specification's own implementation in Python.

The reference is not part of this repository: TACIT_MODEL names its folder.  TACIT_COMPANIES sets how many are tried,
TACIT_FIRST_COMPANY the first seed; every seed is a test of its own, so that a failure names its company."""

import json
import os
import sys
from pathlib import Path

import pytest

import companies
from conftest import ROOT, run

FOLDER = Path(os.environ.get("TACIT_MODEL", ROOT.parent / "shared" / "model"))
COMPANIES = int(os.environ.get("TACIT_COMPANIES", "12"))
FIRST = int(os.environ.get("TACIT_FIRST_COMPANY", "0"))
# The reference simulates a year in seconds, so that only some companies have their year compared.
SIMULATED = 25

pytestmark = pytest.mark.skipif(not (FOLDER / "reference_model.py").exists(), reason="no reference model: set TACIT_MODEL")


@pytest.fixture(scope="module")
def reference():
    sys.path.insert(0, str(FOLDER))
    import reference_model

    return reference_model


def same(expected):
    return pytest.approx(expected, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("seed", range(FIRST, FIRST + COMPANIES))
def test_a_random_company_equals_the_reference(tmp_path, reference, seed):
    data = companies.company(seed, sorted(reference.DEFAULTS["weeks_to_full_productivity"]))
    companies.write(tmp_path, data)
    done = run("audit", tmp_path, "--output", tmp_path / "out")
    assert done.returncode == 0, done.stderr.decode()
    audit = json.loads((tmp_path / "out" / "audit.json").read_text())
    parameters = dict(reference.DEFAULTS, **data["parameters"])
    given = companies.for_reference(data)
    base, low, high = reference.interval(given, parameters)
    expect_hazard(audit["hazard"], base, reference)
    expect_people(audit["people"], base)
    expect_roles(audit["roles"], base, low, high)
    expect_sums(audit, base, low, high)
    if seed % SIMULATED == 0:
        expect_year(audit["company"]["year"], reference.simulate(given, parameters))
    expect_alternatives(audit, data, given, base, parameters, reference, tornado=seed % SIMULATED == 0)


def expect_hazard(hazard, base, reference):
    assert hazard["per_month"] == same(base["h"]) and hazard["information"] == same(base["A"])
    assert hazard["departures"] == sum(event for _, event in base["spells"]) and hazard["spells"] == len(base["spells"])
    rows = reference.kaplan_meier(base["spells"])
    # Tenures that differ by a rounding error are one step or two: only the ends are compared then.
    if len(rows) == len(hazard["survival"]):
        for step, row in zip(hazard["survival"], rows):
            assert step["months"] == same(row["time"]) and step["at_risk"] == row["at_risk"]
            assert step["survival"] == same(row["survival"])
            for ours, theirs in (("se", "se"), ("low", "lo"), ("high", "hi")):
                assert (step[ours] is None) == (row[theirs] != row[theirs]) and (step[ours] is None or step[ours] == same(row[theirs]))
    elif rows:
        assert hazard["survival"][-1]["survival"] == same(rows[-1]["survival"])


def expect_people(people, base):
    found = {person["id"]: person for person in people}
    assert set(found) == set(base["people"])
    for name, expected in base["people"].items():
        person = found[name]
        assert person["active"] == expected["active"] and person["silence_days"] == expected["silence_days"]
        assert person["departures"] == expected["own_events"]
        for ours, theirs in (("months", "months"), ("cadence_days", "cadence_days"), ("gap_days", "gap_days"), ("attachment", "attachment")):
            assert person[ours] == same(expected[theirs]), (name, ours)
        if expected["active"]:
            assert person["departure_probability"] == same(expected["p"]), name
            assert person["already_gone"] == same(expected["already_gone"]), name


def expect_roles(roles, base, low, high):
    found = {role["id"]: role for role in roles}
    assert set(found) == set(base["roles"])
    for name, expected in base["roles"].items():
        role = found[name]
        for ours, theirs in (("loss_hours", "loss_hours"), ("loss_exact", "loss_usd"), ("annual_spend_exact", "annual_spend_usd"),
                             ("index", "index"), ("rate", "rate_usd"), ("annual_hours", "annual_hours"), ("seats", "seats"),
                             ("collaboration", "c")):
            assert role[ours] == same(expected[theirs]), (name, ours)
        for ours, theirs in (("k_max_hours", "k_max_hours"), ("tau", "tau"), ("mu", "mu"), ("codified_share", "codified_share"),
                             ("loss_fraction", "loss_fraction"), ("hhi_recent_hours", "hhi_recent_hours")):
            assert role["derivation"][ours] == same(expected[theirs]), (name, ours)
        assert role["index_low"] == same(low["roles"][name]["index"]) and role["index_high"] == same(high["roles"][name]["index"])
        assert role["bus_factor"] == expected["bus_factor"] and role["band"] == expected["band"]
        assert role["department"] == expected["department"]
        holders = {holder["id"]: holder for holder in role["holders"]}
        assert set(holders) == set(expected["holders"])
        for person, figures in expected["holders"].items():
            assert holders[person]["knowledge"] == same(figures["k"])
            assert holders[person]["effective_hours"] == same(figures["effective_hours"])
            assert holders[person]["departure_probability"] == same(figures["p"])
            assert holders[person]["loss_hours"] == same(figures["loss_hours"])
            assert float(holders[person]["loss"]) == pytest.approx(figures["loss_usd"], abs=0.0101)


def expect_sums(audit, base, low, high):
    company = audit["company"]
    for ours, theirs in (("loss_hours", "loss_hours"), ("loss_exact", "loss_usd"), ("annual_spend_exact", "annual_spend_usd"), ("index", "index")):
        assert company[ours] == same(base["company"][theirs]), ours
    assert company["band"] == base["company"]["band"] and float(company["loss"]) == pytest.approx(base["company"]["loss_usd"], abs=0.005001)
    assert company["index_low"] == same(low["company"]["index"]) and company["index_high"] == same(high["company"]["index"])
    departments = {department["id"]: department for department in audit["departments"]}
    assert set(departments) == set(base["departments"])
    for name, expected in base["departments"].items():
        assert departments[name]["index"] == same(expected["index"]) and departments[name]["band"] == expected["band"]
        assert departments[name]["loss_exact"] == same(expected["loss_usd"])
    cents = [sum(round(100 * float(part["loss"])) for part in parts)
             for parts in ([company], audit["departments"], audit["roles"], audit["people"])]
    assert len(set(cents)) == 1, cents


def expect_year(year, expected):
    for name in ("p50", "p95", "es95", "mean"):
        assert year[f"{name}_exact"] == same(expected[name]), name
    assert year["share_without_loss"] == expected["p_zero"]


def expect_alternatives(audit, data, given, base, parameters, reference, tornado):
    """Options of the company, of every department and of every role; prices in dollars are scaled to the reporting currency."""
    factor = companies.per_dollar(data)
    common = dict(reference.ALT, manager_usd_h=(data["manager"] or 60.0) * factor, contract_initiation_usd=4.95 * factor)
    philippines = dict(reference.PH, fx=reference.PH["fx"] / factor,
                       **{name: reference.PH[name] * factor for name in ("equipment_usd", "admin_usd_month", "setup_usd")})
    us = dict(reference.US, **{name: reference.US[name] * factor for name in ("equipment_usd", "seat_usd_month", "setup_usd")})
    pesos = {role: float(pay["philippines"]) for role, pay in data["pay"].items()}
    salaries = {role: pay["us"] * factor for role, pay in data["pay"].items()}

    def options(roles, p=parameters):
        keep = reference.keep_option(roles, p, common)
        return keep, {"keep": keep, "document": reference.document_option(roles, p, common),
                      "philippines_team": reference.team_option(roles, philippines, p, common, reference.ph_head_cost, pesos),
                      "in_house_us": reference.team_option(roles, us, p, common, reference.us_head_cost, salaries)}

    def expect(found, roles):
        keep, wanted = options(roles)
        found = {option["option"]: option for option in found}
        assert set(found) == set(wanted)
        for name, expected in wanted.items():
            option = found[name]
            assert option["annual_exact"] == same(expected["annual"]), name
            assert option["one_off_exact"] == same(expected["one_off"]), name
            assert option["tco_exact"] == same(reference.tco(expected, 24.0)), name
            months = None if name == "keep" else reference.break_even_months(keep, expected)
            assert option["break_even_months"] == (None if months is None else same(months)), name
            for money, exact in (("annual", "annual"), ("one_off", "one_off")):
                assert float(option[money]) == pytest.approx(expected[exact], abs=0.005001)
            for part in option.get("annual_parts", []):
                assert part["exact"] == same(expected[part["name"]]), (name, part["name"])
            for post in option.get("posts", []):
                assert post["posts"] == expected["roles"][post["role"]]["posts"]
                assert post["cost_per_head"] == same(expected["roles"][post["role"]]["cost_per_head"])

    live = [role for role in base["roles"].values() if role["holders"]]
    if not live:
        assert not audit["alternatives"] and not audit["company"]["alternatives"]
        return
    expect(audit["company"]["alternatives"], live)
    for department in {role["department"] for role in live}:
        expect([option for option in audit["alternatives"] if option["department"] == department],
               [role for role in live if role["department"] == department])
    for role in live:
        expect(next(found for found in audit["roles"] if found["id"] == role["id"])["alternatives"], [role])
    if tornado:
        expect_tornado(audit, given, parameters, common, philippines, pesos, factor, reference)


def expect_tornado(audit, given, parameters, common, place, pesos, factor, reference):
    def advantage(p=parameters, a=common, x=place, wage=1.0):
        roles = [role for role in reference.assess(given, p)["roles"].values() if role["holders"]]
        team = reference.team_option(roles, x, p, a, reference.ph_head_cost, {role: pay * wage for role, pay in pesos.items()})
        return reference.tco(reference.keep_option(roles, p, a), 24.0) - reference.tco(team, 24.0)

    weeks = parameters["weeks_to_full_productivity"]
    money = {"admin_usd_month", "setup_usd"}
    found = next(option for option in audit["company"]["alternatives"] if option["option"] == "philippines_team")["tornado"]
    assert len(found) == 16
    swings = [abs(bar["advantage_at_high"] - bar["advantage_at_low"]) for bar in found]
    assert swings == sorted(swings, reverse=True)
    for bar in found:
        name = bar["parameter"]
        for end, value in (("advantage_at_low", bar["low"]), ("advantage_at_high", bar["high"])):
            if name == "wage_factor":
                expected = advantage(wage=value)
            elif name == "parallel_run_months":
                expected = advantage(a=dict(common, parallel_run_months=value))
            elif name == "weeks_to_full_factor":
                expected = advantage(dict(parameters, weeks_to_full_productivity={family: week * value for family, week in weeks.items()}))
            elif name in parameters:
                expected = advantage(dict(parameters, **{name: value}))
            else:
                expected = advantage(x=dict(place, **{name: value * factor if name in money else value}))
            assert bar[end] == pytest.approx(expected, rel=1e-9, abs=1e-6), (name, end)

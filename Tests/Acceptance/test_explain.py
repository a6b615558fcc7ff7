"""A finished audit explains its figures, answers what-if questions, and prices options by quotes."""

import json
import os
import re
import subprocess

import pytest

from conftest import BINARY, ROOT, run


@pytest.fixture(scope="module")
def audit(sample):
    return json.loads((sample / "audit.json").read_text())


def explain(sample, identifier):
    done = run("explain", sample / "audit.json", identifier)
    return done, done.stdout.decode()


def test_every_kind_of_figure_has_a_derivation(sample, audit):
    ids = {derivation["id"] for derivation in audit["derivations"]}
    assert {"company"} | {f"department:{d['id']}" for d in audit["departments"]} <= ids
    assert {f"role:{role['id']}" for role in audit["roles"]} | {f"person:{person['id']}" for person in audit["people"]} <= ids
    assert {f"option:{o['department']}/{o['option']}" for o in audit["alternatives"]} <= ids
    names = {name for d in audit["derivations"] for step in d["steps"] for name in step["parameters"]}
    assert names <= set(audit["parameters"]) and set(audit["parameters"]) == set(audit["parameter_sources"])


def test_a_role_is_derived_down_to_the_lines_that_bill_it(sample, audit):
    role = audit["roles"][0]
    done, text = explain(sample, f"role:{role['id']}")
    assert done.returncode == 0
    assert f"{float(role['loss']):,.2f}" in text and "learning constant tau" in text and "Argote" in text
    lines = 0
    for path, ranges in re.findall(r"^  (\S+):([\d,-]+) \(", text, re.M):
        content = (ROOT / path).read_text(encoding="utf-8-sig").splitlines()
        for part in ranges.split(","):
            first, last = (int(number) for number in (part.split("-") * 2)[:2])
            lines += last - first + 1
            assert last <= len(content), (path, part)
    assert lines == role["lines"], "every line of the role is named once"


def test_the_steps_of_a_role_multiply_to_its_loss(audit):
    for role in audit["roles"]:
        steps = {step["what"]: step["result"] for d in audit["derivations"] if d["id"] == f"role:{role['id']}" for step in d["steps"]}
        value = lambda name: float(re.search(r"-?[\d.]+(?:e-?\d+)?", steps[name])[0])
        product = value("largest loss Kmax") * value("collaboration multiplier mu") * (1 - value("share saved by documents kappa"))
        assert product * value("share at stake L") == pytest.approx(role["loss_hours"], rel=1e-4, abs=1e-3)


def test_a_person_shows_only_the_own_lines(sample, audit):
    person = next(person for person in audit["people"] if person["active"])
    done, text = explain(sample, f"person:{person['id']}")
    assert done.returncode == 0 and "chance of leaving P" in text
    assert all(f" {person['id']}, " in line for line in text.split("Lines behind the hours:")[1].splitlines() if line.strip())


def test_an_option_of_one_role_is_derived(sample, audit):
    role = next(role for role in audit["roles"] if role["alternatives"])
    for option in role["alternatives"]:
        done, text = explain(sample, f"option:{role['id']}/{option['option']}")
        assert done.returncode == 0, done.stderr.decode()
        assert text.startswith(f"{option['option']} for role:{role['id']}: ")
        assert "cost of a year" in text and "Lines behind the hours:" in text
        assert ("break-even against keeping" in text) == (option["option"] != "keep")
    held = [role for role in audit["roles"] if role["alternatives"]][:120]
    ids = {derivation["id"] for derivation in audit["derivations"]}
    assert {f"option:role:{role['id']}/{option['option']}" for role in held for option in role["alternatives"]} <= ids


def test_an_unknown_figure_names_the_nearest(sample, audit):
    done, _ = explain(sample, f"role:{audit['roles'][0]['id']}x")
    assert done.returncode == 2 and f"role:{audit['roles'][0]['id']}".encode() in done.stderr
    assert run("explain", ROOT / "README.md", "company").returncode == 3


def test_without_people_the_roles_that_miss_them_come_in_the_order_of_money(tmp_path, audit):
    people = [person for person in audit["people"] if float(person["loss"]) > 0][:3]
    names = ",".join([people[0]["id"], people[1]["name"], people[2]["id"]])
    done = run("audit", "SampleData", "--output", tmp_path / "out", "--without", names)
    assert done.returncode == 0, done.stderr.decode()
    answer = json.loads((tmp_path / "out" / "audit.json").read_text())["what_if"]
    assert sorted(answer["without"]) == sorted(person["id"] for person in people)
    added = [role["loss_after"] - role["loss_before"] for role in answer["roles"]]
    assert added == sorted(added, reverse=True) and sum(added) == pytest.approx(answer["loss_after"] - answer["loss_before"])
    held = {role["id"] for role in audit["roles"] if {holder["id"] for holder in role["holders"]} & {person["id"] for person in people}}
    assert {role["id"] for role in answer["roles"]} == held
    for person in people:
        alone = next(entry for entry in answer["people"] if entry["id"] == person["id"])
        assert alone["added"] == pytest.approx(person["added_if_gone"])
    assert "Without" in (tmp_path / "out" / "report.html").read_text()


def test_somebody_unknown_is_wrong_use(tmp_path):
    done = run("audit", "SampleData", "--output", tmp_path / "out", "--without", "nobody-at-all")
    assert done.returncode == 2 and b"unknown-person" in done.stderr and not (tmp_path / "out").exists()


def test_every_post_says_where_its_pay_comes_from(audit, sample):
    report = (sample / "report.html").read_text()
    for option in audit["alternatives"]:
        assert option["marketplace_gives"] and len(option["marketplace_gives"]) == 4
        for post in option["posts"]:
            assert post["grade"] in {"quote", "confirmed", "partly", "from_memory"} and post["source"] and post["from"]["line"] > 1
            assert post["year"] is not None
    assert "from memory" in report and "own quote" not in report


COMPANY = """currency: USD
alternatives: {%s}
roles:
  - {id: care, department: Ops, family: customer_support, collaboration: 0.9}
people:
  - {id: f1, location: philippines}
"""


def write(folder, alternatives, quotes=None):
    lines = ["date,freelancer_id,role,quantity,rate"]
    lines += [f"2026-{1 + week // 4:02d}-{1 + 7 * (week % 4):02d},f1,care,38,9" for week in range(40)]
    (folder / "invoices.csv").write_text("\n".join(lines) + "\n")
    (folder / "audit.yml").write_text(COMPANY % alternatives)
    if quotes is not None:
        (folder / "quotes.csv").write_text(quotes)


def test_quotes_override_the_benchmarks_and_low_cost_places_are_noticed(tmp_path):
    write(tmp_path, "locations: [philippines], quotes: quotes.csv",
          "role,location,pay,unit,year,source\ncare,philippines,35000,PHP/month,2026,Offer 12\n")
    done = run("audit", tmp_path, "--output", tmp_path / "out")
    assert done.returncode == 0, done.stderr.decode()
    audit = json.loads((tmp_path / "out" / "audit.json").read_text())
    post = next(o for o in audit["alternatives"] if o["option"] == "philippines_team")["posts"][0]
    assert post["pay"] == 35000 and post["grade"] == "quote" and post["source"] == "Offer 12"
    notes = " ".join(audit["decisions"][0]["notes"])
    assert "low-cost countries" in notes and "no wage gap" in notes
    assert "own quote" in (tmp_path / "out" / "report.html").read_text()


@pytest.mark.parametrize("alternatives, quotes, place", [
    ("locations: [filipines]", None, "audit.yml:2:"),
    ("quotes: quotes.csv", "role,location,pay,unit\ncare,us,much,USD/year\n", "quotes.csv:2:9:"),
    ("quotes: missing.csv", None, "missing.csv:1:"),
    ("quotes: quotes.csv", "role,location,pay,unit\ncare,us,5,USD/hour\nCare,USA,6,USD/hour\n", "quotes.csv:3:1: error: Care in USA has a quote in line 2"),
])
def test_a_mistake_in_alternatives_is_wrong_use_with_its_place(tmp_path, alternatives, quotes, place):
    write(tmp_path, alternatives, quotes)
    done = run("audit", tmp_path, "--output", tmp_path / "out")
    assert done.returncode == 2 and place in done.stderr.decode(), done.stderr.decode()


def test_a_place_named_twice_is_compared_once_with_a_warning(tmp_path):
    write(tmp_path, "locations: [us, us, USA, philippines, PH]")
    done = run("audit", tmp_path, "--output", tmp_path / "out")
    assert done.returncode == 0 and done.stderr.decode().count("[repeated-location]") == 3, done.stderr.decode()
    audit = json.loads((tmp_path / "out" / "audit.json").read_text())
    assert [o["option"] for o in audit["company"]["alternatives"]] == ["keep", "document", "in_house_us", "philippines_team"]


@pytest.mark.parametrize("home, hint", [("atlantis", "write the country"), ("Filipines", "did you mean 'Philippines'?")])
def test_a_home_that_is_no_country_is_wrong_use(tmp_path, home, hint):
    write(tmp_path, "locations: [us]")
    path = tmp_path / "audit.yml"
    path.write_text(path.read_text().replace("location: philippines", f"location: {home}"))
    done = run("audit", tmp_path, "--output", tmp_path / "out")
    message = done.stderr.decode()
    assert done.returncode == 2 and "audit.yml:6:24: error: people → f1" in message and hint in message, message


def test_quotes_that_nothing_uses_are_told(tmp_path):
    write(tmp_path, "locations: [philippines], quotes: quotes.csv",
          "role,location,pay,unit\ncares,philippines,35000,PHP/month\ncare,us,20,USD/hour\n")
    done = run("audit", tmp_path, "--output", tmp_path / "out")
    message = done.stderr.decode()
    assert done.returncode == 0, message
    assert "quotes.csv:2:1: warning: no role, job or family is called 'cares'" in message and "did you mean 'care'?" in message
    assert "quotes.csv:3:1: warning: the quote for care in us is not used" in message


def test_without_a_dollar_rate_alternatives_are_left_out_and_said_so(tmp_path):
    write(tmp_path, "locations: [us]")
    (tmp_path / "audit.yml").write_text((tmp_path / "audit.yml").read_text().replace("currency: USD", "currency: EUR"))
    (tmp_path / "invoices.csv").write_text("\n".join(
        line + ("currency" if not number else "EUR") for number, line in
        enumerate(text + "," for text in (tmp_path / "invoices.csv").read_text().splitlines())) + "\n")
    done = run("audit", tmp_path, "--output", tmp_path / "out")
    assert done.returncode == 0, done.stderr.decode()
    audit = json.loads((tmp_path / "out" / "audit.json").read_text())
    assert not audit["alternatives"] and any("Alternatives are not compared" in limit for limit in audit["limits"])


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="needs Linux to bind a process to one processor")
def test_one_processor_gives_the_same_bytes_as_all(tmp_path, sample):
    one = min(os.sched_getaffinity(0))
    subprocess.run([str(BINARY), "audit", "SampleData", "--output", tmp_path / "one"], cwd=ROOT, check=True, capture_output=True,
                   preexec_fn=lambda: os.sched_setaffinity(0, {one}))
    for path in sample.iterdir():
        assert path.read_bytes() == (tmp_path / "one" / path.name).read_bytes(), path.name

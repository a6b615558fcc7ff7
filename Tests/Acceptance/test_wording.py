"""What the reports say follows from the figures that they show, and they say it the same everywhere."""

import json
import re
from datetime import date, timedelta

import pytest
from lxml import html as parser

from conftest import run

TARGET = 200 * 7 / 365.25
BANDS = ["low", "moderate", "high", "critical"]


def plain(text):
    return " ".join(text.replace("\u00a0", " ").replace("\\", "").replace("**", "").split())


@pytest.fixture(scope="module")
def audit(sample):
    return json.loads((sample / "audit.json").read_text())


@pytest.fixture(scope="module")
def page(sample):
    return parser.fromstring((sample / "report.html").read_text())


@pytest.fixture(scope="module")
def texts(sample):
    return {name: plain((sample / name).read_text()) for name in ("email.txt", "summary.md", "report.md")} | {
        name: plain(parser.fromstring((sample / name).read_text()).text_content()) for name in ("report.html", "email.html")}


def best_way(role):
    """The cheapest way below two weeks of spend, else the one with the least cost and loss together; and whether it is enough."""
    lowering = [way for way in role["ways_to_lower"] if way["loss"] < role["loss_exact"] * (1 - 1e-9)]
    enough = [way for way in lowering if way["index"] < TARGET]
    return min(enough or lowering, key=lambda way: way["cost"] if enough else way["cost"] + way["loss"]), bool(enough)


def test_the_advice_on_a_role_is_its_cheapest_way_that_is_enough(audit, page, texts):
    decided = [role for role in audit["roles"] if role["holders"] and role["band"] in ("high", "critical") and role["class"] != "mixed"]
    assert len(decided) > 5
    for role in decided:
        way, enough = best_way(role)
        is_post = role["class"] == "collaborative" and role["annual_hours"] / 1700 >= 0.5
        assert role["advice"] == (way["way"] if enough or not is_post else "team"), role["id"]
        assert f"USD {way['cost']:,.0f} in the first year" in plain(role["reason"]) and f"to {way['index']:.1f} %" in role["reason"]
        assert f"USD {way['loss']:,.0f} a year remains" in plain(role["reason"])
        finding = next(f for f in audit["findings"] if f["id"] == "knowledge-at-risk:" + role["id"])
        assert f"USD {way['cost']:,.0f} in the first year" in plain(finding["action"])
        assert plain(role["reason"]) in plain(page.get_element_by_id("role-" + role["id"]).text_content())
    assert not any("documents alone cannot" in text for text in texts.values())


def departments_to_change(audit):
    """What staffing decisions move over the horizon: firm changes that save, and what is undecided."""
    found = {}
    for decision in audit["decisions"]:
        if not decision["subject"].startswith("department:"):
            continue
        name = decision["subject"].removeprefix("department:")
        options = [option for option in audit["alternatives"] if option["department"] == name]
        total = {option["option"]: float(option["tco"]) for option in options}
        months = {option["option"]: option["break_even_months"] for option in options}
        if decision["recommended"] is None:
            best = min(total, key=total.get)
            teams = {option: value for option, value in total.items() if option not in ("keep", "document")}
            rival = min(teams, key=teams.get) if best in ("keep", "document") else "keep"
            found[name] = (total[rival] - total[best], months[rival if best == "keep" else best])
        elif total[decision["recommended"]] < total["keep"]:
            found[name] = (total["keep"] - total[decision["recommended"]], months[decision["recommended"]])
    return found


def test_decisions_come_in_the_order_of_money_with_option_difference_and_break_even(audit, sample, page, texts):
    wanted = departments_to_change(audit)
    assert wanted["Product"][0] == max(money for money, _ in wanted.values()) and "Customer Care" in wanted
    shown = [plain(item.text_content()) for item in page.xpath("//ol[@class='decisions']/li")]
    amounts = [int(re.search(r"USD ([\d,]+)", item)[1].replace(",", "")) for item in shown]
    assert amounts == sorted(amounts, reverse=True) and shown[0].startswith("Product: team in the Philippines")
    for name, (money, months) in wanted.items():
        if round(money) >= min(amounts):
            item = next(item for item in shown if item.startswith(name + ":"))
            assert f"USD {money:,.0f} over 24 months" in item and f"pays off after {months:.1f} months" in item
            for file in ("email.txt", "email.html", "summary.md", "report.md"):
                assert f"USD {money:,.0f} over 24 months" in texts[file] and f"pays off after {months:.1f} months" in texts[file], file
    assert not any("compare a dedicated team" in item for item in shown)


def test_the_subject_counts_the_departments_that_a_team_is_considered_for(audit, sample):
    firm = {d["subject"] for d in audit["decisions"] if (d["recommended"] or "keep") not in ("keep", "document")}
    candidates = {"department:" + d["id"] for d in audit["departments"] if d["team_candidate"]}
    title = parser.fromstring((sample / "email.html").read_text()).findtext(".//title")
    assert f", {len({s for s in firm if s != 'company'} | candidates)} teams to consider" in title


def test_one_deadline_and_one_owner_for_one_thing(audit, page, sample):
    as_of = date.fromisoformat(audit["as_of"])
    roles = {role["title"]: role for role in audit["roles"]}
    for item in page.xpath("//ol[@class='decisions']/li"):
        text = plain(item.text_content())
        role = roles.get(text.split(":")[0])
        if role and role["band"] in ("high", "critical"):
            finding = next(f for f in audit["findings"] if f["id"] == "knowledge-at-risk:" + role["id"])
            due = "at once" if finding["severity"] == "critical" else f"by {as_of + timedelta(days=30)}"
            assert text.endswith(f"Owner: {role['department']}, {due}."), text
            assert finding["action"].endswith(f"owner: the department {role['department']}, {due}.")
    for finding in audit["findings"]:
        if finding["severity"] == "critical" and finding["respond_by"]:
            assert finding["respond_by"] == audit["as_of"] and "next quarter" not in finding["action"]


def test_what_decides_is_the_largest_part_and_the_parts_add_up(audit, texts):
    decisions = audit["decisions"] + [audit["company"]["decision"]] + [role["decision"] for role in audit["roles"] if role["decision"]]
    heads = {"pay": "Wages decide", "client fee": "The client fee decides", "coordination": "Coordination decides",
             "turnover": "Turnover decides", "knowledge": "Knowledge decides"}
    seen = set()
    for decision in decisions:
        note = plain(decision["notes"][0])
        whole = re.search(r"(saves|costs) USD ([\d,]+) (?:more )?a year \((.*?)\)", note)
        parts = {name: int(amount.replace(",", "")) * (1 if sign == "+" else -1)
                 for name, sign, amount in re.findall(r"([a-z][a-z ]*) ([+−])([\d,]+)", whole[3])}
        assert sum(parts.values()) == int(whole[2].replace(",", "")) * (1 if whole[1] == "saves" else -1), note
        largest = max(parts, key=lambda name: abs(parts[name]))
        assert note.startswith(heads[largest]), note
        seen.add(largest)
    assert len(seen) > 2
    company = plain(audit["company"]["decision"]["reason"] + " " + audit["company"]["decision"]["notes"][0])
    for name, text in texts.items():
        assert "The company as a whole. " + company in text, name


def test_undecided_names_a_parameter_only_where_its_bar_changes_the_sign(audit):
    undecided = 0
    for decision in audit["decisions"] + [audit["company"]["decision"]]:
        name = decision["subject"].removeprefix("department:")
        rows = audit["alternatives"] if name != "company" else audit["company"]["alternatives"]
        options = [o for o in rows if name == "company" or o["department"] == name]
        if decision["recommended"]:
            continue
        undecided += 1
        keep = float(options[0]["tco"])
        best = min(options, key=lambda option: float(option["tco"]))
        teams = [option for option in options if option["option"] not in ("keep", "document")]
        team = min(teams, key=lambda option: float(option["tco"]))
        bars = {bar["parameter"]: (bar["advantage_at_low"], bar["advantage_at_high"]) for bar in team["tornado"]}
        if best["option"] in ("keep", "document"):
            turning = {p for p, ends in bars.items() if max(ends) > keep - float(best["tco"])}
        else:
            turning = {p for p, ends in bars.items() if min(ends) < 0}
        reason = plain(decision["reason"])
        if turning:
            named = re.search(r"\((\w+), [\d.]+ to [\d.]+\) alone can turn that", reason)[1]
            assert named in turning
        else:
            assert "no single parameter turns that" in reason and f"({decision['decide_on']}, " in reason
    assert undecided >= 2


def test_a_rule_that_stands_before_the_figures_is_named_with_its_price(audit, page):
    seen = 0
    for decision in audit["decisions"]:
        name = decision["subject"].removeprefix("department:")
        options = {o["option"]: float(o["tco"]) for o in audit["alternatives"] if o["department"] == name}
        if decision["recommended"] is None or options[decision["recommended"]] - min(options.values()) < 0.5:
            continue
        seen += 1
        price = options[decision["recommended"]] - min(options.values())
        section = plain(page.get_element_by_id("department-" + name.replace(" ", "_20")).text_content())
        assert "rule" in decision["reason"] and f"USD {price:,.0f}" in plain(decision["reason"])
        assert f"{name}: a rule, not the figures, decides for" in section and f"USD {price:,.0f} less over 24 months" in section
        assert "the figures speak for this" not in section
    assert seen == 2


def test_a_way_that_does_not_lower_the_risk_is_not_called_one(audit, page, sample):
    worse = 0
    for role in audit["roles"]:
        rows = {}
        if role["holders"]:
            section = page.get_element_by_id("role-" + role["id"])
            rows = [plain(row.text_content()) for row in section.xpath(".//tr")]
        for way in role["ways_to_lower"]:
            name = {"document": "write it down", "second-person": "a second person", "both": "both"}[way["way"]]
            lowers = way["loss"] < role["loss_exact"]
            worse += not lowers
            assert any(row.startswith(f"{name}: does not lower the risk here") for row in rows) != lowers, role["id"]
    assert worse > 0
    email = next(role for role in audit["roles"] if role["id"] == "support-email")
    assert "both: costs no less than write it down and leaves more" in plain(page.get_element_by_id("role-support-email").text_content())
    assert email["advice"] == "keep"


def test_the_count_of_a_department_is_that_of_its_roles(audit):
    seats = [role for role in audit["roles"] if role["department"] == "Customer Care" and role["class"] == "collaborative"]
    urgent = sum(role["band"] in ("high", "critical") for role in seats)
    reason = next(d["reason"] for d in audit["departments"] if d["id"] == "Customer Care")
    assert f"{urgent} of them at high risk or above" in reason and urgent == 4


def test_a_place_that_others_held_is_not_called_empty(page):
    endings = {row[0].text_content(): row[-1].text_content() for row in page.xpath("//figure[@id='tenures']//tbody/tr")}
    # Others worked on in these roles when these people left.
    for name in ("Divina Marasigan", "Tomás Núñez", "Mbali Zwane", "Giulia Tamburro"):
        assert "without anybody" not in endings[name], name
    assert endings["Divina Marasigan"] == "others went on"
    assert "without anybody" in endings["Siân Pritchard"]


@pytest.fixture(scope="module")
def lone(tmp_path_factory):
    """A month of one seat in a team, and a person who left it."""
    folder = tmp_path_factory.mktemp("lone")
    rows = ["date,freelancer,role,department,quantity,rate,currency"]
    rows += [f"{date(2026, 1, 4) + timedelta(days=7 * week)},Ada Byron,desk,Ops,40,20,USD" for week in range(5)]
    rows += [f"{date(2025, 1, 5) + timedelta(days=7 * week)},Max Weber,books,Ops,30,25,USD" for week in range(40)]
    rows += [f"{date(2025, 11, 2) + timedelta(days=7 * week)},Eva Klein,books,Ops,30,25,USD" for week in range(14)]
    (folder / "in").mkdir()
    (folder / "in/in.csv").write_text("\n".join(rows) + "\n")
    (folder / "in/audit.yml").write_text(
        "roles:\n  - {id: desk, department: Ops, collaboration: 1}\n  - {id: books, department: Ops, collaboration: 0.1}\n"
        "parameters:\n  frailty_shape: 3\n")
    out = folder / "out"
    done = run("audit", folder / "in", "--output", out, "--without", "Eva Klein,Ada Byron")
    assert done.returncode == 0, done.stderr.decode()
    return out


def test_a_month_is_not_called_a_year(lone):
    audit = json.loads((lone / "audit.json").read_text())
    text = plain(parser.fromstring((lone / "report.html").read_text()).text_content())
    assert "of the year's spend is extrapolated from less than a year of billing" in text
    assert "The year is extrapolated from 91 days of billing." in text
    finding = [f for f in audit["findings"] if f["id"] == "knowledge-at-risk:desk"]
    assert all("(extrapolated from 91 days)" in f["condition"] for f in finding)


def test_too_little_work_for_a_team_is_said_where_one_would_be_cheaper(tmp_path):
    rows = ["date,freelancer,role,department,quantity,rate,currency"]
    rows += [f"{date(2025, 1, 5) + timedelta(days=7 * week)},Max Weber,desk,Ops,6,90,USD" for week in range(60)]
    for degree in (0.1, 0.9):
        folder = tmp_path / str(degree)
        folder.mkdir()
        (folder / "in.csv").write_text("\n".join(rows) + "\n")
        (folder / "audit.yml").write_text(f"roles:\n  - {{id: desk, department: Ops, collaboration: {degree}}}\n")
        assert run("audit", folder, "--output", folder / "out").returncode == 0
        found = json.loads((folder / "out/audit.json").read_text())
        decision, options = found["company"]["decision"], found["company"]["alternatives"]
        total = {option["option"]: float(option["tco"]) for option in options}
        assert decision["recommended"] in ("keep", "document") and min(total, key=total.get) not in ("keep", "document")
        gap = total[decision["recommended"]] - min(total.values())
        assert f"would be USD {gap:,.0f} cheaper over 24 months, but" in plain(decision["reason"])
        assert "of a post, too few for a team" in decision["reason"]


def test_one_is_singular(lone, audit):
    text = plain(parser.fromstring((lone / "report.html").read_text()).text_content())
    assert "1 departure of the last 52 weeks has cost" in text
    assert "Without Eva Klein, Ada Byron for certain" in text or "Without Ada Byron, Eva Klein for certain" in text
    assert not any("one holder cover it" in role["reason"] for role in audit["roles"])


def test_who_would_be_missed_comes_by_name_in_the_order_of_money(lone):
    answer = json.loads((lone / "audit.json").read_text())["what_if"]
    names = {"Ada Byron", "Eva Klein"}
    for file in ("report.html", "report.md"):
        text = (lone / file).read_text()
        text = plain(parser.fromstring(text).text_content() if file.endswith("html") else text.replace("**", ""))
        part = text.split("in the order of money, they would add:")[1][:200]
        order = re.findall(r"(Ada Byron|Eva Klein) USD ([\d,]+);", part)
        assert {name for name, _ in order} == names and [round(p["added"]) for p in answer["people"]] == [int(a.replace(",", "")) for _, a in order]
        assert ("turns critical" in text) == any(role["turns_critical"] for role in answer["roles"])


def test_changed_parameters_stand_on_the_first_page_of_the_markdown(lone):
    text = (lone / "report.md").read_text()
    assert text.index("Changed from the default") < text.index("\n## ")


def test_derivations_fold_open_with_formula_parameters_and_lines(audit, page):
    derivations = {entry["id"]: entry for entry in audit["derivations"]}
    folded = {fold.xpath("./summary/code")[0].text_content(): fold for fold in page.xpath("//details[@class='explained']")}
    wanted = {"company"} | {f"role:{role['id']}" for role in audit["roles"]}
    wanted |= {f"department:{entry['id']}" for entry in audit["departments"]}
    wanted |= {f"person:{person['id']}" for person in audit["people"] if float(person["loss"]) > 0}
    wanted |= {f"option:{option['department']}/{option['option']}" for option in audit["alternatives"]} | {"option:company/keep"}
    assert wanted <= set(folded)
    for identifier, fold in folded.items():
        text = plain(fold.text_content())
        for step in derivations[identifier]["steps"][:60]:
            assert plain(step["result"])[:150] in text and plain(step["formula"])[:300] in text, (identifier, step["what"])
    role = folded["role:booking-engine"].text_content()
    assert "Argote" in role and "transaction_report_2025-07_2026-09.csv:" in role


def test_what_the_marketplace_gives_is_a_line_of_every_option(audit, page, texts, sample):
    for name in ("payroll, invoices and payments", "no employer's tax liability", "escrow and disputes", "hiring speed"):
        assert name in texts["report.html"] and name in texts["report.md"]
        done = run("explain", sample / "audit.json", "option:Product/keep")
        assert f"the marketplace gives: {name}" in done.stdout.decode()
    team = run("explain", sample / "audit.json", "option:Product/philippines_team").stdout.decode()
    assert "in place of the marketplace: hiring speed" in team
    fee = next(o for o in audit["alternatives"] if o["department"] == "Product" and o["option"] == "keep")["marketplace_gives"][0]
    assert f"USD {fee['amount_exact']:,.0f}" in texts["report.md"] and plain(fee["note"]) in texts["report.md"]


def test_options_of_departments_and_roles_with_break_even(audit, page, texts):
    for role in audit["roles"]:
        if not role["alternatives"]:
            continue
        section = plain(page.get_element_by_id("role-" + role["id"]).text_content())
        for option in role["alternatives"]:
            total = f"USD {float(option['tco']):,.0f}"
            assert total in section and total in texts["report.md"], role["id"]
            if option["break_even_months"]:
                assert f"after {option['break_even_months']:.1f} months" in section
    for option in audit["alternatives"]:
        section = page.get_element_by_id("department-" + option["department"].replace(" ", "_20"))
        assert f"USD {float(option['tco']):,.0f}" in plain(section.xpath(".//table")[0].text_content())
    bars = page.xpath("//figure[@id='tornado-company']//tbody/tr")
    assert len(bars) >= 12
    assert len(page.xpath("//figure[@id='tornado-department-Product']//tbody/tr")) >= 12


def test_the_backtest_is_scored_against_its_base_rate(audit, texts):
    test = audit["backtest"]
    for name in ("report.html", "report.md"):
        assert f"(Brier): {test['brier']:.3f}, against {test['brier_of_base_rate']:.3f}" in texts[name]
        assert ("no better than that base rate" in texts[name]) == (test["brier"] >= test["brier_of_base_rate"])


def test_the_simulated_year_and_the_concentration_are_shown(audit, texts):
    year = audit["company"]["year"]
    for name, text in texts.items():
        assert f"USD {round(year['p50_exact']):,}" in text, name
    for name in ("report.html", "report.md"):
        assert f"HHI {round(audit['company']['hhi_spend']):,}, as if" in texts[name]

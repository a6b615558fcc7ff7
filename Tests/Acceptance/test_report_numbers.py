"""The numbers that people see are those that programs read, parsed back from each file."""

import json
import re
from decimal import ROUND_HALF_UP, Decimal

import pytest
from lxml import html as parser


@pytest.fixture(scope="module")
def audit(sample):
    return json.loads((sample / "audit.json").read_text())


@pytest.fixture(scope="module")
def page(sample):
    return parser.fromstring((sample / "report.html").read_text())


def number(text):
    """The number in a text such as `USD 1,234.50` or `5.6 %`."""
    return Decimal(re.sub(r"[^0-9.\-]", "", text.replace("−", "-")))


def rounded(value, digits):
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def rows(page, path):
    return [[" ".join(cell.text_content().split()) for cell in row] for row in page.xpath(path + "//tbody/tr")]


def test_the_table_of_roles(page, audit):
    held = [role for role in audit["roles"] if role["holders"]]
    shown = page.xpath("//table[@id='role-table']/tbody/tr")
    assert len(shown) == len(held)
    for row, role in zip(shown, held):
        cells = list(row)
        assert cells[0].text_content() == role["title"] and cells[5].get("data-v") == role["loss"]
        assert number(cells[5].text_content()) == rounded(role["loss"], 0)
        assert Decimal(cells[6].get("data-v")) == rounded(role["index"], 4)
        assert number(cells[6].text_content()) == rounded(role["index"], 1)
        low, high = cells[7].text_content().split("–")
        assert number(low) == rounded(role["index_low"], 1) and number(high) == rounded(role["index_high"], 1)
        assert cells[8].text_content().split()[-1] == role["band"]


def test_departments_and_people(page, audit):
    departments = {entry["id"]: entry for entry in audit["departments"]}
    found = rows(page, "//section[@aria-labelledby='departments']/div/table")
    assert len(found) == len(departments)
    for row in found:
        entry = departments[row[0]]
        assert number(row[1]) == rounded(entry["annual_spend"], 0) and number(row[2]) == rounded(entry["loss"], 0)
    people = {entry["name"]: entry for entry in audit["people"]}
    found = rows(page, "//section[@aria-labelledby='people']/div[1]/table")
    assert len(found) == sum(1 for entry in people.values() if Decimal(entry["loss"]) > 0)
    for row in found:
        entry = people[row[0]]
        assert number(row[4]) == rounded(100 * entry["departure_probability"], 0) and number(row[5]) == rounded(entry["loss"], 0)


def test_each_role_in_detail(page, audit):
    for role in audit["roles"]:
        section = page.get_element_by_id("role-" + role["id"])
        steps = {row[0]: row[1] for row in rows(section, ".//table[@class='derivation']")}
        assert number(next(value for name, value in steps.items() if name == "= expected loss")) == Decimal(role["loss"])
        assert number(next(value for name, value in steps.items() if name.startswith("÷ spend"))) == Decimal(role["annual_spend"])
        assert number(next(value for name, value in steps.items() if name.startswith("seats"))) == rounded(role["seats"], 2)
        for cue in role["evidence"][:12]:
            assert cue["observation"] in section.text_content()


def test_the_tables_under_the_pictures(page, audit):
    for row, quarter in zip(rows(page, "//figure[@id='trend']"), audit["quarters"][-12:]):
        assert row[0] == quarter["quarter"] and number(row[1]) == Decimal(quarter["spend"]) and int(row[4]) == quarter["departures"]
    change = audit["quarters"][-1]["loss_change"]
    found = {row[0]: number(row[1].replace("±", "")) for row in rows(page, "//figure[@id='waterfall']")}
    for name, key in (("people", "people"), ("hours", "hours"), ("rates", "rates"), ("currency", "currency"), ("documents", "documentation")):
        assert found[name] == rounded(change[key], 0)
    for row, step in zip(rows(page, "//figure[@id='survival']"), audit["hazard"]["survival"]):
        assert int(row[1]) == step["at_risk"] and number(row[3]) == rounded(100 * step["survival"], 1)
    options = {row[0]: row for row in rows(page, "//figure[@id='costs']")}
    assert number(options["keep the marketplace"][2]) == Decimal(audit["company"]["alternatives"][0]["annual"])


def test_markdown_and_text_mail(sample, audit):
    markdown = (sample / "report.md").read_text().replace("\\", "").replace("\u00a0", " ")
    summary = (sample / "summary.md").read_text().replace("\\", "").replace("\u00a0", " ")
    mail = " ".join((sample / "email.txt").read_text().replace("\u00a0", " ").split())
    held = [role for role in audit["roles"] if role["holders"]]
    for role in held[:10]:
        loss, index = f"USD {rounded(role['loss'], 0):,}", f"{rounded(role['index'], 1)} %"
        line = next(line for line in summary.splitlines() if line.startswith(f"| {role['title']} |"))
        assert loss in line and index in line
        assert f"- {role['title']}: {loss}, Index {index}, {role['band']}." in mail
    for role in audit["roles"]:
        assert f"USD {Decimal(role['loss']):,}" in markdown or not role["holders"]

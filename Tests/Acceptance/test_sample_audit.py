"""The figures of the sample audit add up, wherever they are shown."""

import csv
import email
import email.policy
import io
import json
import re
from decimal import Decimal

import pytest

from conftest import ROOT, ingest, run


@pytest.fixture(scope="module")
def audit(sample):
    return json.loads((sample / "audit.json").read_text())


def test_records_and_every_currency_reconcile(audit):
    total = audit["reconciliation"]
    assert total["records"] == total["accepted"] + total["rejected"] + total["duplicates"]
    for currency, amount in total["amount_in"].items():
        parts = [total[f"amount_{part}"].get(currency, "0") for part in ("used", "rejected", "duplicate")]
        assert Decimal(amount) == sum(map(Decimal, parts))
    for key in ("records", "accepted", "rejected", "duplicates"):
        assert total[key] == sum(entry[key] for entry in audit["inputs"])


def test_money_of_roles_departments_people_and_company_is_one_sum_to_the_cent(audit):
    company = Decimal(audit["company"]["loss"])
    assert company == sum(Decimal(role["loss"]) for role in audit["roles"])
    assert company == sum(Decimal(department["loss"]) for department in audit["departments"])
    assert company == sum(Decimal(person["loss"]) for person in audit["people"])
    for role in audit["roles"]:
        if role["holders"]:
            assert Decimal(role["loss"]) == sum(Decimal(holder["loss"]) for holder in role["holders"])
    spend = Decimal(audit["company"]["annual_spend"])
    assert spend == sum(Decimal(role["annual_spend"]) for role in audit["roles"])
    assert abs(company - Decimal(str(audit["company"]["loss_exact"]))) <= Decimal("0.005")


def test_the_quarters_add_up_to_all_work(audit):
    total = sum(Decimal(quarter["spend"]) for quarter in audit["quarters"])
    assert abs(total - Decimal(audit["work"]["total"])) <= Decimal("0.05"), "each quarter is rounded once"
    assert len(audit["quarters"]) == 8


def test_the_index_follows_from_loss_and_spend(audit):
    for unit in [audit["company"], *audit["departments"], *audit["roles"]]:
        if unit["index"] is not None and unit.get("loss_exact"):
            assert unit["index"] == pytest.approx(100 * unit["loss_exact"] / unit["annual_spend_exact"], rel=1e-12)
            assert unit["index_low"] <= unit["index"] <= unit["index_high"]


def test_the_story_is_in_the_figures(audit):
    candidates = [d["id"] for d in audit["departments"] if d["team_candidate"]]
    assert candidates == ["Customer Care"]
    advice = {role["id"]: role["advice"] for role in audit["roles"]}
    assert advice["flight-videos"] == advice["booking-data-entry"] == "keep"
    assert advice["bookkeeping"] == "document"
    assert audit["people"][0]["id"] == "mateusz-wojcik"
    assert "on leave until 2026-10-12" in next(p for p in audit["people"] if p["id"] == "emre")["signals"]


def test_the_deliberate_flaws_are_reported(audit, sample):
    with open(sample / "rejects.csv", newline="", encoding="utf-8") as file:
        codes = sorted(row["code"] for row in csv.DictReader(file))
    assert codes == ["bad-date", "bad-date", "bad-number", "missing-freelancer", "too-few-fields", "unknown-currency"]
    refused = [entry["path"] for entry in audit["inputs"] if entry["refused"]]
    assert refused == ["SampleData/e-invoices/ubl-truncated.xml"]
    report = (sample / "report.md").read_text()
    for words in ("escrow whose release is counted", "a time report for a week that the transactions bill",
                  "the same platform reference again", "in a file equal to another one"):
        assert words in report


def test_the_weekly_summary_lends_its_hours_and_is_not_counted_twice():
    alone, _ = ingest("SampleData/upwork/transaction_report_2025-07_2026-09.csv")
    both, done = ingest("SampleData/upwork/transaction_report_2025-07_2026-09.csv",
                        "SampleData/upwork/weekly-summary-2026.csv")
    work = lambda records: sum(Decimal(r["amount"]) for r in records if r["kind"] in ("invoice", "timesheet"))
    assert work(alone) == work(both)
    without = lambda records: sum(1 for r in records if r["kind"] == "invoice" and "quantity" not in r)
    assert without(alone) > without(both)
    assert b"overlap" not in done.stderr


def test_roles_csv_says_what_the_json_says(audit, sample):
    with open(sample / "roles.csv", newline="", encoding="utf-8") as file:
        rows = {row["role"]: row for row in csv.DictReader(file)}
    assert len(rows) == len(audit["roles"])
    for role in audit["roles"]:
        row = rows[role["id"]]
        assert row["loss"] == role["loss"] and row["annual_spend"] == role["annual_spend"]
        assert float(row["index"]) == pytest.approx(role["index"], abs=5e-5)


def test_html_markdown_and_mail_show_the_numbers_of_the_json(audit, sample):
    loss = f"{round(Decimal(audit['company']['loss'])):,}"
    texts = {name: (sample / name).read_text().replace("\u00a0", " ").replace("\\", "") for name in
             ("report.html", "report.md", "email.html", "email.txt")}
    for name, text in texts.items():
        assert f"USD {loss}" in text, name
        assert f"{audit['reconciliation']['records']:,} records in" in re.sub(r"\s+", " ", text), name
    for role in audit["roles"]:
        if role["holders"]:
            amount = f"USD {Decimal(role['loss']).quantize(Decimal(1), 'ROUND_HALF_UP'):,}"
            assert amount in texts["report.html"] and amount in texts["report.md"]
    for number in re.findall(r"USD [\d,]+", texts["email.html"]):
        assert number in re.sub(r"\s+", " ", texts["email.txt"]), number


def test_the_html_report_asks_the_network_for_nothing(sample):
    html = (sample / "report.html").read_text()
    assert "default-src &#39;none&#39;" in html
    assert not re.search(r"""(src|href)=["'](?!#)""", html), "only links within the page"
    assert "<link" not in html and "@import" not in html and "url(" not in html


def test_the_mail_is_read_back_unchanged(sample):
    raw = (sample / "email.eml").read_bytes()
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert not message.defects and message.get_content_type() == "multipart/alternative"
    plain, html = message.iter_parts()
    for part, name in ((plain, "email.txt"), (html, "email.html")):
        assert not part.defects
        assert part.get_payload(decode=True).replace(b"\r\n", b"\n").rstrip(b"\n") == (sample / name).read_bytes().rstrip(b"\n")
    assert message["Date"].datetime.isoformat().startswith("2026-09-27T00:00:00")
    assert message["To"] == "ops@example.com" and "Altiva" in message["Subject"]
    lines = raw.split(b"\r\n")
    assert max(map(len, lines)) <= 78 and b"\n" not in b"".join(lines)
    assert len((sample / "email.html").read_bytes()) < 100_000 and len(raw) < 100_000


def test_the_mail_keeps_to_what_mail_programs_show(sample):
    html = (sample / "email.html").read_text()
    for forbidden in ("<svg", "<script", "<link", "<img", "<form", "data:", "javascript:", "position:", "display:flex"):
        assert forbidden not in html.lower(), forbidden
    for table in re.findall(r"<table[^>]*>", html):
        assert 'role="presentation"' in table or 'class="data-table"' in table
        assert "cellpadding" in table and "cellspacing" in table and "border" in table


def test_hostile_texts_stay_texts(tmp_path):
    payloads = ["<script>alert(1)</script>", "\"\u0301 onmouseover=alert(1)", "{{title}}", "=cmd|' /C calc'!A0", "a|b", "](javascript:x)",
                "@team", "\u202eevil", "::error::x", "</style><b>", "<!-- -->"]
    with open(tmp_path / "in.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["date", "freelancer", "role", "department", "description", "quantity", "rate"])
        for week in range(30):
            for number, payload in enumerate(payloads):
                day = f"2026-{1 + week // 5:02d}-{1 + 5 * (week % 5):02d}"
                writer.writerow([day, payload, payload + str(number), payload, payload, "10", "20"])
        writer.writerow([payloads[0], payloads[0], payloads[3], "", payloads[3], "1", "1"])
    done = run("audit", tmp_path / "in.csv", "--output", tmp_path / "out")
    assert done.returncode == 0, done.stderr.decode()
    html = (tmp_path / "out" / "report.html").read_text()
    assert html.count("<script>") == 1 and "<b></b>" not in html
    from lxml import html as parser
    tree = parser.fromstring(html)
    assert not [name for node in tree.iter() if isinstance(node.tag, str) for name in node.attrib if name.startswith("on")]
    names = [cell.text_content() for cell in tree.xpath("//section[@aria-labelledby='people']//tbody//th")]
    assert payloads[0] in names and payloads[1] in names and payloads[2] in names
    assert "\u202e" not in html and "\u202e" not in (tmp_path / "out" / "report.md").read_text()
    with open(tmp_path / "out" / "roles.csv", newline="", encoding="utf-8") as file:
        for row in csv.reader(file):
            assert not any(cell.startswith(("=", "@", "+", "\t")) for cell in row)
    markdown = (tmp_path / "out" / "report.md").read_text()
    assert "\n::error" not in markdown
    from markdown_it import MarkdownIt
    page = parser.fromstring(MarkdownIt("gfm-like").render(markdown))
    tags = {node.tag for node in page.iter() if isinstance(node.tag, str)}
    assert not tags & {"a", "script", "img", "b", "style", "iframe"}, tags
    cells = [cell.text_content().strip() for cell in page.xpath("//td")]
    for payload in payloads[:5] + payloads[6:7]:
        assert payload in cells, payload


def test_the_excerpts_of_the_readme_are_the_real_ones(sample):
    readme = (ROOT / "README.md").read_text()
    blocks = [block.split("\n", 1)[1] for block in readme.split("```")[1::2]]
    source = (ROOT / "SampleData/upwork/transaction_report_2025-07_2026-09.csv").read_text(encoding="utf-8-sig")
    assert blocks[0].strip() in source
    mail = (sample / "email.txt").read_text().replace("\u00a0", " ")
    for line in blocks[1].strip().splitlines():
        assert line in mail, line

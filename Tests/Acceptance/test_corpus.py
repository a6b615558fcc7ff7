"""Real tables, read a second time by Python's csv; test_xml_corpus.py does the same for XML."""

import csv
import io
import json
import zipfile
from datetime import date
from decimal import Decimal

import pytest

from conftest import CORPUS, ingest, run

pytestmark = pytest.mark.corpus


def test_the_weekly_summary_reads_as_python_reads_it(tmp_path):
    path = CORPUS / "csv/verbatim/upwork_weekly_summary_freelancer.csv"
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    records, done = ingest(path)
    assert len(rows) == len(records) == 252 and done.returncode == 0
    assert sum(Decimal(r["amount"]) for r in records) == sum(Decimal(r["Amount"]) for r in rows)
    assert sum(Decimal(r.get("quantity", "0")) for r in records) == sum(Decimal(r["Hours"] or "0") for r in rows)
    for record, row in zip(records, rows):
        assert record["date"] == row["Date"] and row["Contract"] == f"{record['contract_title']} ({record['contract']})"
    done = run("audit", path, "--output", tmp_path / "out")
    assert done.returncode == 0
    audit = json.loads((tmp_path / "out" / "audit.json").read_text())
    assert Decimal(audit["work"]["total"]) == sum(Decimal(r["Amount"]) for r in rows)
    assert any("each of their contracts is taken as one person" in limit for limit in audit["limits"])


def test_the_header_shapes_of_upwork_are_recognised():
    for name, format in [("upwork_transactions_v1_classic", "upwork-transactions"), ("upwork_transactions_v1b_exchangerate", "upwork-transactions"),
                         ("upwork_transactions_v2_2025", "upwork-transactions"), ("upwork_transactions_v2_subset_9col", "upwork-transactions"),
                         ("upwork_weekly_summary", "upwork-weekly-summary")]:
        done = run("inspect", CORPUS / f"csv/headers/{name}.csv")
        assert f"format      {format} " in done.stdout.decode(), name


def test_amounts_convert_by_the_history_file_of_the_central_bank(tmp_path):
    archive = zipfile.ZipFile(CORPUS / "csv/verbatim/ecb_eurofxref-hist_2026-04-13.zip")
    text = archive.read(archive.namelist()[0]).decode()
    (tmp_path / "rates.csv").write_text(text)
    rates = {row["Date"]: row for row in csv.DictReader(io.StringIO(text))}
    (tmp_path / "audit.yml").write_text("currency: USD\nexchange_rates: rates.csv\n")

    def rate(currency, day):
        if currency == "EUR":
            return Decimal(1)
        for back in range(8):
            found = rates.get(date.fromordinal(day.toordinal() - back).isoformat(), {}).get(currency)
            if found and found != "N/A":
                return Decimal(found)
        return None

    cases = [(date(2025, 12, 28), "EUR"), (date(2026, 1, 3), "GBP"), (date(2025, 4, 21), "PHP"), (date(2025, 12, 31), "BGN"),
             (date(2026, 2, 1), "BGN"), (date(2010, 5, 5), "ISK"), (date(2022, 3, 5), "RUB"), (date(1999, 1, 4), "JPY"), (date(2026, 4, 12), "CZK")]
    total, missing = Decimal(0), 0
    with open(tmp_path / "in.csv", "w") as file:
        file.write("date,freelancer,role,quantity,rate,amount,currency\n")
        for day, currency in cases:
            amount = "1234" if currency in ("JPY", "ISK") else "1234.50"  # these have no decimals
            file.write(f"{day},Ana,work,10,123.45,{amount},{currency}\n")
            source, target = rate(currency, day), rate("USD", day)
            if source is None or target is None:
                missing += 1
            else:
                total += (Decimal(amount) / source * target).quantize(Decimal("0.01"), "ROUND_HALF_UP")
    done = run("audit", tmp_path / "in.csv", "--config", tmp_path / "audit.yml", "--output", tmp_path / "out")
    assert done.returncode == 0, done.stderr.decode()
    audit = json.loads((tmp_path / "out" / "audit.json").read_text())
    assert Decimal(audit["work"]["total"]) == total
    excluded = [limit for limit in audit["limits"] if "no exchange rate converts them" in limit]
    assert sum(int(limit.split()[0]) for limit in excluded) == missing == 2

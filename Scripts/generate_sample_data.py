#!/usr/bin/env python3
"""Writes SampleData/: two invented years of one invented company, as its exports would look.

Seeded and without a clock, so every run writes the same bytes. `--check` writes nothing and exits
with 1 where SampleData differs from what would be written. Only the layouts of the exports are
real; people, firms, texts, amounts, numbers and exchange rates are made up.

Weeks are counted from Monday 2024-09-30 (week 0) to the one that starts on 2026-09-21 (week 103);
"from 35 to 70" means weeks 35 ... 69.
"""

import sys
from pathlib import Path

from sample_data.rates import exchange_rates, rates_file
from sample_data.upwork import nine_columns, transactions_v1, transactions_v2, upwork_work, weekly_summary
from sample_data.contractors import contractor_invoices
from sample_data.postings import indeed_feed, postings_table, upwork_rss
from sample_data.e_invoices import e_invoices
from sample_data.pages import AUDIT_YML, describe

ROOT = Path(__file__).resolve().parent.parent / "SampleData"


def build():
    """Every file's path below SampleData and its text."""
    rates = exchange_rates()
    work = upwork_work()
    first, wallet = transactions_v1(work)
    second, rows, _ = transactions_v2(work, wallet, rates)
    files = {
        "upwork/transactions-2024-10_2025-06.csv": first,
        "upwork/transaction_report_2025-07_2026-09.csv": second,
        "upwork/card-payments-9-columns.csv": nine_columns(rows),
        "upwork/weekly-summary-2026.csv": weekly_summary(work),
        "direct/contractor-invoices.csv": contractor_invoices(),
        "postings/postings.csv": postings_table(),
        "postings/upwork-saved-search.xml": upwork_rss(),
        "postings/careers-feed.xml": indeed_feed(),
        "rates/eurofxref-hist.csv": rates_file(rates),
        "audit.yml": AUDIT_YML,
    }
    documents, _ = e_invoices()
    files.update({f"e-invoices/{name}": text for name, text in documents.items()})
    files["README.md"] = describe(files)
    return {name: text.encode("utf-8") for name, text in files.items()}


def main(arguments):
    if arguments not in ([], ["--check"]):
        sys.exit("usage: generate_sample_data.py [--check]")
    files = build()
    present = {path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.is_file()} if ROOT.exists() else set()
    surplus = sorted(name for name in present - set(files) if not Path(name).name.startswith("."))
    if arguments:
        stale = [name for name, data in sorted(files.items()) if name not in present or (ROOT / name).read_bytes() != data]
        for name in stale:
            print(f"SampleData/{name} is not what the generator writes")
        for name in surplus:
            print(f"SampleData/{name} is not written by the generator")
        sys.exit(1 if stale or surplus else 0)
    for name in surplus:
        (ROOT / name).unlink()
    for name, data in files.items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    print(f"{len(files)} files, {sum(map(len, files.values())):,} bytes in SampleData")


if __name__ == "__main__":
    main(sys.argv[1:])

"""Unknown tables: inspect proposes a mapping, the user edits it, and every later run uses it."""

import csv
import json

import pytest

from conftest import ingest, run

GERMAN = ("Auswertung Fremdleistungen\n\nDatum;Auftragnehmer;Leistung;Stunden;Betrag;Währung;Status\n"
          "01.02.2026;Żaneta Müller;Beratung;7,5;1.234,56;EUR;bezahlt\n"
          "13.02.2026;\"Ola\nBeispiel\";Gutschrift;0,25;-12,00;EUR;bezahlt\n"
          "14.02.2026;Ola Beispiel;Beratung;1,0;80,00;EUR;storniert\n"
          "Summe;;;;1.302,56;;\n")


def test_an_unknown_table_is_read_after_inspect_proposed_a_mapping(tmp_path):
    path = tmp_path / "kosten.csv"
    path.write_bytes(GERMAN.replace("Ż", "Z").encode("cp1252"))
    first, done = ingest(path)
    assert done.returncode == 3 and first == []
    done = run("inspect", path)
    mapping = tmp_path / "kosten.csv.mapping.yml"
    assert "kosten.csv.mapping.yml" in done.stdout.decode()
    text = mapping.read_text()
    for line in ["encoding: windows-1252", 'delimiter: ";"', "skip: 2", 'decimalChar: ","', 'dateFormat: "%d.%m.%Y"',
                 '  amount: "Betrag"', '  freelancer: "Auftragnehmer"', '  quantity: "Stunden"', '"storniert"']:
        assert line in text, text
    records, done = ingest(path)
    assert [(r["date"], r["amount"], r["freelancer"], r["quantity"], r["currency"]) for r in records] == [
        ("2026-02-01", "1234.56", "Zaneta Müller", "7.5", "EUR"), ("2026-02-13", "-12.00", "Ola\nBeispiel", "0.25", "EUR"),
        ("2026-02-14", "80.00", "Ola Beispiel", "1.0", "EUR")]
    assert [r["kind"] for r in records] == ["invoice", "credit_note", "invoice"]
    assert [r["line"] for r in records] == [4, 5, 7]
    assert "[total-row]" in done.stderr.decode() and "differs" not in done.stderr.decode()
    mapping.write_text(text + "if:\n  - {column: Status, matches: [storn*], then: skip}\n")
    records, done = ingest(path)
    assert len(records) == 2 and "[skipped-by-mapping]" in done.stderr.decode()
    assert "4 records = 2 used + 2 rejected + 0 duplicates" in done.stderr.decode()
    done = run("inspect", path)
    shown = done.stdout.decode()
    for words in ["mapped-csv", "windows-1252, delimiter ';'", "Betrag → amount (decimal mark ',', declared)", "not used    Status"]:
        assert words in shown, shown


def test_an_unknown_table_of_postings_is_proposed_as_one(tmp_path):
    path = tmp_path / "jobs.csv"
    path.write_text("title,link,description,published_date,is_hourly,hourly_low,country\n"
                    "Logo wanted,https://x,Draw a logo,2026-01-05,False,,Kenya\nSupport,https://y,Answer mails,2026-01-06,True,10.0,\n")
    run("inspect", path)
    text = (tmp_path / "jobs.csv.mapping.yml").read_text()
    assert "kind: posting" in text and '  date: "published_date"' in text, text
    records, _ = ingest(path)
    assert [(r["kind"], r["title"], r["date"]) for r in records] == [("posting", "Logo wanted", "2026-01-05"), ("posting", "Support", "2026-01-06")]


def test_a_mapping_without_columns_answers_for_a_known_format(tmp_path):
    path = tmp_path / "toggl.csv"
    path.write_text("User;Start date;Duration;Amount (EUR)\nZo\u00eb;01/02/2026;01:30:00;75.00\n", encoding="cp1252")
    _, done = ingest(path, "--encoding", "cp1252")
    assert "[ambiguous-date-order]" in done.stderr.decode()
    (tmp_path / "toggl.csv.mapping.yml").write_text('dateFormat: "%d/%m/%Y"\nencoding: cp1252\n')
    records, _ = ingest(path)
    assert [(r["date"], r["freelancer"], r["format"]) for r in records] == [("2026-02-01", "Zo\u00eb", "toggl-detailed")]


@pytest.mark.parametrize("command", ["ingest", "fold", "inspect"])
def test_a_mapping_without_its_table_is_said(tmp_path, command):
    (tmp_path / "a.csv").write_text("date,freelancer,amount,currency\n2026-01-31,Ana,1.00,EUR\n")
    (tmp_path / "a.csv.mapping.yml").write_text("currency: EUR\n")
    assert "orphan" not in run(command, ".", cwd=tmp_path).stderr.decode()
    (tmp_path / "zz.csv.mapping.yml").write_text("currency: EUR\n")
    said = run(command, ".", cwd=tmp_path).stderr.decode()
    assert "./zz.csv.mapping.yml:1:1: warning: there is no ./zz.csv" in said and "[orphan-mapping]" in said


def test_equal_bytes_are_one_input_whatever_their_mappings_say(tmp_path):
    for name, currency in [("a.csv", "EUR"), ("b.csv", "USD")]:
        (tmp_path / name).write_text("Day,Who,Money\n2026-01-31,Ana,5.00\n")
        (tmp_path / f"{name}.mapping.yml").write_text(f"currency: {currency}\ncolumns: {{date: Day, freelancer: Who, amount: Money}}\n")
    records, done = ingest(tmp_path)
    assert [record["currency"] for record in records] == ["EUR"]
    assert "USD 5.00 = 0.00 used + 0.00 rejected + 5.00 duplicates" in done.stderr.decode()


def test_a_mapping_is_never_written_over(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Day,Person,Money\n2026-01-31,Ana,10.00\n")
    (tmp_path / "a.csv.mapping.yml").write_text("# mine\n")
    run("inspect", path)
    assert (tmp_path / "a.csv.mapping.yml").read_text() == "# mine\n"


def test_an_open_question_is_a_comment_and_not_a_guess(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Date,Vendor,Amount\n01/02/2026,Ana,\"1,000\"\n03/04/2026,Ola,\"2,000\"\n")
    run("inspect", path)
    text = (tmp_path / "a.csv.mapping.yml").read_text()
    assert '# decimalChar: "."    # or ","' in text and '# dateFormat: "%d/%m/%Y"    # or "%m/%d/%Y"' in text
    _, done = ingest(path)
    assert "[ambiguous-date-order]" in done.stderr.decode()
    records, done = ingest(path, "--date-order", "dmy", "--decimal-mark", ".")
    assert [(r["date"], r["amount"]) for r in records] == [("2026-02-01", "1000"), ("2026-04-03", "2000")]


def test_the_directory_walk_leaves_mappings_out_and_an_audit_uses_them(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.csv").write_text("Tag;Wer;Geld\n31.01.2026;Ana;10,00\n28.02.2026;Ana;10,00\n")
    (tmp_path / "data" / "a.csv.mapping.yml").write_text(
        "currency: EUR\ncolumns: {date: Tag, freelancer: Wer, amount: Geld}\n")
    done = run("audit", tmp_path / "data", "--output", tmp_path / "out")
    assert done.returncode == 0, done.stderr.decode()
    assert "mapping" not in done.stderr.decode()
    audit = json.loads((tmp_path / "out" / "audit.json").read_text())
    assert [entry["format"] for entry in audit["inputs"]] == ["mapped-csv"] and audit["work"]["total"] == "20.00"


@pytest.mark.parametrize("sign, header, rows, amounts", [
    ("sign: negate\ncolumns: {date: D, amount: A}", "D,A", ["-5.00", "2.00"], ["5.00", "-2.00"]),
    ("sign: debitCredit\ncolumns: {date: D, debit: Out, credit: In}", "D,Out,In", ["5.00,", ",2.00"], ["5.00", "-2.00"]),
    ("sign: directionColumn\ndirection: {cost: OUT, credit: IN, skip: [OWN]}\ncolumns: {date: D, direction: W, amount: A}", "D,W,A",
     ["OUT,5.00", "IN,2.00", "OWN,9.00"], ["5.00", "-2.00"]),
    ("type: {Bill: invoice, Charge: fee, Draft: skip}\ncolumns: {date: D, type: T, amount: A}", "D,T,A",
     ["Bill,5.00", "Charge,2.00", "Draft,9.00"], ["5.00", "2.00"]),
    ("header: false\nnames: [When, Who, What]\ncolumns: {date: When, freelancer: Who, amount: What}", None, ["Ana,5.00"], ["5.00"]),
    ("missingValues: [\"-\"]\ncolumns: {date: D, amount: A, fee: [Gebühr, F]}", "D,A,F", ["5.00,-", "7.00,0.50"], ["5.00", "7.00", "0.50"]),
    ("end: {column: A, matches: [\"*end*\"]}\ncolumns: {date: D, amount: A}", "D,A", ["5.00", "the end", "9.00"], ["5.00"]),
    ("bareNumber: false\ncolumns: {date: D, amount: A}", "D,A", ["$5.00", "(2.00)", "US$ 1.50"], ["5.00", "-2.00", "1.50"]),
    ("quoteChar: \"'\"\ncolumns: {date: D, freelancer: W, amount: A}", "D,W,A", ["'Lee, Ann',5.00"], ["5.00"]),
])
def test_every_word_of_a_mapping_does_what_it_says(tmp_path, sign, header, rows, amounts):
    path = tmp_path / "a.csv"
    lines = ([header] if header else []) + [f"2026-01-{day + 1:02},{row}" for day, row in enumerate(rows)]
    path.write_text("\n".join(lines) + "\n")
    (tmp_path / "a.csv.mapping.yml").write_text(f"currency: USD\ndateFormat: \"%Y-%m-%d\"\ndecimalChar: \".\"\n{sign}\n")
    records, done = ingest(path)
    assert [r["amount"] for r in records] == amounts, done.stderr.decode()
    assert "nothing is missing" in done.stderr.decode()


@pytest.mark.parametrize("text, line, words", [
    ("colums: {}\n", 1, "did you mean 'columns'"), ("decimalChar: \";\"\n", 1, "is no decimal mark"),
    ("columns:\n  date: D\n  amont: A\n", 3, "did you mean 'amount'"), ("sign: debitCredit\ncolumns: {date: D, amount: A}\n", 2, "'debit' is not mapped"),
    ("dateFormat: \"%Q\"\n", 1, "is not a form of dates"), ("encoding: ebcdic\n", 1, "is not an encoding"),
    ("delimiter: \";;\"\n", 1, "must be one character"), ("header: false\n", 1, "needs the names"), ("a: [\n", 2, "not YAML"),
    ("if:\n  - {column: S, matches: [x], then: drop}\n", 2, "is not a kind"), ("kind: bill\n", 1, "is not a kind"),
])
def test_a_bad_mapping_is_wrong_use_with_its_line(tmp_path, text, line, words):
    (tmp_path / "a.csv").write_text("D,A\n2026-01-01,1.00\n")
    (tmp_path / "a.csv.mapping.yml").write_text(text)
    for command in (["ingest"], ["inspect"], ["audit", "--output", str(tmp_path / "out")]):
        done = run(command[0], tmp_path / "a.csv", *command[1:])
        message = done.stderr.decode().splitlines()[0]
        assert done.returncode == 2 and f"a.csv.mapping.yml:{line}:" in message and words in message, message
    assert not (tmp_path / "out").exists()


def test_every_rejected_record_is_in_the_file_once_verbatim_and_safe(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"date,freelancer,amount\n2026-02-30,Ana,x\n=1+1,\"Lee, Ann\",5.00\n2026-01-31,Zo\xeb,5.00\n2026-01-31,Ana,5.00\n"
                     b"2026-01-31,\"two\nlines\",\n")
    rejects = tmp_path / "rejects.csv"
    records, done = ingest(path, "--rejects", rejects)
    with open(rejects, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["file", "line", "byte", "column", "code", "reason", "remedy", "record"]
    assert [(row["line"], row["byte"], row["code"]) for row in rows] == [
        ("2", "23", "bad-date"), ("3", "40", "bad-date"), ("4", "61", "invalid-utf8"), ("7", "101", "missing-amount")]
    assert [row["record"] for row in rows] == ["2026-02-30,Ana,x", "'=1+1,\"Lee, Ann\",5.00", "2026-01-31,Zo\\xEB,5.00", "2026-01-31,\"two\nlines\","]
    assert "[bad-number]" in rows[0]["reason"], "a second fault of one record is named in its row"
    shown = [line for line in done.stderr.decode().splitlines() if "a.csv:2:" in line and "[bad-" in line]
    assert len(shown) == 2, "and has its own line on the terminal"
    data = path.read_bytes()
    for row in rows:
        assert data[int(row["byte"]):].startswith(row["record"].lstrip("'")[:8].encode())


def test_offsets_count_bytes_of_the_file_in_every_encoding(tmp_path):
    text = "date,freelancer,amount\n2026-01-31,Zoë 😀,x\n2026-01-31,Ana,5.00\n"
    for encoding, label in [("utf-16", None), ("utf-16-le", "utf-16le"), ("utf-16-be", "utf-16be"), ("cp1252", "cp1252")]:
        shown = text.replace(" 😀", "") if encoding == "cp1252" else text
        path = tmp_path / "a.csv"
        path.write_bytes(shown.encode(encoding) + shown.splitlines(True)[1].encode(encoding).replace(b"\xff\xfe", b""))
        rejects = tmp_path / "rejects.csv"
        records, done = ingest(path, "--rejects", rejects, *(["--encoding", label] if label else []))
        with open(rejects, newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        assert len(records) == 1 and len(rows) == 2, done.stderr.decode()
        start = "2026-01-31,Zo".encode("utf-16-le" if encoding == "utf-16" else encoding)
        for row in rows:
            assert path.read_bytes()[int(row["byte"]):].startswith(start), encoding


def test_sums_beyond_eighteen_digits_are_said_and_never_wrapped(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("date,freelancer,amount\n" + "2026-01-31,Ana,9999999999999999.99\n" * 20)
    done = run("ingest", path)
    assert done.returncode == 3 and "[total-overflow]" in done.stderr.decode()
    done = run("audit", path, "--output", tmp_path / "out")
    assert done.returncode == 3 and "[total-overflow]" in done.stderr.decode() and not (tmp_path / "out").exists()

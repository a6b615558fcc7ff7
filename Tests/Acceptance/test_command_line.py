"""The contract of the command line: exit codes, messages, complete outputs, equal bytes."""

import hashlib
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import BINARY, ROOT, ingest, run

FILES = {"report.html", "report.md", "email.html", "email.txt", "email.eml", "audit.json", "roles.csv", "rejects.csv",
         "findings.csv", "junit.xml", "manifest.json", "summary.md", "ledger.csv", "badge.svg"}


def hashes(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_a_report_is_complete_and_its_manifest_is_true(sample):
    assert {path.name for path in sample.iterdir()} == FILES
    manifest = json.loads((sample / "manifest.json").read_text())
    found = hashes(sample)
    for entry in manifest["files"]:
        assert found[entry["name"]] == entry["sha256"]
        assert (sample / entry["name"]).stat().st_size == entry["bytes"]
    assert {entry["name"] for entry in manifest["files"]} == FILES - {"manifest.json"}


@pytest.mark.parametrize("environment", [
    {"TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C"},
    {"TZ": "America/New_York", "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "SWIFT_DETERMINISTIC_HASHING": "1"},
])
def test_time_zone_locale_and_directory_change_no_byte(sample, tmp_path, environment):
    (tmp_path / "elsewhere").mkdir()
    shutil.copytree(ROOT / "SampleData", tmp_path / "elsewhere" / "SampleData")
    done = run("audit", "SampleData", "--output", "report", cwd=tmp_path / "elsewhere", env=environment)
    assert done.returncode == 0, done.stderr.decode()
    assert hashes(tmp_path / "elsewhere" / "report") == hashes(sample)


def test_one_thread_gives_the_same_bytes(sample, tmp_path):
    assert run("audit", "SampleData", "--threads", "1", "--output", tmp_path / "one").returncode == 0
    assert hashes(tmp_path / "one") == hashes(sample)
    assert run("ingest", "SampleData", "--threads", "1").stdout == run("ingest", "SampleData", "--threads", "3").stdout


def test_an_earlier_quarter_is_what_the_trend_says(sample, tmp_path):
    """Only the judgement of tasks and seats, which the trend takes from today, may differ."""
    assert run("audit", "SampleData", "--quarter", "2025-Q4", "--output", tmp_path / "out").returncode == 0
    then = json.loads((tmp_path / "out" / "audit.json").read_text())["company"]
    trend = {quarter["quarter"]: quarter for quarter in json.loads((sample / "audit.json").read_text())["quarters"]}["2025-Q4"]
    assert then["index"] == pytest.approx(trend["index"], abs=0.05)
    assert float(then["loss"]) == pytest.approx(trend["loss_exact"], rel=0.005)


def test_the_order_of_the_paths_changes_no_figure(tmp_path):
    parts = ["SampleData/upwork", "SampleData/direct", "SampleData/e-invoices", "SampleData/postings"]
    config = ["--config", "SampleData/audit.yml"]
    for name, order in (("one", parts), ("two", parts[::-1])):
        assert run("audit", *order, *config, "--output", tmp_path / name).returncode == 0
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")


def test_an_existing_report_is_replaced_and_foreign_files_are_not(tmp_path):
    out = tmp_path / "report"
    for _ in range(2):
        assert run("audit", "SampleData/direct", "--config", "SampleData/audit.yml", "--output", out).returncode == 0
    assert {path.name for path in out.iterdir()} == FILES
    (out / "notes.txt").write_text("mine")
    done = run("audit", "SampleData/direct", "--config", "SampleData/audit.yml", "--output", out)
    assert done.returncode == 4
    assert "notes.txt" in done.stderr.decode()
    assert (out / "notes.txt").read_text() == "mine"
    assert [p.name for p in tmp_path.iterdir()] == ["report"], "nothing is left beside the report"


def test_an_output_path_that_is_a_file_is_left_alone(tmp_path):
    target = tmp_path / "file"
    target.write_text("mine")
    assert run("audit", "SampleData/direct", "--config", "SampleData/audit.yml", "--output", target).returncode == 4
    assert target.read_text() == "mine"


@pytest.mark.parametrize("arguments, code", [
    (["--help"], 0), (["--version"], 0), (["audit", "--help"], 0), ([], 0),
    (["nonsense"], 2), (["audit"], 2), (["audit", "SampleData", "--quarter", "2026-Q5"], 2),
    (["audit", "SampleData", "--fail-on", "sometimes"], 2), (["audit", "SampleData", "--unknown"], 2),
    (["audit", "SampleData", "--quarter", "2025-Q2", "--as-of", "2025-12-31"], 2), (["audit", "SampleData", "--threads", "0"], 2),
    (["audit", "does-not-exist.csv"], 3), (["ingest", "does-not-exist.csv"], 3), (["audit", "README.md"], 3),
    (["ingest", "/dev/zero"], 3), (["formats"], 0),
])
def test_exit_codes_of_right_and_wrong_use(arguments, code, tmp_path):
    more = ["--output", tmp_path / "out"] if arguments[:1] == ["audit"] and "--help" not in arguments and len(arguments) > 1 else []
    done = run(*arguments, *more)
    assert done.returncode == code, done.stderr.decode()
    if code:
        assert done.stdout == b"" and done.stderr != b""
        assert not (tmp_path / "out").exists()


def test_the_gate_decides_the_exit_code_and_says_so(tmp_path):
    base = ["audit", "SampleData", "--output", tmp_path / "out"]
    failed = run(*base, "--fail-on", "high")
    assert failed.returncode == 1 and b"gate: failed" in failed.stdout
    assert (tmp_path / "out" / "report.html").exists(), "the report of a failed gate is written"
    passed = run(*base, "--fail-on", "never")
    assert passed.returncode == 0 and b"gate: never" in passed.stdout


def test_strict_refuses_rejected_records(tmp_path):
    done = run("audit", "SampleData", "--strict", "--output", tmp_path / "out")
    assert done.returncode == 3
    assert not (tmp_path / "out").exists()


def test_diagnostics_name_file_line_column_and_code(tmp_path):
    path = tmp_path / "bad.csv"
    path.write_text("date,freelancer,amount,currency\n2026-01-31,Ana,10.00,EUR\n2026-02-31,Ana,10.00,EUR\n")
    done = run("ingest", path)
    assert f"{path}:3:1: warning: date: '2026-02-31' is not a date" in done.stderr.decode()
    assert done.stderr.decode().splitlines()[0].endswith("[bad-date]")


def test_every_diagnostic_has_the_one_form(tmp_path):
    done = run("ingest", "SampleData")
    lines = [line for line in done.stderr.decode().splitlines() if line.endswith("]")]
    form = re.compile(r"^\S.*:[1-9]\d*:[1-9]\d*: (error|warning): .+ \[[a-z0-9-]+\]$")
    assert len(lines) > 5 and all(form.match(line) for line in lines), lines


def test_a_company_with_nothing_to_lose_is_told_so(tmp_path):
    (tmp_path / "one.csv").write_text("date,freelancer,amount\n2026-01-31,Ana,10.00\n")
    done = run("audit", tmp_path / "one.csv", "--output", tmp_path / "out")
    assert done.returncode == 0 and b"1 role, " in done.stdout and b"1 record = " in done.stdout
    report = (tmp_path / "out/report.md").read_text().replace("\u00a0", " ")
    assert "Next to nothing of a year's USD 42" in report and "| Person |" not in report


def test_inputs_refused_as_a_whole_are_said_beside_the_sum(tmp_path):
    (tmp_path / "cut.xml").write_text("<Invoice>\n<b>")
    done = run("ingest", tmp_path)
    assert done.returncode == 3
    assert done.stderr.decode().endswith("the inputs refused above are left out whole\n")


def test_control_characters_never_reach_the_terminal(tmp_path):
    path = tmp_path / "evil\x1b[31m.csv"
    path.write_text("date,freelancer,amount\n2026-13-31,Ana\x1b]0;x\x07,10.00\n2026-01-01,A,x\x1b[2J\n")
    done = run("ingest", path)
    shown = done.stdout + done.stderr
    assert not any(byte < 0x20 and byte != 0x0A or byte == 0x7F for byte in shown)


def test_standard_input_and_pipes_are_read_like_files():
    data = (ROOT / "SampleData/direct/contractor-invoices.csv").read_bytes()
    from_file, _ = ingest("SampleData/direct/contractor-invoices.csv")
    from_pipe, done = ingest("-", stdin=data)
    assert {record["source"] for record in from_pipe} == {"<stdin>"}
    strip = lambda records: [{k: v for k, v in r.items() if k != "source"} for r in records]
    assert strip(from_pipe) == strip(from_file)


def test_a_full_output_stream_is_noticed():
    with open("/dev/full", "w") as full:
        done = subprocess.run([str(BINARY), "ingest", "SampleData/direct"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 4


@pytest.mark.parametrize("text, line, words", [
    ("compny: X\n", 1, "did you mean 'company'"),
    ("roles:\n  - id: a\n    doc_coverage: 2\n", 3, "not between 0 and 1"),
    ("roles:\n  - id: a\n  - id: a\n", 2, "used twice"),
    ("parameters:\n  horizon_month: 6\n", 2, "horizon_months"),
    ("currency: DOLLAR\n", 1, "ISO 4217"), ("roles: yes\n", 1, "must be a list"), ("a: [\n", 2, "not YAML"),
    ("quarter: 2026-5\n", 1, "2026-Q2"), ("exchange_rates: missing.csv\n", 1, "cannot be read"),
])
def test_a_bad_configuration_names_its_line(tmp_path, text, line, words):
    path = tmp_path / "audit.yml"
    path.write_text(text)
    done = run("audit", "SampleData/direct", "--config", path, "--output", tmp_path / "out")
    assert done.returncode == 2
    message = done.stderr.decode().splitlines()[0]
    assert f":{line}:" in message and words in message, message


def test_init_proposes_a_configuration_that_works(tmp_path):
    shutil.copytree(ROOT / "SampleData" / "direct", tmp_path / "data")
    assert run("init", tmp_path / "data").returncode == 0
    proposal = (tmp_path / "data" / "audit.yml").read_text()
    assert "match:" in proposal
    assert run("init", tmp_path / "data").returncode == 2, "an existing file is never overwritten"
    rates = "exchange_rates: {USD: 1.1, GBP: 0.85, PHP: 64}\n"
    (tmp_path / "data" / "audit.yml").write_text(rates + proposal)
    done = run("audit", tmp_path / "data", "--output", tmp_path / "out")
    assert done.returncode == 0, done.stderr.decode()


def test_templates_of_a_directory_replace_the_own_ones_strictly(tmp_path):
    templates = tmp_path / "templates"
    shutil.copytree(ROOT / "Templates", templates)
    base = ["audit", "SampleData/direct", "--config", "SampleData/audit.yml", "--output", tmp_path / "out", "--templates", templates]
    assert run(*base).returncode == 0
    text = (templates / "report.md.mustache").read_text()
    for broken, words in [(text + "{{headlin}}\n", "headlin"), (text + "{{> nothing}}\n", "no partial 'nothing'"),
                          (text + "{{upper(title)}}\n", "no transform"), (text + "{{#roles}}\n", "report.md.mustache:"),
                          (text.replace("{{reconciliation}}", ""), "must show the reconciliation"),
                          (text.replace("{{rejectCount}}", ""), "must show the rejected records")]:
        (templates / "report.md.mustache").write_text(broken)
        done = run(*base)
        assert done.returncode == 2 and words in done.stderr.decode(), done.stderr.decode()


SMALL = "invoice_id,date,freelancer,amount,currency\n9,2026-01-05,Ana,1000.00,EUR\n"


@pytest.mark.parametrize("arguments", [["ingest", "in.csv", "--rejects", "in.csv"], ["fold", "in.csv", "--output", "./in.csv"]])
def test_an_input_is_never_written_over(tmp_path, arguments):
    (tmp_path / "in.csv").write_text(SMALL)
    ran = run(*arguments, cwd=tmp_path)
    assert ran.returncode == 2 and "[output-is-input]" in ran.stderr.decode()
    assert (tmp_path / "in.csv").read_text() == SMALL


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs /dev/full")
@pytest.mark.parametrize("command", ["ingest", "fold"])
def test_rejects_that_cannot_be_written_end_the_run(tmp_path, command):
    (tmp_path / "in.csv").write_text(SMALL)
    assert run(command, "in.csv", "--rejects", "/dev/full", cwd=tmp_path).returncode == 4
    assert Path("/dev/full").is_char_device()


def test_an_earlier_report_among_the_inputs_is_no_input(tmp_path):
    (tmp_path / "in.csv").write_text(SMALL)
    runs = [run("audit", ".", "--quarter", "2026-Q1", cwd=tmp_path) for _ in range(2)]
    assert [run.returncode for run in runs] == [0, 0]
    assert runs[0].stdout == runs[1].stdout and "[left-out]" in runs[1].stderr.decode()


def test_names_that_are_no_utf_8_are_read_and_the_rest_is_named(tmp_path):
    (tmp_path / "in").mkdir()
    with open(bytes(tmp_path / "in") + b"/J\xfcrgen.csv", "w") as file:
        file.write(SMALL)
    (tmp_path / "in" / "dangling.csv").symlink_to("nowhere")
    ran = run("ingest", "in", cwd=tmp_path)
    assert ran.returncode == 0 and json.loads(ran.stdout)["source"] == "in/J\\xFCrgen.csv"
    assert "in/dangling.csv:1:1: warning: left out" in ran.stderr.decode()


def test_arguments_that_are_no_utf_8_name_their_files(tmp_path):
    folder = bytes(tmp_path)
    for name in [b"J\xfcrgen.csv", b"J\xe9rgen.csv"]:
        with open(folder + b"/" + name, "w") as file:
            file.write(SMALL.replace("Ana", name[:2].decode("latin-1")))
    (tmp_path / "plain.csv").write_text(SMALL)
    for command in ["ingest", "fold"]:
        ran = subprocess.run([BINARY, command, b"J\xfcrgen.csv", "plain.csv"], cwd=tmp_path, capture_output=True)
        assert ran.returncode == 0, ran.stderr
        assert "J\u00fc" in ran.stdout.decode() and "J\u00e9" not in ran.stdout.decode()
    missing = subprocess.run([BINARY, "ingest", b"\xff.csv"], cwd=tmp_path, capture_output=True)
    assert missing.returncode == 3 and missing.stderr.startswith(b"\\xFF.csv:1:1: error: cannot be read")
    (tmp_path / "in").mkdir()
    os.rename(folder + b"/in", folder + b"/in\xff")
    with open(folder + b"/in\xff/x.csv", "w") as file:
        file.write("Datum;Name;Betrag\n31.01.2026;Ana;5,50\n")
    shown = subprocess.run([BINARY, "inspect", b"in\xff/"], cwd=tmp_path, capture_output=True)
    assert b"first mapping to edit is in in\\xFF/x.csv.mapping.yml" in shown.stdout, shown
    with open(folder + b"/in\xff/x.csv.mapping.yml", "a") as file:
        file.write("currency: EUR\n")
    ran = subprocess.run([BINARY, "ingest", b"in\xff"], cwd=tmp_path, capture_output=True)
    assert json.loads(ran.stdout)["amount"] == "5.50", ran.stderr
    ran = subprocess.run([BINARY, "ingest", "plain.csv", "--rejects", b"J\xfcrgen.csv"], cwd=tmp_path, capture_output=True)
    assert ran.returncode == 0 and open(folder + b"/J\xfcrgen.csv").read().startswith("file,line")


@pytest.mark.parametrize("command", ["ingest", "fold"])
def test_what_is_left_out_is_said(tmp_path, command):
    (tmp_path / "in.csv").write_text(SMALL)
    def said():
        ran = run(command, ".", cwd=tmp_path)
        assert ran.returncode == 0
        return ran.stderr.decode()
    assert said().endswith("nothing is missing\n")
    (tmp_path / "bank.csv").write_text("Wann;Was\n1;2\n")
    assert "./bank.csv:1:1: warning: not recognised, left out" in said()
    assert said().endswith("the inputs not recognised above are left out whole\n")
    (tmp_path / "cut.xml").write_text("<a")
    assert said().endswith("the inputs refused or not recognised above are left out whole\n")


def test_fold_names_some_rejects_and_counts_the_rest(tmp_path):
    rows = "".join(f"x,Ana,{amount}.00,EUR\n" for amount in range(30))
    (tmp_path / "in.csv").write_text("date,freelancer,amount,currency\n2026-01-31,Ana,1.00,EUR\n" + rows)
    said = run("fold", "in.csv", cwd=tmp_path).stderr.decode()
    assert said.count("[bad-date]") == 20 and "10 more records are rejected" in said and "[more-rejects]" in said


@pytest.mark.parametrize("command", ["ingest", "fold", "inspect"])
def test_the_currency_of_the_configuration_holds_for_reading(tmp_path, command):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/in.csv").write_text("date,freelancer,amount\n2026-01-31,Ana,1.00\n")
    def said(*arguments):
        ran = run(command, *arguments, cwd=tmp_path)
        return ran.returncode, ran.stdout.decode() + ran.stderr.decode()
    code, text = said("in")
    assert code == 0 and "USD" in text and "into the audit.yml of the directory (or of --config)" in text
    (tmp_path / "in/rates.csv").write_text("Date,USD,\n2026-01-30,1.1,\n")
    (tmp_path / "in/audit.yml").write_text("currency: EUR\nexchange_rates: rates.csv\n")
    for arguments in [["in"], ["in/"], ["in/in.csv", "--config", "in/audit.yml"]]:
        code, text = said(*arguments)
        assert code == 0 and "EUR" in text and "USD" not in text and "[assumed-currency]" not in text, text
        assert "rates.csv" not in text and "audit.yml" not in text
    (tmp_path / "in/audit.yml").write_text("curency: EUR\n")
    assert said("in")[0] == 2


@pytest.mark.parametrize("command", ["ingest", "fold"])
def test_what_the_user_names_must_be_readable(tmp_path, command):
    (tmp_path / "in.csv").write_text(SMALL)
    (tmp_path / "broken.xml").write_text("<a")
    (tmp_path / "bad.csv").write_text("date,freelancer,amount\nxx,Ana,1.00\n")
    assert run(command, "in.csv", cwd=tmp_path).returncode == 0
    assert run(command, "broken.xml", "in.csv", cwd=tmp_path).returncode == 3
    assert run(command, ".", cwd=tmp_path).returncode == 0
    assert run(command, ".", "--strict", cwd=tmp_path).returncode == 3
    assert run("audit", "broken.xml", "in.csv", "--output", "out", cwd=tmp_path).returncode == 0
    assert run("audit", "broken.xml", "in.csv", "--output", "out", "--strict", cwd=tmp_path).returncode == 3
    shutil.rmtree(tmp_path / "out")
    assert run(command, "bad.csv", cwd=tmp_path).returncode == 3


def test_the_sample_adds_up_to_what_it_holds_line_by_line():
    sums = [
        [line for line in run(command, "SampleData", cwd=ROOT).stderr.decode().splitlines() if " used + " in line]
        for command in ("ingest", "fold")
    ]
    assert sums[0] == sums[1] and len(sums[0]) > 3

"""Measures Tacit beside its peers: the same work in one run, the same answer, ratios.

    bench.py [transactions] [feed] [invoices] [--rounds N] [--scale S] [--data DIR] [--markdown FILE]

Every round runs each tool once; a ratio is the median of the ratios within the rounds, so that a
machine that others use as well does not favour whoever ran in a quiet moment. Wall and processor
time and the peak of resident memory are those of the whole process, its start included. `--scale`
shrinks the data (1 is 5,000,000 rows, a feed of 300 MB and 20,000 invoices).
"""

import argparse
import csv
import os
import shutil
import statistics
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / ".build" / "release"


class Run:
    """What one run of a command took."""

    def __init__(self, command):
        found = subprocess.run(
            [sys.executable, "-S", "-E", HERE / "measure.py", *(str(word) for word in command)],
            capture_output=True, text=True, check=True)
        code, self.wall, self.cpu, peak = (float(word) for word in found.stdout.split())
        self.peak = peak / 1024
        if code != 0:
            sys.exit(f"{command[0]} ended with {code:.0f}:\n{found.stderr[-2000:]}")


class Contest:
    """Several tools at one task."""

    def __init__(self, title, reference):
        self.title, self.reference = title, reference
        self.tools, self.runs, self.answers = {}, {}, {}
        self.expected = {}

    def add(self, name, command, answer=None, task="the same", rounds=None):
        """A tool; what `answer` returns must equal what the reference's answer to the same `task` is."""
        self.tools[name] = (command, answer, task, rounds)

    def expect(self, task, answer):
        """The reference's answer to a task other than the main one, from the same run."""
        self.expected[task] = answer

    def run(self, rounds):
        for number in range(rounds):
            for name, (command, answer, task, most) in self.tools.items():
                if most is not None and number >= most:
                    continue
                print(f"  {self.title}, round {number + 1} of {rounds}: {name}", file=sys.stderr, flush=True)
                self.runs.setdefault(name, []).append(Run(command))
                if number > 0 or answer is None:
                    continue
                if name == self.reference:
                    self.expected = {other: find() for other, find in self.expected.items()} | {task: answer()}
                elif answer() != self.expected[task]:
                    sys.exit(f"{self.title}: {name} gives another answer than {self.reference}")
                self.answers[name] = task

    def table(self):
        own = self.runs[self.reference]
        lines = [f"### {self.title}", "",
                 "| tool | wall s | cpu s | peak MiB | wall / Tacit | cpu / Tacit | answer |",
                 "| --- | --- | --- | --- | --- | --- | --- |"]
        for name, runs in self.runs.items():
            wall = statistics.median(run.wall / mine.wall for run, mine in zip(runs, own))
            cpu = statistics.median(run.cpu / mine.cpu for run, mine in zip(runs, own))
            middle = [statistics.median(getattr(run, key) for run in runs) for key in ("wall", "cpu", "peak")]
            answer = self.answers.get(name, "another task")
            lines.append(f"| {name} | {middle[0]:.2f} | {middle[1]:.2f} | {middle[2]:.0f} | {wall:.2f} | {cpu:.2f} | {answer} |")
        return "\n".join(lines) + "\n"


def python_with(*modules):
    """A Python that has all modules, or None."""
    for python in (sys.executable, "python3"):
        check = "; ".join(f"import {module}" for module in modules)
        if subprocess.run([python, "-c", check], capture_output=True).returncode == 0:
            return python
    print(f"  skipped: {', '.join(modules)} not installed", file=sys.stderr)
    return None


def number(text):
    return str(Decimal(text).normalize() + 0) if text else ""


KEYS = ["week", "class", "freelancer", "team", "title", "account"]
TACIT = {"class": "type", "team": "department", "title": "contract_title", "account": "buyer", "hours": "quantity"}


def table_of(path, names=None, less=False):
    """The sorted table of a peer or, by `names`, of `tacit fold`, whatever its quoting and order of columns."""
    keys = KEYS[:5] if less else KEYS
    days = [] if less else ["last_work", "first_date", "last_date"]
    numbers = ["records", "amount"] if less else ["records", "hours", "amount"]
    names = names or {}
    with open(path, encoding="utf-8", newline="") as file:
        return sorted(
            (*(row[names.get(key, key)] for key in keys), *(number(row[names.get(key, key)]) for key in numbers),
             *(row[names.get(day, day)][:10] for day in days))
            for row in csv.DictReader(file) if not less or row.get("kind", "invoice") in ("invoice", "credit_note"))


def transactions(data, rounds, scale):
    rows = int(5_000_000 * scale)
    file, half, out = data / f"history-{rows}.csv", data / f"history-{rows // 2}.csv", data / "out"
    for path, count in ((file, rows), (half, rows // 2)):
        if not path.exists():
            print(f"  generating {path.name}", file=sys.stderr)
            subprocess.run([sys.executable, HERE / "generate_transactions.py", str(count), path], check=True)
    size = file.stat().st_size / 1e6
    tacit = BUILD / "tacit"
    contest = Contest(f"Upwork history, {rows:,} rows, {size:,.0f} MB, two threads", "Tacit")

    def fold(path, *more):
        return [tacit, "fold", path, "--output", out / "tacit.csv", *more]

    own = out / "tacit.csv"
    contest.add("Tacit", fold(file, "--threads", "2"), lambda: table_of(own, TACIT))
    contest.expect("less", lambda: table_of(own, TACIT, less=True))
    contest.add("Tacit, one thread", fold(file, "--threads", "1"), lambda: table_of(own, TACIT))
    contest.add("Tacit, half of the rows", fold(half, "--threads", "2"))
    peers = HERE / "peers" / "transactions.py"
    for tool, module, most in (("duckdb", ["duckdb"], None), ("polars", ["polars"], None),
                               ("pandas", ["pandas", "pyarrow"], 2), ("csv", ["csv"], 1)):
        python = python_with(*module)
        if python is None:
            continue
        table = out / f"{tool}.csv"
        name = {"duckdb": "DuckDB", "polars": "Polars", "pandas": "pandas", "csv": "Python csv"}[tool]
        contest.add(name, [python, peers, tool, file, table], lambda table=table: table_of(table), rounds=most)
        if tool in ("duckdb", "polars"):
            contest.add(f"{name}, counts and amounts of work only", [python, peers, tool, file, table, "--less"],
                        lambda table=table: table_of(table, less=True), task="less", rounds=most)
    contest.add("wc -l (a limit: reading the bytes)", ["wc", "-l", file])
    contest.add("sha256sum", ["sha256sum", file])
    contest.run(rounds)
    return contest


def feed(data, rounds, scale):
    jobs = int(130_000 * scale)
    file = data / f"feed-{jobs}.xml"
    if not file.exists():
        print(f"  generating {file.name}", file=sys.stderr)
        subprocess.run([sys.executable, HERE / "generate_job_feed.py", file, str(jobs)], check=True)
    program = data / "xml_sax2"
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libxml-2.0"], capture_output=True, text=True)
    subprocess.run(["cc", "-O2", HERE / "xml_sax2.c", *flags.stdout.split(), "-o", program], check=True)
    size = file.stat().st_size / 1e6
    contest = Contest(f"Job feed, {jobs:,} jobs, {size:,.0f} MB, one thread", "Tacit")

    def answer(command):
        return lambda: subprocess.run([str(word) for word in command], capture_output=True).stdout

    for name, command in (("Tacit", [BUILD / "read-xml", file]), ("C on libxml2 SAX2", [program, file])):
        contest.add(name, command, answer(command))
    if shutil.which("xmllint"):
        contest.add("xmllint --stream (only parses)", ["xmllint", "--stream", "--noout", "--huge", file])
    contest.run(rounds)
    return contest


def invoices(data, rounds, scale):
    count = int(20_000 * scale)
    directory, out = data / f"ubl-{count}", data / "out"
    if not directory.exists():
        print(f"  generating {directory.name}", file=sys.stderr)
        subprocess.run([sys.executable, HERE / "generate_ubl_invoices.py", directory, str(count)], check=True)
    size = sum(path.stat().st_size for path in directory.iterdir()) / 1e6
    contest = Contest(f"UBL invoices, {count:,} files, {size:,.0f} MB, two threads", "Tacit")
    groups = out / "invoices.csv"

    keys = ("week", "kind", "freelancer_id", "freelancer", "country", "buyer", "order", "unit", "currency")
    days = ("last_work", "first_date", "last_date")

    def weeks():
        with open(groups, encoding="utf-8", newline="") as file:
            return sorted(
                (*(row[key] for key in keys), row["records"], number(row["quantity"]), number(row["amount"]),
                 *(row[day] for day in days))
                for row in csv.DictReader(file))

    def table(path):
        rows = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8")]
        return sorted((*row[:10], number(row[10]), number(row[11]), *row[12:]) for row in rows)

    contest.add("Tacit", [BUILD / "tacit", "fold", directory, "--output", groups, "--threads", "2"], weeks)
    contest.add("Tacit, one thread", [BUILD / "tacit", "fold", directory, "--output", groups, "--threads", "1"], weeks)
    python = python_with("lxml")
    if python:
        for processes in (1, 2):
            path = out / f"lxml-{processes}.tsv"
            contest.add(f"lxml, {processes} process{'es' if processes > 1 else ''}",
                        [python, HERE / "peers" / "invoices.py", directory, path, str(processes)],
                        lambda path=path: table(path))
    contest.add("cat of the files (a limit)", ["sh", "-c", f"find '{directory}/' -name '*.xml' -print0 | xargs -0 cat"])
    contest.run(rounds)
    return contest


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("contests", nargs="*", default=["transactions", "feed", "invoices"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--data", type=Path, default=ROOT / ".build-bench")
    parser.add_argument("--markdown", type=Path)
    arguments = parser.parse_args()
    (arguments.data / "out").mkdir(parents=True, exist_ok=True)
    known = {"transactions": transactions, "feed": feed, "invoices": invoices}
    tables = [known[name](arguments.data, arguments.rounds, arguments.scale).table() for name in arguments.contests]
    text = "\n".join(tables)
    print(text)
    if arguments.markdown:
        old = arguments.markdown.read_text(encoding="utf-8")
        start, end = "<!-- measured -->\n", "<!-- /measured -->"
        head, tail = old[:old.index(start) + len(start)], old[old.index(end):]
        arguments.markdown.write_text(head + "\n" + text + "\n" + tail, encoding="utf-8")


if __name__ == "__main__":
    main()

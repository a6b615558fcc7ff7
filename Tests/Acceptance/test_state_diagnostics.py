"""Every code that partial states can end in, with commands that lead to it and the exact words of the last one.

One file each in Diagnostics/State/: `=== input` and `=== other` (optional) become in.csv and other.csv, `=== config` becomes audit.yml,
`=== run` has one command a line, of tacit or of `CHANGES` below, `=== says`. TACIT_RECORD=1 writes the last part anew; read the
difference before you commit it.
"""

import os
import re
from pathlib import Path

import pytest

import states
from conftest import ROOT, run
from test_csv_diagnostics import sections

FOLDER = Path(__file__).parent / "Diagnostics" / "State"
NAMES = {"input": "in.csv", "other": "other.csv", "config": "audit.yml"}


def cut(path, count):
    path.write_bytes(path.read_bytes()[:-int(count)])


def flip(path, offset):
    data = bytearray(path.read_bytes())
    data[int(offset)] ^= 1
    path.write_bytes(data)


def version(path, number):
    path.write_bytes(path.read_bytes().replace(b"TACIT STATE 1", b"TACIT STATE " + number.encode(), 1))


def program(path, number):
    states.write(path, [dict(entry, program=number) for entry in states.read(path)])


def lines(path, number):
    """Says of a history of one record that it has so many lines."""
    inputs = states.read(path)
    writer = states.Writer()
    writer.signed(int(number))
    for entry in inputs:
        before = b"client" + b"\x02" + b"\x06"
        assert entry["section"].count(before) == 1
        entry["section"] = entry["section"].replace(before, before[:-1] + writer.data)
    states.write(path, inputs)


CHANGES = {change.__name__: change for change in (cut, flip, version, program, lines)}


def codes():
    """The codes in the sources that read and write states."""
    files = [*(ROOT / "Sources" / "Ingestion" / "State").glob("*.swift"), *(ROOT / "Sources" / "tacit").glob("State*.swift")]
    found = {"state-currency"}
    for path in files:
        text = path.read_text()
        found |= set(re.findall(r'code: "([a-z0-9-]+)"', text)) | set(re.findall(r'warn\(\s*"([a-z0-9-]+)"', text))
    # Other tests have what any command says of paths.
    return found - {"unreadable"}


FILES = sorted(FOLDER.glob("*.txt"))


def test_every_code_has_its_file():
    assert codes() == {path.stem for path in FILES}
    assert len(FILES) > 7


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_program_says_exactly_this(path, tmp_path):
    parts = sections(path.read_text())
    for part in NAMES.keys() & parts.keys():
        (tmp_path / NAMES[part]).write_text(parts[part])
    commands = [line.split() for line in parts["run"].splitlines()]
    for command in commands[:-1]:
        if command[0] in CHANGES:
            CHANGES[command[0]](tmp_path / command[1], command[2])
        else:
            assert run(*command, cwd=tmp_path).returncode == 0, command
    before = {entry: entry.stat().st_mtime_ns for entry in tmp_path.iterdir()}
    done = run(*commands[-1], cwd=tmp_path)
    said = "".join(f"{line}\n" for line in done.stderr.decode().splitlines() if line.endswith("]"))
    if os.environ.get("TACIT_RECORD"):
        path.write_text(path.read_text().split("=== says\n")[0] + "=== says\n" + said)
    assert f"[{path.stem}]" in said, "the example does not lead to its code"
    assert said == parts.get("says"), "run with TACIT_RECORD=1 and read the difference"
    if ": error: " in said:
        assert done.returncode == 3
        assert before == {entry: entry.stat().st_mtime_ns for entry in tmp_path.iterdir()}, "nothing is written"
    else:
        assert done.returncode == 0

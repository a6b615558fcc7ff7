"""Every code that reading CSV can end in, with an input that leads to it and the exact words of the program.

One file each in Diagnostics/: `=== arguments` (optional), `=== mapping` (optional), `=== input` with \\xHH for bytes and
{a*70000} for a repetition, `=== says`. TACIT_RECORD=1 writes the last part anew; read the difference before you commit it.
"""

import os
import re
from pathlib import Path

import pytest

from conftest import ROOT, run

FOLDER = Path(__file__).parent / "Diagnostics"
SOURCES = ROOT / "Sources" / "Ingestion"
UPWORK = ["UpworkSettlement.swift", "UpworkSides.swift", "EscrowPairing.swift"]
TITLE = re.compile(r"^=== (\w+)\n", re.MULTILINE)


def sections(text):
    parts = TITLE.split(text)
    return dict(zip(parts[1::2], parts[2::2]))


def unescaped(text):
    text = re.sub(r"\{(.+?)\*(\d+)\}", lambda found: found[1] * int(found[2]), text)
    return re.sub(rb"\\x([0-9A-F]{2})", lambda found: bytes([int(found[1], 16)]), text.encode())


def codes():
    """The codes in the sources that read CSV."""
    files = [*SOURCES.glob("CSV/*.swift"), *SOURCES.glob("Mapping/*.swift"), SOURCES / "InputReader.swift",
             SOURCES / "Configuration" / "YAMLMapping.swift"]
    files += [path for path in SOURCES.glob("Formats/*.swift") if "CSVRow" in path.read_text() or path.name in UPWORK]
    found = set()
    for path in files:
        text = path.read_text()
        found |= set(re.findall(r'code: "([a-z0-9-]+)"', text)) | set(re.findall(r'code: (?:String )?= "([a-z0-9-]+)"', text))
        found |= set(re.findall(r'warn\(\s*"([a-z0-9-]+)"', text)) | set(re.findall(r'unrecognised = "([a-z-]+)"', text))
        found |= {code for pair in re.findall(r'code: [\w.]+ \? "([a-z-]+)" : "([a-z-]+)"', text) for code in pair}
        if path.name == "CSVStructure.swift":
            found |= set(re.findall(r'^\s+"([a-z0-9]+(?:-[a-z0-9]+)+)", "', text, re.MULTILINE))
    return found


FILES = sorted(FOLDER.glob("*.txt"))


def test_every_code_has_its_file():
    assert codes() == {path.stem for path in FILES}
    assert len(FILES) > 45


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_program_says_exactly_this(path, tmp_path):
    parts = sections(path.read_text())
    (tmp_path / "in.csv").write_bytes(unescaped(parts["input"]))
    if "mapping" in parts:
        (tmp_path / "in.csv.mapping.yml").write_text(parts["mapping"])
    done = run("ingest", "in.csv", *parts.get("arguments", "").split(), cwd=tmp_path)
    said = "".join(f"{line}\n" for line in done.stderr.decode().splitlines() if line.endswith("]"))
    if os.environ.get("TACIT_RECORD"):
        path.write_text(path.read_text().split("=== says\n")[0] + "=== says\n" + said)
    assert f"[{path.stem}]" in said, "the example does not lead to its code"
    assert said == parts.get("says"), "run with TACIT_RECORD=1 and read the difference"
    assert "are left out whole" in done.stderr.decode() or "nothing is missing" in done.stderr.decode() or done.returncode == 2

"""Every code that reading XML can end in, with a document that leads to it and the exact words of the program.

One file each in Diagnostics/XML/: `=== input` with \\xHH for bytes and {a*70000} for a repetition, `=== says`.
TACIT_RECORD=1 writes the last part anew; read the difference before you commit it.
"""

import os
import re
from pathlib import Path

import pytest

from conftest import ROOT, run

FOLDER = Path(__file__).parent / "Diagnostics" / "XML"
SOURCES = ROOT / "Sources" / "Ingestion"
TITLE = re.compile(r"^=== (\w+)\n", re.MULTILINE)


def sections(text):
    parts = TITLE.split(text)
    return dict(zip(parts[1::2], parts[2::2]))


def unescaped(text):
    text = re.sub(r"\{(.+?)\*(\d+)\}", lambda found: found[1] * int(found[2]), text)
    return re.sub(rb"\\x([0-9A-F]{2})", lambda found: bytes([int(found[1], 16)]), text.encode())


def codes():
    """The codes in the sources that read XML."""
    files = [*SOURCES.glob("XML/*.swift"), *SOURCES.glob("Formats/EInvoice*.swift")]
    files += [path for path in SOURCES.glob("Formats/*.swift") if re.search(r"XMLFormat|XMLRecordReader", path.read_text())]
    found = {"unrecognised-input"}
    for path in files:
        text = path.read_text()
        found |= set(re.findall(r'code: "([a-z0-9-]+)"', text)) | set(re.findall(r'(?:reject|warning)\(\s*"([a-z]+-[a-z-]+)"', text))
        found |= set(re.findall(r'warning\(\s*"([a-z]+)"', text))
    return found


FILES = sorted(FOLDER.glob("*.txt"))


def test_every_code_has_its_file():
    assert codes() == {path.stem for path in FILES}
    assert len(FILES) > 20


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_program_says_exactly_this(path, tmp_path):
    parts = sections(path.read_text())
    (tmp_path / "in.xml").write_bytes(unescaped(parts["input"].removesuffix("\n")))
    done = run("ingest", "in.xml", cwd=tmp_path)
    said = "".join(f"{line}\n" for line in done.stderr.decode().splitlines() if line.endswith("]"))
    if os.environ.get("TACIT_RECORD"):
        path.write_text(path.read_text().split("=== says\n")[0] + "=== says\n" + said)
    assert f"[{path.stem}]" in said, "the example does not lead to its code"
    assert said == parts.get("says"), "run with TACIT_RECORD=1 and read the difference"

"""Documents made to cost, to leak or to deceive: each is refused quickly, in little memory, and nothing else is opened."""

import json
import re
import shutil
import subprocess
import sys

import pytest

from conftest import BINARY, CORPUS, ROOT

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
SECRET = "S3CR3T-THAT-MUST-NOT-APPEAR"
SECONDS, MEGABYTES = 1.0, 64


def ubl(inside, prologue="", attributes=""):
    return (f'{prologue}<Invoice xmlns="{UBL}Invoice-2" xmlns:a="{UBL}CommonAggregateComponents-2" xmlns:b="{UBL}CommonBasicComponents-2"'
            f'{attributes}><b:ID>R-1</b:ID><b:IssueDate>2026-01-31</b:IssueDate><b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode>{inside}'
            '<a:InvoiceLine><b:ID>1</b:ID><b:LineExtensionAmount>1.00</b:LineExtensionAmount></a:InvoiceLine></Invoice>')


def laughs(levels, fan=10, mark="&"):
    lines = ['<!ENTITY l0 "ha">'] + [f'<!ENTITY l{n} "{f"{mark}l{n - 1};" * fan}">' for n in range(1, levels + 1)]
    return "<!DOCTYPE Invoice [" + "\n".join(lines) + "]>"


def documents(folder):
    """Every attack inside a document that would otherwise be read, with the code of its refusal; None where it is harmless."""
    secret, dtd, address = folder / "secret.txt", folder / "evil.dtd", "http://127.0.0.1:18099"
    secret.write_text(SECRET)
    dtd.write_text(f'<!ENTITY x "{SECRET}"><!ENTITY % f SYSTEM "file://{secret}">')
    note = "<b:Note>{}</b:Note>".format
    bomb = "".join(f'<!ENTITY % {n} "{f"&#37;{p};" * 20}">' for p, n in zip("abcde", "bcdef"))
    refused = {
        "xxe-file": ("dtd-not-allowed", ubl(note("&x;"), f'<!DOCTYPE Invoice [<!ENTITY x SYSTEM "file://{secret}">]>')),
        "xxe-relative": ("dtd-not-allowed", ubl(note("&x;"), '<!DOCTYPE Invoice [<!ENTITY x SYSTEM "secret.txt">]>')),
        "xxe-http": ("dtd-not-allowed", ubl(note("&x;"), f'<!DOCTYPE Invoice [<!ENTITY x SYSTEM "{address}/x">]>')),
        "xxe-unused": ("dtd-not-allowed", ubl("", f'<!DOCTYPE Invoice [<!ENTITY x SYSTEM "file://{secret}">]>')),
        "xxe-behind-comments": ("dtd-not-allowed", ubl(note("&x;"), f'<!-- <x> --><?y don\'t?>\n<!DOCTYPE Invoice\n[\n<!ENTITY x SYSTEM "file://{secret}">]>')),
        "parameter-file": ("dtd-not-allowed", ubl(note("&x;"), f'<!DOCTYPE Invoice [<!ENTITY % p SYSTEM "file://{dtd}"> %p;]>')),
        "parameter-http": ("dtd-not-allowed", ubl(note("&x;"), f'<!DOCTYPE Invoice [<!ENTITY % p SYSTEM "{address}/d"> %p;]>')),
        "external-and-internal": ("dtd-not-allowed", ubl(note("&x;"), f'<!DOCTYPE Invoice SYSTEM "file://{dtd}" [<!ENTITY y "z">]>')),
        "external-entity": ("undefined-entity", ubl(note("&x;"), f'<!DOCTYPE Invoice SYSTEM "file://{dtd}">')),
        "default-attribute": ("dtd-not-allowed", ubl("", '<!DOCTYPE Invoice [<!ATTLIST b:ID approved CDATA "yes">]>')),
        "laughs": ("dtd-not-allowed", ubl(note("&l9;"), laughs(9))),
        "laughs-in-attribute": ("dtd-not-allowed", ubl("", laughs(9), ' q="&l9;"')),
        "laughs-unused": ("dtd-not-allowed", ubl("", laughs(9))),
        "laughs-recursive": ("dtd-not-allowed", ubl(note("&a;"), '<!DOCTYPE Invoice [<!ENTITY a "&b;"><!ENTITY b "&a;">]>')),
        "laughs-in-parameters": ("dtd-not-allowed", ubl("", f'<!DOCTYPE Invoice [<!ENTITY % a "<!ELEMENT aa ANY>">{bomb}%f;]>')),
        "quadratic": ("dtd-not-allowed", ubl(note("&a;" * 5000), f'<!DOCTYPE Invoice [<!ENTITY a "{"A" * 1000000}">]>')),
        "html-entity": ("undefined-entity", ubl(note("caf&eacute;"))),
        "deep-65": ("too-deep", ubl("<d>" * 64 + "</d>" * 64)), "deep-5000": ("too-deep", ubl("<d>" * 5000 + "</d>" * 5000)),
        "deep-unclosed": ("too-deep", ubl("<d>" * 1_000_000)),
        "attributes-300": ("too-many-attributes", ubl("<b:Note " + " ".join(f'q{n}=""' for n in range(300)) + "/>")),
        "attributes-100k": ("tag-too-wide", ubl("<b:Note " + " ".join(f'q{n}="1"' for n in range(100_000)) + "/>")),
        "namespaces-300": ("too-many-attributes", ubl("<b:Note " + " ".join(f'xmlns:q{n}="u{n}"' for n in range(300)) + "/>")),
        "namespaces-50k": ("tag-too-wide", ubl("<b:Note " + " ".join(f'xmlns:q{n}="u{n}"' for n in range(50_000)) + "/>")),
        "attribute-20MB": ("tag-too-wide", ubl(f'<b:Note q="{"x" * 20_000_000}"/>')),
        "name-1MB": ("tag-too-wide", ubl(f"<{'n' * 1_000_000}/>")),
        "comment-20MB": ("section-too-long", ubl(f"<!--{'x' * 20_000_000}-->")),
        "cdata-20MB": ("section-too-long", ubl(note(f"<![CDATA[{'x' * 20_000_000}]]>"))),
        "instruction-20MB": ("section-too-long", ubl(f"<?x {'x' * 20_000_000}?>")),
        "text-70MB": ("text-too-long", ubl(note("x" * 70_000_000))),
        "truncated": ("malformed-xml", ubl("")[:-20]), "two-roots": ("malformed-xml", ubl("") + ubl("")),
        "garbage-behind": ("malformed-xml", ubl("") + "x"), "nul": ("malformed-xml", ubl(note("a\0b"))),
        "escape": ("malformed-xml", ubl(note("a\x1b[31m"))), "character-zero": ("malformed-xml", ubl(note("&#0;"))),
        "surrogate": ("malformed-xml", ubl(note("&#xD800;"))), "unbound-prefix": ("malformed-xml", ubl("<q:Note/>")),
        "utf-7": ("encoding-not-allowed", ubl("", '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AFs-')),
        "ebcdic": ("encoding-not-allowed", ubl("", '<?xml version="1.0" encoding="IBM037"?>')),
        "latin-as-utf-8": ("encoding-mismatch", ubl(note("Müller")).encode("latin-1")),
        "utf-8-in-utf-16": ("encoding-mismatch", b"\xff\xfe" + ubl("", '<?xml version="1.0" encoding="UTF-8"?>').encode("utf-16-le")),
        "utf-16-without-mark": ("encoding-not-allowed", ubl("").encode("utf-16-le")),
    }
    harmless = {
        "text-20MB": ubl(note("x" * 20_000_000)), "cdata-7MB": ubl(note(f"<![CDATA[{'x' * 7_000_000}]]>")),
        "external-http": ubl("", f'<!DOCTYPE Invoice SYSTEM "{address}/x.dtd">'), "external-file": ubl("", f'<!DOCTYPE Invoice SYSTEM "file://{dtd}">'),
        "xinclude": ubl(f'<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file://{secret}" parse="text"/>'),
        "stylesheet": ubl("", f'<?xml-stylesheet type="text/xsl" href="{address}/x.xsl"?>'),
        "schema": ubl("", "", f' xmlns:s="http://www.w3.org/2001/XMLSchema-instance" s:noNamespaceSchemaLocation="{address}/x.xsd"'),
        "catalog": ubl("", f'<?oasis-xml-catalog catalog="file://{dtd}"?>'), "elements-1M": ubl("<i/>" * 1_000_000),
    }
    cases = dict(refused, **{name: (None, text) for name, text in harmless.items()})
    files = {}
    for name, (code, text) in cases.items():
        path = folder / f"{name}.xml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        files[path] = code
    return files


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    return documents(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def generated(tmp_path_factory):
    """The bombs of the generator that lies beside the corpus."""
    tool = CORPUS.parent / "tools" / "gen_xml.py" if CORPUS else None
    if tool is None or not tool.exists():
        pytest.skip("no generator of hostile XML beside the corpus")
    folder = tmp_path_factory.mktemp("generated")
    subprocess.run([sys.executable, tool, folder / "small", folder / "big"], check=True, capture_output=True)
    return sorted(path for part in ("small", "big") for path in (folder / part).iterdir())


# A process of its own, since a child starts with the memory of its parent as its peak.
METER = """
import json, os, subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
text = child.stdout.read().decode(errors="replace")
_, status, usage = os.wait4(child.pid, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), text, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024]))
"""


def measured(path):
    """Exit code, all output, processor seconds and megabytes of reading one file."""
    meter = subprocess.run([sys.executable, "-ISc", METER, BINARY, "ingest", path], cwd=ROOT, capture_output=True, check=True, timeout=60)
    return json.loads(meter.stdout)


def check(path, limit=MEGABYTES):
    exit_code, text, seconds, megabytes = measured(path)
    assert exit_code in (0, 3), (path.name, text)
    assert seconds < SECONDS and megabytes < limit, (path.name, seconds, megabytes)
    assert SECRET not in text and "LEAK" not in text, path.name
    found = re.findall(r"error: .* \[([a-z-]+)\]", text)
    records = sum(line.startswith('{"kind"') for line in text.splitlines())
    return exit_code, records, found[0] if found else None


def test_every_attack_is_refused_quickly_in_little_memory(hostile):
    for path, code in hostile.items():
        exit_code, records, found = check(path)
        assert (exit_code, records, found) == ((3, 0, code) if code else (0, 1, None)), path.name


def test_a_record_of_any_size_is_bounded(tmp_path):
    path = tmp_path / "values-70MB.xml"
    path.write_text(ubl(f"<a:ProjectReference><b:ID>{'x' * 900_000}</b:ID></a:ProjectReference>" * 80))
    # Each value is cut to the size of a field, which a warning says; nothing of the rest is kept.
    assert check(path, limit=128) == (0, 1, None)


@pytest.mark.corpus
def test_every_generated_bomb_is_refused_quickly_in_little_memory(generated):
    for path in generated:
        _, records, _ = check(path)
        assert records == 0, path.name
    assert len(generated) >= 79


def test_nothing_is_opened_but_the_inputs_and_no_socket(hostile):
    if sys.platform != "linux":
        pytest.skip("strace is Linux's")
    assert shutil.which("strace"), "strace is needed; Scripts/setup.sh installs it"
    for path in hostile:
        if path.stat().st_size > 100_000:
            continue
        done = subprocess.run(["strace", "-f", "-qq", "-s", "4096", "-e", "trace=open,openat,socket,connect", BINARY, "ingest", path],
                              cwd=ROOT, capture_output=True, timeout=60)
        trace = done.stderr.decode(errors="replace")
        assert not re.search(r"\b(socket|connect)\(", trace), (path.name, trace)
        opened = [name for name in re.findall(r'open(?:at)?\([^"]*"([^"]*)"', trace)]
        strange = [name for name in opened if name != str(path) and not name.startswith(("/lib", "/usr/", "/etc/ld.so", "/proc/", "/sys/", "/dev/"))
                   and not re.search(r"\.so(\.\d+)*$|glibc-hwcaps", name)]
        assert str(path) in opened and not strange, (path.name, strange)

"""Texts from outside stay texts in every output: a browser, GitHub's Markdown, CSV and mail readers look."""

import csv
import email
import email.policy
import json
import os
import re
import shutil
import subprocess
import unicodedata

import pytest
from lxml import html as parser

from browser import launch, needs_browser, open_all, open_page
from conftest import CORPUS, run

BATCH = 120


def payloads():
    own = ["<script>alert(1)</script>", "\"\u0301 onmouseover=alert(1) x", "<\u0301img src=x onerror=alert(1)>", "{{title}}", "{{{style}}}",
           "=cmd|' /C calc'!A0", "a|b", "[x](javascript:alert(1))", "![x](http://example.com/x.png)", "@team", "#12", "\u202eevil",
           "::error::x", "</style><b>x</b>", "--><b>", "</title><svg onload=alert(1)>", "${7*7}", "x\u0092y", "<a href=//e.com>x</a>",
           "&lt;b&gt;", "```", "<!--", "]]>", "' autofocus onfocus=alert(1) '", "`${alert(1)}`", "www.example.com", "https://example.com",
           "mail@example.com", "~~x~~", "1. x", "- x", "> x", "|x|", "\\|", "a\u2028b", "$x^2$", ":tada:", "<details open ontoggle=alert(1)>"]
    if CORPUS is None:
        return own
    found = [entry["payload"] for entry in json.loads((CORPUS / "hostile/payloads.json").read_text())]
    # A NUL makes an input binary, which is refused as a whole.
    return own + [text for text in found if text.strip() and "\x00" not in text]


ALL = list(dict.fromkeys(text.strip() for text in payloads()))
BATCHES = [ALL[start:start + BATCH] for start in range(0, len(ALL), BATCH)]


@pytest.fixture(scope="module")
def browser():
    if not needs_browser.args[0]:
        with launch() as browser:
            yield browser


def report(texts, folder):
    """A report in which each text is a person, a role, a department and a description."""
    with open(folder / "in.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(["date", "freelancer", "role", "department", "description", "quantity", "rate"])
        for number, text in enumerate(texts):
            for month in range(1, 7):
                writer.writerow([f"2026-{month:02d}-15", text, text, text if number % 9 == 0 else "D", text, "100", str(200 - number)])
        writer.writerow([texts[0], texts[-1], texts[1], "", texts[2], "1", "1"])
    done = run("audit", folder / "in.csv", "--output", folder / "out", timeout=300)
    assert done.returncode == 0, done.stderr.decode()
    assert not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", done.stdout + done.stderr), "the terminal gets no control characters"
    assert not re.search("[\u0080-\u009f\u202a-\u202e\u2066-\u2069]", (done.stdout + done.stderr).decode())
    return folder / "out"


def plain(text):
    """A text as outputs show it: overrides gone, blanks and what stands for controls as one blank."""
    text = "".join(" " if unicodedata.category(c) == "Cc" or c in "\ufffd\ufffe\uffff" else c for c in text)
    text = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)
    return " ".join(text.split())


@pytest.mark.parametrize("number", range(len(BATCHES)))
def test_texts_from_outside_stay_texts(number, browser, tmp_path):
    texts = BATCHES[number]
    out = report(texts, tmp_path)
    people = [person["name"] for person in json.loads((out / "audit.json").read_text())["people"]]
    wanted = {plain(name) for name in people if len(name) <= 100}
    if browser is not None:
        # The page must stay quiet with its own guard and without it.
        unguarded = tmp_path / "unguarded.html"
        unguarded.write_text(re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", (out / "report.html").read_text()))
        for path in (out / "report.html", unguarded, out / "email.html"):
            page = open_page(browser, path)
            open_all(page)
            page.wait_for_timeout(100)
            assert page.said == [] and len(page.asked) == 1, (path.name, page.said, page.asked[:3])
            if path.name != "email.html":
                shown = {plain(text) for text in page.locator("section[aria-labelledby=people] tbody th").all_text_contents()}
                held = {plain(person["name"]) for person in json.loads((out / "audit.json").read_text())["people"]
                        if float(person["loss"]) > 0 and len(person["name"]) <= 100}
                assert held - shown == set()
                allowed = {"HTML", "HEAD", "META", "TITLE", "STYLE", "BODY", "HEADER", "H1", "H2", "H3", "H4", "P", "A", "NAV", "MAIN", "SECTION",
                           "OL", "UL", "LI", "STRONG", "SPAN", "DIV", "TABLE", "THEAD", "TBODY", "TR", "TH", "TD", "BUTTON", "FIGURE", "FIGCAPTION",
                           "DETAILS", "SUMMARY", "DL", "DT", "DD", "CODE", "BR", "B", "Q", "INPUT", "LABEL", "FOOTER", "SCRIPT", "svg", "title",
                           "desc", "path", "rect", "circle", "text"}
                assert set(page.evaluate("[...document.querySelectorAll('*')].map(e => e.tagName)")) <= allowed
                assert page.evaluate("[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames()).filter(n => n.startsWith('on'))") == []
            page.context.close()
    for name in ("report.md", "summary.md"):
        check_markdown((out / name).read_text(), wanted if name == "report.md" else None)
    for name in ("roles.csv", "rejects.csv", "ledger.csv"):
        with open(out / name, newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))
        assert len({len(row) for row in rows}) == 1, name
        for row in rows:
            for cell in row:
                bare = cell.lstrip(" \"'")
                assert not bare[:1] in tuple("=+@\t\r＝＋－＠") or cell.lstrip(" \"").startswith("'"), (name, cell)
    message = email.message_from_bytes((out / "email.eml").read_bytes(), policy=email.policy.default)
    assert sorted(message.keys()) == sorted(["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Auto-Submitted", "Content-Type"])
    assert not message.defects and [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]


def check_markdown(text, wanted):
    """What GitHub's own reader makes of it: no link, no picture, no script; each name is a cell."""
    program = shutil.which("cmark-gfm")
    if program is None:
        pytest.skip("NO cmark-gfm: install Debian's package to run this test")
    done = subprocess.run([program, "-e", "table", "-e", "autolink", "-e", "strikethrough", "-e", "tagfilter", "--unsafe"],
                          input=text.encode(), capture_output=True, check=True)
    page = parser.fromstring(done.stdout.decode())
    tags = {node.tag for node in page.iter() if isinstance(node.tag, str)}
    assert tags <= {"div", "html", "body", "h1", "h2", "h3", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "ol", "ul", "li", "details",
                    "summary", "pre", "code", "br"}, tags
    assert not [name for node in page.iter() if isinstance(node.tag, str) for name in node.attrib if name not in ("align", "lang", "start", "class")]
    if wanted is not None:
        cells = {plain(cell.text_content()) for cell in page.xpath("//td[1]")}
        missing = {name for name in wanted if name not in cells}
        assert len(missing) <= len(wanted) - min(len(wanted), 90), sorted(missing)[:5]


def test_a_mail_header_cannot_be_broken_out_of(tmp_path):
    (tmp_path / "in.csv").write_text("date,freelancer,amount\n2026-01-31,Ana,10.00\n")
    (tmp_path / "audit.yml").write_text('company: "Evil\\r\\nBcc: x@example.com\\r\\n\\r\\nbody \u2028 Zoë €"\nmail: {from: a@example.com, to: ["b@example.com"]}\n')
    done = run("audit", tmp_path, "--output", tmp_path / "out")
    assert done.returncode == 0, done.stderr.decode()
    message = email.message_from_bytes((tmp_path / "out/email.eml").read_bytes(), policy=email.policy.default)
    assert message["Bcc"] is None and "Bcc: x@example.com" in message["Subject"] and "Zoë €" in message["Subject"]
    assert not message.defects

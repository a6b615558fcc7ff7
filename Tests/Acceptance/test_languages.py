"""The report in another language and with another brand."""

import re
import shutil

import pytest

from conftest import ROOT, run


def words(name):
    pairs = [line.split(" = ", 1) for line in (ROOT / "Templates" / name).read_text().splitlines() if " = " in line and not line.startswith("#")]
    return dict(pairs)


@pytest.fixture(scope="module")
def german(tmp_path_factory):
    out = tmp_path_factory.mktemp("german") / "report"
    done = run("audit", "SampleData", "--language", "de", "--output", out)
    assert done.returncode == 0, done.stderr.decode()
    return out


def test_both_languages_say_everything_with_the_same_places():
    english, german = words("strings.en.txt"), words("strings.de.txt")
    assert english.keys() == german.keys() and len(english) > 250
    for key in english:
        places = [sorted(re.findall(r"\{\w+\}", text)) for text in (english[key], german[key])]
        assert set(places[0]) == set(places[1]), key
    same = {key for key in english if english[key] == german[key] and re.search(r"[a-z]{4}", english[key])}
    assert same <= {"person", "quarter", "indexWord", "parameter", "code", "format", "optionTeamIn", "source_override"}, same


def test_every_word_is_used():
    code = "".join(path.read_text() for path in [*(ROOT / "Sources/Reporting").rglob("*.swift"), *(ROOT / "Templates").glob("*.mustache")]
                   if path.name != "TemplateTexts.swift")
    for key in words("strings.en.txt"):
        base = re.sub(r"(One|Other)$", "", key)
        prefix = key.split("_")[0] + "_"
        assert any(form in code for form in (f'"{key}"', f'"{base}"', f"t.{key}}}}}", f'"{prefix}\\(')), key


def test_the_german_report_is_german(german, sample):
    html = (german / "report.html").read_text()
    assert '<html lang="de"' in html and "Nötige Entscheidungen" in html and "Datensätze gelesen" in html
    own = re.sub(r'<(\w+)[^>]*lang="en".*?</\1>', "", html, flags=re.S)
    for english in ("Expected loss", "Decisions needed", "Where the figures", "Chance of leaving", "records in =", "Ways to lower"):
        assert english not in own, english
    assert "⟦" not in html
    assert "4.170 Datensätze" in html and re.search(r"USD\s\d+\.\d{3},\d\d", html), "numbers have German signs"
    for name in ("email.txt", "summary.md", "report.md"):
        assert "Datensätze gelesen" in re.sub(r"\s+", " ", (german / name).read_text().replace("\u00a0", " ")), name
    assert (german / "audit.json").read_bytes() == (sample / "audit.json").read_bytes()


def test_an_unknown_language_names_the_known_ones(tmp_path):
    done = run("audit", "SampleData", "--language", "fr", "--output", tmp_path / "out")
    assert done.returncode == 2 and b"known: de, en" in done.stderr and not (tmp_path / "out").exists()


def test_words_and_brand_can_be_replaced_and_mistakes_are_named(tmp_path):
    templates = tmp_path / "templates"
    templates.mkdir()
    base = ["audit", "SampleData/direct", "--config", "SampleData/audit.yml", "--output", tmp_path / "out", "--templates", templates]
    shutil.copy(ROOT / "Templates/strings.de.txt", templates / "strings.nl.txt")
    brand = (ROOT / "Templates/brand.txt").read_text()
    (templates / "brand.txt").write_text(brand.replace("name =", "name = Aurora <Audits>").replace("#1D4ED8", "#7A1F5C"))
    assert run(*base, "--language", "nl").returncode == 0
    html = (tmp_path / "out/report.html").read_text()
    assert "Aurora &lt;Audits&gt;" in html and "#7A1F5C" in html and "Nötige Entscheidungen" in html
    for name, text, message in [
        ("brand.txt", brand.replace("#1D4ED8", "blue", 1), "brand.txt:8:1: error: 'blue' is no colour"),
        ("brand.txt", brand + "colr = #000000\n", "no report uses 'colr'"),
        ("strings.de.txt", (ROOT / "Templates/strings.de.txt").read_text().replace("\nfindings =", "\nfindinge ="), "did you mean 'findings'?"),
        ("strings.de.txt", (ROOT / "Templates/strings.de.txt").read_text().replace("{n} Zeilen", "Zeilen"), "'lineOther' needs the places {n}"),
        ("strings.de.txt", "title\n", "strings.de.txt:1:1: error: there is no '='"),
    ]:
        (templates / "brand.txt").write_text(brand)
        (templates / name).write_text(text)
        done = run(*base)
        assert done.returncode == 2 and message in done.stderr.decode(), done.stderr.decode()

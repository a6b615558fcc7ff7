"""--anonymize: no name, no address and no identifier of a person is left in any output."""

import csv
import email
import email.policy
import html
import json
import re
import unicodedata

import pytest

from conftest import ingest, run

# What a person's free text may hold that no column names.
SECRETS = ["maria.lopez@example.org", "Dr. Zacharias Quillfeather", "+49 170 1234567"]


def readable(folder):
    """Every output as text in which a name would be found, whatever the file's escapes."""
    for path in sorted(folder.iterdir()):
        raw = path.read_bytes()
        text = raw.decode()
        yield path.name, text
        yield path.name, html.unescape(text)
        yield path.name, text.replace("\\", "")
        if path.suffix == ".json":
            yield path.name, json.dumps(json.loads(text), ensure_ascii=False)
        if path.suffix == ".eml":
            message = email.message_from_bytes(raw, policy=email.policy.default)
            yield path.name, "\n".join([*map(str, message.values()), *[part.get_content() for part in message.iter_parts()]])


def slug(name):
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-")


def found_in(folder, words):
    hits = set()
    patterns = {word: re.compile(r"(?<!\w)" + re.escape(word) + r"(?!\w)", re.IGNORECASE) for word in words}
    for name, text in readable(folder):
        for word, pattern in patterns.items():
            if word.lower() in text.lower() and pattern.search(text):
                hits.add((name, word))
    return sorted(hits)


@pytest.fixture(scope="module")
def hidden(tmp_path_factory):
    out = tmp_path_factory.mktemp("anonymous") / "report"
    done = run("audit", "SampleData", "--anonymize", "--output", out)
    assert done.returncode == 0, done.stderr.decode()
    return out


def test_no_name_identifier_or_address_of_the_inputs_is_left(hidden, sample):
    records, _ = ingest("SampleData")
    words = set()
    for record in records:
        words |= {record.get(key) for key in ("freelancer", "freelancer_id", "buyer")}
    audit = json.loads((sample / "audit.json").read_text())
    for person in audit["people"]:
        words |= {person["id"], person["name"]}
    words |= {slug(word) for word in list(words) if word}
    words |= {audit["company_name"], "ops@example.com"}
    words = {word for word in words if word and len(word) > 2}
    assert len(words) > 120
    assert found_in(hidden, words) == []
    assert len(found_in(sample, words)) > 100, "the search itself finds names where they are"


def test_free_text_and_rejected_records_are_left_out(tmp_path):
    rows = [["date", "freelancer", "freelancer_id", "role", "department", "description", "quantity", "rate"]]
    for week in range(40):
        rows.append([f"2026-{1 + week // 5:02d}-{1 + 5 * (week % 5):02d}", "Ana Example", "u-778899", "design", "Studio",
                     f"as agreed with {SECRETS[1]} ({SECRETS[0]}), call {SECRETS[2]}", "10", "20"])
    rows.append([SECRETS[1], "Ana Example", "u-778899", "design", "Studio", SECRETS[0], "x", "20"])
    with open(tmp_path / "Ana Example invoices.csv", "w", newline="") as file:
        csv.writer(file).writerows(rows)
    done = run("audit", tmp_path, "--anonymize", "--output", tmp_path / "out")
    assert done.returncode == 0, done.stderr.decode()
    assert found_in(tmp_path / "out", [*SECRETS, "Ana Example", "u-778899"]) == []


def test_the_figures_stay_and_the_pseudonyms_are_stable(hidden, sample, tmp_path):
    one, other = (json.loads((folder / "audit.json").read_text()) for folder in (hidden, sample))
    assert one["company"]["loss"] == other["company"]["loss"] and len(one["people"]) == len(other["people"])
    assert len({person["id"] for person in one["people"]}) == len(one["people"])
    held = {holder["id"] for role in one["roles"] for holder in role["holders"]}
    assert held <= {person["id"] for person in one["people"]}
    assert run("audit", "SampleData", "--anonymize", "--output", tmp_path / "again").returncode == 0
    assert (tmp_path / "again/audit.json").read_bytes() == (hidden / "audit.json").read_bytes()
    keyed = run("audit", "SampleData", "--anonymize", "--output", tmp_path / "keyed", env={"TACIT_PSEUDONYM_KEY": "secret"})
    assert keyed.returncode == 0
    assert (tmp_path / "keyed/audit.json").read_bytes() != (hidden / "audit.json").read_bytes()

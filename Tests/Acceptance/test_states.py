"""Partial states: the audit of merged states is the audit of all files, byte for byte, however the files were partitioned."""

import itertools
import json
import os
import random
import shutil
import subprocess

import pytest

import states
from conftest import BINARY, ROOT, run

HEADER = ("Date,Transaction ID,Transaction type,Transaction summary,Transaction summary details,Description 1,Description 2,Description 3,"
          "Agency team,Freelancer,Client team,Account name,PO,Ref ID,Amount $,Amount in local currency,Currency,Current balance $,"
          "Payment method\n")


def report(folder):
    """Every file of a report by its name."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def audited(output, *arguments, cwd):
    """The report of an audit and what it said about the inputs."""
    done = run("audit", *arguments, "--output", output, cwd=cwd)
    assert done.returncode == 0, done.stderr.decode()
    return report(cwd / output), done.stderr.decode()


def folded(state, *arguments, cwd):
    done = run("fold", *arguments, "--state", state, cwd=cwd)
    assert done.stdout == b"" and (cwd / state).exists(), done.stderr.decode()
    return done


def merged(state, *arguments, cwd):
    done = run("merge", *arguments, "--output", state, cwd=cwd)
    assert done.returncode == 0 and done.stdout == b"", done.stderr.decode()
    return done


def partition(rng, files, count):
    """Parts of the files, some of which are in several parts."""
    parts = [[] for _ in range(count)]
    for file in files:
        for part in rng.sample(parts, rng.choice([1, 1, 1, 1, min(2, count)])):
            part.append(file)
    return [part for part in parts if part]


def history(rng, rows, references):
    """A history with faults, an escrow and references that it shares with others."""
    lines = [HEADER]
    for reference in rng.sample(range(references), rows):
        day, cents = 1 + reference % 28, 1000 + reference * 7 % 90000
        kind = ["Hourly", "Hourly", "Hourly", "Fixed-Price", "Bonus", "Payment", "Marketplace Fee"][reference % 7]
        # Exports of one account say the same of a reference, with few exceptions.
        amount = f"{cents / 100:.2f}" if kind == "Payment" else f"-{(cents + (rng.random() < 0.01)) / 100:.2f}"
        if rng.random() < 0.01:
            amount = rng.choice(["12a", "", "-1044.5899999999999"])
        lines.append(f'"Sep {day}, 2026",9{reference},{kind},"Design, {reference % 5}","Invoice for Sep 21-Sep 27, 2026",'
                     f'{"Paid from Visa to escrow" if kind == "Payment" and reference % 2 else "work"},{reference % 9}.50 hours,,,'
                     f'Person {reference % 11},Care,Buyer Ltd,,{"T-" if reference % 97 == 0 else ""}{reference},{amount},,,0.00,\n')
    return "".join(lines)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """The sample with its configuration, and what an audit of all of it says."""
    folder = tmp_path_factory.mktemp("states")
    shutil.copytree(ROOT / "SampleData", folder / "data")
    files = sorted(str(path.relative_to(folder)) for path in (folder / "data").rglob("*")
                   if path.is_file() and path.suffix in (".csv", ".xml") and path.parent.name != "rates" and "quotes" not in path.name)
    assert len(files) > 30
    return folder, files, audited("whole", "--fold", *files, "--config", "data/audit.yml", cwd=folder)


@pytest.mark.parametrize("seed", range(6))
def test_merged_states_of_the_sample_are_the_sample(place, seed):
    folder, files, (whole, said) = place
    rng = random.Random(seed)
    parts = partition(rng, files, rng.randint(1, 5))
    for number, part in enumerate(parts):
        done = folded(f"{seed}-{number}.state", *part, "--config", "data/audit.yml", "--threads", rng.randint(1, 4), cwd=folder)
        assert " = " in done.stderr.decode()
    names = [f"{seed}-{number}.state" for number in range(len(parts))]
    rng.shuffle(names)
    merged(f"{seed}.state", *names, cwd=folder)
    found, told = audited(f"audit-{seed}", f"{seed}.state", "--config", "data/audit.yml", cwd=folder)
    assert found == whole and told == said
    audit = json.loads(found["audit.json"])
    assert [entry["path"] for entry in audit["inputs"]] == files
    assert all(entry["sha256"] for entry in audit["inputs"])


def test_states_and_files_can_be_mixed(place):
    folder, files, (whole, _) = place
    odd, even = files[1::2], files[::2]
    folded("odd.state", *odd, "--config", "data/audit.yml", cwd=folder)
    assert audited("mixed", "odd.state", *even, "--config", "data/audit.yml", cwd=folder)[0] == whole
    # A file that is named and kept is one input.
    twice, said = audited("twice", "odd.state", *files, "--config", "data/audit.yml", cwd=folder)
    assert twice == whole and f"odd.state:1:1: warning: {len(odd)} inputs are also read themselves" in said
    folded("all.state", "odd.state", *even, "--config", "data/audit.yml", cwd=folder)
    assert audited("added", "all.state", "--config", "data/audit.yml", cwd=folder)[0] == whole
    assert len(states.read(folder / "all.state")) == len(files)


def test_a_file_that_was_changed_is_not_the_one_that_was_folded(place):
    folder, files, _ = place
    file = next(name for name in files if name.endswith(".csv") and "weekly" in name)
    folded("before.state", file, "--config", "data/audit.yml", cwd=folder)
    text = (folder / file).read_text()
    (folder / file).write_text(text + "\n")
    done = run("audit", "before.state", file, "--output", "changed", cwd=folder)
    (folder / file).write_text(text)
    assert done.returncode == 3 and "[state-clash]" in done.stderr.decode() and not (folder / "changed").exists()


@pytest.fixture(scope="module")
def overlapping(tmp_path_factory):
    """Histories that share most of their references, so that more duplicates occur than are listed."""
    folder = tmp_path_factory.mktemp("overlapping")
    rng = random.Random(11)
    names = [f"{name}.csv" for name in "dbaec"]
    for name in names:
        (folder / name).write_text(history(rng, 1500, 3000))
    shutil.copy(folder / "c.csv", folder / "copy.csv")
    names.append("copy.csv")
    whole, said = audited("whole", "--fold", *names, cwd=folder)
    audit = json.loads(whole["audit.json"])
    assert audit["reconciliation"]["duplicates"] > 4000 and audit["reconciliation"]["rejected"] > 20
    assert "conflicting-duplicate" in said
    return folder, names, whole


@pytest.mark.parametrize("seed", range(4))
def test_repetitions_across_partitions_are_found_and_counted_once(overlapping, seed):
    folder, names, whole = overlapping
    rng = random.Random(seed)
    parts = partition(rng, names, 4)
    for number, part in enumerate(parts):
        folded(f"{seed}-{number}.state", *part, "--threads", rng.randint(1, 3), cwd=folder)
    merged(f"{seed}.state", *(f"{seed}-{number}.state" for number in range(len(parts))), cwd=folder)
    assert audited(f"audit-{seed}", f"{seed}.state", cwd=folder)[0] == whole
    record = json.loads(whole["audit.json"])["reconciliation"]
    done = run("fold", f"{seed}.state", "--output", "groups.csv", cwd=folder)
    assert (f"{record['records']} records = {record['accepted']} used + {record['rejected']} rejected + "
            f"{record['duplicates']} duplicates") in done.stderr.decode()
    direct = run("fold", *names, "--output", "direct.csv", cwd=folder)
    assert (folder / "groups.csv").read_bytes() == (folder / "direct.csv").read_bytes()
    assert direct.stderr == done.stderr


def test_merging_is_associative_and_no_order_changes_it(overlapping):
    folder, names, _ = overlapping
    for name in "abc":
        folded(f"{name}.state", f"{name}.csv", cwd=folder)
    merged("ab.state", "a.state", "b.state", cwd=folder)
    merged("bc.state", "c.state", "b.state", cwd=folder)
    for number, states_given in enumerate([("ab.state", "c.state"), ("a.state", "bc.state"), ("ab.state", "bc.state"),
                                           *itertools.permutations(["a.state", "b.state", "c.state"])]):
        merged(f"way-{number}.state", *states_given, cwd=folder)
    ways = {path.read_bytes() for path in folder.glob("way-*.state")}
    assert len(ways) == 1


def test_a_merged_state_can_go_to_standard_output_but_not_to_a_terminal(overlapping):
    folder, _, _ = overlapping
    for name in "ae":
        folded(f"{name}.state", f"{name}.csv", cwd=folder)
    merged("ae.state", "a.state", "e.state", cwd=folder)
    assert run("merge", "a.state", "e.state", cwd=folder).stdout == (folder / "ae.state").read_bytes()
    master, terminal = os.openpty()
    done = subprocess.run([BINARY, "merge", "a.state", "e.state"], cwd=folder, stdout=terminal, stderr=subprocess.PIPE, timeout=60)
    os.close(master)
    os.close(terminal)
    assert done.returncode == 2 and b"terminal" in done.stderr


def test_fold_of_a_directory_takes_the_configuration_in_it_and_names_what_it_leaves_out(place):
    folder, _, (whole, _) = place
    done = folded("directory.state", "data", cwd=folder)
    assert "data/README.md:1:1: warning: not recognised" in done.stderr.decode()
    assert audited("from-directory", "directory.state", "--config", "data/audit.yml", cwd=folder)[0] == whole
    assert not any(entry["name"].endswith(("audit.yml", ".md")) or "rates" in entry["name"] for entry in states.read(folder / "directory.state"))
    assert run("fold", "data", "--config", "data/audit.yml", cwd=folder).returncode == 0


def test_a_state_has_the_same_bytes_whatever_the_threads_the_zone_and_the_place(overlapping, tmp_path):
    folder, names, _ = overlapping
    folded("one.state", *names, "--threads", 1, cwd=folder)
    for name in names:
        shutil.copy(folder / name, tmp_path / name)
    done = run("fold", *reversed(names), "--state", "other.state", "--threads", 4, cwd=tmp_path, env={"TZ": "Asia/Manila", "LC_ALL": "de_DE.UTF-8"})
    assert done.returncode == 0
    assert (tmp_path / "other.state").read_bytes() == (folder / "one.state").read_bytes()
    rows = sum((folder / name).read_text().count("\n") - 1 for name in names)
    assert (folder / "one.state").stat().st_size < 30 * rows


def test_what_cannot_be_merged_leaves_an_earlier_state_as_it_was(overlapping, tmp_path):
    folder, _, _ = overlapping
    shutil.copy(folder / "a.csv", tmp_path / "a.csv")
    folded("a.state", "a.csv", cwd=tmp_path)
    before = (tmp_path / "a.state").read_bytes()
    (tmp_path / "broken.state").write_bytes(before[:-1])
    (tmp_path / "all.state").write_bytes(before)
    assert run("merge", "broken.state", "--output", "all.state", cwd=tmp_path).returncode == 3
    assert run("merge", "a.state", "--output", "all.state", "--strict", cwd=tmp_path).returncode == 3
    assert run("fold", "a.csv", "missing.csv", "--state", "all.state", cwd=tmp_path).returncode == 3
    assert run("merge", "a.state", "missing.state", "--output", "all.state", cwd=tmp_path).returncode == 3
    assert (tmp_path / "all.state").read_bytes() == before
    assert run("merge", "a.state", "--output", "a.state", cwd=tmp_path).returncode == 2
    assert run("fold", "a.state", "--state", "./a.state", cwd=tmp_path).returncode == 2
    assert run("merge", "a.state", "--output", "no/such/place", cwd=tmp_path).returncode == 4
    assert (tmp_path / "a.state").read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"a.csv", "a.state", "broken.state", "all.state"}


def test_states_through_pipes_and_for_other_commands_are_refused(overlapping, tmp_path):
    folder, _, _ = overlapping
    folded("piped.state", "a.csv", cwd=folder)
    data = (folder / "piped.state").read_bytes()
    for arguments in (["audit", "-", "--output", tmp_path / "out"], ["ingest", "-"]):
        done = run(*arguments, stdin=data, cwd=folder)
        assert done.returncode == 3 and "[partial-state]" in done.stderr.decode()
    assert not (tmp_path / "out").exists()

"""What the acceptance tests share: the program, the repository, and where a corpus of real documents lies."""

import json
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BINARY = Path(os.environ.get("TACIT_BINARY", ROOT / ".build" / "debug" / "tacit"))


def corpus():
    """The folder of real public documents, which are not part of this repository."""
    named = os.environ.get("TACIT_CORPUS")
    for path in [Path(named)] if named else [ROOT.parent / "shared" / "corpus"]:
        if path.is_dir():
            return path
    return None


CORPUS = corpus()


def tools():
    """The folder of checkers that are not part of this repository."""
    named = os.environ.get("TACIT_TOOLS")
    for path in [Path(named)] if named else [ROOT.parent / "shared" / "tools"]:
        if path.is_dir():
            return path
    return None


TOOLS = tools()


def pytest_terminal_summary(terminalreporter):
    if CORPUS is None:
        terminalreporter.write_line("")
        terminalreporter.write_line(
            "NO CORPUS: the comparisons with real documents were SKIPPED; set TACIT_CORPUS to run them", red=True, bold=True)
    if TOOLS is None:
        terminalreporter.write_line("NO TOOLS: the mail was not checked by the linter; set TACIT_TOOLS to run it", red=True, bold=True)


def pytest_collection_modifyitems(items):
    if CORPUS is None:
        for item in items:
            if "corpus" in item.keywords:
                item.add_marker(pytest.mark.skip(reason="no corpus: set TACIT_CORPUS"))


def pytest_configure(config):
    config.addinivalue_line("markers", "corpus: compares with real documents that are not in the repository")


def run(*arguments, cwd=ROOT, env=None, stdin=None, timeout=120):
    """Runs the program and returns the finished process, without judging it."""
    environment = dict(os.environ, **(env or {}))
    return subprocess.run([str(BINARY), *map(str, arguments)], cwd=cwd, env=environment, input=stdin, timeout=timeout,
                          capture_output=True)


def ingest(*paths, **more):
    """The records of `tacit ingest` and the finished process."""
    done = run("ingest", *paths, **more)
    return [json.loads(line) for line in done.stdout.decode().splitlines()], done


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The report of SampleData."""
    out = tmp_path_factory.mktemp("sample") / "report"
    done = run("audit", "SampleData", "--output", out)
    assert done.returncode == 0, done.stderr.decode()
    return out

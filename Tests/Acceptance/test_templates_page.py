"""The page on templates and the literals of the program are those of Templates/."""

import subprocess
import sys

from conftest import ROOT, run


def test_the_page_on_templates_is_fresh(tmp_path):
    done = run("audit", "SampleData", "--output", tmp_path / "out", "--describe-templates")
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode() == (ROOT / "docs/Templates.md").read_text(), "run make docs"
    assert not (tmp_path / "out").exists()


def test_the_program_carries_the_templates():
    done = subprocess.run([sys.executable, ROOT / "Scripts/embed_templates.py", "--check"], capture_output=True)
    assert done.returncode == 0, done.stderr.decode()

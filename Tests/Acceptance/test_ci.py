"""The CI files: their form, and their steps run in the environment that they would have."""

import os
import re
import shutil
import subprocess
import sys

import pytest
import yaml

from conftest import BINARY, ROOT

ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/audit.yml").read_text())
GITLAB = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text())


def step(steps, name):
    return next(entry for entry in steps if entry.get("name") == name)


def filled(text, values):
    """An expression of a workflow with its values put in."""
    return re.sub(r"\$\{\{\s*([\w.-]+)\s*\}\}", lambda match: values[match.group(1)], str(text))


def run_action(tmp_path, **given):
    """The action's steps, as a runner would take them."""
    inputs = {name: str(entry.get("default", "")) for name, entry in ACTION["inputs"].items()}
    inputs |= {"binary": str(BINARY), "output": str(tmp_path / "report")} | given
    audit = step(ACTION["runs"]["steps"], "Audit")
    environment = {key: filled(value, {f"inputs.{name}": text for name, text in inputs.items()}) for key, value in audit["env"].items()}
    files = {"GITHUB_STEP_SUMMARY": tmp_path / "summary", "GITHUB_OUTPUT": tmp_path / "outputs"}
    done = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", audit["run"]], cwd=ROOT, capture_output=True, timeout=300,
                          env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "GITHUB_ACTION_PATH": str(ROOT), **environment,
                               **{key: str(path) for key, path in files.items()}})
    outputs = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text().splitlines()) if files["GITHUB_OUTPUT"].exists() else {}
    return done, outputs, files["GITHUB_STEP_SUMMARY"]


def test_the_action_audits_writes_the_summary_and_its_outputs(tmp_path):
    done, outputs, summary = run_action(tmp_path, data="SampleData")
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    assert outputs["verdict"] == "pass" and int(outputs["findings"]) > 0 and float(outputs["at_risk"]) > 0
    assert outputs["report"] == str(tmp_path / "report") and (tmp_path / "report/report.html").exists()
    assert summary.read_text() == (tmp_path / "report/summary.md").read_text()
    assert "Mateusz" not in summary.read_text(), "a published report names nobody unless it is told to"
    named = {match.group(1) for value in ACTION["outputs"].values() for match in re.finditer(r"outputs\.(\w+)", value["value"])}
    assert named == outputs.keys()


def test_the_gate_fails_the_step_and_still_publishes(tmp_path):
    done, outputs, summary = run_action(tmp_path, **{"data": "SampleData", "fail-on": "low"})
    assert done.returncode == 1 and outputs["verdict"] == "fail" and summary.exists()


def test_a_broken_input_is_no_verdict(tmp_path):
    (tmp_path / "bad.csv").write_text("what,is\nthis,?\n")
    done, outputs, _ = run_action(tmp_path, data=str(tmp_path / "bad.csv"))
    assert done.returncode == 3 and outputs == {}


def test_no_word_of_an_export_is_a_command_to_the_runner(tmp_path):
    (tmp_path / "::error::x.csv").write_text("what,is\nthis,?\n")
    (tmp_path / "in.csv").write_text("date,freelancer,amount\n2026-01-31,::warning::Ana,10.00\nx,::error::b,1\n")
    done, _, _ = run_action(tmp_path, data=f"{tmp_path}/in.csv\n{tmp_path}/::error::x.csv")
    assert not re.search(rb"^::", done.stdout + done.stderr, re.M)


def test_values_of_a_workflow_never_become_commands():
    for entry in [*ACTION["runs"]["steps"], *WORKFLOW["jobs"]["audit"]["steps"]]:
        assert "${{" not in str(entry.get("run", "")), entry["name"]


def test_the_workflow_runs_quarterly_and_by_hand_and_keeps_the_baseline():
    on = WORKFLOW[True]
    assert on["schedule"] == [{"cron": "17 6 2 1,4,7,10 *"}] and "workflow_dispatch" in on
    steps = WORKFLOW["jobs"]["audit"]["steps"]
    assert step(steps, "Audit")["uses"] == "./" and set(step(steps, "Audit")["with"]) <= ACTION["inputs"].keys()
    upload = step(steps, "Keep the report")
    assert upload["with"]["if-no-files-found"] == "error" and upload["if"] == "always()"
    for name in ("SMTP_USER", "SMTP_PASSWORD", "MAIL_TO", "EML"):
        assert name in step(steps, "Send the mail")["env"]


def test_the_baseline_survives_from_one_quarter_to_the_next(tmp_path):
    steps = WORKFLOW["jobs"]["audit"]["steps"]
    origin, work = tmp_path / "origin.git", tmp_path / "work"
    git = lambda *arguments: subprocess.run(["git", *arguments], cwd=work, check=True, capture_output=True)
    subprocess.run(["git", "init", "-q", "--bare", origin], check=True)
    environment = {**os.environ, "HOME": str(tmp_path), "GITHUB_WORKSPACE": str(work)}
    figures = []
    for quarter in ("first", "second"):
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        git("init", "-q"), git("remote", "add", "origin", str(origin))
        (work / "data").write_text("x")
        git("add", "data"), git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "data")
        shell = lambda name: subprocess.run(["bash", "-eo", "pipefail", "-c", step(steps, name)["run"]], cwd=work, env=environment,
                                            check=True, capture_output=True)
        shell("The last quarter's figures")
        baseline = work / ".baseline/audit.json"
        figures.append(baseline.read_text() if baseline.exists() else "")
        (work / "tacit-report").mkdir()
        (work / "tacit-report/audit.json").write_text(f"figures of the {quarter}")
        shell("Keep the figures for the next quarter")
    assert figures == ["", "figures of the first"]


def test_gitlab_exposes_the_report_also_of_a_failed_gate(tmp_path):
    job = GITLAB["audit"]
    artifacts = job["artifacts"]
    assert artifacts["expose_as"] == "Outsourcing audit" and artifacts["when"] == "always" and "tacit-report/report.html" in artifacts["paths"]
    assert int(artifacts["expire_in"].split()[0]) > 100
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), **job["variables"], "TACIT_BINARY": str(BINARY),
                   "TACIT_OUTPUT": str(tmp_path / "tacit-report")}
    for line in job["script"]:
        subprocess.run(["bash", "-eo", "pipefail", "-c", line], cwd=ROOT, env=environment, check=True, capture_output=True, timeout=300)
    work = tmp_path
    for line in job["after_script"]:
        subprocess.run(["bash", "-eo", "pipefail", "-c", line], cwd=work, env={**environment, "CI_JOB_STATUS": "success"}, check=True)
    assert (work / ".baseline/audit.json").read_text() == (work / "tacit-report/audit.json").read_text()


@pytest.mark.parametrize("schema, path", [("vendor.github-workflows", ".github/workflows/audit.yml"), ("vendor.github-actions", "action.yml"),
                                          ("vendor.gitlab-ci", ".gitlab-ci.yml")])
def test_the_files_keep_to_the_published_schemas(schema, path):
    done = subprocess.run([sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, ROOT / path], capture_output=True)
    assert done.returncode == 0, done.stdout.decode()

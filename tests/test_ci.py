"""The project's workflow and the recipe in docs/ci.md: they parse, and what they call is there."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from msgspec import structs

from compare import codec
from compare.cli import tabayun
from compare.model import Report
from tests import builders
from tests.conftest import ROOT

OWN = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
[RECIPE] = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
WORKFLOWS = {"own": OWN, "recipe": RECIPE}


def steps(workflow: str) -> list[dict[str, Any]]:
    [job] = yaml.safe_load(workflow)["jobs"].values()
    found: list[dict[str, Any]] = job["steps"]
    return found


def scripts(workflow: str) -> list[str]:
    return [step["run"] for step in steps(workflow) if "run" in step]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_it_says_when_it_runs_and_what_it_may_do(name: str) -> None:
    parsed = yaml.safe_load(WORKFLOWS[name])
    # YAML 1.1 takes the key "on" for true.
    assert {"name", "permissions", "concurrency", "jobs", True} == set(parsed)
    assert parsed["permissions"] == {"contents": "read" if name == "own" else "write"}
    [job] = parsed["jobs"].values()
    assert job["timeout-minutes"]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_each_script_is_one_that_a_shell_can_read(name: str) -> None:
    for script in scripts(WORKFLOWS[name]):
        subprocess.run(["bash", "-n"], input=script.encode(), check=True)


def test_the_own_one_runs_what_must_hold() -> None:
    assert scripts(OWN)[-1] == ".ci/run"
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def calls() -> list[list[str]]:
    """The calls of tabayun in the recipe, as words."""
    joined = "\n".join(scripts(RECIPE)).replace("\\\n", " ")
    found = re.findall(r"^\s*tabayun (.*?)(?: >> .*| \|\| .*)?$", joined, re.MULTILINE)
    return [shlex.split(call) for call in found]


def test_the_recipe_calls_commands_that_there_are_with_options_that_they_have() -> None:
    assert [call[0] for call in calls()] == ["report", "diff", "diff"]
    for name, *words in calls():
        command = tabayun.commands[name]
        options = {o for p in command.params if isinstance(p, click.Option) for o in p.opts}
        assert {word for word in words if re.match(r"--?[a-z]", word)} <= options


def test_the_recipe_offers_what_can_be_asked_for() -> None:
    asked = yaml.safe_load(RECIPE)[True]["workflow_dispatch"]["inputs"]["fail_on"]
    [option] = [p for p in tabayun.commands["diff"].params if p.name == "fail_on"]
    assert isinstance(option.type, click.Choice)
    assert sorted(asked["options"]) == sorted(option.type.choices)


def test_the_recipe_sets_up_what_the_makefile_has() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"make (?:-C \S+ )?([a-z-]+)", "\n".join(scripts(RECIPE))):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


SAID = {
    "other": (builders.report(), "# غرق"),
    "first": (None, "first: the first report, nothing to hold it against"),
    "torn": (b"[]", ""),
}


def lay_out(folder: Path, names: list[str]) -> None:
    """Today's reports, all graver, and those of yesterday."""
    for name in names:
        before = SAID[name][0]
        for at, made in ((folder / "output" / name, graver()), (folder / "reports" / name, before)):
            if made is not None:
                at.mkdir(parents=True)
                data = made if isinstance(made, bytes) else codec.encode(made)
                (at / "report.json").write_bytes(data)


def graver() -> Report:
    """The made-up report, its facts all divergent."""
    facts = [structs.replace(fact, verdict="divergent") for fact in builders.report().facts]
    return structs.replace(builders.report(), facts=tuple(facts))


@pytest.mark.parametrize(
    ("names", "fail_on", "worst"),
    [
        (["other", "first"], "divergent", 1),
        (["other"], "never", 0),
        (["first"], "any", 0),
        (["other", "torn"], "never", 2),
    ],
)
def test_the_comparison_of_the_recipe_runs(
    names: list[str], fail_on: str, worst: int, tmp_path: Path
) -> None:
    lay_out(tmp_path, names)
    command = tmp_path / "bin" / "tabayun"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m compare "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    [script] = [step["run"] for step in steps(RECIPE) if step.get("id") == "diff"]
    env = {
        **os.environ,
        "PATH": f"{command.parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "FAIL_ON": fail_on,
        "LOCALE": "ar",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "GITHUB_OUTPUT": str(tmp_path / "outputs"),
    }
    bash = shutil.which("bash") or "bash"
    done = subprocess.run(
        [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=tmp_path, env=env, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "outputs").read_text() == f"worst={worst}\n"
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert all(SAID[name][1] in summary for name in names)
    pages = {path.stem for path in (tmp_path / "changes").glob("*.html")}
    assert pages == set(names) - {"first", "torn"}

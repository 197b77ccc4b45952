"""Standard streams that are full, shut or gone."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from compare.cli import tabayun
from tests.conftest import ROOT
from tests.robustness.battery import Case, cases, named
from tests.robustness.written import Inputs, made_inputs

CASES = cases("streams")
# The shell changes a stream and becomes the program.
_SHELL = 'exec "$0" -m compare "$@" {}'


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    return made_inputs(tmp_path_factory.mktemp("inputs"))


@contextmanager
def nobody() -> Iterator[int]:
    """A pipe that nobody reads."""
    reader, writer = os.pipe()
    os.close(reader)
    yield writer
    os.close(writer)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_it_is_told_where_it_can_be_and_the_exit_code_says_it(case: Case, inputs: Inputs) -> None:
    places = {
        "OLD": inputs.old, "NEW": inputs.new, "STORY": inputs.story, "FACT": inputs.fact,
        "TEXT": inputs.story / "a.txt",
    }  # fmt: skip
    gone = case["stream"] == "gone"
    shell = _SHELL.format("" if gone else case["stream"])
    args = [str(places.get(word, word)) for word in case["args"]]
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with nobody() as pipe:
        done = subprocess.run(
            ["sh", "-c", shell, sys.executable, *args],
            env={**buffered, "PYTHONPATH": str(ROOT)},
            stdout=pipe if gone else subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    said = f"tabayun: {case['said']}"
    assert done.returncode == case["code"]
    assert len(done.stderr.splitlines()) == bool(case["said"])
    assert not case["said"] or done.stderr.startswith(said)


def test_every_command_that_prints_is_tried() -> None:
    """`evaluate` prints as the others do, and takes long."""
    full = {word for case in CASES if case["stream"] == ">/dev/full" for word in case["args"]}
    quiet = {"report", "render", "align", "evaluate"}
    assert set(tabayun.commands) - quiet <= full

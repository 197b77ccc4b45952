"""`make evaluate` passes where what it would score is not here, and says so."""

from pathlib import Path

import pytest

from tests.evaluation import __main__ as evaluate
from tests.evaluation import suites
from tests.evaluation.groups import Group


def test_what_is_not_here_is_said_and_not_scored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(suites, "FOLDER", tmp_path / "figures")
    monkeypatch.setattr(evaluate, "BESIDE", Group((tmp_path / "stories",), tmp_path / "f.toml"))
    assert evaluate.main([]) == 0
    done = capsys.readouterr()
    assert done.out.startswith("suites: none here, not scored\n")
    assert done.out.endswith(f"{tmp_path / 'stories'}: not here, not scored\n")
    assert "none below its floors" in done.err


def test_a_story_below_its_floors_fails_the_run(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    floors = tmp_path / "floors.toml"
    group = Group((seeds,), floors)
    monkeypatch.setattr(suites, "FOLDER", tmp_path / "figures")
    monkeypatch.setattr(evaluate, "REPOSITORY", group)
    monkeypatch.setattr(evaluate, "BESIDE", Group((tmp_path / "stories",), floors))
    assert evaluate.main(["--update"]) == 0
    lines = floors.read_text(encoding="utf-8").splitlines()
    raised = ["verdicts = 1.000" if line.startswith("verdicts") else line for line in lines]
    assert raised != lines
    floors.write_text("\n".join(raised), encoding="utf-8")
    assert evaluate.main([]) == 1

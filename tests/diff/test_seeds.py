"""The seeds read twice, one article changed in between: what the diff says is what was done."""

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from compare import lang, pipeline
from compare.diff import diff
from compare.ingest import load_story
from compare.model import Report
from tests.conftest import ROOT
from tests.diff.mirror import mirrored
from tests.diff.telling import told
from tests.explain.asking import seeds as accepted

TABLE = tomllib.loads((ROOT / "tests/cases/diff/seeds.toml").read_text(encoding="utf-8"))
CASES = TABLE["case"]


def edited(story: Path, folder: Path, edits: list[dict[str, str]]) -> Report:
    """The report on a copy of a story with other words in its files, or files added."""
    copy = folder / story.name
    shutil.copytree(story, copy)
    for edit in edits:
        path = copy / edit["file"]
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        assert before.count(edit["old"]) == 1 or not edit["old"]
        after = before.replace(edit["old"], edit["new"]) if edit["old"] else before + edit["new"]
        path.write_text(after, encoding="utf-8")
    return pipeline.build(load_story(copy), lang.load())


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_the_diff_says_what_was_done(case: dict[str, Any], seeds: Path, tmp_path: Path) -> None:
    new = edited(seeds, tmp_path, case["edit"])
    found = diff(accepted(), new)
    assert told(found) == case["diff"]
    assert mirrored(found) == diff(new, accepted())


def test_each_way_to_edit_a_story_is_among_the_cases() -> None:
    assert [case["name"] for case in CASES] == ["word", "figure", "date", "removed", "added"]

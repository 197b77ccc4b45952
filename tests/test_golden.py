"""Today's reports are the accepted ones, to the byte. `make golden-accept` accepts new ones."""

import difflib
from pathlib import Path

import pytest

from tests.golden.reports import STORIES, accepted, made


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.name)
def test_the_report_is_the_accepted_one(story: Path) -> None:
    today = made(story)
    for name, path in accepted(story).items():
        assert path.exists(), f"{path} is missing: make golden-accept, and read what it writes"
        before, now = path.read_text("utf-8").splitlines(), today[name].decode().splitlines()
        changes = list(difflib.unified_diff(before, now, "accepted", "today", lineterm="", n=1))
        assert not changes, "\n".join(changes[:60])

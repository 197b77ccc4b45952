"""Today's reports held against the accepted ones: what a change of the code does to each story.

What is printed tells a reviewer all of it: which fact, which readings with their words, which rule,
before and after.
"""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from compare import codec
from compare.diff import Diff, diff
from compare.diff.printed import lines
from compare.diff.sheet import sheet
from compare.diff.sheet_moved import KIND
from compare.view.lines import shorten
from tests.golden.reports import ACCEPTED, REGRESSED, ROOT, accepted, built

_MOST, _LONG = 40, 60  # lines, and characters of a value
ACCEPT = "make golden-accept, and read what it writes"


def regressed(story: Path, *, terminal: bool = False) -> list[str]:
    """What a story's report says now that it did not say when it was accepted, a line each."""
    path = accepted(story)["report.json"]
    if not path.exists():
        return [f"{path.relative_to(ROOT)} is missing: {ACCEPT}"]
    found = diff(codec.load(path), built(story))
    if not _counts(found):
        return []
    return [*lines(sheet(found, "en"), terminal=terminal), *islice(_read_otherwise(found), _MOST)]


def _read_otherwise(found: Diff) -> Iterator[str]:
    """Each record that is analysed, weighed or worded differently: the field, before and after."""
    for moved in found.moved:
        for field in moved.fields:
            if moved.new and KIND.get(field.name, "meaning") in ("meaning", "weights", "words"):
                sides = (json.dumps(side, ensure_ascii=False) for side in (field.old, field.new))
                said = " > ".join(shorten(side, _LONG) for side in sides)
                yield f"  {moved.list} {moved.new}: {field.name} {said}"


def orphans() -> Iterator[Path]:
    """Accepted reports of stories that are gone."""
    names = {story.name for story in REGRESSED}
    return (path for path in ACCEPTED.glob("*/report.json") if path.parent.name not in names)


def _counts(found: Diff) -> bool:
    """Whether there is more to it than the digests of words and settings, or a version."""
    return bool(found.changes) or any(moved.list != "report" for moved in found.moved)

"""What a printed diff is made of; templates know these names from `view/records.py`."""

from typing import Literal

from compare.model import Record
from compare.view.records import Dir, Line, Name, Verdict


class Row(Record, frozen=True):
    """A line, and lines under it. `slug` says whether it tells of what is new, gone or the same."""

    line: Line
    slug: Literal["", "new", "gone", "changed"] = ""
    notes: tuple[Line, ...] = ()


class Entry(Record, frozen=True):
    """A change: what changed, the verdict on it where it has one, and how."""

    title: Line
    rows: tuple[Row, ...]
    verdict: Verdict | None = None


class Part(Record, frozen=True):
    """Changes of one kind. `more` says how many there are besides."""

    anchor: str
    name: str
    entries: tuple[Entry, ...]
    more: Line = ()


class Sheet(Record, frozen=True):
    """A whole diff: the story's title, what came of it, what to know before, and the changes."""

    lang: str
    dir: Dir
    name: str
    title: Name
    answer: Line
    warnings: tuple[Line, ...]
    parts: tuple[Part, ...]

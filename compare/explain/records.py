"""What an explanation is before it is printed: a title, and parts of headings and rows."""

from compare.model import Record
from compare.view.records import Line


class Row(Record, frozen=True):
    """A line, `depth` steps further in than its part's heading."""

    line: Line
    depth: int = 0


class Part(Record, frozen=True):
    """Rows under a heading."""

    heading: Line
    rows: tuple[Row, ...]


class Explanation(Record, frozen=True):
    """Why a thing is as the report has it. `note` says what could not be explained, if anything."""

    title: Line
    note: Line
    parts: tuple[Part, ...]

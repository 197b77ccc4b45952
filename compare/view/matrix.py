"""The matrix: facts by outlets, cut into tables no wider than the page."""

from collections.abc import Sequence

from compare.view.briefing import Fact, Row, Table
from compare.view.records import Name


def tables(facts: Sequence[Fact], outlets: Sequence[Name], width: int) -> tuple[Table, ...]:
    """Tables of at most `width` outlets; of several, each has the facts that its outlets report."""
    starts = range(0, len(outlets), width) if facts else ()
    return tuple(
        Table(
            outlets=tuple(outlets[start : start + width]),
            rows=_rows(facts, start, start + width, whole=len(outlets) <= width),
        )
        for start in starts
    )


def _rows(facts: Sequence[Fact], start: int, end: int, whole: bool) -> tuple[Row, ...]:
    rows = (Row(fact=fact, cells=fact.cells[start:end]) for fact in facts)
    return tuple(row for row in rows if whole or any(cell.values for cell in row.cells))

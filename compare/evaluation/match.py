"""Which claim of a report is the one that a gold reading speaks of."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from compare.evaluation.gold import Row
from compare.model import Claim, Figure, Report


class Told(NamedTuple):
    """A claim and its figure."""

    claim: Claim
    figure: Figure

    @property
    def ends(self) -> set[Decimal]:
        """The values that the figure states."""
        return {end for end in (self.figure.low, self.figure.high) if end is not None}


def told(report: Report) -> list[Told]:
    """The claims of a report with their figures, in the order of its articles and their texts."""
    place = {article.id: at for at, article in enumerate(report.articles)}
    figures = {figure.id: figure for figure in report.figures}
    found = [Told(claim, figures[claim.figure]) for claim in report.claims]
    return sorted(found, key=lambda t: (place[t.claim.article], t.figure.start, t.figure.end))


def match(rows: Sequence[Row], claims: Sequence[Told]) -> tuple[Told | None, ...]:
    """The claim of each row: its figure lies in the row's span and has the row's values.

    The narrowest spans choose first. A claim goes to a second row only where no other is left,
    and never to one of other values.
    """
    given: dict[int, Told] = {}
    values: dict[str, tuple[Decimal, ...]] = {}
    order = sorted(rows, key=lambda row: (row.end - row.start, row.start, row.line))
    for row in order:
        fitting = list(_fitting(row, claims))
        free = [t for t in fitting if t.claim.id not in values]
        shared = [t for t in fitting if values.get(t.claim.id) == row.values]
        for chosen in (free or shared)[:1]:
            given[row.line] = chosen
            values[chosen.claim.id] = row.values
    return tuple(given.get(row.line) for row in rows)


def _fitting(row: Row, claims: Sequence[Told]) -> Iterator[Told]:
    """The claims in a row's span that state all its values; where none does, its first value.

    The latter only if the others are stated in the span as well.
    """
    inside = [t for t in claims if _inside(t, row)]
    whole = [t for t in inside if t.ends.issuperset(row.values)]
    if not whole and all(any(value in t.ends for t in inside) for value in row.values):
        whole = [t for t in inside if row.values[0] in t.ends]
    yield from whole


def _inside(one: Told, row: Row) -> bool:
    figure = one.figure
    return figure.article == row.article and row.start <= figure.start and figure.end <= row.end


def touches(figure: Figure, row: Row) -> bool:
    """Whether a figure has a character of a row's span."""
    return figure.article == row.article and figure.start < row.end and row.start < figure.end

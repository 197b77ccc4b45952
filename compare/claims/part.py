"""A figure's own part of its sentence, where the sentence lists several."""

from collections.abc import Iterable, Iterator

from compare.claims.clause import HARD, SOFT, Clause, Placed

_REACH = 12


def own_part(clause: Clause, placed: Placed) -> list[int]:
    """The tokens about a figure that are not another's, the figure left out, in order.

    They are the words up to it since the phrase of the figure before, and those behind its unit
    as far as its own phrase goes; twelve to a side at most. A date takes no part.
    """
    return [*_before(clause, placed), *_behind(clause, placed)]


def _before(clause: Clause, placed: Placed) -> Iterator[int]:
    others = [p for p in clause.figures if p.last < placed.first and p.figure.kind != "date"]
    start = placed.first - _REACH
    if others:
        start = max(start, _phrase_end(clause, others[-1], placed.first))
    yield from range(max(0, start), placed.first)


def _behind(clause: Clause, placed: Placed) -> Iterable[int]:
    later = [p for p in clause.figures if p.first > placed.last and p.figure.kind != "date"]
    limit = min(len(clause.tokens), placed.unit_last + 1 + _REACH)
    if not later or later[0].first >= limit:
        return range(placed.unit_last + 1, limit)
    return range(placed.unit_last + 1, _phrase_end(clause, placed, later[0].first))


def _phrase_end(clause: Clause, placed: Placed, limit: int) -> int:
    """Where the words behind a figure stop being its own: a mark, "and", "but", the limit."""
    for at in range(placed.unit_last + 1, limit):
        if clause.is_boundary(at, HARD | SOFT) or clause.is_cue(at, "adversative", "part"):
            return at
        if at > placed.unit_last + 1 and clause.is_joined(at):
            return at
    return limit

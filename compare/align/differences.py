"""Word by word, what one of two aligned sentences has and the other has not; figures apart.

Words are compared folded (marks of vowels, seats of hamza, digit systems do not differ), by the
edit operations of rapidfuzz's longest common subsequence. A clause that moved is missing in one
place and extra in another. A figure stands against the one in the same place of the other.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from compare.align.copies import Printed
from compare.model import Figure

Span = tuple[int, int]


class Differences(NamedTuple):
    """Where two sentences differ.

    `left` and `right` are the spans, in their texts, of runs of words that the other has not;
    `figures_left` and `figures_right` the ids of figures of which the other has another value or
    none; `same_figures` pairs of ids, of one value that is written otherwise.
    """

    left: tuple[Span, ...]
    right: tuple[Span, ...]
    figures_left: tuple[str, ...]
    figures_right: tuple[str, ...]
    same_figures: tuple[tuple[str, str], ...]


class Alone(NamedTuple):
    """What of a sentence no other has: the spans of its words, and the ids of its figures.

    A word counts by its place, a figure by its value, wherever another has it.
    """

    words: tuple[Span, ...]
    figures: tuple[str, ...]


def alone(side: Printed, others: Sequence[Printed], figures: Mapping[str, Figure]) -> Alone:
    """What of a sentence stands in none of the others; `figures` has those of all by id."""
    # Many print the same words: each wording is compared once.
    worded = {other.words: other for other in others}
    told = {at for other in worded.values() for at, _ in _matched(side, other)}
    theirs = {_value(figures[f]) for other in others for f in other.figures if f}
    return Alone(
        tuple(_runs(side, told)),
        tuple(f for f in side.figures if f and _value(figures[f]) not in theirs),
    )


def differences(left: Printed, right: Printed, figures: Mapping[str, Figure]) -> Differences:
    """Compare two sentences; `figures` has those of both by id."""
    pairs = list(_matched(left, right))
    facing = [(left.figures[a], right.figures[b]) for a, b in pairs]
    known = [(one, other) for one, other in facing if one and other]
    same = [(figures[one], figures[other]) for one, other in known if _equal(figures, one, other)]
    matched = {f.id for pair in same for f in pair}
    return Differences(
        tuple(_runs(left, {a for a, _ in pairs})),
        tuple(_runs(right, {b for _, b in pairs})),
        tuple(f for f in left.figures if f and f not in matched),
        tuple(f for f in right.figures if f and f not in matched),
        tuple((one.id, other.id) for one, other in same if one.raw != other.raw),
    )


def _matched(left: Printed, right: Printed) -> Iterator[tuple[int, int]]:
    """The places of the words that stand in both."""
    for block in LCSseq.opcodes(left.words, right.words).as_matching_blocks():
        for at in range(block.size):
            yield block.a + at, block.b + at


def _equal(figures: Mapping[str, Figure], one: str, other: str) -> bool:
    """Whether two figures state one value; a bound before it is among the words."""
    return _value(figures[one]) == _value(figures[other])


def _value(figure: Figure) -> tuple[frozenset[Decimal | None], str | None]:
    return frozenset((figure.low, figure.high)) - {None}, figure.unit


def _runs(side: Printed, matched: set[int]) -> Iterator[Span]:
    """The spans of words that follow each other and are not matched; figures are no words."""
    places = [at for at, figure in enumerate(side.figures) if at not in matched and figure is None]
    for run in _consecutive(places):
        yield side.spans[run[0]][0], side.spans[run[-1]][1]


def _consecutive(places: Sequence[int]) -> Iterator[list[int]]:
    for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        yield [at for _, at in run]

"""Wire text told from independent wording: which runs of words two sentences share, and how much.

A run is three words or more that stand alike in both, found by rapidfuzz's longest common
subsequence; what has moved is found when the search is repeated on the rest (after greedy string
tiling, Wise 1993). The classes are those of text reuse in journalism (Clough et al., Measuring
Text Reuse, 2002):

- wholly derived: runs in one order hold three quarters of the longer sentence, or four fifths
  of the shorter and more than half of the longer, where a clause was cut;
- partly derived: runs in any order hold half of the longer sentence, or half of the shorter with
  ten words in a row: names, titles and formulas of the trade are shorter;
- else independent.

Figures are masked and marks left out. What both put in quotation marks is the speaker's and does
not count, nor do sentences of fewer than eight words, which two would write alike.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from compare.align.masked import MASK
from compare.model import Derived, Figure, Sentence
from compare.text import tokens

_RUN = 3
_SHORTEST = 8
_WHOLE, _WHOLE_CUT, _WHOLE_LONGER = 0.75, 0.8, 0.55
_PART, _PART_RUN = 0.5, 10
_QUOTED = re.compile('«[^«»]*»|“[^“”]*”|"[^"]*"|„[^„“”]*[“”]')


class Printed(NamedTuple):
    """A sentence's folded words in their order, a figure as one mask.

    For each word `spans` has where it stands in the text, `figures` the id of the figure that it
    is, `quoted` whether it stands in quotation marks.
    """

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    figures: tuple[str | None, ...]
    quoted: tuple[bool, ...]


class Run(NamedTuple):
    """Words that stand alike in two sentences: the first of each, and how many."""

    left: int
    right: int
    size: int


class Copy(NamedTuple):
    """What two sentences share word for word.

    `left` and `right` are the shares of each one's words that stand in runs of both, 0 to 1.
    """

    derived: Derived
    left: float
    right: float
    runs: tuple[Run, ...]


def printed(sentence: Sentence, text: str, figures: Sequence[Figure]) -> Printed:
    """The words of a sentence of `text` with these figures."""
    quotes = [range(*m.span()) for m in _QUOTED.finditer(text, sentence.start, sentence.end)]
    words: list[tuple[str, tuple[int, int], str | None]] = []
    for token in tokens(text[sentence.start : sentence.end], sentence.start):
        figure = next((f for f in figures if f.start <= token.start < f.end), None)
        if figure is None and token.kind != "mark":
            words.append((token.norm, (token.start, token.end), None))
        elif figure is not None and figure.id not in (known for *_, known in words[-1:]):
            words.append((MASK, (figure.start, figure.end), figure.id))
    return Printed(
        words=tuple(word for word, _, _ in words),
        spans=tuple(span for _, span, _ in words),
        figures=tuple(figure for _, _, figure in words),
        quoted=tuple(any(start in quote for quote in quotes) for _, (start, _), _ in words),
    )


def joined(parts: Sequence[Printed]) -> Printed:
    """The words of several sentences of one text, one behind the other."""
    return Printed(*(tuple(chain.from_iterable(field)) for field in zip(*parts, strict=True)))


class Copied(NamedTuple):
    """The copies of a story by the places of their sentences, and the figures in their runs."""

    copies: Mapping[tuple[int, int], Copy]
    figures: frozenset[tuple[str, str]]


def find_copies(pairs: Iterable[tuple[int, int]], read: Callable[[int], Printed]) -> Copied:
    """Which of these pairs of sentences, by their places, are derived; `read` gives the words."""
    known = cache(read)
    # Of what is reprinted many times over, the words are compared once.
    compared = cache(_copy)
    found: dict[tuple[int, int], Copy] = {}
    figures: set[tuple[str, str]] = set()
    for pair in pairs:
        left, right = known(pair[0]), known(pair[1])
        made = compared(left.words, left.quoted, right.words, right.quoted)
        if made.derived != "no":
            found[pair] = made
            figures.update(reprinted(made, left, right))
    return Copied(found, frozenset(figures))


def copy(left: Printed, right: Printed) -> Copy:
    """What of one sentence stands in the other."""
    return _copy(left.words, left.quoted, right.words, right.quoted)


def _copy(
    left: Sequence[str],
    left_quoted: Sequence[bool],
    right: Sequence[str],
    right_quoted: Sequence[bool],
) -> Copy:
    ordered, moved = _runs(left, right)
    runs = (*ordered, *moved)
    own = {run: _own(run, left_quoted, right_quoted) for run in runs}
    in_all = sum(own.values())
    shared = _size(runs)
    spoken = shared - in_all
    sizes = len(left) - spoken, len(right) - spoken
    in_order = sum(own[run] for run in ordered)
    derived = _derived(min(sizes), max(sizes), in_order, in_all, max(own.values(), default=0))
    return Copy(
        derived, shared / max(len(left), 1), shared / max(len(right), 1), tuple(sorted(runs))
    )


def reprinted(found: Copy, left: Printed, right: Printed) -> Iterator[tuple[str, str]]:
    """The figures of both, by id, that stand at one place of a run."""
    for run in found.runs:
        for at in range(run.size):
            mine, theirs = left.figures[run.left + at], right.figures[run.right + at]
            if mine and theirs:
                yield min(mine, theirs), max(mine, theirs)


def _derived(shorter: int, longer: int, in_order: int, in_all: int, longest: int) -> Derived:
    if shorter < _SHORTEST:
        return "no"
    cut = in_order >= _WHOLE_CUT * shorter and in_order >= _WHOLE_LONGER * longer
    if cut or in_order >= _WHOLE * longer:
        return "wholly"
    run = longest >= _PART_RUN and in_all >= _PART * shorter
    return "partly" if run or in_all >= _PART * longer else "no"


def _runs(left: Sequence[str], right: Sequence[str]) -> tuple[list[Run], list[Run]]:
    """The runs in one order, and those that moved."""
    ordered = list(_common(left, right))
    moved: list[Run] = []
    found = ordered
    while found:
        left, right = _without(left, right, found)
        found = list(_common(left, right))
        moved += found
    return ordered, moved


def _common(left: Sequence[str], right: Sequence[str]) -> Iterator[Run]:
    for block in LCSseq.opcodes(left, right).as_matching_blocks():
        if block.size >= _RUN:
            yield Run(block.a, block.b, block.size)


def _without(
    left: Sequence[str], right: Sequence[str], runs: Sequence[Run]
) -> tuple[Sequence[str], Sequence[str]]:
    """Both sides with the words of `runs` replaced by what matches nothing."""
    mine, theirs = list(left), list(right)
    for run in runs:
        mine[run.left : run.left + run.size] = ["<"] * run.size
        theirs[run.right : run.right + run.size] = [">"] * run.size
    return mine, theirs


def _size(runs: Sequence[Run]) -> int:
    return sum(run.size for run in runs)


def _own(run: Run, left: Sequence[bool], right: Sequence[bool]) -> int:
    """How many words of a run are not a speaker's in both sentences."""
    return sum(not (left[run.left + at] and right[run.right + at]) for at in range(run.size))

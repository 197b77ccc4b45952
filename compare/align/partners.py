"""Each sentence's partners: the likest one of every other outlet, and the pairs that are linked."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from compare.align.score import Matrix, Places

NONE = -1


class Partners(NamedTuple):
    """The likest partners of n sentences in m outlets.

    `outlet[i]` is the place of a sentence's own outlet; `best[i, o]`, of shape (n, m), the place
    of the sentence of outlet `o` that is likest to sentence `i`, the first where two tie, `NONE`
    where nothing is alike.
    """

    outlet: Places
    best: Places


def partners(scores: Matrix, owners: Sequence[str]) -> Partners:
    """The partners of each sentence, whose outlets are `owners`."""
    names = {name: at for at, name in enumerate(sorted(set(owners)))}
    outlet = np.array([names[owner] for owner in owners], dtype=np.intp)
    best = np.full((len(owners), len(names)), NONE, dtype=np.intp)
    for at in names.values():
        theirs = np.flatnonzero(outlet == at)
        block = scores[:, theirs]
        best[:, at] = np.where(block.max(axis=1) > 0, theirs[block.argmax(axis=1)], NONE)
    return Partners(outlet, best)


def linked(scores: Matrix, owners: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
    """The pairs that take each other, of those left, the likest pair of a story first.

    A sentence takes one partner in an outlet, of a score of `least` or more.
    """
    taken: set[tuple[int, str]] = set()
    for left, right in _likest_first(scores, least):
        places = {(left, owners[right]), (right, owners[left])}
        if taken.isdisjoint(places):
            taken |= places
            yield left, right


def _likest_first(scores: Matrix, least: float) -> Iterator[tuple[int, int]]:
    """The pairs of `least` points or more, the earlier first where two tie."""
    left, right = np.nonzero(np.triu(scores) >= least)
    order = np.lexsort((right, left, -scores[left, right]))
    return zip(left[order].tolist(), right[order].tolist(), strict=True)

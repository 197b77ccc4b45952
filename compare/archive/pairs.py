"""Pairs of groups to pairs of rows that different outlets printed."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import numpy as np

from compare.archive.bands import Integers
from compare.archive.groups import Archive

NONE = -1


class Across(NamedTuple):
    """For each pair of groups two rows of different outlets that stand for it.

    `left` and `right` are the rows in order, `NONE` where all rows of both groups are one
    outlet's; `row_pairs` is how many pairs of rows of different outlets there are.
    """

    left: Integers
    right: Integers
    row_pairs: Integers


def across(archive: Archive, one: Integers, other: Integers) -> Across:
    """For pairs of groups the rows that stand for them; a group with itself is its copies."""
    first, second = _first_two(archive)
    a, b = first[one], first[other]
    alike = archive.outlet[a] == archive.outlet[b]
    a = np.where(alike & (second[other] == NONE), second[one], a)
    b = np.where(alike, np.where(second[other] == NONE, b, second[other]), b)
    none = a == NONE
    size = np.diff(archive.begin)
    count = np.where(none, 0, size[one] * size[other])
    several = ((second[one] != NONE) | (second[other] != NONE)).nonzero()[0]
    count[several] = _counts(archive, zip(one[several], other[several], strict=True))
    left, right = np.minimum(a, b), np.maximum(a, b)
    return Across(left, np.where(none, NONE, right), count)


def _first_two(archive: Archive) -> tuple[Integers, Integers]:
    """The first row of each group, and its first row of another outlet, or `NONE`."""
    first = archive.members[archive.begin[:-1]].astype(np.int64)
    second = np.full(len(first), NONE)
    group = archive.group[archive.members]
    others = archive.members[archive.outlet[archive.members] != archive.outlet[first[group]]]
    # Backwards, so that the first of them is what stays.
    second[archive.group[others[::-1]]] = others[::-1]
    return first, second


def _counts(archive: Archive, pairs: Iterable[tuple[int, int]]) -> list[int]:
    @cache
    def outlets(group: int) -> Counter[int]:
        return Counter(archive.outlet[archive.rows(group)].tolist())

    return [_count(outlets(one), outlets(other), one == other) for one, other in pairs]


def _count(mine: Counter[int], theirs: Counter[int], itself: bool) -> int:
    """The pairs of rows of different outlets: all but those of one."""
    if itself:
        return (mine.total() ** 2 - sum(n * n for n in mine.values())) // 2
    return mine.total() * theirs.total() - sum(n * theirs[outlet] for outlet, n in mine.items())

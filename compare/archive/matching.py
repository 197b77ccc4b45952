"""An archive to its pairs: sentences of different outlets with nearly the same words."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from compare.archive.bands import Integers
from compare.archive.groups import Archive, copies
from compare.archive.join import join
from compare.archive.pairs import Across, across
from compare.archive.score import Floats, score
from compare.archive.tokens import number

Step = Callable[[int, int], None]


class Matches(NamedTuple):
    """Pairs of rows that stand for pairs of wordings, in the order of the archive's rows.

    `left` and `right` are rows of different outlets; `count` is how many such pairs of rows have
    these wordings. `left_share` is the mass of the shared words over that of all of the side's
    (0..1); the ratios are rapidfuzz's (0..100).
    """

    left: Integers
    right: Integers
    count: Integers
    left_share: Floats
    right_share: Floats
    set_ratio: Floats
    sort_ratio: Floats


def match(archive: Archive, workers: int, step: Step) -> Matches:
    """All pairs, copies among them; whatever the number of `workers`, they are the same."""
    tokens = number(archive.words)
    found = join(tokens, workers, step)
    one, other = tokens.sentence[found.lesser], tokens.sentence[found.greater]
    told = across(archive, one, other)
    kept = np.flatnonzero(told.count)
    scores = score(archive.texts, one[kept].tolist(), other[kept].tolist(), workers)
    at = kept[scores.at]
    shares = (
        found.shared[at] / tokens.total[found.lesser[at]],
        found.shared[at] / tokens.total[found.greater[at]],
    )
    swapped = archive.group[told.left[at]] != one[at]
    matches = Matches(
        *(each[at] for each in told),
        np.where(swapped, shares[1], shares[0]),
        np.where(swapped, shares[0], shares[1]),
        scores.set_ratio,
        scores.sort_ratio,
    )
    return _in_order(_and(matches, _copies(archive)))


def _copies(archive: Archive) -> Across:
    """The wordings that several outlets have, each as a pair with itself."""
    groups = np.fromiter(copies(archive), np.int64)
    told = across(archive, groups, groups)
    return Across(*(each[told.count > 0] for each in told))


def _and(matches: Matches, same: Across) -> Matches:
    ones, hundreds = np.ones(len(same.left)), np.full(len(same.left), 100.0)
    more = Matches(*same, ones, ones, hundreds, hundreds)
    return Matches(*(np.concatenate(each) for each in zip(matches, more, strict=True)))


def _in_order(matches: Matches) -> Matches:
    order: NDArray[np.intp] = np.lexsort((matches.right, matches.left))
    return Matches(*(each[order] for each in matches))

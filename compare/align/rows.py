"""The scores of one sentence with all others of other outlets; `score.py` has the formula.

A long story has more scores than memory holds: each row is made when it is asked for.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from compare.align.score import Compared

Places = NDArray[np.intp]
Points = NDArray[np.float64]
NONE = -1


class Row(NamedTuple):
    """The places of the sentences that are alike to one at all, in order, and their scores."""

    places: Places
    points: Points


class Rows(NamedTuple):
    """A story's sentences, ready to be scored.

    Features go by their number, in the order of their letters: `told` has those of each sentence
    that two outlets have, `holders` the sentences that have each, `mass` what each weighs. `own` is
    the mass of each sentence, `outlet` the number of its outlet, in the order of their names.
    """

    told: Sequence[Sequence[int]]
    holders: Sequence[Places]
    mass: Points
    own: Points
    outlet: NDArray[np.int32]


def rows(story: Compared) -> Rows:
    """Make a story's sentences ready to be scored."""
    numbers = {feature: at for at, feature in enumerate(sorted(story.mass))}
    told = [sorted(numbers[feature] for feature in of_one) for of_one in story.features]
    holders = _holders(told, len(numbers))
    mass = np.array([story.mass[feature] for feature in numbers], np.float64)
    own = _added(range(len(numbers)), holders, mass, len(told))
    outlets = {name: at for at, name in enumerate(sorted(set(story.owners)))}
    outlet = np.array([outlets[owner] for owner in story.owners], np.int32)
    met = [bool((outlet[places] != outlet[places[0]]).any()) for places in holders]
    told = [[feature for feature in of_one if met[feature]] for of_one in told]
    return Rows(told, holders, mass, own, outlet)


def row(of: Rows, at: int) -> Row:
    """The scores of the sentence at `at`."""
    if not of.told[at]:
        return Row(np.zeros(0, np.intp), np.zeros(0))
    both = _added(of.told[at], of.holders, of.mass, len(of.told))
    places = np.flatnonzero(both)
    places = places[of.outlet[places] != of.outlet[at]]
    points = (200 * both[places] / (of.own[at] + of.own[places])).round(2)
    return Row(places[points > 0], points[points > 0])


def likest(found: Row, outlet: NDArray[np.int32]) -> tuple[NDArray[np.int32], Row]:
    """The outlets that are in a row, and the likest sentence of each, the first where two tie."""
    theirs = outlet[found.places]
    order = np.argsort(
        theirs.astype(np.uint16, copy=False) if _few(outlet) else theirs, kind="stable"
    )
    theirs, places, points = theirs[order], found.places[order], found.points[order]
    begin = np.flatnonzero(np.diff(theirs, prepend=NONE))
    most = np.maximum.reduceat(points, begin) if begin.size else points
    group = np.cumsum(np.diff(theirs, prepend=NONE) != 0) - 1
    best = np.flatnonzero(points == most[group])
    best = best[np.diff(group[best], prepend=NONE) != 0]
    return theirs[best], Row(places[best], points[best])


def _few(outlet: NDArray[np.int32]) -> bool:
    """Whether the numbers of the outlets have 16 bits, which are sorted much faster."""
    return bool(outlet.size == 0 or outlet.max() < 2**16)


def _added(features: Iterable[int], holders: Sequence[Places], mass: Points, size: int) -> Points:
    """For each of `size` sentences the mass of those of the features that it has, in order."""
    chosen = [(holders[feature], feature) for feature in features]
    if not chosen:
        return np.zeros(size)
    lengths = [len(places) for places, _ in chosen]
    weights = np.repeat(mass[[feature for _, feature in chosen]], lengths)
    met = np.concatenate([places for places, _ in chosen])
    return np.bincount(met, weights, size).astype(np.float64, copy=False)


def _holders(told: Sequence[Sequence[int]], size: int) -> list[Places]:
    found: dict[int, list[int]] = defaultdict(list)
    for at, of_one in enumerate(told):
        for feature in of_one:
            found[feature].append(at)
    return [np.array(found[feature], np.intp) for feature in range(size)]

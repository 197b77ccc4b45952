"""One thing to one thing: by a key, or the most alike first. What is old and new may change places.

Ties are settled by both ids together, so that neither the order of the lists nor which report is
the earlier one plays a part.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeVar


class Known(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """The id."""


T = TypeVar("T")
K = TypeVar("K", bound=Known)
Key = Callable[[T], Hashable]


class Pair(NamedTuple):
    """Places in the old and in the new list, and how the two were known again."""

    old: int
    new: int
    by: str


class Pairs:
    """The pairs found so far between two lists; each thing is in one at most."""

    def __init__(self, old: Sequence[object], new: Sequence[object]) -> None:
        self.found: list[Pair] = []
        self._left = (set(range(len(old))), set(range(len(new))))

    def left(self) -> tuple[list[int], list[int]]:
        """The places that are in no pair."""
        return sorted(self._left[0]), sorted(self._left[1])

    def add(self, old: int, new: int, by: str) -> None:
        """Pair two places, unless one of them is paired."""
        if old in self._left[0] and new in self._left[1]:
            self._left[0].discard(old)
            self._left[1].discard(new)
            self.found.append(Pair(old, new, by))


def by_turn(pairs: Pairs, keys: tuple[Sequence[Hashable], Sequence[Hashable]], by: str) -> None:
    """Pair the n-th of a key with the n-th of the same key. None is no key."""
    mine, theirs = _grouped(pairs, keys)
    for key in mine.keys() & theirs.keys():
        for old, new in zip(mine[key], theirs[key], strict=False):
            pairs.add(old, new, by)


def by_only(pairs: Pairs, keys: tuple[Sequence[Hashable], Sequence[Hashable]], by: str) -> None:
    """Pair what alone has a key with what alone has it on the other side. None is no key."""
    mine, theirs = _grouped(pairs, keys)
    for key in mine.keys() & theirs.keys():
        if len(mine[key]) == len(theirs[key]) == 1:
            pairs.add(mine[key][0], theirs[key][0], by)


def by_score(
    pairs: Pairs,
    scores: Mapping[tuple[int, int], float],
    ids: tuple[Sequence[str], Sequence[str]],
    by: str,
) -> None:
    """Pair the most alike first."""

    def rank(at: tuple[int, int]) -> tuple[float, str, str, tuple[int, ...]]:
        names = ids[0][at[0]], ids[1][at[1]]
        return -scores[at], min(names), max(names), tuple(sorted(at))

    for old, new in sorted(scores, key=rank):
        pairs.add(old, new, by)


def ids(things: Iterable[K]) -> list[str]:
    """The ids of things."""
    return [thing.id for thing in things]


def keys(key: Key[T], old: Iterable[T], new: Iterable[T]) -> tuple[list[Hashable], list[Hashable]]:
    """A key of each thing on both sides."""
    return [key(thing) for thing in old], [key(thing) for thing in new]


def _grouped(
    pairs: Pairs, keys: tuple[Sequence[Hashable], Sequence[Hashable]]
) -> tuple[dict[Hashable, list[int]], dict[Hashable, list[int]]]:
    sides: list[dict[Hashable, list[int]]] = []
    for left, side in zip(pairs.left(), keys, strict=True):
        groups: dict[Hashable, list[int]] = defaultdict(list)
        for place in left:
            if side[place] is not None:
                groups[side[place]].append(place)
        sides.append(groups)
    return sides[0], sides[1]

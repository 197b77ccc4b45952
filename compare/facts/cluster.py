"""Claims to groups of one quantity each: average linkage under links that are forbidden.

Two groups join where the mean evidence over all their pairs reaches the threshold and no pair
is forbidden, the strongest first. Ties fall to the smaller ids, so that the order in which
claims come does not matter.
"""

from collections.abc import Callable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations

Pair = tuple[int, int]


def cluster(
    size: int, score: Callable[[Pair], float | None], threshold: float
) -> list[tuple[int, ...]]:
    """Group the items 0..size-1, which come in order of their ids.

    `score` gives the evidence for a pair, or None where it is forbidden.
    """
    sums = {pair: score(pair) for pair in combinations(range(size), 2)}
    groups: dict[int, tuple[int, ...]] = {at: (at,) for at in range(size)}
    heap = [(-s, *pair) for pair, s in sums.items() if s is not None and s >= threshold]
    heapify(heap)
    while heap:
        strength, left, right = heappop(heap)
        if left not in groups or right not in groups:
            continue
        if _mean(sums, groups, left, right) != -strength:
            continue
        size += 1
        _join(sums, groups, left, right, size)
        for other in groups.keys() - {size}:
            mean = _mean(sums, groups, other, size)
            if mean is not None and mean >= threshold:
                heappush(heap, (-mean, other, size))
    return sorted(tuple(sorted(group)) for group in groups.values())


def _mean(
    sums: Mapping[Pair, float | None], groups: Mapping[int, Sequence[int]], left: int, right: int
) -> float | None:
    total = sums[left, right]
    return None if total is None else total / (len(groups[left]) * len(groups[right]))


def _join(
    sums: dict[Pair, float | None],
    groups: dict[int, tuple[int, ...]],
    left: int,
    right: int,
    new: int,
) -> None:
    """Replace two groups by their union; a forbidden pair forbids the union's."""
    merged = groups.pop(left) + groups.pop(right)
    for other in groups:
        one = sums[min(other, left), max(other, left)]
        two = sums[min(other, right), max(other, right)]
        sums[other, new] = None if one is None or two is None else one + two
    groups[new] = merged

"""Claims to groups of one quantity each: average linkage under links that are forbidden.

Two groups join where the mean evidence over all their pairs reaches the threshold and no pair
is forbidden, the strongest first. Ties fall to the smaller ids, so that the order in which
claims come does not matter.
"""

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]
Sums = dict[int, dict[int, float]]
"""For each group those that it may join, with the evidence of all pairs between them."""


def cluster(
    size: int, scores: Iterable[tuple[Pair, float]], threshold: float
) -> list[tuple[int, ...]]:
    """Group the items 0..size-1, which come in order of their ids.

    `scores` are the pairs that are not forbidden, the smaller item first, with their evidence.
    """
    sums: Sums = {at: {} for at in range(size)}
    heap: list[tuple[float, int, int]] = []
    for (left, right), score in scores:
        sums[left][right] = sums[right][left] = score
        if score >= threshold:
            heap.append((-score, left, right))
    heapify(heap)
    groups: dict[int, tuple[int, ...]] = {at: (at,) for at in range(size)}
    while heap:
        _, left, right = heappop(heap)
        # A group that was joined is gone, and a mean of two that are there never changes.
        if left not in groups or right not in groups:
            continue
        size += 1
        groups[size] = groups.pop(left) + groups.pop(right)
        sums[size] = _joined(sums, left, right, size)
        for other, total in sums[size].items():
            mean = total / (len(groups[other]) * len(groups[size]))
            if mean >= threshold:
                heappush(heap, (-mean, other, size))
    return sorted(tuple(sorted(group)) for group in groups.values())


def _joined(sums: Sums, left: int, right: int, new: int) -> dict[int, float]:
    """Take two groups out; what their union, `new`, may join is what both of them may."""
    mine, theirs = sums.pop(left), sums.pop(right)
    for other in mine.keys() | theirs.keys():
        if other in sums:
            sums[other].pop(left, None)
            sums[other].pop(right, None)
    joined = {other: one + theirs[other] for other, one in mine.items() if other in theirs}
    for other, total in joined.items():
        sums[other][new] = total
    return joined

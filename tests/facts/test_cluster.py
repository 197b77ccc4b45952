"""Grouping: held against a slow and obvious way, and free of the order of its items."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from compare.facts.cluster import cluster

Scores = dict[tuple[int, int], float | None]
SIZES = st.integers(1, 7)


@st.composite
def scored(draw: st.DrawFn) -> tuple[int, Scores]:
    size = draw(SIZES)
    # Quarters add up without rounding, so that both ways of adding give one mean.
    score = st.one_of(st.none(), st.integers(-8, 24).map(lambda n: n / 4))
    return size, {pair: draw(score) for pair in combinations(range(size), 2)}


def allowed(scores: Scores) -> list[tuple[tuple[int, int], float]]:
    return [(pair, score) for pair, score in scores.items() if score is not None]


def slowly(size: int, scores: Scores, threshold: float) -> list[tuple[int, ...]]:
    """Join the two groups of the greatest mean, over and over, looking at all each time."""
    groups: list[tuple[int, tuple[int, ...]]] = [(at, (at,)) for at in range(size)]
    made = size
    while True:
        joins = [
            (-mean, left[0], right[0])
            for left, right in combinations(sorted(groups), 2)
            for mean in [mean_of(scores, left[1], right[1])]
            if mean is not None and mean >= threshold
        ]
        if not joins:
            return sorted(tuple(sorted(members)) for _, members in groups)
        _, one, two = min(joins)
        made += 1
        merged = tuple(m for at, members in groups for m in members if at in (one, two))
        groups = [g for g in groups if g[0] not in (one, two)] + [(made, merged)]


def mean_of(scores: Scores, left: tuple[int, ...], right: tuple[int, ...]) -> float | None:
    found = [scores[min(a, b), max(a, b)] for a in left for b in right]
    known = [score for score in found if score is not None]
    return sum(known) / len(known) if len(known) == len(found) else None


@given(scored())
def test_it_groups_as_the_slow_way_does(case: tuple[int, Scores]) -> None:
    size, scores = case
    fast = cluster(size, allowed(scores), 3.0)
    assert fast == slowly(size, scores, 3.0)


@given(scored())
def test_a_forbidden_pair_is_never_joined_by_a_chain(case: tuple[int, Scores]) -> None:
    size, scores = case
    for group in cluster(size, allowed(scores), 3.0):
        assert all(scores[pair] is not None for pair in combinations(group, 2))


@given(scored())
def test_each_item_is_in_one_group(case: tuple[int, Scores]) -> None:
    size, scores = case
    groups = cluster(size, allowed(scores), 3.0)
    assert sorted(item for group in groups for item in group) == list(range(size))

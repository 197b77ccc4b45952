"""Links to groups: partners that choose each other, at most one sentence an outlet."""

from collections.abc import Mapping

Pair = tuple[str, str]


def groups(scores: Mapping[Pair, float], owner: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Groups of sentence ids, each sorted, the groups in order of their members.

    A sentence chooses its best partner in each other outlet; pairs that choose each other are
    joined, the strongest first, as long as no outlet has two members and all members are linked:
    a chain of half-alike sentences is no group.
    """
    member: dict[str, frozenset[str]] = {}
    for left, right in sorted(_mutual(scores, owner), key=lambda p: (-scores[p], p)):
        mine = member.get(left, frozenset({left}))
        theirs = member.get(right, frozenset({right}))
        joined = mine | theirs
        if mine != theirs and _all_linked(mine, theirs, scores, owner):
            member.update(dict.fromkeys(joined, joined))
    return sorted({tuple(sorted(group)) for group in member.values()})


def _all_linked(
    mine: frozenset[str],
    theirs: frozenset[str],
    scores: Mapping[Pair, float],
    owner: Mapping[str, str],
) -> bool:
    pairs = ((min(a, b), max(a, b)) for a in mine for b in theirs)
    return all(owner[a] != owner[b] and (a, b) in scores for a, b in pairs)


def _mutual(scores: Mapping[Pair, float], owner: Mapping[str, str]) -> list[Pair]:
    best = _best(scores, owner)
    return [
        (left, right)
        for left, right in scores
        if best[left, owner[right]] == right and best[right, owner[left]] == left
    ]


def _best(scores: Mapping[Pair, float], owner: Mapping[str, str]) -> dict[Pair, str]:
    """For a sentence and an outlet, the best partner there; the smaller id where two tie."""
    best: dict[Pair, tuple[float, str]] = {}
    for (left, right), score in scores.items():
        for mine, other in ((left, right), (right, left)):
            place = (mine, owner[other])
            rank = (-score, other)
            if place not in best or rank < best[place]:
                best[place] = rank
    return {place: other for place, (_, other) in best.items()}

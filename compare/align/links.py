"""Groups of sentences to alignments: their links, and how far each is ahead of the next best."""

from collections.abc import Iterator, Mapping
from itertools import combinations

import numpy as np

from compare.align.copies import Copy
from compare.align.partners import Pairs
from compare.align.rows import Row, Rows, likest, row
from compare.align.score import Compared
from compare.identity import content_id
from compare.model import Alignment, Link
from compare.settings import DEFAULT

Copies = Mapping[tuple[int, int], Copy]
Rivals = Mapping[int, tuple[int, float]]
"""By the number of an outlet its sentence that is likest to one, and the score of both."""


def alignment(
    group: frozenset[int], story: Compared, of: Rows, scores: Pairs, copies: Copies
) -> Alignment:
    """The alignment of the sentences at the places of `group`."""
    places = sorted(group)
    members = tuple(story.ready[at].sentence.id for at in places)
    rivals = {at: _rivals(at, places, of) for at in places}
    return Alignment(
        id=content_id("alignment", *members),
        members=members,
        links=tuple(
            _link(pair, score, _rival(pair, rivals, of), story, copies.get(pair))
            for pair, score in _linked(places, scores)
        ),
        splits=tuple(sorted(_splits(group, story))),
    )


def _linked(places: list[int], scores: Pairs) -> Iterator[tuple[tuple[int, int], float]]:
    """The pairs of a group that are alike enough, with their scores."""
    for at, left in enumerate(places):
        right = np.array(places[at + 1 :], np.intp)
        told = scores.of(np.full(len(right), left), right).tolist()
        for other, score in zip(right.tolist(), told, strict=True):
            if score >= DEFAULT.align_floor:
                yield (left, other), score


def _link(
    pair: tuple[int, int],
    score: float,
    rival: tuple[int | None, float],
    story: Compared,
    found: Copy | None,
) -> Link:
    return Link(
        left=story.ready[pair[0]].sentence.id,
        right=story.ready[pair[1]].sentence.id,
        score=score,
        runner_up=None if rival[0] is None else story.ready[rival[0]].sentence.id,
        margin=round(score - rival[1], 2),
        derived=found.derived if found else "no",
        left_share=round(found.left, 2) if found else 0.0,
        right_share=round(found.right, 2) if found else 0.0,
    )


def _rivals(at: int, group: list[int], of: Rows) -> Rivals:
    """The likest sentence of each outlet outside of a sentence's group."""
    found = row(of, at)
    outside = ~np.isin(found.places, group)
    outlets, best = likest(Row(found.places[outside], found.points[outside]), of.outlet)
    told = zip(best.places.tolist(), best.points.tolist(), strict=True)
    return dict(zip(outlets.tolist(), told, strict=True))


def _rival(
    pair: tuple[int, int], rivals: Mapping[int, Rivals], of: Rows
) -> tuple[int | None, float]:
    """Who comes nearest to taking the place of either in a link, and the score with the other."""
    best: tuple[int | None, float] = (None, 0.0)
    for mine, other in (pair, pair[::-1]):
        found = rivals[mine].get(int(of.outlet[other]))
        if found and found[1] > best[1]:
            best = found
    return best


def _splits(group: frozenset[int], story: Compared) -> Iterator[tuple[str, str]]:
    for pair in combinations(sorted(group), 2):
        if story.owners[pair[0]] == story.owners[pair[1]]:
            first, second = sorted(pair, key=lambda at: story.ready[at].sentence.start)
            yield story.ready[first].sentence.id, story.ready[second].sentence.id

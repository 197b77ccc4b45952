"""Groups of sentences to alignments: their links, and how far each is ahead of the next best."""

from collections.abc import Iterator, Mapping
from itertools import combinations

import numpy as np

from compare.align.copies import Copy
from compare.align.score import Compared, Matrix
from compare.identity import content_id
from compare.model import Alignment, Link
from compare.settings import DEFAULT

Copies = Mapping[tuple[int, int], Copy]


def alignment(group: frozenset[int], story: Compared, scores: Matrix, copies: Copies) -> Alignment:
    """The alignment of the sentences at the places of `group`."""
    members = tuple(story.ready[at].sentence.id for at in sorted(group))
    pairs = [
        (left, right)
        for left, right in combinations(sorted(group), 2)
        if scores[left, right] >= DEFAULT.align_floor
    ]
    return Alignment(
        id=content_id("alignment", *members),
        members=members,
        links=tuple(_link(pair, group, story, scores, copies.get(pair)) for pair in pairs),
        splits=tuple(sorted(_splits(group, story))),
    )


def _link(
    pair: tuple[int, int],
    group: frozenset[int],
    story: Compared,
    scores: Matrix,
    found: Copy | None,
) -> Link:
    score = float(scores[pair])
    rival, lead = _rival(pair, group, story, scores)
    return Link(
        left=story.ready[pair[0]].sentence.id,
        right=story.ready[pair[1]].sentence.id,
        score=score,
        runner_up=None if rival is None else story.ready[rival].sentence.id,
        margin=round(score - lead, 2),
        derived=found.derived if found else "no",
        left_share=round(found.left, 2) if found else 0.0,
        right_share=round(found.right, 2) if found else 0.0,
    )


def _rival(
    pair: tuple[int, int], group: frozenset[int], story: Compared, scores: Matrix
) -> tuple[int | None, float]:
    """Who comes nearest to taking the place of either in a link, and the score with the other."""
    best: tuple[int | None, float] = (None, 0.0)
    outlets = np.array(story.owners)
    for mine, other in (pair, pair[::-1]):
        theirs = np.where(outlets == story.owners[other], scores[mine], 0.0)
        theirs[sorted(group)] = 0.0
        at = int(theirs.argmax())
        if theirs[at] > best[1]:
            best = at, float(theirs[at])
    return best


def _splits(group: frozenset[int], story: Compared) -> Iterator[tuple[str, str]]:
    for pair in combinations(sorted(group), 2):
        if story.owners[pair[0]] == story.owners[pair[1]]:
            first, second = sorted(pair, key=lambda at: story.ready[at].sentence.start)
            yield story.ready[first].sentence.id, story.ready[second].sentence.id

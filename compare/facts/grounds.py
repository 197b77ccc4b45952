"""What holds a group of claims together: the evidence of its pairs, piece by piece, on the mean."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from compare.facts.evidence import WEIGHTS
from compare.facts.weigh import Weighed, found
from compare.model import Ground


def grounds(members: Sequence[int], weighed: Weighed) -> tuple[Ground, ...]:
    """The grounds of a group, what speaks loudest for it first.

    A pair that an article itself says is one quantity needs no evidence and gives none.
    """
    pairs = [weighed.carrier(pair) for pair in combinations(members, 2)]
    speaking = [pair for pair in pairs if pair is not None]
    sums: dict[str, float] = defaultdict(float)
    for pair in speaking:
        for piece in found(weighed, pair):
            sums[piece.name] += WEIGHTS[piece.name] * piece.amount
    means = (Ground(name, round(total / len(speaking), 2)) for name, total in sums.items())
    return tuple(sorted(means, key=lambda ground: (-ground.weight, ground.name)))

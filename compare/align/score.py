"""How much two sentences say the same, 0 to 100.

    score = 100 * 2 * shared / (left + right)

Each side is the mass of a sentence's features, `shared` that of the features which both have: the
weighted Dice coefficient. Both sides stand below the line, so that a mere part of a sentence does
not score in full. A feature is

- a word (a concept, or a stem), of mass ln(1 + n / df) for n sentences of the story, df of which
  have it: rare words weigh more (inverse document frequency, Sparck Jones 1972);
- the same word once more where it stands within three words of a quantity: what is told of the
  figures tells which sentences report one fact;
- each kind of quantity (a count, money), of the median word's mass.

Other masked numbers weigh nothing. Masses are added up in the features' order, so that the order
of articles changes nothing. Scores are rounded to two decimals, halves to even.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log
from statistics import median
from typing import NamedTuple

from compare.align.masked import MASK, Masked

_NEAR = 3
BESIDE = "@"
"""What marks a word that stands near a quantity."""

Features = frozenset[str]
"""What of a sentence is compared."""
Masses = Mapping[str, float]
"""The mass of each feature of a story's sentences."""


class Compared(NamedTuple):
    """A story's sentences, by their places: masked, with their outlets and their features."""

    ready: Sequence[Masked]
    owners: Sequence[str]
    features: Sequence[Features]
    mass: Masses


def compared(ready: Sequence[Masked], outlets: Mapping[str, str]) -> Compared:
    """Make masked sentences ready to be scored; `outlets` are those of the articles."""
    owners = tuple(outlets[m.sentence.article] for m in ready)
    told = tuple(features(m) for m in ready)
    return Compared(ready, owners, told, masses(told))


def features(m: Masked) -> Features:
    """A sentence's words, those near a quantity once more, and its kinds of quantities."""
    figures = [at for at, word in enumerate(m.words) if word.startswith(MASK) and word != MASK]
    near = {n for at in figures for n in range(at - _NEAR, at + _NEAR + 1)}
    words = {word for word in m.words if word != MASK}
    beside = {w + BESIDE for at, w in enumerate(m.words) if at in near and w[0] != MASK}
    return frozenset(words | beside)


def masses(told: Sequence[Features]) -> Masses:
    """The mass of every feature of a story's sentences."""
    held = Counter(feature for of_one in told for feature in of_one)
    words = {f: log(1 + len(told) / n) for f, n in held.items() if _is_word(f)}
    middle = median(words.values()) if words else 1.0
    return {f: words.get(f.removesuffix(BESIDE), middle) for f in held}


def dice(left: Features, right: Features, mass: Masses) -> float:
    """The score of two sets of features."""
    both = _sum(left, mass) + _sum(right, mass)
    return round(200 * _sum(left & right, mass) / both, 2) if both else 0.0


def shared(one: Features, other: Features, mass: Masses) -> tuple[tuple[str, float], ...]:
    """The words that two sentences share with the points that each brings, the heaviest first."""
    both = _sum(one, mass) + _sum(other, mass)
    points: dict[str, float] = defaultdict(float)
    for feature in sorted(one & other):
        points[feature.removesuffix(BESIDE)] += 200 * mass[feature] / both
    return tuple(sorted(points.items(), key=lambda found: (-found[1], found[0])))


def _sum(of_one: Iterable[str], mass: Masses) -> float:
    return sum(mass[feature] for feature in sorted(of_one))


def _is_word(feature: str) -> bool:
    return not feature.startswith(MASK) and not feature.endswith(BESIDE)

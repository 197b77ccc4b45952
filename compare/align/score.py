"""How much two sentences say the same, 0 to 100.

    score = 100 * (0.7 * cosine + 0.3 * sorted)

`cosine` is that of the two word sets under squared idf weights, idf(w) = ln((1 + n) / (1 + df)),
n the number of sentences in the story: rare words weigh more, and since both norms stand below
the line a mere subset does not score 100. `sorted` is rapidfuzz's token_sort_ratio of the same
words as a share: it sees inflections that the stems keep apart. Scores are float64, rounded to
two decimals, halves to even.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple

from rapidfuzz.fuzz import token_sort_ratio

from compare.align.masked import MASK, Masked

_COSINE, _SORTED = 0.7, 0.3
_PROMISING = 0.1


class Likeness(NamedTuple):
    """The two parts of a score, in points: of at most 70 for the words, 30 for their spelling."""

    words: float
    spelling: float

    @property
    def score(self) -> float:
        """Both parts together, 0 to 100."""
        return round(self.words + self.spelling, 2)


class Weights(NamedTuple):
    """What each word of a story's sentences weighs, and the norm of each sentence by its id."""

    idf: Mapping[str, float]
    norms: Mapping[str, float]


def score_pairs(ready: Sequence[Masked], owner: Mapping[str, str]) -> dict[tuple[str, str], float]:
    """The score of each pair of sentences of different owners that share words, by sorted ids."""
    told = weights(ready)
    holders: dict[str, list[Masked]] = {}
    dots: dict[tuple[str, str], float] = {}
    for right in ready:
        for word in sorted(set(right.words)):
            for left in holders.setdefault(word, []):
                if owner[left.sentence.id] != owner[right.sentence.id]:
                    pair = (left.sentence.id, right.sentence.id)
                    dots[pair] = dots.get(pair, 0.0) + told.idf[word] ** 2
            holders[word].append(right)
    by_id = {m.sentence.id: m for m in ready}
    return {
        (left, right): _likeness(dot, by_id[left], by_id[right], told).score
        for (left, right), dot in sorted(dots.items())
        if dot > _PROMISING * told.norms[left] * told.norms[right]
    }


def weights(ready: Sequence[Masked]) -> Weights:
    """Weigh the words of a story's sentences: a rare word tells more, a masked figure nothing."""
    held = Counter(word for m in ready for word in set(m.words))
    idf = {
        word: 0.0 if word == MASK else log((1 + len(ready)) / (1 + count))
        for word, count in held.items()
    }
    return Weights(idf, {m.sentence.id: _norm(m, idf) for m in ready})


def likeness(left: Masked, right: Masked, told: Weights) -> Likeness:
    """The parts of the score of two sentences."""
    dot = 0.0
    for word in sorted({*left.words} & {*right.words}):
        dot += told.idf[word] ** 2
    return _likeness(dot, left, right, told)


def shared(left: Masked, right: Masked, told: Weights) -> tuple[tuple[str, float], ...]:
    """The words that two sentences share with the points that each brings, the heaviest first."""
    norm = told.norms[left.sentence.id] * told.norms[right.sentence.id]
    both = {*left.words} & {*right.words} - {MASK}
    points = [(word, 100 * _COSINE * told.idf[word] ** 2 / norm) for word in both]
    return tuple(sorted(points, key=lambda found: (-found[1], found[0])))


def _likeness(dot: float, left: Masked, right: Masked, told: Weights) -> Likeness:
    cosine = dot / (told.norms[left.sentence.id] * told.norms[right.sentence.id])
    ratio = token_sort_ratio(" ".join(left.words), " ".join(right.words))
    return Likeness(100 * _COSINE * cosine, _SORTED * ratio)


def _norm(m: Masked, idf: Mapping[str, float]) -> float:
    return sqrt(sum(idf[word] ** 2 for word in sorted(set(m.words)))) or 1.0

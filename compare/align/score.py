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

from rapidfuzz.fuzz import token_sort_ratio

from compare.align.masked import MASK, Masked

_COSINE, _SORTED = 0.7, 0.3
_PROMISING = 0.1


def score_pairs(ready: Sequence[Masked], owner: Mapping[str, str]) -> dict[tuple[str, str], float]:
    """The score of each pair of sentences of different owners that share words, by sorted ids."""
    weights = _idf(ready)
    norms = {m.sentence.id: _norm(m, weights) for m in ready}
    holders: dict[str, list[Masked]] = {}
    dots: dict[tuple[str, str], float] = {}
    for right in ready:
        for word in sorted(set(right.words)):
            for left in holders.setdefault(word, []):
                if owner[left.sentence.id] != owner[right.sentence.id]:
                    pair = (left.sentence.id, right.sentence.id)
                    dots[pair] = dots.get(pair, 0.0) + weights[word] ** 2
            holders[word].append(right)
    words = {m.sentence.id: " ".join(m.words) for m in ready}
    return {
        (left, right): _score(dot / (norms[left] * norms[right]), words[left], words[right])
        for (left, right), dot in sorted(dots.items())
        if dot > _PROMISING * norms[left] * norms[right]
    }


def _score(cosine: float, left: str, right: str) -> float:
    return round(100 * _COSINE * cosine + _SORTED * token_sort_ratio(left, right), 2)


def _idf(ready: Sequence[Masked]) -> dict[str, float]:
    held = Counter(word for m in ready for word in set(m.words))
    return {
        word: 0.0 if word == MASK else log((1 + len(ready)) / (1 + count))
        for word, count in held.items()
    }


def _norm(m: Masked, weights: Mapping[str, float]) -> float:
    return sqrt(sum(weights[word] ** 2 for word in sorted(set(m.words)))) or 1.0

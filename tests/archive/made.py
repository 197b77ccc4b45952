"""Sentences made from the words of the seeds: a few of them edits of earlier ones.

Words are met as often as in a language (Zipf): the seeds' own, then ones put together from the
halves of two. The same at every call.
"""

import random
from collections.abc import Sequence
from itertools import accumulate

from compare import text
from tests.evaluation.groups import ROOT

EDITED = 0.1
"""The share of sentences that repeat an earlier one, with up to half of its words changed."""
_VOCABULARY = 40_000
_LONGEST = 40


def sentences(count: int, seed: int = 0) -> list[str]:
    """So many sentences."""
    rng = random.Random(seed)
    words = vocabulary(rng)
    # Cumulated once: `choices` would do so at each call.
    often = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    made: list[str] = []
    for _ in range(count):
        if made and rng.random() < EDITED:
            made.append(edit(rng.choice(made), rng.random() / 2, words, rng))
        else:
            made.append(" ".join(rng.choices(words, cum_weights=often, k=rng.randint(5, _LONGEST))))
    return made


def edit(sentence: str, share: float, words: Sequence[str], rng: random.Random) -> str:
    """`sentence` with this share of its words replaced, spelled otherwise, dropped or moved."""
    kept = sentence.split()
    for _ in range(round(share * len(kept))):
        at = rng.randrange(len(kept))
        match rng.randrange(4):
            case 0:
                kept[at] = rng.choice(words)
            case 1:
                kept[at] = kept[at][:-1] + rng.choice("ابتن") or kept[at]
            case 2 if len(kept) > 5:
                del kept[at]
            case _:
                kept.insert(rng.randrange(len(kept)), kept.pop(at))
    return " ".join(kept)


def vocabulary(rng: random.Random) -> list[str]:
    """The seeds' words in order of first use, then words from the halves of two of them."""
    articles = sorted((ROOT / "seeds").glob("*/*.txt"))
    own = dict.fromkeys(word for path in articles for word in text.words(path.read_text("utf-8")))
    words = list(own)
    while len(own) < _VOCABULARY:
        one, other = rng.choice(words), rng.choice(words)
        own[one[: (len(one) + 1) // 2] + other[len(other) // 2 :]] = None
    return list(own)

"""Every pair of rows scored by rapidfuzz's `cdist`: what the join is held to."""

from collections.abc import Iterable, Sequence
from time import perf_counter, process_time
from typing import NamedTuple

import numpy as np
from rapidfuzz.fuzz import token_set_ratio, token_sort_ratio
from rapidfuzz.process import cdist
from tqdm import tqdm

from compare import text
from compare.archive.score import SET, SORT

WORKERS = 2
_ROWS = 50
LEAST_WORDS = 5


class Brute(NamedTuple):
    """The pairs of rows found, smaller number first, and what `cdist` took for how many pairs.

    `processor` is seconds of all cores together, which other work on the machine changes less.
    """

    pairs: frozenset[tuple[int, int]]
    seconds: float
    processor: float
    scored: int


def folded(sentences: Sequence[str]) -> list[str]:
    """The words that are compared, with a space between."""
    return [" ".join(text.words(sentence)) for sentence in sentences]


def upper_half(texts: Sequence[str]) -> Brute:
    """All pairs of rows, each once."""
    blocks = [range(at, min(at + _ROWS, len(texts))) for at in range(0, len(texts), _ROWS)]
    return _score(texts, ((block, block.start) for block in blocks), len(blocks))


def sampled(texts: Sequence[str], rows: Sequence[int]) -> Brute:
    """The pairs of some rows with all others."""
    return _score(texts, ((rows[at : at + _ROWS], 0) for at in range(0, len(rows), _ROWS)), None)


def _score(
    texts: Sequence[str], blocks: Iterable[tuple[Sequence[int], int]], total: int | None
) -> Brute:
    """Score the rows of each block against all from a row on."""
    words = np.array([len(each.split()) for each in texts])
    pairs, seconds, processor, scored = set(), 0.0, 0.0, 0
    for rows, first in tqdm(blocks, "cdist", total, disable=None, leave=False):
        before, spent = perf_counter(), process_time()
        scores = cdist(
            [texts[row] for row in rows],
            texts[first:],
            scorer=token_set_ratio,
            score_cutoff=SET,
            workers=WORKERS,
            dtype=np.float64,
        )
        seconds += perf_counter() - before
        processor += process_time() - spent
        scored += scores.size
        for at, other in np.argwhere(scores > 0).tolist():
            one, two = sorted((rows[at], first + other))
            if one < two and min(words[one], words[two]) >= LEAST_WORDS:
                pairs.add((one, two))
    kept = {(a, b) for a, b in pairs if token_sort_ratio(texts[a], texts[b]) >= SORT}
    return Brute(frozenset(kept), seconds, processor, scored)

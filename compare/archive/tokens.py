"""Sentences as numbers: the words of each as ranks, rare first, and what each weighs."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, count
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from compare.archive.bands import Integers


class Tokens(NamedTuple):
    """The different words of n sentences, the sentences in order of mass.

    `start` (n + 1) says where each sentence's entries begin; `token` holds ranks of words, which
    grow with the number of sentences that have the word, and within a sentence. `weight` is each
    rank's mass, characters + 1; `total` (n) the mass of each sentence's different words, `whole`
    (n) that of all its words. `sentence` (n) is the number that each was given by the caller.
    """

    start: Integers
    token: NDArray[np.int32]
    weight: Integers
    total: Integers
    whole: Integers
    sentence: Integers

    @property
    def row(self) -> NDArray[np.int32]:
        """The sentence of each entry, as its place in the order of mass."""
        return np.repeat(np.arange(len(self.total), dtype=np.int32), np.diff(self.start))


def number(texts: Sequence[str]) -> Tokens:
    """Number the words of `texts`, which are folded words with a space between."""
    ids, lengths, names = _ids(texts)
    rank, weight = _ranks(ids, names)
    row = np.repeat(np.arange(len(texts)), lengths)
    whole = _sums(weight[rank[ids]], lengths)
    entries = _different(row * len(names) + rank[ids])
    row, token = np.divmod(entries, max(len(names), 1))
    lengths = np.bincount(row, minlength=len(texts))
    total = _sums(weight[token], lengths)
    sentence = np.argsort(total, kind="stable")
    place = np.empty(len(texts), np.int64)
    place[sentence] = np.arange(len(texts))
    entries = np.sort(place[row] * len(names) + token)
    return Tokens(
        start=np.concatenate(([0], np.cumsum(lengths[sentence]))),
        token=(entries % max(len(names), 1)).astype(np.int32),
        weight=weight,
        total=total[sentence],
        whole=whole[sentence],
        sentence=sentence,
    )


def _ids(texts: Sequence[str]) -> tuple[NDArray[np.int32], Integers, list[str]]:
    """An id for each word of each text in turn, the number of words a text, and their names."""
    id_of: defaultdict[str, int] = defaultdict(count().__next__)
    lengths = np.fromiter((text.count(" ") + 1 for text in texts), np.int64, len(texts))
    every = chain.from_iterable(map(str.split, texts))
    ids = np.fromiter(map(id_of.__getitem__, every), np.int32, int(lengths.sum()))
    return ids, lengths, list(id_of)


def _ranks(ids: NDArray[np.int32], names: Sequence[str]) -> tuple[Integers, Integers]:
    """The rank of each id, words met more often behind, and the mass of each rank."""
    order = np.argsort(np.bincount(ids, minlength=len(names)), kind="stable")
    rank = np.empty(len(names), np.int64)
    rank[order] = np.arange(len(names))
    return rank, np.fromiter(map(len, names), np.int64, len(names))[order] + 1


def _different(entries: Integers) -> Integers:
    entries = np.sort(entries)
    return entries[np.concatenate(([True], entries[1:] != entries[:-1]))[: len(entries)]]


def _sums(values: Integers, lengths: Integers) -> Integers:
    """Sums of runs of `values` of these lengths."""
    ends = np.concatenate(([0], np.cumsum(values)))
    stops = np.cumsum(lengths)
    return ends[stops] - ends[stops - lengths]

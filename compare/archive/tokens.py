"""Sentences as numbers: the words of each as ranks, rare first, and what each weighs."""

from collections.abc import Sequence
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


class Words(NamedTuple):
    """The words of n texts in turn: `ids` into `names`, `lengths` (n) how many of each text.

    No text is without words.
    """

    ids: NDArray[np.int32]
    lengths: Integers
    names: Sequence[str]


def number(words: Words) -> Tokens:
    """Number the words of sentences by how rare they are, and the sentences by their mass."""
    n, names = len(words.lengths), max(len(words.names), 1)
    rank, weight = _ranks(words)
    entries = np.repeat(np.arange(n) * names, words.lengths)
    entries += rank[words.ids]
    whole = _sums(weight[entries % names], words.lengths)
    entries.sort()
    row, token = np.divmod(runs(entries)[0], names)
    lengths = np.bincount(row, minlength=n)
    total = _sums(weight[token], lengths)
    sentence = np.argsort(total, kind="stable")
    place = np.empty(n, np.int64)
    place[sentence] = np.arange(n)
    entries = place[row] * names + token
    entries.sort()
    return Tokens(
        start=np.concatenate(([0], np.cumsum(lengths[sentence]))),
        token=(entries % names).astype(np.int32),
        weight=weight,
        total=total[sentence],
        whole=whole[sentence],
        sentence=sentence,
    )


def runs(values: Integers) -> tuple[Integers, NDArray[np.intp]]:
    """The different ones of sorted `values`, and where each begins."""
    first = np.flatnonzero(np.concatenate(([True], values[1:] != values[:-1]))[: len(values)])
    return values[first], first


def _ranks(words: Words) -> tuple[NDArray[np.int32], Integers]:
    """The rank of each id, words met more often behind, and the mass of each rank."""
    size = len(words.names)
    order = np.argsort(np.bincount(words.ids, minlength=size), kind="stable")
    rank = np.empty(size, np.int32)
    rank[order] = np.arange(size, dtype=np.int32)
    return rank, np.fromiter(map(len, words.names), np.int64, size)[order] + 1


def _sums(values: Integers, lengths: Integers) -> Integers:
    """Sums of runs of `values` of these lengths, none of them 0."""
    return np.add.reduceat(values, np.cumsum(lengths) - lengths)

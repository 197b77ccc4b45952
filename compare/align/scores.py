"""The scores of a story's sentences by their ids, held as numbers: there may be millions."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from compare.align.partners import Pairs

Pair = tuple[str, str]
"""Two ids, the smaller first."""


class Scores(Mapping[Pair, float]):
    """The score of every pair of sentences that is held. `ids` are those of the sentences."""

    def __init__(self, ids: Sequence[str], pairs: Pairs) -> None:
        self._ids = ids
        self._places = {name: at for at, name in enumerate(ids)}
        self._pairs = pairs
        self._keys = pairs.keys.data

    def __getitem__(self, pair: Pair) -> float:
        key = self._places[pair[0]] * self._pairs.size + self._places[pair[1]]
        at = bisect_left(self._keys, key)
        if at == len(self._keys) or self._keys[at] != key:
            raise KeyError(pair)
        return float(self._pairs.points[at])

    def __iter__(self) -> Iterator[Pair]:
        return ((self._ids[a], self._ids[b]) for (a, b), _ in self._pairs.each(0))

    def __len__(self) -> int:
        return len(self._keys)

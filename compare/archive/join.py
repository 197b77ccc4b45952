"""Which pairs of sentences share enough mass: a join over prefixes, with filters.

A pair that shares s of mass has a common word among the rarest words of either that hold all but
s of it: only such prefixes are looked up in each other (Bayardo, Ma and Srikant 2007; Xiao et al.
2008, "AllPairs" and "PPJoin"). What meets there is held to the bound of the signatures, and what
is left is counted exactly.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from compare.archive.bands import BANDS, Band, Integers, rows
from compare.archive.signature import Signatures, common, signatures
from compare.archive.tokens import Tokens, runs

Places = NDArray[np.int32]
Step = Callable[[int, int], None]

_PIECE, _BLOCK = 1 << 20, 1 << 14
"""Meetings that a worker takes, and those that it looks at together, which fit a cache."""
_EXACT = 1 << 15
"""Pairs counted exactly together."""


class Candidates(NamedTuple):
    """Pairs of sentences, as places in the order of mass, and the mass that each pair shares."""

    lesser: Integers
    greater: Integers
    shared: Integers


class _Entries(NamedTuple):
    """The entries in order of token, then sentence.

    Of each its sentence (`row`), the mass from it on (`left`), its
    place among the entries of `Tokens` (`own`), and token * n + sentence (`keys`).
    """

    row: Places
    left: Places
    own: Places
    keys: Integers


class _Meetings(NamedTuple):
    """The entries of lesser sentences in a band, each with its range of `postings`."""

    band: Band
    row: Places
    begin: Places
    times: Places
    postings: Places


def join(tokens: Tokens, workers: int, step: Step) -> Candidates:
    """All pairs of sentences that share their band's floor or more, sorted.

    Whatever the number of `workers`, the result is the same. `step` is told how many meetings
    have been looked at, and of how many.
    """
    with _pool(workers) as pool:
        signing = pool.submit(signatures, tokens)
        bands = list(pool.map(partial(_meetings, tokens, _entries(tokens)), BANDS))
        pieces = [(met, *piece) for met in bands for piece in _pieces(met.times, _PIECE)]
        look = partial(_look, tokens, signing.result())
        total, done, found = sum(int(met.times.sum()) for met in bands), 0, []
        for (met, first, stop), keys in zip(pieces, pool.map(look, pieces), strict=True):
            found.append(keys)
            done += int(met.times[first:stop].sum())
            step(done, total)
    return _exact(tokens, np.concatenate([*found, np.empty(0, np.int64)]), workers)


@contextmanager
def _pool(workers: int) -> Iterator[ThreadPoolExecutor]:
    """Workers that, where a run is interrupted, finish only what they have begun."""
    pool = ThreadPoolExecutor(workers)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _entries(tokens: Tokens) -> _Entries:
    row, mass = tokens.row, tokens.weight[tokens.token].astype(np.int32)
    before = np.cumsum(mass) - mass
    left = (before[tokens.start[:-1]] + tokens.total)[row] - before
    keys = tokens.token * np.int64(len(tokens.total))
    keys += row
    own = np.argsort(keys)
    return _Entries(row[own], left[own].astype(np.int32), own.astype(np.int32), keys[own])


def _meetings(tokens: Tokens, entries: _Entries, band: Band) -> _Meetings:
    """Where the prefix of a sentence meets those of the heavier ones in its band."""
    listed = entries.left >= _least(band.share, tokens.total)[entries.row]
    asking = np.flatnonzero(entries.left >= _least(band.floor, tokens.total)[entries.row])
    keys, postings = entries.keys[listed], entries.row[listed]
    row = entries.row[asking]
    token = entries.keys[asking]
    token -= row
    begin, end = (
        np.searchsorted(keys, token + edge[row]).astype(np.int32)
        for edge in rows(band, tokens.total, tokens.whole)
    )
    # Back in the order of sentences, so that what is looked at together stays in the cache.
    met = np.zeros((2, len(entries.own)), np.int32)
    met[:, entries.own[asking]] = begin, end - begin
    at = np.flatnonzero(met[1] > 0)
    return _Meetings(band, tokens.row[at], met[0, at], met[1, at], postings)


def _least(share: float, total: Integers) -> Places:
    """The least whole mass that is such a share of the total."""
    least: Places = np.ceil(share * total).astype(np.int32)
    return least


def _pieces(count: Places, size: int) -> Iterator[tuple[int, int]]:
    """Runs of entries with so many meetings each, or one entry with more."""
    ends = np.cumsum(count, dtype=np.int64)
    at = 0
    while at < len(count):
        before = int(ends[at - 1]) if at else 0
        stop = max(at + 1, int(np.searchsorted(ends, before + size, "right")))
        yield at, stop
        at = stop


def _look(tokens: Tokens, signed: Signatures, piece: tuple[_Meetings, int, int]) -> Integers:
    """The pairs of a piece that the bound of the signatures admits, as lesser * n + greater."""
    met, start, end = piece
    row, begin, count = (each[start:end] for each in (met.row, met.begin, met.times))
    wanted = _least(met.band.floor, tokens.total)[row] - signed.hidden[row]
    wanted = np.maximum(wanted, 0).astype(np.uint64)
    blocks = list(_pieces(count, _BLOCK))
    # Fresh memory for every block would take longer than all that is done with it.
    longest = max(int(count[first:stop].sum()) for first, stop in blocks)
    bits = np.empty((2, longest, signed.bits.shape[1]), np.uint64)
    found = []
    for first, stop in blocks:
        times = count[first:stop]
        at = np.repeat(begin[first:stop] - (np.cumsum(times) - times), times)
        at += np.arange(len(at))
        greater = met.postings[at]
        entry = np.repeat(np.arange(first, stop), times)
        left, right = bits[:, : len(at)]
        np.take(signed.bits, row[entry], axis=0, out=left, mode="clip")
        np.take(signed.bits, greater, axis=0, out=right, mode="clip")
        kept = np.flatnonzero(common(left, right) >= wanted[entry])
        found.append(row[entry[kept]] * np.int64(len(tokens.total)) + greater[kept])
    return runs(np.sort(np.concatenate(found)))[0]


def _exact(tokens: Tokens, keys: Integers, workers: int) -> Candidates:
    """Of these pairs those that share their band's floor or more."""
    lesser, greater = np.divmod(runs(np.sort(keys))[0], len(tokens.total))
    entries = tokens.row * np.int64(len(tokens.weight)) + tokens.token
    parts = [slice(at, at + _EXACT) for at in range(0, len(lesser), _EXACT)]
    with _pool(workers) as pool:
        count = partial(_shared, tokens, entries)
        counted = pool.map(count, *zip(*((lesser[p], greater[p]) for p in parts), strict=True))
        shared = np.concatenate([np.empty(0, np.int64), *counted])
    kept = shared >= _floors(tokens.total[lesser], tokens.total[greater]) * tokens.total[lesser]
    return Candidates(lesser[kept], greater[kept], shared[kept])


def _shared(tokens: Tokens, entries: Integers, lesser: Integers, greater: Integers) -> Integers:
    """The mass that pairs share: each word of the lesser is looked up in the greater."""
    begin, count = tokens.start[lesser], tokens.start[lesser + 1] - tokens.start[lesser]
    before = np.cumsum(count) - count
    token = tokens.token[np.repeat(begin - before, count) + np.arange(count.sum())]
    wanted = np.repeat(greater * len(tokens.weight), count) + token
    at = np.searchsorted(entries, wanted)
    at[at == len(entries)] = 0
    mass = np.where(entries[at] == wanted, tokens.weight[token], 0)
    return np.add.reduceat(mass, before)


def _floors(lesser: Integers, greater: Integers) -> NDArray[np.float64]:
    """`bands.floor` for many pairs."""
    floors = np.empty(len(lesser))
    for band in reversed(BANDS):
        floors[greater <= band.high * lesser] = band.floor
    return floors

"""The same pairs by way of sparse_dot_topn: a product of word vectors, then the same scoring.

The vectors are TF-IDF of the same words, of unit length; the product keeps what is .2 or more.
"""

from collections.abc import Sequence
from time import perf_counter, process_time
from typing import NamedTuple

import numpy as np

from compare.archive.groups import Archive
from compare.archive.score import score

LEAST = 0.2
PARTNERS = 200
"""The most that are kept of a sentence; with more it is slower and finds no more."""
WORKERS = 2


class Weighted(NamedTuple):
    """The pairs of groups found, seconds in all, those of the product alone, and of all cores."""

    pairs: frozenset[tuple[int, int]]
    seconds: float
    product: float
    processor: float


def missing() -> str | None:
    """How to install what is needed, where it is not there."""
    try:
        import sparse_dot_topn  # noqa: F401
    except ImportError:
        return "skipped: make bench installs sparse_dot_topn, or pip install tabayun[bench]"
    return None


def match(archive: Archive) -> Weighted:
    """The pairs of groups of an archive."""
    from scipy.sparse import csr_matrix
    from sparse_dot_topn import sp_matmul_topn

    begin, spent = perf_counter(), process_time()
    words, n = archive.words, len(archive.texts)
    row = np.repeat(np.arange(n), words.lengths)
    counts = csr_matrix((np.ones(len(row), np.float32), (row, words.ids)), (n, len(words.names)))
    counts.sum_duplicates()
    held = np.bincount(counts.indices, minlength=len(words.names))
    counts.data *= np.log(n / held).astype(np.float32)[counts.indices] + 1
    norms = np.sqrt(np.asarray(counts.multiply(counts).sum(axis=1)).ravel())
    counts.data /= np.repeat(norms, np.diff(counts.indptr))
    turned = counts.T.tocsr()
    before = perf_counter()
    alike = sp_matmul_topn(counts, turned, PARTNERS, LEAST, n_threads=WORKERS)
    product = perf_counter() - before
    one = np.repeat(np.arange(n), np.diff(alike.indptr))
    keys = np.unique(np.minimum(one, alike.indices) * n + np.maximum(one, alike.indices))
    left, right = np.divmod(keys, n)
    left, right = left[left != right], right[left != right]
    at = score(archive.texts, left.tolist(), right.tolist(), WORKERS).at
    found = frozenset(zip(left[at].tolist(), right[at].tolist(), strict=True))
    return Weighted(found, perf_counter() - begin, product, process_time() - spent)


def rows_of(archive: Archive, groups: frozenset[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """All pairs of rows that pairs of groups, and copies, stand for."""
    pairs = [
        (int(min(a, b)), int(max(a, b)))
        for one, other in groups
        for a in archive.rows(one)
        for b in archive.rows(other)
    ]
    for group in np.flatnonzero(np.diff(archive.begin) > 1).tolist():
        rows = archive.rows(group).tolist()
        pairs += [(a, b) for at, a in enumerate(rows) for b in rows[at + 1 :]]
    return pairs

"""Measures of `tabayun align`: what it finds, how fast, in how much memory, and how that grows.

Every row is given an outlet of its own. So all pairs of different rows cross outlets, which is
what `cdist` and sparse_dot_topn look for, and the program does all its work: with fewer outlets
it scores and writes less.
"""

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple

import msgspec

from compare import text
from compare.archive.bands import floor
from compare.archive.groups import Archive, gather
from compare.archive.matching import match
from compare.archive.rows import Row
from tests.bench import apart, brute, weighted
from tests.bench.records import Record
from tests.bench.texts import CORPUS, archive

SMALL, LARGE = 20_000, 150_000
SAMPLE = 500
"""Rows of the large archive that are held against all others."""
ROUNDS = 3
WORKERS = 2

Pairs = frozenset[tuple[int, int]]


class Run(NamedTuple):
    """One run over sentences in memory: the pairs of rows it found, and seconds.

    `processor` is seconds of all cores together, which other work on the machine changes less.
    """

    archive: Archive
    pairs: Pairs
    seconds: float
    processor: float


class Spent(NamedTuple):
    """Seconds of wall time and of all cores together."""

    seconds: float
    processor: float


def measures() -> Iterator[Record]:
    """Each measure of this group, as soon as it is known."""
    sentences = archive(LARGE)
    of = "sentences of news" if CORPUS.exists() else "sentences made from the seeds"
    _run(sentences[:SMALL])
    small, large = zip(
        *((_run(sentences[:SMALL]), _run(sentences)) for _ in range(ROUNDS)), strict=True
    )
    yield from _growth(small, large, of)
    yield _whole(sentences, of)
    yield from _beside_weighted(large[-1], of)
    yield from _beside_brute(small, sentences[:SMALL], of)
    yield _sampled(large[-1], sentences, of)


def _growth(small: Sequence[Run], large: Sequence[Run], of: str) -> Iterator[Record]:
    fast, slow = (median(run.seconds for run in runs) for runs in (small, large))
    for runs, seconds in ((small, fast), (large, slow)):
        size = len(runs[0].archive.group)
        note = f"{len(runs[0].pairs):,} pairs, from sentences in memory; median of {ROUNDS}"
        yield Record(name="archive: join", size=size, of=of, seconds=seconds, note=note)
    yield Record(
        name="archive: growth",
        size=LARGE,
        of=of,
        ratio=log(slow / fast) / log(LARGE / SMALL),
        ratio_to=f"exponent of the time from {SMALL:,} on; 1 is linear, 2 quadratic",
        note=f"of processor time {_exponent(small, large):.2f}",
    )


def _exponent(small: Sequence[Run], large: Sequence[Run]) -> float:
    fast, slow = (median(run.processor for run in runs) for runs in (small, large))
    return log(slow / fast) / log(LARGE / SMALL)


def _whole(sentences: Sequence[str], of: str) -> Record:
    """The command as a process of its own, from file to file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.jsonl"
        rows = [
            {"outlet": str(number), "document": "", "sentence": sentence}
            for number, sentence in enumerate(sentences)
        ]
        path.write_bytes(msgspec.json.Encoder().encode_lines(rows))
        output = path.with_suffix(".parquet")
        cost = apart.run(sys.executable, "-m", "compare", "align", path, "-o", output)
    return Record(
        name="archive: tabayun align",
        size=len(sentences),
        of=of,
        seconds=cost.seconds,
        peak_mb=cost.peak_mb,
        note="the whole command, from a .jsonl file to a .parquet file",
    )


def _beside_weighted(ours: Run, of: str) -> Iterator[Record]:
    name, size = "archive: beside sparse_dot_topn", len(ours.archive.group)
    if way_out := weighted.missing():
        yield Record(name=name, size=size, of=of, note=way_out)
        return
    before = _join(ours.archive)
    theirs = weighted.match(ours.archive)
    after = _join(ours.archive)
    again = (before.seconds + after.seconds) / 2
    processor = theirs.processor * 2 / (before.processor + after.processor)
    found = frozenset(weighted.rows_of(ours.archive, theirs.pairs))
    for what, seconds in (
        ("with the same scoring", theirs.seconds),
        ("its product alone", theirs.product),
    ):
        yield Record(
            name=name,
            size=size,
            of=of,
            seconds=again,
            ratio=seconds / again,
            ratio_to=f"time of sparse_dot_topn, {what}, over ours",
            note=f"{seconds:.1f} s; it finds {len(found & ours.pairs):,} of our {len(ours.pairs):,}"
            f" pairs and {len(found - ours.pairs):,} more; both without folding; all of it in"
            f" processor time {processor:.1f}",
        )


def _beside_brute(ours: Sequence[Run], sentences: Sequence[str], of: str) -> Iterator[Record]:
    texts = brute.folded(sentences)
    every = brute.upper_half(texts)
    runs = [*ours, *(_run(sentences) for _ in range(ROUNDS))]
    seconds = median(run.seconds for run in runs)
    processor = every.processor / median(run.processor for run in runs)
    yield Record(
        name="archive: speed beside cdist",
        size=len(texts),
        of=of,
        seconds=seconds,
        ratio=every.seconds / seconds,
        ratio_to="time of rapidfuzz cdist over ours",
        note=f"2 workers, {every.seconds:.0f} s for token_set_ratio of {every.scored:,} pairs;"
        f" in processor time {processor:.0f}",
    )
    yield _recall(ours[0].pairs, every.pairs, texts, of)


def _sampled(ours: Run, sentences: Sequence[str], of: str) -> Record:
    texts = brute.folded(sentences)
    rows = sorted(random.Random(0).sample(range(len(texts)), SAMPLE))
    chosen = set(rows)
    found = frozenset(pair for pair in ours.pairs if chosen.intersection(pair))
    return _recall(
        found, brute.sampled(texts, rows).pairs, texts, f"{of}, {SAMPLE} rows against all"
    )


def _recall(found: Pairs, true: Pairs, texts: Sequence[str], of: str) -> Record:
    kinds = Counter(_kind(texts[one], texts[other]) for one, other in true - found)
    lost = "; ".join(f"{number} {kind}" for kind, number in sorted(kinds.items())) or "none"
    return Record(
        name="archive: recall",
        size=len(texts),
        of=of,
        ratio=len(true & found) / len(true) if true else 1.0,
        ratio_to="pairs of the brute force",
        note=f"{len(true & found):,} of {len(true):,}, {len(found - true)} wrong; lost: {lost}",
    )


def _kind(one: str, other: str) -> str:
    """Why the join lost a pair: how much of it is the same words."""
    masses = [sum(len(word) + 1 for word in words) for words in _words(one, other)]
    shared, (lesser, greater) = masses[0], sorted(masses[1:])
    if shared >= floor(lesser, greater) * lesser:
        return "although they share enough: a fault"
    return f"alike in spelling, sharing {100 * shared // lesser // 5 * 5} % of the lesser's words"


def _words(one: str, other: str) -> tuple[set[str], set[str], set[str]]:
    left, right = set(one.split()), set(other.split())
    return left & right, left, right


def _run(sentences: Sequence[str]) -> Run:
    rows = [Row(number, str(number), "", each) for number, each in enumerate(sentences)]
    # Known letters are folded faster; the first run would pay for all.
    text.words("".join(sentences[:1000]))
    before, spent = perf_counter(), process_time()
    made = gather(((0, row) for row in rows), (Path("archive"),))
    found = match(made, WORKERS, _silent)
    seconds, processor = perf_counter() - before, process_time() - spent
    groups = made.group
    pairs = zip(groups[found.rows.left].tolist(), groups[found.rows.right].tolist(), strict=True)
    across = frozenset((min(pair), max(pair)) for pair in pairs if pair[0] != pair[1])
    return Run(made, frozenset(weighted.rows_of(made, across)), seconds, processor)


def _join(made: Archive) -> Spent:
    """The cost of the join and the scoring alone."""
    before, spent = perf_counter(), process_time()
    match(made, WORKERS, _silent)
    return Spent(perf_counter() - before, process_time() - spent)


def _silent(_done: int, _of: int) -> None:
    """Tell nobody."""

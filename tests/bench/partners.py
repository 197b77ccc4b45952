"""How far down the list of another article's sentences the true partner of a sentence stands.

Two sentences are partners where, by gold, both report one quantity. Each is looked for from the
other, so that a pair counts twice.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import permutations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from compare import pipeline
from compare.align import comparable
from compare.align.masked import Masked
from compare.align.rows import row as scored
from compare.align.rows import rows as scorable
from compare.align.score import compared
from compare.evaluation import NAME, read, stories
from compare.ingest import load_story
from compare.lang import Lexicon
from compare.model import Article, Report
from compare.text import fold
from tests.evaluation.groups import BESIDE, ROOT

Matrix = NDArray[np.float64]
Ready = Sequence[Masked]
Score = Callable[[Ready, Sequence[Article]], Matrix]
"""What scores each of a story's sentences with each."""

_NOWHERE = 10**6


def folders() -> list[Path]:
    """The stories with gold: the seeds', and those beside the repository."""
    beside = [folder for folder in BESIDE.folders if folder.is_dir()]
    return [story for folder in (ROOT / "seeds", *beside) for story in stories(folder)]


def ours(ready: Ready, articles: Sequence[Article]) -> Matrix:
    """The scores of the alignment."""
    story = scorable(compared(ready, {a.id: a.outlet for a in articles}))
    scores = np.zeros((len(ready), len(ready)))
    for at in range(len(ready)):
        found = scored(story, at)
        scores[at, found.places] = found.points
    return scores


def token_set(ready: Ready, articles: Sequence[Article]) -> Matrix:
    """rapidfuzz's token_set_ratio on the folded sentences."""
    texts = {a.id: a.text for a in articles}
    raw = (texts[m.sentence.article][m.sentence.start : m.sentence.end] for m in ready)
    said = [fold(sentence).text for sentence in raw]
    return np.asarray(process.cdist(said, said, scorer=fuzz.token_set_ratio), dtype=np.float64)


def ranks(folder: Path, lexicon: Lexicon, *scores: Score) -> list[list[int]]:
    """For each of `scores` the rank of each partner, 1 the first; ties rank it last."""
    report = pipeline.build(load_story(folder), lexicon)
    ready = comparable(report.articles, report.sentences, report.figures, lexicon)
    pairs = list(_pairs(folder, report))
    places = {m.sentence.id: at for at, m in enumerate(ready)}
    owners = np.array([m.sentence.article for m in ready])
    return [list(_ranks(pairs, places, owners, score(ready, report.articles))) for score in scores]


def _pairs(folder: Path, report: Report) -> Iterator[tuple[str, str]]:
    """The sentences, by id, of any two rows of gold that give one quantity in two outlets."""
    rows = [r for r in read(folder / NAME, report.articles).rows if r.kind == "quantity"]
    facts = defaultdict(set)
    for row in rows:
        inside = (s for s in report.sentences if s.article == row.article)
        sentence = max(inside, key=lambda s: min(s.end, row.end) - max(s.start, row.start))
        if row.values:
            facts[row.fact].add((row.outlet, sentence.id))
    pairs = {pair for told in facts.values() for pair in permutations(sorted(told), 2)}
    return ((mine, theirs) for (one, mine), (other, theirs) in sorted(pairs) if one != other)


def _ranks(
    pairs: Sequence[tuple[str, str]],
    places: dict[str, int],
    owners: NDArray[np.str_],
    scores: Matrix,
) -> Iterator[int]:
    for mine, theirs in pairs:
        if mine not in places or theirs not in places:
            yield _NOWHERE
            continue
        row, there = scores[places[mine]], places[theirs]
        rivals = row[owners == owners[there]]
        yield int((rivals >= row[there]).sum())

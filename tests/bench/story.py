"""Measures of one story: how well and how fast its sentences find their partners."""

import tracemalloc
from collections.abc import Callable, Iterator
from statistics import median
from time import perf_counter

from compare import lang, pipeline
from compare.align import align
from compare.identity import content_id
from compare.ingest import LoadedStory, load_story
from compare.lang import Lexicon
from compare.model import Article, Report, Story
from tests.bench.partners import folders, ours, ranks, token_set
from tests.bench.records import Record
from tests.bench.texts import news
from tests.evaluation.groups import ROOT

_ROUNDS = 7
_ARTICLES, _SENTENCES = 40, 50


def measures() -> Iterator[Record]:
    """Each measure of this group, as soon as it is known. To add one, yield its record."""
    lexicon = lang.load()
    yield from _ranked(lexicon)
    for name, report in _reports(lexicon):
        yield _timed(name, report, lexicon)


def _ranked(lexicon: Lexicon) -> Iterator[Record]:
    found = [ranks(folder, lexicon, ours, token_set) for folder in folders()]
    for at, name in enumerate(("alignment", "token_set_ratio")):
        told = [rank for story in found for rank in story[at]]
        for best in (5, 10):
            yield Record(
                name=f"story: true partner among the best {best}, {name}",
                size=len(told),
                of="partners by gold",
                ratio=sum(rank <= best for rank in told) / len(told),
                ratio_to="all partners",
                note=f"{len(found)} stories",
            )


def _reports(lexicon: Lexicon) -> Iterator[tuple[str, Report]]:
    (seeds,) = (ROOT / "seeds").iterdir()
    yield "story: alignment of the five seeds", pipeline.build(load_story(seeds), lexicon)
    large = LoadedStory(Story(id="large", title="large"), tuple(_articles()), ())
    yield f"story: alignment of {_ARTICLES} articles", pipeline.build(large, lexicon)


def _articles() -> Iterator[Article]:
    lines = news()
    for at in range(_ARTICLES):
        name = f"outlet {at}"
        text = "\n".join(lines[at * _SENTENCES : (at + 1) * _SENTENCES])
        yield Article(
            id=content_id(name), outlet=name, title=None, published=None, lang="ar", path=name,
            sha256=name, url=None, characters=len(text), text=text,
        )  # fmt: skip


def _timed(name: str, report: Report, lexicon: Lexicon) -> Record:
    def run() -> None:
        align(report.articles, report.sentences, report.figures, lexicon)

    return Record(
        name=name,
        size=len(report.sentences),
        of="sentences",
        seconds=median(_seconds(run) for _ in range(_ROUNDS)),
        peak_mb=_peak(run),
        note=f"median of {_ROUNDS} rounds",
    )


def _seconds(run: Callable[[], None]) -> float:
    start = perf_counter()
    run()
    return perf_counter() - start


def _peak(run: Callable[[], None]) -> float:
    """The most memory, in MiB, that a call holds beyond what is there before it."""
    tracemalloc.start()
    try:
        run()
        return tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()

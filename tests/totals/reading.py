"""Stories of a case's texts, and the totals found in them in the words of a case's rows."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from compare import lang, pipeline
from compare.ingest import LoadedStory
from compare.model import Article, Report, Story

CASES = Path(__file__).parent.parent / "cases" / "totals"


def load() -> dict[str, dict[str, Any]]:
    """The cases by file and name."""
    return {
        f"{path.stem}: {case['name']}": case
        for path in sorted(CASES.glob("*.toml"))
        for case in tomllib.loads(path.read_text("utf-8"))["case"]
    }


def report(told: Sequence[Sequence[str]]) -> Report:
    """The report on articles given as outlet, published and text."""
    articles = tuple(_article(*row) for row in told)
    return pipeline.build(LoadedStory(Story(id="s", title="s"), articles, ()), lang.load())


def _article(outlet: str, published: str, text: str) -> Article:
    return Article(
        id=outlet, outlet=outlet, title=None, published=published, lang="ar",
        path=f"{outlet}.txt", sha256=outlet, url=None, characters=len(text), text=text,
    )  # fmt: skip


def rows(made: Report) -> list[list[Any]]:
    """The totals of a report as a case gives them."""
    figures = {figure.id: figure for figure in made.figures}
    digits = {c.id: figures[c.figure] for c in made.claims}
    raw = {claim: figure.raw for claim, figure in digits.items()}
    return [
        [
            total.finding,
            total.rule,
            _number(raw[total.whole]),
            [_number(raw[part]) for part in total.parts],
            f"{total.difference.normalize():f}",
        ]
        for total in made.totals
    ]


def _number(raw: str) -> str:
    """The digits of a figure's words, or the words where they have none."""
    return "".join(char for char in raw if char.isdigit()) or raw

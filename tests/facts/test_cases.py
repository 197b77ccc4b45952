"""Each small story in tests/cases/facts: what is one fact in it, and what is not."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from compare import lang, pipeline
from compare.ingest import LoadedStory
from compare.model import Article, Fact, Reading, Report, Story

FOLDER = Path(__file__).parent.parent / "cases" / "facts"
CASES = [
    case
    for path in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
]


def told(outlet: str, text: str) -> Article:
    return Article(
        id=outlet, outlet=outlet, title=None, published="2024-06-10", lang="ar", path=outlet,
        sha256=outlet, url=None, characters=len(text), text=text,
    )  # fmt: skip


def report_of(texts: dict[str, str]) -> Report:
    articles = tuple(told(*item) for item in texts.items())
    return pipeline.build(LoadedStory(Story(id="s", title="s"), articles, ()), lang.load())


def fact_of(report: Report, named: str) -> Fact:
    """The fact of a figure, named by its outlet and its words."""
    outlet, raw = named.split(" ", 1)
    figures = {f.id for f in report.figures if f.article == outlet and f.raw == raw}
    claims = {c.id for c in report.claims if c.figure in figures}
    assert claims, f"{named} makes no claim"
    return next(f for f in report.facts if claims & set(f.claims))


def reading_of(report: Report, named: str) -> Reading:
    """The reading of a figure, named by its outlet and its words."""
    outlet, raw = named.split(" ", 1)
    figures = {f.id for f in report.figures if f.article == outlet and f.raw == raw}
    claims = {c.id for c in report.claims if c.figure in figures}
    readings = fact_of(report, named).readings
    return next(r for r in readings if claims & set(r.claims))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_facts_of_a_small_story(case: dict[str, Any]) -> None:
    report = report_of(case["texts"])
    pairs = [(pair, True) for pair in case.get("together", [])]
    pairs += [(pair, False) for pair in case.get("apart", [])]
    found = [(pair, fact_of(report, pair[0]) == fact_of(report, pair[1])) for pair, _ in pairs]
    assert found == pairs


@pytest.mark.parametrize("case", [c for c in CASES if "verdict" in c], ids=lambda c: c["name"])
def test_verdict_of_a_small_story(case: dict[str, Any]) -> None:
    assert fact_of(report_of(case["texts"]), case["together"][0][0]).verdict == case["verdict"]


@pytest.mark.parametrize("case", [c for c in CASES if "sources" in c], ids=lambda c: c["name"])
def test_sources_of_a_small_story(case: dict[str, Any]) -> None:
    report = report_of(case["texts"])
    found = {named: reading_of(report, named).independent_sources for named in case["sources"]}
    assert found == case["sources"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_the_order_of_articles_does_not_matter(case: dict[str, Any]) -> None:
    turned = dict(reversed(case["texts"].items()))
    assert report_of(case["texts"]).facts == report_of(turned).facts

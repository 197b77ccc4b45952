"""Reports on small stories and on the seeds, and what an explanation of them says, as text."""

from collections.abc import Mapping
from functools import cache

from compare import codec, lang, pipeline
from compare.explain import Explanation, explain
from compare.ingest import load_story
from compare.model import Claim, Fact, Figure, Report
from compare.view.records import Line
from tests.conftest import ROOT
from tests.totals import reading

STORIES = sorted(path.parent.name for path in (ROOT / "tests" / "stories").glob("*/story.toml"))


@cache
def seeds() -> Report:
    """The accepted report on the seeds."""
    return codec.load(ROOT / "tests" / "golden" / "hostage-talks-2024" / "report.json")


@cache
def story(name: str) -> Report:
    """The report on one of the invented stories."""
    return pipeline.build(load_story(ROOT / "tests" / "stories" / name), lang.load())


def report(texts: Mapping[str, str]) -> Report:
    """The report on one text an outlet, all of one day."""
    return reading.report([(outlet, "2024-06-10", text) for outlet, text in texts.items()])


def figure_of(made: Report, named: str) -> Figure:
    """A figure by its outlet and its words; the first where there are several."""
    outlet, raw = named.split(" ", 1)
    return next(f for f in made.figures if f.article == outlet and f.raw == raw)


def claim_of(made: Report, named: str) -> Claim:
    """The claim of a figure, named in the same way."""
    figure = figure_of(made, named)
    return next(c for c in made.claims if c.figure == figure.id)


def fact_of(made: Report, claim: str) -> Fact:
    """The fact of a claim."""
    return next(f for f in made.facts if claim in f.claims)


def said(line: Line) -> str:
    """A line as it reads."""
    return "".join(f"[{run.text}]" if run.role == "mark" else run.text for run in line)


def lines(told: Explanation) -> list[str]:
    """All that an explanation says, a line a row."""
    found = [said(told.title), said(told.note)]
    for part in told.parts:
        found += [said(part.heading), *(said(row.line) for row in part.rows)]
    return found


def asked(made: Report, *ids: str, locale: str = "en") -> list[str]:
    """What is said of an id, or of two."""
    return lines(explain(made, ids, locale))

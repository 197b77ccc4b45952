"""Report → the frames of `facts.xlsx`: a locale's words for readers, slugs and ids for programs.

A column whose name ends in `_slug`, `_id` or `_ids` is the same in every locale, as is its name;
the header of any other is its word in the locale's [sheet]. Numbers are `Decimal` or `int`, days
are dates, an empty cell is "".
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

import pandas as pd

from compare.model import Claim, Fact, Figure, Reading, Report
from compare.tables import rows
from compare.view.concepts import concept, scope, unit_name
from compare.view.facts import gravest_first
from compare.view.labels import Labels, find, label
from compare.view.numbers import exact_value
from compare.view.titles import title

Cell = str | int | Decimal | date
_FIRST_YEAR = 1901  # a spreadsheet knows no day before 1900, and takes that for a leap year
_ISO_DAY = 10
_MANY = Decimal(100)  # a unit is named as after a round number: a hundred dollars


def sheets(report: Report, labels: Labels) -> dict[str, pd.DataFrame]:
    """The frames by the names of their sheets, which are the same in every locale."""
    return {
        "facts": facts(report, labels),
        "readings": readings(report, labels),
        "figures": figures(report, labels),
        "sources": sources(report),
    }


def facts(report: Report, labels: Labels) -> pd.DataFrame:
    """One row a fact, gravest first."""
    made = [
        {
            "fact_id": fact.id,
            "title": title(fact, labels).name.text,
            "label": fact.label,
            "verdict": fact.verdict,
            "rule": fact.rule,
            "kind": fact.kind,
            "unit": fact.unit or "",
            "counted": fact.counted or "",
            "predicate": fact.predicate or "",
            "scope": "; ".join(fact.scope),
            "outlets": len({outlet for reading in fact.readings for outlet in reading.outlets}),
            "readings": len(fact.readings),
            **_extent(fact),
            "severity": fact.severity,
            "doubts": "; ".join(fact.doubts),
        }
        for fact in gravest_first(report.facts)
    ]
    return _in_words(_frame(made, _FACTS), labels)


_FACTS = (
    "fact_id", "title", "label", "verdict", "rule", "kind", "unit", "counted", "predicate",
    "scope", "outlets", "readings", "least", "most", "difference", "severity", "doubts",
)  # fmt: skip


def readings(report: Report, labels: Labels) -> pd.DataFrame:
    """One row a reading, in the order of `facts`, with the words that it is printed in."""
    claims = {claim.id: claim for claim in report.claims}
    figures = {figure.id: figure for figure in report.figures}
    made = [
        {
            "fact_id": fact.id,
            "title": title(fact, labels).name.text,
            **_reading(reading, [claims[claim] for claim in reading.claims], figures),
            "unit": fact.unit or "",
        }
        for fact in gravest_first(report.facts)
        for reading in fact.readings
    ]
    return _in_words(_frame(made, _READINGS), labels)


_READINGS = (
    "fact_id", "title", "low", "high", "relation", "unit", "raw", "notes", "outlets_named",
    "sources", "independent_sources", "one_text", "claim_ids",
)  # fmt: skip


def figures(report: Report, labels: Labels) -> pd.DataFrame:
    """The rows of `figures.csv`, the columns for programs last."""
    frame = rows.figures(report).astype(object)
    frame = frame.rename(columns={"figure": "figure_id", "fact": "fact_id"})
    for column in ("low", "high"):
        frame[column] = frame[column].map(lambda cell: Decimal(cell) if cell else "")
    return _in_words(_with_times(frame, "published", "as_of"), labels)


def sources(report: Report) -> pd.DataFrame:
    """One row an article, in the order of the report."""
    compared = {figure.figure for figure in report.claims}
    made: list[dict[str, Cell]] = []
    for article in report.articles:
        read = [figure for figure in report.figures if figure.article == article.id]
        made.append(
            {
                "outlet": article.outlet,
                "headline": article.title or "",
                "published": article.published or "",
                "url": article.url or "",
                "file": article.path,
                "sha256": article.sha256,
                "characters": article.characters,
                "figures_read": len(read),
                "figures_compared": sum(figure.id in compared for figure in read),
                "article_id": article.id,
            }
        )
    return _with_times(_frame(made, _SOURCES), "published")


_SOURCES = (
    "outlet", "headline", "published", "url", "file", "sha256", "characters", "figures_read",
    "figures_compared", "article_id",
)  # fmt: skip


def _frame(made: Iterable[Mapping[str, Cell]], columns: Iterable[str]) -> pd.DataFrame:
    return pd.DataFrame(list(made), columns=list(columns), dtype=object)


def _extent(fact: Fact) -> dict[str, Cell]:
    """The least and the most that a reading names; how far apart, where each is one value."""
    ends = [end for r in fact.readings for end in (r.low, r.high) if end is not None]
    if not ends:
        return {"least": "", "most": "", "difference": ""}
    exact = all(exact_value(reading) is not None for reading in fact.readings)
    difference = max(ends) - min(ends) if exact else ""
    return {"least": min(ends), "most": max(ends), "difference": difference}


def _reading(
    reading: Reading, claims: Sequence[Claim], figures: Mapping[str, Figure]
) -> dict[str, Cell]:
    raws = dict.fromkeys(figures[claim.figure].raw for claim in claims)
    sources = dict.fromkeys(source.name for source in reading.sources)
    notes = {
        "negated": all(claim.negated for claim in claims),
        "hypothetical": all(claim.hypothetical for claim in claims),
    }
    return {
        "low": "" if reading.low is None else reading.low,
        "high": "" if reading.high is None else reading.high,
        "relation": reading.relation,
        "raw": "; ".join(raws),
        "notes": "; ".join(slug for slug, holds in notes.items() if holds and claims),
        "outlets_named": "; ".join(reading.outlets),
        "sources": "; ".join(sources),
        "independent_sources": reading.independent_sources,
        "one_text": "; ".join(" = ".join(copy) for copy in reading.one_text),
        "claim_ids": "; ".join(reading.claims),
    }


def _with_times(frame: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Days as dates; behind each column of them one of the times, zone and all."""
    for column in columns:
        moments = [_day_and_time(cell) for cell in frame[column]]
        times = pd.Series([time for _, time in moments], dtype=object)
        frame[column] = pd.Series([day for day, _ in moments], dtype=object)
        frame.insert(list(frame.columns).index(column) + 1, f"{column}_time", times)
    return frame


def _day_and_time(iso: str) -> tuple[date | str, str]:
    try:
        day = date.fromisoformat(iso[:_ISO_DAY])
    except ValueError:
        return iso, ""
    if day.year < _FIRST_YEAR:
        return iso, ""
    return day, iso[_ISO_DAY:].removeprefix("T")


def _in_words(frame: pd.DataFrame, labels: Labels) -> pd.DataFrame:
    """The frame with words for its slugs, which move behind all other columns."""
    for column, word in _WORDS.items():
        if column in frame:
            slugs = [str(cell) for cell in frame[column]]
            said = [word(slug, labels) if slug else "" for slug in slugs]
            frame[column] = pd.Series(said, dtype=object)
            frame[f"{column}_slug"] = pd.Series(slugs, dtype=object)
    return frame


Word = Callable[[str, Labels], str]


def _labelled(group: str) -> Word:
    return lambda slug, labels: label(labels, group, slug)


def _each(word: Word) -> Word:
    def said(slugs: str, labels: Labels) -> str:
        words = (word(slug, labels) for slug in slugs.split("; "))
        return "; ".join(filter(None, words))

    return said


def _relation(slug: str, labels: Labels) -> str:
    """A briefing has no word for "exact"; a filter needs one."""
    return find(labels, "relation", slug) or label(labels, "sheet", slug)


_WORDS: Mapping[str, Word] = {
    "verdict": _labelled("verdict"),
    "rule": _labelled("rule"),
    "kind": _labelled("kind"),
    "relation": _relation,
    "unit": lambda slug, labels: unit_name(slug, _MANY, labels),
    "counted": concept,
    "predicate": concept,
    "scope": _each(scope),
    "notes": _each(_labelled("text")),
    "compared": _labelled("sheet"),
    "reason": _labelled("reason"),
    "doubts": _each(_labelled("doubt")),
}

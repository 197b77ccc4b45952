"""A tiny story made by hand, reports on it as they might be, and gold to hold them against."""

import hashlib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import msgspec

from compare import evaluation
from compare.evaluation import Gold
from compare.evaluation.gold import COLUMNS
from compare.model import (
    FORMAT,
    Article,
    Claim,
    Fact,
    Figure,
    Kind,
    Reading,
    Report,
    Story,
    Verdict,
)

TEXTS = {
    "منبر الساحل": "قتل 5 أشخاص وجرح 9 في حادث وقع عام 2019 قرب سد طوله 300 متر.",
    "مرصد الجبل": "قتل 7 أشخاص وجرح 9 في الحادث بعد 2019 قرب السد البالغ 310 أمتار.",
    "بريد الشرق": "قتل 5 أشخاص.",
}
MINBAR, MARSAD, BARID = TEXTS

KILLED = [(MINBAR, "5"), (MARSAD, "7"), (BARID, "5")]
WOUNDED = [(MINBAR, "9"), (MARSAD, "9")]
YEARS = [(MINBAR, "2019"), (MARSAD, "2019")]
DAMS = [(MINBAR, "300"), (MARSAD, "310")]
ROWS = [
    ("K quantity divergent", MINBAR, "5", "قتل 5 أشخاص"),
    ("K quantity divergent", MARSAD, "7", "قتل 7 أشخاص"),
    ("K quantity divergent", BARID, "5", "5 أشخاص"),
    ("W quantity agreed", MINBAR, "9", "وجرح 9"),
    ("W quantity agreed", MARSAD, "9", "وجرح 9"),
    ("Y trap single", MINBAR, "2019", "عام 2019"),
    ("Y trap single", MARSAD, "2019", "بعد 2019"),
]

GoldRow = tuple[str, str, str, str]
"""Fact, kind and verdict in one; outlet, value and quote."""


class Group(NamedTuple):
    """A fact of a report: its verdict, and of each claim the outlet and the figure's words."""

    verdict: Verdict
    said: Sequence[tuple[str, str]]


RIGHT = (Group("divergent", KILLED), Group("agreed", WOUNDED))


def report(
    groups: Sequence[Group] = RIGHT,
    texts: Mapping[str, str] = TEXTS,
    values: Mapping[tuple[str, str], str] | None = None,
    kinds: Mapping[tuple[str, str], Kind] | None = None,
) -> Report:
    """A report of these facts. A figure's value is its words ("5", "5-7") unless `values` has it.

    Figures of `kinds` are read as these, and make no claim.
    """
    articles = tuple(_article(outlet, text) for outlet, text in texts.items())
    by_outlet = {article.outlet: article for article in articles}
    said = [one for group in groups for one in group.said]
    read: dict[tuple[str, str], Kind] = {**dict.fromkeys(said, "count"), **(kinds or {})}
    made = {
        one: _figure(by_outlet[one[0]], one[1], (values or {}).get(one, one[1]), kind)
        for one, kind in read.items()
    }
    return Report(
        format=FORMAT,
        generator="tabayun",
        settings_digest="",
        lexicon_digest="",
        story=Story(id="hadith", title="حادث"),
        articles=articles,
        sentences=(),
        figures=tuple(made.values()),
        claims=tuple(_claim(made[one]) for one in said),
        alignments=(),
        facts=tuple(_fact(group, [made[one] for one in group.said]) for group in groups),
        not_compared=(),
        warnings=(),
    )


def gold(folder: Path, rows: Sequence[GoldRow], texts: Mapping[str, str] = TEXTS) -> Gold:
    """These rows, written and read again; each quote stands where its outlet has it first."""
    path = folder / evaluation.NAME
    path.write_text(tsv(rows, texts), encoding="utf-8")
    return evaluation.read(path, report((), texts).articles)


def tsv(rows: Sequence[GoldRow], texts: Mapping[str, str] = TEXTS) -> str:
    """The text of a `readings.tsv`."""
    lines = [COLUMNS, *(_cells(row, texts) for row in rows)]
    return "".join("\t".join(line) + "\n" for line in lines)


def _cells(row: GoldRow, texts: Mapping[str, str]) -> tuple[str, ...]:
    words, outlet, value, quote = row
    start = texts[outlet].index(quote)
    return (*words.split(), outlet, value, str(start), str(start + len(quote)), quote)


def _article(outlet: str, text: str) -> Article:
    return Article(
        id=_id(outlet), outlet=outlet, title=None, published=None, lang="ar", path=f"{outlet}.txt",
        sha256="", url=None, characters=len(text), text=text,
    )  # fmt: skip


def _figure(article: Article, raw: str, value: str, kind: Kind) -> Figure:
    start = article.text.index(raw)
    low, _, high = value.partition("-")
    return Figure(
        id=_id("figure", article.id, raw), article=article.id, sentence="", start=start,
        end=start + len(raw), raw=raw, kind=kind, relation="range" if high else "exact",
        low=Decimal(low), high=Decimal(high or low), unit=None, rule="by-hand",
    )  # fmt: skip


def _claim(figure: Figure) -> Claim:
    return Claim(
        id=_id("claim", figure.id), figure=figure.id, article=figure.article, start=figure.start,
        end=figure.end, counted=None, predicate=None, scope=(), attribution=(), as_of=None,
        negated=False, hypothetical=False, words=(),
    )  # fmt: skip


def _fact(group: Group, figures: Sequence[Figure]) -> Fact:
    claims = tuple(_claim(figure).id for figure in figures)
    # One reading holds them all: only the outlets of a fact's readings are looked at.
    reading = Reading(
        low=None, high=None, relation="exact", claims=claims,
        outlets=tuple(sorted({outlet for outlet, _ in group.said})), sources=(),
        independent_sources=1,
    )  # fmt: skip
    return Fact(
        id=_id("fact", *claims), label="", kind="count", unit=None, counted=None, predicate=None,
        scope=(), verdict=group.verdict, rule="", severity=0, claims=claims, readings=(reading,),
    )  # fmt: skip


def _id(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def same_in_another_order(made: Report) -> Report:
    """The report with its records the other way round."""
    return msgspec.structs.replace(
        made,
        figures=made.figures[::-1],
        claims=made.claims[::-1],
        facts=made.facts[::-1],
    )

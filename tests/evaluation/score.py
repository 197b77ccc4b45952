"""Stories with gold: what a careful reader found, beside what the program finds.

A row of `readings.tsv` is a reading that an article gives for a fact; `tests/evaluation/README.md`
says its columns.
"""

import csv
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from compare import lang, pipeline
from compare.ingest import load_story
from compare.model import Claim, Fact, Report

ADMITTED = {
    "agree": ("agreed", "compatible"),
    "agreed": ("agreed",),
    "compatible": ("compatible", "agreed"),
    "diverge": ("divergent", "updated"),
    "divergent": ("divergent",),
    "updated": ("updated",),
    "single": ("single",),
}


class Row(NamedTuple):
    """One gold reading: its fact, its verdict, the outlet, the value, the quoted span."""

    fact: str
    verdict: str
    outlet: str
    values: tuple[Decimal, ...]
    start: int
    end: int
    quote: str
    kind: str


class Share(NamedTuple):
    """So many of so many; the share of nothing is all."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        """The share, 0 to 1."""
        return self.hits / self.of if self.of else 1.0


class Score(NamedTuple):
    """How a report does on a story's gold, and each miss with its words.

    `read`: readings found with the right value. `joined`: pairs of readings of different outlets
    rightly in one fact, out of those that should be; `right_joins`, out of those that are.
    `verdicts`: facts with the right one. `true_divergences`: out of the facts shown as divergent.
    """

    story: str
    read: Share
    joined: Share
    right_joins: Share
    verdicts: Share
    true_divergences: Share
    misses: tuple[str, ...]


MEASURES = ("read", "joined", "right_joins", "verdicts", "true_divergences")


def means(scores: Sequence[Score]) -> dict[str, float]:
    """The mean of each measure over the stories in which there is something to measure."""
    shares = {name: [getattr(s, name) for s in scores] for name in MEASURES}
    return {
        name: sum(share.value for share in found if share.of) / sum(1 for x in found if x.of)
        for name, found in shares.items()
    }


def rows(path: Path) -> list[Row]:
    """The rows of a `readings.tsv`."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_row(line) for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def _row(line: dict[str, str]) -> Row:
    return Row(
        line["fact"],
        line["verdict"],
        line["outlet"],
        tuple(_values(line["value"])),
        int(line["start"]),
        int(line["end"]),
        line["quote"],
        line["kind"],
    )


def _values(value: str) -> Iterator[Decimal]:
    for part in value.split(";"):
        try:
            yield Decimal(part.strip())
        except InvalidOperation:
            return


def score(folder: Path, gold_file: Path) -> Score:
    """Hold the report on a story against its gold."""
    report = pipeline.build(load_story(folder), lang.load())
    gold = [r for r in rows(gold_file) if r.kind == "quantity" and r.values]
    claims = [_claim_of(row, report) for row in gold]
    fact_of = {claim: fact.id for fact in report.facts for claim in fact.claims}
    known = [(row, fact_of[c.id]) for row, c in zip(gold, claims, strict=True) if c]
    unread = [r for r, c in zip(gold, claims, strict=True) if c is None]
    joined, right_joins, apart = _pairs(gold, known)
    verdicts, wrong = _verdicts(known, report)
    return Score(
        folder.name,
        Share(len(known), len(gold)),
        joined,
        right_joins,
        verdicts,
        _true_divergences(known, report),
        (*(f"not read: {r.fact} {r.outlet}: {r.quote}" for r in unread), *apart, *wrong),
    )


def _claim_of(row: Row, report: Report) -> Claim | None:
    """The claim whose figure lies in the row's words and has one of its values."""
    outlet = {a.id: a.outlet for a in report.articles}
    figures = {f.id: f for f in report.figures}
    for claim in report.claims:
        figure = figures[claim.figure]
        inside = row.start <= figure.start and figure.end <= row.end
        if (
            inside
            and outlet[claim.article] == row.outlet
            and {figure.low, figure.high} & set(row.values)
        ):
            return claim
    return None


def _pairs(gold: Sequence[Row], known: Sequence[tuple[Row, str]]) -> tuple[Share, Share, list[str]]:
    wanted = sum(_one_fact(a, b) for a, b in combinations(gold, 2) if a.outlet != b.outlet)
    right, joins, said = 0, 0, []
    for (a, mine), (b, theirs) in combinations(known, 2):
        if a.outlet == b.outlet:
            continue
        same, together = _one_fact(a, b), mine == theirs
        right += same and together
        joins += together
        if same != together:
            what = "apart" if same else "joined"
            said.append(f"{what}: {a.fact}/{b.fact} {a.outlet}: {a.quote} | {b.outlet}: {b.quote}")
    return Share(right, wanted), Share(right, joins), said


def _one_fact(a: Row, b: Row) -> bool:
    return a.fact == b.fact and a.verdict != "not_comparable"


def _verdicts(known: Sequence[tuple[Row, str]], report: Report) -> tuple[Share, list[str]]:
    facts = {fact.id: fact for fact in report.facts}
    right, judged, said = 0, 0, []
    for name in sorted({row.fact for row, _ in known}):
        mine = [(row, fact) for row, fact in known if row.fact == name]
        verdict = mine[0][0].verdict
        if verdict not in ADMITTED:
            continue
        ids = [fact for _, fact in mine]
        chosen = facts[max(sorted(set(ids)), key=ids.count)]
        judged += 1
        right += chosen.verdict in ADMITTED[verdict]
        if chosen.verdict not in ADMITTED[verdict]:
            said.append(f"verdict: {name} {verdict}, got {chosen.verdict} {_shown(chosen)}")
    return Share(right, judged), said


def _true_divergences(known: Sequence[tuple[Row, str]], report: Report) -> Share:
    """Of the facts shown as divergent, those that hold a gold fact which may be."""
    shown = [fact for fact in report.facts if fact.verdict == "divergent"]
    may = {f for row, f in known if row.verdict in ("divergent", "diverge", "open")}
    return Share(sum(fact.id in may for fact in shown), len(shown))


def _shown(fact: Fact) -> str:
    return f"{fact.label}: " + ", ".join(
        f"{r.low}..{r.high} {'/'.join(r.outlets)}" for r in fact.readings
    )

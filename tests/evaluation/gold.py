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


class Score(NamedTuple):
    """Counts over stories: of each pair the second is out of how many."""

    found: tuple[int, int]
    joined: tuple[int, int]
    right_joins: tuple[int, int]
    verdicts: tuple[int, int]
    divergent: tuple[int, int]
    misses: tuple[str, ...]


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


def report_of(folder: Path) -> Report:
    """The report on a story."""
    return pipeline.build(load_story(folder), lang.load())


def score(folder: Path) -> Score:
    """Hold the report on a story against its gold."""
    report = report_of(folder)
    gold = [r for r in rows(folder / "readings.tsv") if r.kind == "quantity" and r.values]
    claims = [_claim_of(row, report) for row in gold]
    fact_of = {c: fact.id for fact in report.facts for c in fact.claims}
    found = [c is not None for c in claims]
    misses = [
        f"not read: {r.fact} {r.outlet}: {r.quote}"
        for r, f in zip(gold, found, strict=True)
        if not f
    ]
    known = [(r, fact_of[c.id]) for r, c in zip(gold, claims, strict=True) if c]
    joined, joins, wrong = _pairs(gold, known)
    verdicts, more = _verdicts(known, report)
    return Score(
        (sum(found), len(found)),
        joined,
        joins,
        verdicts,
        _false_divergences(known, report),
        (*misses, *wrong, *more),
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


def _pairs(
    gold: Sequence[Row], known: Sequence[tuple[Row, str]]
) -> tuple[tuple[int, int], tuple[int, int], list[str]]:
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
    return (right, wanted), (right, joins), said


def _one_fact(a: Row, b: Row) -> bool:
    return a.fact == b.fact and a.verdict != "not_comparable"


def _verdicts(
    known: Sequence[tuple[Row, str]], report: Report
) -> tuple[tuple[int, int], list[str]]:
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
    return (right, judged), said


def _false_divergences(known: Sequence[tuple[Row, str]], report: Report) -> tuple[int, int]:
    """Facts shown as divergent that hold no gold fact that may be."""
    shown = [fact for fact in report.facts if fact.verdict == "divergent"]
    may = {
        fact for row, fact in known if row.verdict in ("divergent", "diverge", "open", "updated")
    }
    return sum(fact.id not in may for fact in shown), len(shown)


def _shown(fact: Fact) -> str:
    return f"{fact.label}: " + ", ".join(
        f"{r.low}..{r.high} {'/'.join(r.outlets)}" for r in fact.readings
    )

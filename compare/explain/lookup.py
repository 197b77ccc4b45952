"""From what a reader asks for to the record: an id, its beginning, a link of the briefing."""

from collections.abc import Iterator
from typing import NamedTuple

from compare.errors import TabayunError
from compare.model import Alignment, Claim, Fact, Figure, Naming, Report, Sentence, Total

Thing = Fact | Claim | Figure | Alignment | Sentence | Total | Naming
_SHORTEST = 4
_LINKS = ("fact-", "s-")
_WHERE = (
    "ids stand in report.json, in figures.csv and behind # in the briefing's links;"
    " give one of a fact, claim, figure, alignment, sentence, total or naming"
)


class _Named(NamedTuple):
    kind: str
    thing: Thing


def look_up(asked: str, report: Report, path: str) -> Thing:
    """The record of an id, or of four characters or more with which one id alone begins.

    Raises `TabayunError` where there is none, or more than one.
    """
    wanted = _bare(asked)
    exact = [n for n in _things(report) if n.thing.id == wanted]
    found = exact or [n for n in _things(report) if n.thing.id.startswith(wanted)]
    if not exact and len(wanted) < _SHORTEST:
        raise TabayunError(
            "short-id",
            f"'{asked}' is too short for an id",
            hint=f"give {_SHORTEST} characters or more",
        )
    if not found:
        message = f"there is no '{asked}' in this report"
        raise TabayunError("unknown-id", message, path=path, hint=_WHERE)
    if len(found) > 1:
        names = ", ".join(f"{n.kind} {n.thing.id}" for n in found)
        message = f"'{asked}' can be {names}"
        raise TabayunError("ambiguous-id", message, path=path, hint="give more of the id")
    return found[0].thing


def _bare(asked: str) -> str:
    wanted = asked.strip().removeprefix("#").lower()
    for link in _LINKS:
        wanted = wanted.removeprefix(link)
    return wanted


def _things(report: Report) -> Iterator[_Named]:
    kinds: tuple[tuple[str, tuple[Thing, ...]], ...] = (
        ("fact", report.facts),
        ("claim", report.claims),
        ("figure", report.figures),
        ("alignment", report.alignments),
        ("sentence", report.sentences),
        ("total", report.totals),
        ("naming", report.naming),
    )
    for kind, things in kinds:
        for thing in things:
            yield _Named(kind, thing)

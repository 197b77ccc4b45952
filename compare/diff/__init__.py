"""One report held against another: what became of its facts, articles, figures and totals.

`same` and `facts` say which thing is which, `others` and `facts` what changed in it, `moved` all
else that differs, so that two reports differ in nothing that their diff does not show. `sheet`
puts it into words; `printed`, `markdown`, `page`, `junit` and `coded` write it.
"""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from compare import model
from compare.diff.coded import load
from compare.diff.facts import fact_changes, pair_facts
from compare.diff.fails import FailOn, failed
from compare.diff.moved import moved
from compare.diff.others import article_changes, figure_changes, pair_totals, total_changes
from compare.diff.records import Diff, FactChange, Held, Moved, Side
from compare.diff.same import Texts, same
from compare.diff.written import Asked, Form, written

__all__ = ["Asked", "Diff", "FailOn", "Form", "diff", "failed", "load", "written"]

C = TypeVar("C", bound=model.Record)


def diff(
    old: model.Report,
    new: model.Report,
    lacks: tuple[tuple[str, ...], tuple[str, ...]] = ((), ()),
) -> Diff:
    """All that is different in `new`. Both hold together (`sound.py`).

    `lacks` names lists that each report was made without, since it is older than they are: they
    are held against nothing.
    """
    old, new = (_without(report, (*lacks[0], *lacks[1])) for report in (old, new))
    texts = Texts(old), Texts(new)
    known = same(old, new, texts)
    facts, totals = pair_facts(old, new, known, texts), pair_totals(old, new, known)
    return Diff(
        old=_side(old, lacks[0]),
        new=_side(new, lacks[1]),
        facts=_ordered(fact_changes(old, new, known, facts, texts)),
        articles=_ordered(article_changes(old, new, known, texts)),
        figures=_ordered(figure_changes(old, new, known, texts)),
        totals=_ordered(total_changes(old, new, totals)),
        moved=_ordered(moved(old, new, known, facts, totals)),
    )


def _without(report: model.Report, lists: Iterable[str]) -> model.Report:
    return msgspec.structs.replace(report, **dict.fromkeys(lists, ()))


def _side(report: model.Report, lacks: tuple[str, ...]) -> Side:
    return Side(
        story=report.story.id,
        title=report.story.title,
        format=report.format,
        generator=report.generator,
        lacks=lacks,
    )


def _ordered(changes: Iterable[C]) -> tuple[C, ...]:
    """Changes in an order of their own, whichever side says a thing: the gravest facts first."""
    return tuple(sorted(changes, key=_rank))


def _rank(change: model.Record) -> tuple[bool, int, str, bool, list[str]]:
    sides = [side for name in ("old", "new") if (side := getattr(change, name)) is not None]
    said = sorted(msgspec.json.encode(side).decode() for side in sides)
    of = change.list if isinstance(change, Moved) else ""
    severity = max((side.fact.severity for side in sides if isinstance(side, Held)), default=0)
    verdict = isinstance(change, FactChange) and "verdict" in change.fields
    return not verdict, -severity, of, len(said) < 2, said

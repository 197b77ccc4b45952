"""A diff as short lines, to be held against cases."""

from compare import model
from compare.diff import Diff
from compare.diff.records import ArticleChange, FactChange, FigureChange, TotalChange


def told(diff: Diff) -> dict[str, list[str]]:
    """What a diff says, a line each; of what only moved, the lists that have any."""
    moved = {f"{one.list} {_state(one.old, one.new) if one.old != one.new else 'changed'}"
             for one in diff.moved}  # fmt: skip
    found = {
        "facts": [line for change in diff.facts for line in _fact(change)],
        "articles": [line for change in diff.articles for line in _article(change)],
        "figures": [_figure(change) for change in diff.figures],
        "totals": [_total(change) for change in diff.totals],
        "moved": sorted(moved),
    }
    return {name: lines for name, lines in found.items() if lines}


def _state(old: object, new: object) -> str:
    return "new" if old is None else "gone" if new is None else "changed"


def _fact(change: FactChange) -> list[str]:
    sides = [held.fact for held in (change.old, change.new) if held]
    verdicts = " > ".join(dict.fromkeys(fact.verdict for fact in sides))
    ids = " > ".join(dict.fromkeys(fact.id[:6] for fact in sides))
    known = f", by {change.by}" * bool(change.by) + f", a guess: {change.guess}" * bool(
        change.guess
    )
    fields = f": {', '.join(change.fields)}" if change.fields else ""
    head = f"{_state(change.old, change.new)} {ids} {verdicts}{fields}{known}"
    if not change.fields:
        return [head, *(f"  {_reading(r)}" for r in sides[0].readings)]
    return [head, *(_reading_line(r.old, r.new, r.fields) for r in change.readings)]


def _reading_line(
    old: model.Reading | None, new: model.Reading | None, fields: tuple[str, ...]
) -> str:
    if old and new:
        return f"  = {_reading(old)} > {_reading(new)}: {', '.join(fields)}"
    return f"  - {_reading(old)}" if old else f"  + {_reading(new)}" if new else ""


def _reading(reading: model.Reading) -> str:
    ends = dict.fromkeys(str(end) for end in (reading.low, reading.high) if end is not None)
    bound = "" if reading.relation == "exact" else f"{reading.relation} "
    return f"{bound}{'-'.join(ends)} [{', '.join(reading.outlets)}] {reading.independent_sources}"


def _article(change: ArticleChange) -> list[str]:
    now = change.new or change.old
    assert now is not None
    fields = f": {', '.join(change.fields)}" if change.fields else ""
    return [
        f"{_state(change.old, change.new)} {now.path}{fields}",
        *(f"  {_state(s.old, s.new)} sentence" for s in change.sentences),
    ]


def _figure(change: FigureChange) -> str:
    sides = [placed.figure for placed in (change.old, change.new) if placed]
    said = " > ".join(dict.fromkeys(f"{figure.raw}" for figure in sides))
    fields = f": {', '.join(change.fields)}" if change.fields else ""
    reworded = " (reworded)" if change.reworded else ""
    return f"{_state(change.old, change.new)} {said}{fields}{reworded}"


def _total(change: TotalChange) -> str:
    sides = [total for total in (change.old, change.new) if total]
    findings = " > ".join(dict.fromkeys(total.finding for total in sides))
    fields = f": {', '.join(change.fields)}" if change.fields else ""
    return f"{_state(change.old, change.new)} {findings}{fields}"

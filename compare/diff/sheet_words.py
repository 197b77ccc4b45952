"""The phrases of a diff, and what fills them."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from rapidfuzz.distance import Indel

from compare.model import Relation
from compare.view.labels import Labels, fill
from compare.view.lines import direction, named, number, text, visible
from compare.view.numbers import shown
from compare.view.records import Line, Run

_BEGIN = {"": "", "ltr": "\u2066", "rtl": "\u2067"}
_END = "\u2069"
_AROUND = 12  # words that are shown on either side of those that differ


def say(labels: Labels, slug: str, /, **slots: Line) -> Line:
    """A phrase of a diff with its slots filled."""
    return fill(labels.table["diff"][slug], **slots)


def plain(words: str) -> Line:
    """A line of plain words."""
    return (text(words),) if words else ()


def name_line(words: str) -> Line:
    """A name as its author wrote it, isolated in its own direction."""
    return (named(words),)


def slug_line(slug: str) -> Line:
    """A slug or an id, isolated."""
    return (Run(text=visible(slug), role="name", dir="ltr"),)


def joined(lines: Iterable[Line], between: Run) -> Line:
    """Lines in a row, with something between them."""
    found: list[Run] = []
    for line in lines:
        found += [between, *line] if found else line
    return tuple(found)


def listed(names: Iterable[str], labels: Labels) -> Line:
    """Names with the locale's comma between them."""
    return joined(map(name_line, names), text(labels.table["page"]["comma"]))


def value_line(
    labels: Labels,
    ends: tuple[Decimal | None, Decimal | None],
    relation: Relation,
    unit: str | None,
    raw: str = "",
) -> Line:
    """A value: its bound, digits and unit, or the words as printed."""
    value = shown(labels, ends, relation, unit, raw)
    parts = [
        plain(value.bound),
        (number(value.number),) if value.number else (),
        plain(value.unit),
        name_line(f"«{value.quoted}»") if value.quoted else (),
    ]
    return joined([part for part in parts if part], text(" "))


def both_ways(old: str, new: str) -> tuple[Line, Line]:
    """A sentence before and after, the words that only one of them has marked in it."""
    words = old.split(), new.split()
    alone: tuple[set[int], set[int]] = set(), set()
    for step in Indel.opcodes(*words):
        if step.tag == "delete":
            alone[0].update(range(step.src_start, step.src_end))
        elif step.tag == "insert":
            alone[1].update(range(step.dest_start, step.dest_end))
    return _marked(words[0], alone[0] or _near(alone[1], words[0])), _marked(
        words[1], alone[1] or _near(alone[0], words[1])
    )


def _near(places: set[int], words: Sequence[str]) -> set[int]:
    """Nothing to mark, but a place to show: where the other side has its words."""
    return {-1 - min(min(places, default=0), max(len(words) - 1, 0))}


def _marked(words: Sequence[str], alone: set[int]) -> Line:
    """Words in a row, those at `alone` marked; far from these, an ellipsis. -1 - n marks none."""
    shown_at = {at if at >= 0 else -1 - at for at in alone}
    first, last = min(shown_at) - _AROUND, max(shown_at) + _AROUND
    runs: list[Run] = [text("… ")] if first > 0 else []
    for at, word in enumerate(words):
        if first <= at <= last:
            gap = "" if at in (0, max(first, 0)) else " "
            if at in alone:
                runs += [text(gap), Run(text=visible(word), role="only")]
            else:
                runs.append(text(gap + word))
    runs += [text(" …")] if last < len(words) - 1 else []
    begin = _BEGIN[direction(" ".join(words))]
    return (Run(text=begin), *(run for run in runs if run.text), Run(text=_END))

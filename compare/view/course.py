"""A tally's values over time: dots to draw, the line from each value to the next, and labels."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from compare.view.briefing import Course, Dot, Mark, Stretch, Tick
from compare.view.labels import Labels, clock, short_day
from compare.view.numbers import grouped
from compare.view.scale import label_span, place, stacked

_TOP, _DEPTH = 26, 64  # pixels above the highest value, and from there to the lowest
_ABOVE = 10  # pixels from a dot to the value written over it


class Point(NamedTuple):
    """A value and the time at which it was given."""

    time: datetime
    value: Decimal


def course(points: Sequence[Point], labels: Labels) -> Course | None:
    """The course of a tally, or None where there are not two times and two values."""
    times, values = {p.time for p in points}, {p.value for p in points}
    if min(len(times), len(values)) < 2:
        return None
    rtl = labels.table["page"]["dir"] == "rtl"
    dots = {point: _dot(point, times, values, rtl) for point in sorted(points)}
    new = _new_values(dots)
    days = _days(dots, labels)
    rows = stacked(label_span(x, day) for day, x in days.items())
    axis = _TOP + _DEPTH + _ABOVE
    return Course(
        height=axis + 6,
        axis=axis,
        foot=axis + 5,
        dots=tuple(dict.fromkeys(dots.values())),
        stretches=tuple(Stretch(dots[a], dots[b]) for a, b in pairwise(new)),
        marks=_marks(new, dots),
        ticks=tuple(Tick(x, row, day) for (day, x), row in zip(days.items(), rows, strict=True)),
        rows=max(rows) + 1,
    )


def _days(points: Mapping[Point, Dot], labels: Labels) -> dict[str, int]:
    """The days, each where it begins; within one day its hours."""
    one = len({point.time.date() for point in points}) == 1
    found: dict[str, int] = {}
    for point, dot in points.items():
        found.setdefault(clock(point.time) if one else short_day(labels, point.time), dot.x)
    return found


def _dot(point: Point, times: set[datetime], values: set[Decimal], rtl: bool) -> Dot:
    along = (point.time - min(times)) / (max(times) - min(times))
    down = (max(values) - point.value) / (max(values) - min(values))
    return Dot(x=place(along, rtl), y=_TOP + round(down * _DEPTH))


def _new_values(points: Mapping[Point, Dot]) -> list[Point]:
    """The points, in order of time, that give a value for the first time."""
    first: dict[Decimal, Point] = {}
    for point in points:
        first.setdefault(point.value, point)
    return list(first.values())


def _marks(points: Sequence[Point], dots: Mapping[Point, Dot]) -> tuple[Mark, ...]:
    """The values that can be written without touching one before; the rest stand in the list."""
    made: list[Mark] = []
    for point in points:
        mark = Mark(at=dots[point], text=grouped(point.value))
        if not any(_touch(mark, other) for other in made):
            made.append(mark)
    return tuple(made)


def _touch(one: Mark, other: Mark) -> bool:
    near = abs(one.at.y - other.at.y) < 2 * _ABOVE
    mine, theirs = (label_span(mark.at.x, mark.text) for mark in (one, other))
    return near and mine[0] <= theirs[1] and theirs[0] <= mine[1]

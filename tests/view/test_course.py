"""The chart of a tally: time in the page's direction, more is higher, nothing over anything."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from compare.view.course import Point, course
from compare.view.labels import load


def told(day: int, value: int, hour: int = 9) -> Point:
    return Point(datetime(2025, 3, day, hour, tzinfo=UTC), Decimal(value))


RISING = [told(1, 12), told(2, 31), told(2, 31, 15), told(5, 40)]


@pytest.mark.parametrize(("lang", "sign"), [("ar", -1), ("en", 1)])
def test_time_runs_in_the_direction_of_the_page_and_more_is_higher(lang: str, sign: int) -> None:
    drawn = course(RISING, load(lang))
    assert drawn is not None
    along = [dot.x * sign for dot in drawn.dots]
    assert along == sorted(along)
    assert [m.text for m in drawn.marks] == ["12", "31", "40"]
    assert sorted((m.at.y for m in drawn.marks), reverse=True) == [m.at.y for m in drawn.marks]


def test_the_line_goes_from_each_new_value_to_the_next() -> None:
    drawn = course([*RISING, told(6, 12)], load("en"))
    assert drawn is not None
    assert len(drawn.stretches) == 2
    assert len(drawn.dots) == 5


def test_days_stand_where_they_begin() -> None:
    drawn = course(RISING, load("en"))
    assert drawn is not None
    assert [tick.text for tick in drawn.ticks] == ["1 Mar", "2 Mar", "5 Mar"]
    assert [tick.x for tick in drawn.ticks] == [d.x for d in (*drawn.dots[:2], drawn.dots[3])]


def test_within_a_day_hours_are_told() -> None:
    drawn = course([told(1, 3, 8), told(1, 5, 17)], load("ar"))
    assert drawn is not None
    assert [tick.text for tick in drawn.ticks] == ["08:00", "17:00"]


@pytest.mark.parametrize(
    "points", [[], RISING[:1], [told(1, 3), told(1, 5)], [told(1, 3), told(2, 3)]]
)
def test_one_time_or_one_value_is_no_course(points: list[Point]) -> None:
    assert course(points, load("ar")) is None


def test_values_that_would_touch_are_written_once() -> None:
    near = [told(1, 35_903), told(1, 35_904, 10), told(30, 36_000)]
    drawn = course(near, load("en"))
    assert drawn is not None
    assert [m.text for m in drawn.marks] == ["35,903", "36,000"]

"""The dot plot: one scale, in the page's direction, nothing on top of anything."""

from decimal import Decimal
from itertools import combinations

import pytest

from compare.model import Reading, Relation
from compare.view.briefing import Bar
from compare.view.plot import plot


def reading(
    low: str | None, high: str | None, outlets: int = 1, relation: Relation = "exact"
) -> Reading:
    return Reading(
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        relation=relation,
        claims=(),
        outlets=tuple(f"outlet {n}" for n in range(outlets)),
        sources=(),
        independent_sources=1,
    )


def overlap(one: Bar, other: Bar) -> bool:
    return one.y == other.y and one.left <= other.right and other.left <= one.right


def test_equal_values_are_stacked() -> None:
    drawn = plot([reading("5", "5", 3), reading("7", "7", 2)], rtl=True)
    assert drawn is not None
    assert len({(bar.left, bar.y) for bar in drawn.bars}) == 5
    assert not any(overlap(*pair) for pair in combinations(drawn.bars, 2))


def test_many_outlets_stand_tight_on_a_plot_that_a_page_holds() -> None:
    drawn = plot([reading("5", "5", 60), reading("7", "7")], rtl=True)
    assert drawn is not None
    assert drawn.height < 400
    assert len({bar.y for bar in drawn.bars}) == 60


@pytest.mark.parametrize("rtl", [True, False])
def test_the_scale_runs_in_the_direction_of_the_page(rtl: bool) -> None:
    drawn = plot([reading("5", "5"), reading("7", "7")], rtl)
    assert drawn is not None
    low, high = drawn.ticks
    assert (low.text, high.text) == ("5", "7")
    assert (low.x > high.x) is rtl


@pytest.mark.parametrize("rtl", [True, False])
def test_a_value_without_an_end_runs_off_the_scale(rtl: bool) -> None:
    drawn = plot([reading("1170", None, relation="over"), reading("1189", "1189")], rtl)
    assert drawn is not None
    bar = drawn.bars[0]
    assert (bar.open_left, bar.open_right) == (rtl, not rtl)
    assert (bar.left == 0) if rtl else (bar.right == 100)


def test_near_values_do_not_overprint_their_labels() -> None:
    values = ["35903", "35904", "35905", "40000"]
    drawn = plot([reading(value, value) for value in values], rtl=False)
    assert drawn is not None
    assert len({(tick.x // 4, tick.row) for tick in drawn.ticks}) == len(values)
    assert not any(overlap(*pair) for pair in combinations(drawn.bars, 2))


@pytest.mark.parametrize(
    "readings", [[], [reading("5", "5", 2)], [reading(None, None, relation="vague")]]
)
def test_there_is_no_plot_without_two_values(readings: list[Reading]) -> None:
    assert plot(readings, rtl=True) is None


def test_enormous_values_are_placed_too() -> None:
    drawn = plot([reading("1", "1"), reading("1e400", "1e400")], rtl=False)
    assert drawn is not None
    assert [tick.x for tick in drawn.ticks] == [12, 88]

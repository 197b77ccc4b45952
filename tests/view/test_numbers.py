"""Values as shown: digits in groups, bounds and units in words, derived numbers named as such."""

from decimal import Decimal

import pytest

from compare.model import Reading, Relation
from compare.view.labels import load
from compare.view.numbers import grouped, percentage, shown, spread

Ends = tuple[str | None, str | None]


def reading(low: str | None, high: str | None, relation: Relation = "exact") -> Reading:
    return Reading(
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        relation=relation,
        claims=(),
        outlets=("أ",),
        sources=(),
        independent_sources=0,
    )


@pytest.mark.parametrize(
    ("ends", "relation", "unit", "lang", "words"),
    [
        (("7", "7"), "exact", None, "ar", "7"),
        (("1170", None), "over", None, "ar", "أكثر من 1,170"),
        ((None, "60"), "under", None, "ar", "أقل من 60"),
        (("50", "50"), "about", None, "ar", "نحو 50"),
        (("5000", "7000"), "range", None, "ar", "5,000–7,000"),
        (("57.5", "57.5"), "exact", "percent", "ar", "57.5%"),
        (("51000000000", "51000000000"), "exact", "USD", "ar", "51 مليار دولار أميركي"),
        (("3000000", "3000000"), "exact", "USD", "ar", "3 ملايين دولار أميركي"),
        (("3500000", "3500000"), "exact", "USD", "en", "3.5 million US dollars"),
        (("5", "5"), "exact", "USD", "ar", "5 دولارات أميركية"),
        (("20", "20"), "exact", "km", "ar", "20 كيلومترًا"),
        (("1", "1"), "exact", "day", "en", "1 day"),
        (("2000000", "3000000"), "range", None, "en", "2–3 million"),
        (("900000", "1500000"), "range", None, "en", "900,000–1,500,000"),
        (("1234567", "1234567"), "exact", None, "ar", "1,234,567"),
        (("0", "0"), "exact", None, "ar", "0"),
        (("-4", "-4"), "exact", "celsius", "en", "-4 degrees Celsius"),
        (("3", "3"), "exact", "CAD", "en", "3 Canadian dollars"),
        (("3", "3"), "exact", "furlong", "en", "3 furlong"),
    ],
)
def test_values_are_shown(
    ends: Ends, relation: Relation, unit: str | None, lang: str, words: str
) -> None:
    low, high = (None if end is None else Decimal(end) for end in ends)
    value = shown(load(lang), (low, high), relation, unit)
    assert " ".join(part for part in (value.bound, value.number, value.unit) if part) == words


def test_a_vague_figure_shows_its_words() -> None:
    value = shown(load("ar"), (None, None), "vague", None, "عشرات")
    assert (value.number, value.quoted) == ("", "عشرات")


@pytest.mark.parametrize(
    ("value", "digits"),
    [("1000000", "333,300"), ("1000000000", "333.3 مليون"), ("100", "33.33"), ("2", "0.6667")],
)
def test_a_value_without_end_is_rounded_and_its_words_are_kept(value: str, digits: str) -> None:
    third = Decimal(value) / 3
    seen = shown(load("ar"), (third, third), "exact", None, "ثلث كذا")
    assert " ".join(part for part in (seen.number, seen.unit) if part) == digits
    assert (seen.quoted, seen.computed) == ("ثلث كذا", True)


def test_a_value_as_printed_is_no_computed_one() -> None:
    value = Decimal("3.14159265358979")
    seen = shown(load("ar"), (value, value), "exact", None, "3.14159265358979")
    assert (seen.number, seen.quoted, seen.computed) == ("3.14159265358979", "", False)


@pytest.mark.parametrize("digits", [29, 31, 34])
def test_no_digit_of_a_number_that_is_not_round_is_rounded_away(digits: int) -> None:
    value = Decimal(("1234567" * 5)[:digits])
    number = shown(load("en"), (value, value), "exact", None).number
    plain = number.replace(",", "")
    assert plain == (f"{value:f}" if digits < 31 else f"{value:.3e}")


def test_a_number_of_absurd_length_does_not_fill_the_page() -> None:
    assert len(grouped(Decimal("1e999999"))) < 20


@pytest.mark.parametrize(
    ("share", "words"),
    [
        ("0.4", "40%"),
        ("0.003984", "0.4%"),
        ("0.0004", "0.04%"),
        ("0.055", "5.5%"),
        ("12", "1,200%"),
    ],
)
def test_percentages_keep_what_tells(share: str, words: str) -> None:
    assert percentage(Decimal(share)) == words


def test_the_difference_is_absolute_and_relative_and_marked_as_derived() -> None:
    line = spread(load("ar"), [reading("5", "5"), reading("7", "7")], None)
    assert [run.text for run in line if run.role == "derived"] == ["2", "40%"]


def test_a_difference_of_percentages_is_in_points() -> None:
    line = spread(load("en"), [reading("5", "5"), reading("7.5", "7.5")], "percent")
    assert "2.5 percentage points" in "".join(run.text for run in line)


@pytest.mark.parametrize(
    "readings",
    [
        [reading("1170", None, "over"), reading("1189", "1189")],
        [reading("50", "50", "about"), reading("60", "60")],
        [reading("5", "5")],
        [],
    ],
)
def test_no_difference_is_computed_from_bounds(readings: list[Reading]) -> None:
    assert spread(load("ar"), readings, None) == ()


def test_from_zero_there_is_no_relative_difference() -> None:
    line = spread(load("ar"), [reading("0", "0"), reading("7", "7")], None)
    assert [run.text for run in line if run.role == "derived"] == ["7"]

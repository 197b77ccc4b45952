"""Days that a text names, told from the article's day."""

from datetime import date

import pytest

from compare import lang
from compare.lang.calendar import month_names, relative_day, resolve_date
from compare.text import fold_word

TODAY = date(2024, 6, 10)

DATES = [
    ("7 أكتوبر/تشرين الأول 2023", "2023-10-07"),
    ("السابع من أكتوبر", "2023-10-07"),
    ("31 مايو", "2024-05-31"),
    ("30 مارس 2018", "2018-03-30"),
    ("نوفمبر/تشرين الثاني", "2023-11"),
    ("كانون الثاني 2024", "2024-01"),
    ("2024-05-10", "2024-05-10"),
    ("عام 1948", "1948"),
    ("31 فبراير 2024", "2024-02"),
    ("29 فبراير 2023", "2023-02"),
    ("عام 0000", None),
    ("2024-13-45", None),
    ("10 محرم", None),
]


@pytest.mark.parametrize(("words", "day"), DATES)
def test_a_date_is_the_last_such_before_the_article(words: str, day: str | None) -> None:
    numerals = lang.load().numerals
    found = resolve_date(fold_word(words), month_names(numerals), numerals.ordinals, TODAY)
    assert found == day


def test_a_date_without_year_needs_the_articles_day() -> None:
    numerals = lang.load().numerals
    months = month_names(numerals)
    assert resolve_date(fold_word("7 أكتوبر"), months, numerals.ordinals, None) is None


@pytest.mark.parametrize(
    ("role", "concept", "today", "day"),
    [
        ("weekday", "monday", TODAY, "2024-06-10"),
        ("weekday", "saturday", TODAY, "2024-06-08"),
        ("weekday", "tuesday", TODAY, "2024-06-04"),
        ("day:-1", "yesterday", TODAY, "2024-06-09"),
        ("day:-1", "yesterday", date.min, None),
        ("day:1", "tomorrow", date.max, None),
        ("span:-7", "last_week", TODAY, None),
        ("weekday", "monday", None, None),
    ],
)
def test_a_weekday_is_the_last_such(
    role: str, concept: str, today: date | None, day: str | None
) -> None:
    assert relative_day(role, concept, today) == day

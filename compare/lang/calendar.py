"""Days that a text names: dates as figures, weekdays and relative days, as ISO days.

A date without a year is the last one before the article's day; a weekday is the last such day
up to the article's, as news means it.
"""

import calendar
import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache, reduce

from compare.lang.numerals import ARTICLE, Numerals
from compare.text import tokens

_DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@lru_cache(maxsize=8)
def month_names(numerals: Numerals) -> Mapping[str, int]:
    """The folded names of the months of the year, with their numbers; Hijri ones are left out."""
    known = {name.lower() for name in calendar.month_name}
    return {
        " ".join((first, *phrase.rest)): numerals.months[phrase.key.rstrip("?")]
        for first, phrases in numerals.phrases["month"].items()
        for phrase in phrases
        if phrase.key.rstrip("?") in known
    }


def day_of(published: str | None) -> date | None:
    """The day of an ISO date or time."""
    return date.fromisoformat(published[:10]) if published else None


def resolve_date(
    words: str, months: Mapping[str, int], ordinals: Mapping[str, int], today: date | None
) -> str | None:
    """The ISO day, month or year ("2023-10-07", "2023-11", "2018") that a folded date means.

    None where it names none, or where its year is not written and `today` is unknown.
    """
    iso = _ISO.search(words)
    if iso:
        return _written(*map(int, iso.groups()))
    year = _YEAR.search(words)
    month = _month(words, months)
    if month is None:
        return year.group(1) if year and int(year.group(1)) else None
    day = _day(_without(words, _named_months(words, months)), ordinals)
    if year:
        return _written(int(year.group(1)), month, day)
    return _written(_last_year(month, day, today), month, day) if today else None


def _month(words: str, months: Mapping[str, int]) -> int | None:
    names = _named_months(words, months)
    return months[names[0]] if names else None


def _named_months(words: str, months: Mapping[str, int]) -> list[str]:
    """The names of months among the words, the longest first."""
    found = (name for name in months if f" {name} " in _padded(words))
    return sorted(found, key=lambda n: (-len(n), n))


def _without(words: str, names: Sequence[str]) -> str:
    """The words without these names: the second Tishrin is no second day."""
    return reduce(lambda left, name: left.replace(f" {name} ", "  "), names, _padded(words))


def _padded(words: str) -> str:
    """The words with white space about each, other marks taken as white space too."""
    return f" {' '.join(token.norm for token in tokens(words) if token.kind != 'mark')} "


def _day(words: str, ordinals: Mapping[str, int]) -> int | None:
    digits = _DAY.search(words)
    if digits:
        return int(digits.group(1))
    bare = (word.removeprefix(ARTICLE) for word in words.split())
    return next((ordinals[word] for word in bare if word in ordinals), None)


def _last_year(month: int, day: int | None, today: date) -> int:
    return today.year if (month, day or 1) <= (today.month, today.day) else today.year - 1


def _written(year: int, month: int, day: int | None) -> str | None:
    """The ISO day, or the month where the text names a day that the month has not."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12:
        return None
    has_day = day is not None and 1 <= day <= calendar.monthrange(year, month)[1]
    return f"{year:04}-{month:02}" + (f"-{day:02}" if has_day else "")


def relative_day(role: str, concept: str, today: date | None) -> str | None:
    """The ISO day of a weekday or of "day:N" words, None where it cannot be told."""
    if today is None:
        return None
    if role == "weekday":
        return _shifted(today, -((today.weekday() - _WEEKDAYS.index(concept)) % 7))
    return _shifted(today, int(role[4:])) if role.startswith("day:") else None


def _shifted(day: date, days: int) -> str | None:
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return None

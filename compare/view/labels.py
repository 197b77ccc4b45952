"""The words of a locale: labels, plural forms by CLDR, phrases, dates.

A label that the locale lacks shows as its slug, so that nothing vanishes and the gap is seen.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Context, Decimal
from functools import lru_cache
from importlib import resources
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton

from compare.errors import TabayunError
from compare.model import Record
from compare.view.lines import number, text, visible
from compare.view.records import Form, Line, Run

LOCALES = {"ar": "ar", "en": "en_GB"}
_SLOT = re.compile(r"\{(\w+)\}")
_ISO_DAY = 10
_MANY = Decimal(10**9)
_EXACT = Context(prec=100)


class Labels(Record, frozen=True):
    """A locale's table, as it stands in `report_templates/locale`."""

    lang: str
    table: Mapping[str, Any]


@lru_cache
def load(lang: str) -> Labels:
    """The labels of a locale. Raises `TabayunError` where there is none."""
    if lang not in LOCALES:
        raise TabayunError(
            "no-locale", f"no locale {lang}", hint=f"one of {', '.join(sorted(LOCALES))}"
        )
    folder = resources.files("report_templates").joinpath("locale")
    source = folder.joinpath(f"{lang}.toml").read_text(encoding="utf-8")
    return Labels(lang=lang, table=tomllib.loads(source))


def find(labels: Labels, group: str, slug: str) -> str | None:
    """The label of `slug`, or None."""
    found = labels.table[group].get(slug)
    return found if isinstance(found, str) else None


def label(labels: Labels, group: str, slug: str) -> str:
    """The label of `slug`, or the slug itself."""
    found = find(labels, group, slug)
    return visible(slug) if found is None else found


def category(labels: Labels, count: Decimal) -> str:
    """The CLDR plural category of a number: "one", "few" and so on."""
    return str(_babel(labels.lang).plural_form(_small(count)))


def _small(count: Decimal) -> Decimal:
    """A number that has the plural of `count`: plurals go by the last digits, however many."""
    return count if abs(count) < _MANY else _EXACT.remainder(count.copy_abs(), _MANY) + _MANY


def form(labels: Labels, group: str, name: str, count: Decimal) -> str | None:
    """The plural form of `group.name` that goes with a number, or None."""
    forms = labels.table[group].get(name)
    return forms[category(labels, count)] if forms else None


def plural(labels: Labels, name: str, count: int) -> Line:
    """`count` things, in words that agree with it."""
    pattern = labels.table["plural"][name][category(labels, Decimal(count))]
    return fill(pattern, n=(number(f"{count:,}"),))


def forms(labels: Labels, name: str) -> tuple[Form, ...]:
    """All the plural forms of `name`, for a page that counts by itself."""
    table = labels.table["plural"][name]
    return tuple(Form(category=category, pattern=pattern) for category, pattern in table.items())


def phrase(labels: Labels, name: str, **slots: Line) -> Line:
    """A sentence of the locale with its slots filled."""
    return fill(labels.table["phrase"][name], **slots)


def fill(pattern: str, **slots: Line) -> Line:
    """`pattern` as runs, each "{slot}" replaced by its line."""
    parts = _SLOT.split(pattern)
    lines = [slots[part] if i % 2 else (text(part),) for i, part in enumerate(parts)]
    return tuple(run for line in lines for run in line if run.text)


def written_date(labels: Labels, iso: str | None) -> Line:
    """An ISO 8601 date or time as the locale writes it; the time is that of its own place."""
    if iso is None:
        return ()
    try:
        day = format_date(
            date.fromisoformat(iso[:_ISO_DAY]),
            labels.table["page"]["date"],
            locale=_babel(labels.lang),
        )
        clock = _clock(iso)
    except ValueError:
        return (text(iso),)
    written = Run(text=day, role="date")
    return (written, text(labels.table["page"]["comma"]), number(clock)) if clock else (written,)


def short_day(labels: Labels, moment: datetime) -> str:
    """A day and its month, as the locale writes them."""
    return str(format_skeleton("MMMd", moment, locale=_babel(labels.lang)))


def clock(moment: datetime) -> str:
    """The time of a day."""
    return f"{moment:%H:%M}"


def _clock(iso: str) -> str:
    if len(iso) <= _ISO_DAY:
        return ""
    return clock(datetime.fromisoformat(iso))


@lru_cache
def _babel(lang: str) -> Locale:
    return Locale.parse(LOCALES[lang])

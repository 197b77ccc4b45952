"""Integers in Arabic words by rules of the tests' own: gender, case, and both ways of hundreds.

Written from the grammar and not from the reader: units disagree in gender from three to ten,
a teen's ten agrees, tens follow units behind "and", and scales count in the singular, the dual
or the plural as the number before them asks.
"""

from typing import NamedTuple

_MASCULINE = (
    "",
    "واحد",
    "اثنان",
    "ثلاثة",
    "أربعة",
    "خمسة",
    "ستة",
    "سبعة",
    "ثمانية",
    "تسعة",
    "عشرة",
)
_FEMININE = ("", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر")
_TENS = ("", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_HUNDREDS = ("", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع")
_SCALES = (
    (10**9, "مليار", "مليارات", "مليارا"),
    (10**6, "مليون", "ملايين", "مليونا"),
    (10**3, "ألف", "آلاف", "ألفا"),
)


class Spelling(NamedTuple):
    """How a number is written: what it counts is feminine; in the oblique case; hundreds of
    two words; "and" as a word of its own."""

    feminine: bool
    oblique: bool
    apart: bool
    spaced: bool

    def __str__(self) -> str:
        return "-".join(name for name, on in self._asdict().items() if on) or "plain"


def spell(number: int, how: Spelling) -> str:
    """The words of an integer from 0 up to 10^12."""
    if number == 0:
        return "صفر"
    parts = []
    for value, one, many, tamyiz in _SCALES:
        count, number = divmod(number, value)
        if count:
            parts.append(_scaled(count, one, many, tamyiz, how))
    if number:
        parts.append(_below_thousand(number, how))
    return (" و " if how.spaced else " و").join(parts)


def _scaled(count: int, one: str, many: str, tamyiz: str, how: Spelling) -> str:
    masculine = how._replace(feminine=False)
    if count == 1:
        return one
    if count == 2:
        return one + ("ين" if how.oblique else "ان")
    last = count % 100
    noun = many if 3 <= last <= 10 else tamyiz if 11 <= last <= 99 else one
    return (
        f"{_below_thousand(count, masculine) if count < 1000 else spell(count, masculine)} {noun}"
    )


def _below_thousand(number: int, how: Spelling) -> str:
    hundreds, rest = divmod(number, 100)
    parts = [_hundreds(hundreds, how)] if hundreds else []
    if rest:
        parts.append(_below_hundred(rest, how))
    return (" و " if how.spaced else " و").join(parts)


def _hundreds(count: int, how: Spelling) -> str:
    if count == 1:
        return "مئة"
    if count == 2:
        return "مئتين" if how.oblique else "مئتان"
    return f"{_HUNDREDS[count]} مئة" if how.apart else f"{_HUNDREDS[count]}مائة"


def _below_hundred(number: int, how: Spelling) -> str:
    if number <= 10:
        return _unit(number, how)
    if number < 20:
        return _teen(number - 10, how)
    tens, unit = divmod(number, 10)
    round_tens = _TENS[tens] + ("ين" if how.oblique else "ون")
    if not unit:
        return round_tens
    first = {1: "إحدى" if how.feminine else "واحد"}.get(unit, _unit(unit, how))
    return f"{first} {'و ' if how.spaced else 'و'}{round_tens}"


def _unit(number: int, how: Spelling) -> str:
    word = (_FEMININE if how.feminine else _MASCULINE)[number]
    return word[:-2] + "ين" if number == 2 and how.oblique else word


def _teen(unit: int, how: Spelling) -> str:
    ten = "عشرة" if how.feminine else "عشر"
    if unit == 1:
        return f"{'إحدى' if how.feminine else 'أحد'} {ten}"
    if unit == 2:
        stem = "اثنت" if how.feminine else "اثن"
        return f"{stem}{'ي' if how.oblique else 'ا'} {ten}"
    return f"{(_FEMININE if how.feminine else _MASCULINE)[unit]} {ten}"

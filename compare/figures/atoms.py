"""The smallest number words and how they join: units, teens, tens, hundreds, and scales.

Each atom takes a place (units, tens, hundreds) that no other may take, so that "three and
four" is two numbers, and "seven and ninety and nine hundred" is one.
"""

from decimal import Decimal
from typing import NamedTuple

from compare.figures.line import Line

_UNITS, _TENS, _HUNDREDS = 1, 2, 4
_PLACES = {
    "zero": _UNITS | _TENS | _HUNDREDS, "one": _UNITS, "ten": _UNITS | _TENS,
    "teen": _UNITS | _TENS, "tens": _TENS, "hundred": _HUNDREDS, "hundreds": _HUNDREDS,
}  # fmt: skip
_HIGHEST = 10**15
"""Where scale words stop to multiply one another."""
DAMMA = "\u064f"


class Term(NamedTuple):
    """A part of a number: tokens up to `last`, value, its scale, and how many atoms it has."""

    last: int
    value: Decimal
    scale: int
    atoms: int
    written: str


def scales(line: Line, last: int, definite: bool = False) -> tuple[int, int]:
    """The scale words right behind a coefficient: the last one's token, and their product.

    With `definite` also those with the article, as behind "half".
    """
    product = 1
    while product < _HIGHEST:
        found = line.number(last + 1)
        if found is None or not found[0].rank.startswith("scale") or found[1].clitic:
            return last, product
        if found[1].article and not definite:
            return last, product
        product *= found[0].value
        last += 1
    return last, product


def scale_follows(line: Line, i: int) -> bool:
    """Whether a bare scale word stands at i, so that what is before it is its coefficient."""
    return bare_rank(line, i).startswith("scale")


def below_thousand(line: Line, i: int) -> Term | None:
    """The number below a thousand at token i, its atoms joined by "and" in any order."""
    taken, total, last, atoms, at = 0, 0, -1, 0, i
    article = False
    while True:
        atom = _atom(line, at)
        if atom is None or taken & atom[1]:
            break
        found = line.number(at)
        reading = found[1] if found else None
        if reading is None or (taken and not _goes_with(reading.article, taken, article)):
            break
        value, places, last = atom
        taken, total, atoms = taken | places, total + value, atoms + 1
        article = reading.article
        following = line.joined(last + 1)
        if following is None or not leans_only_on_and(line, last + 1, following):
            break
        at = following
    return Term(last, Decimal(total), 1, atoms, "words") if atoms else None


def _goes_with(article: bool, taken: int, before: bool) -> bool:
    """Whether a number word, definite or not, goes on with what has taken these places.

    All are definite or none, but that a definite hundred can have the rest bare behind it
    ("المائة وثلاثة"); a definite unit behind definite tens begins a number of its own.
    """
    if article == before:
        return not (article and taken == _TENS)
    return before and taken == _HUNDREDS


def leans_only_on_and(line: Line, behind: int, at: int) -> bool:
    """Whether the number at `at` is what "and" joins: its own letter, or a word of its own."""
    found = line.number(at)
    return found is not None and found[1].clitic == ("و" if at == behind else "")


def _atom(line: Line, i: int) -> tuple[int, int, int] | None:
    """Value, places and last token of the smallest number word at i."""
    found = line.number(i)
    if found is None or found[0].rank.startswith("scale"):
        return None
    (rank, value), reading = found
    if rank == "one":
        return _one(line, i, value, reading.base)
    if vocalised_fraction(line, i):
        return None
    return value, _PLACES[rank], i


def _one(line: Line, i: int, value: int, base: str) -> tuple[int, int, int] | None:
    if bare_rank(line, i + 1) == "ten":
        return value + 10, _UNITS | _TENS, i + 1
    if bare_rank(line, i + 1) == "hundred" and value > 2:
        return value * 100, _HUNDREDS, i + 1
    part = line.part(i + 1)
    if part is not None and part[0].number == "many":
        return None
    roles = line.words.roles[base]
    if "before_ten" in roles and not ("with_tens" in roles and _joined_tens(line, i + 1)):
        return None
    accusative = base.endswith("ا") and value > 2
    if accusative and not (_joined_tens(line, i + 1) or line.match(i + 1, "of_them", bare=True)):
        return None
    return value, _UNITS, i


def _joined_tens(line: Line, i: int) -> bool:
    at = line.joined(i)
    found = line.number(at) if at is not None else None
    return found is not None and found[0].rank == "tens"


def bare_rank(line: Line, i: int) -> str:
    """The rank of the number word at i where nothing leans on it, else ""."""
    found = line.number(i)
    return found[0].rank if found is not None and found[1].clitic == "" else ""


def vocalised_fraction(line: Line, i: int) -> bool:
    """Whether the vowels say two fifths ("خُمسين"), not fifty."""
    part = line.part(i)
    return part is not None and part[0].number == "two" and line.raw(i).find(DAMMA) in (1, 2, 3)

"""Dual nouns, which count two without a number word: شهرين, مسؤولان, مبنيين.

Only the bare dual counts. With the article, a suffix or a name behind it the text takes up
two that it has named ("الجانبان", "يداها", "البلدين").
"""

from decimal import Decimal

from compare.figures.counted import is_verb
from compare.figures.currency import code_of
from compare.figures.fractions import fraction, with_half
from compare.figures.line import Line
from compare.figures.money import with_cents
from compare.figures.quantities import below_zero
from compare.figures.span import Numeral, Quantity
from compare.figures.vocabulary import DUAL_ENDS, LEANING, is_vowelled_dual
from compare.lang.numeral_words import Reading
from compare.model import Kind


def dual_at(line: Line, i: int) -> Quantity | None:
    """The dual noun at token i as a quantity of two."""
    if _said_again(line, i + 1) or _says_of_two(line, i - 1):
        return None
    whole = _unit_dual(line, i) or _money_dual(line, i)
    return whole or _points_dual(line, i) or _noun_dual(line, i)


def _said_again(line: Line, i: int) -> bool:
    """Whether the number two follows ("مسؤولين اثنين") and is the figure."""
    found = line.number(i)
    return found is not None and found[0] == ("one", 2) and not found[1].clitic


def _says_of_two(line: Line, i: int) -> bool:
    """Whether the word at i is of two known ones, of whom a dual says what they are."""
    reading = line.reading(i, "said_of_two")
    return reading is not None and not reading.clitic.endswith("ل")


def _numeral(line: Line, i: int, skip: int, value: Decimal = Decimal(2)) -> Numeral:
    start = line.base_start(i, skip)
    return Numeral(i, i, start, line.end(i), value, "words", 1, False)


def _unit_dual(line: Line, i: int) -> Quantity | None:
    reading = line.reading(i, "unit_dual")
    if reading is None:
        return None
    found = line.words.phrases["unit_dual"][reading.base]
    key = found[0].key
    duration = key in line.words.durations
    if reading.article and not (duration and line.match(i + 1, "near_dual")):
        return None
    if _names_years(line, i):
        return None
    last, key = _temperature(line, i, key)
    value = Decimal(-2 if below_zero(line, last + 1) else 2)
    numeral = _numeral(line, i, len(reading.clitic), value)
    kind: Kind = "duration" if duration else "measure"
    whole = Quantity(numeral, kind, key, last, "dual", True)
    return with_half(line, whole)


def _names_years(line: Line, i: int) -> bool:
    return line.kind(i + 1) == "number"


def _temperature(line: Line, i: int, key: str) -> tuple[int, str]:
    if key == "degree" and line.match(i + 1, "celsius_adjective", bare=True):
        return i + 1, "celsius"
    return i, key


def _money_dual(line: Line, i: int) -> Quantity | None:
    reading = line.reading(i, "currency_dual")
    if reading is None or reading.article:
        return None
    key = line.words.phrases["currency_dual"][reading.base][0].key
    code, flags = code_of(line, key, i)
    numeral = _numeral(line, i, reading.skip)
    return with_cents(line, Quantity(numeral, "money", code, i, "dual", True, flags))


def _points_dual(line: Line, i: int) -> Quantity | None:
    """Two percentage points: "نقطتين مئويتين"."""
    found, reading = line.match(i, "two_points"), line.reading(i, "two_points")
    if found is None or reading is None or reading.article:
        return None
    numeral = _numeral(line, i, reading.skip)
    return Quantity(numeral, "percent", "percent", found[0], "dual", True, ("points",))


def _noun_dual(line: Line, i: int) -> Quantity | None:
    shown = _shown_dual(line, i)
    reading = shown or line.reading(i, "dual") or line.concept_dual(i)
    if reading is None or reading.article or reading.clitic == "ك":
        return None
    if shown is None and line.norm(i) in line.words.not_dual:
        return None
    if line.words.duals.get(reading.base, "").endswith("+") and not _indefinite_follows(line, i):
        return None
    if _is_adjective(line, i, reading.base):
        return None
    return Quantity(_numeral(line, i, reading.skip), "count", None, i, "dual", True)


def _shown_dual(line: Line, i: int) -> Reading | None:
    """A noun in ين, which may be a plural, where its vowels or what follows speak of two."""
    norm, vowelled = line.norm(i), is_vowelled_dual(line.raw(i))
    if not vowelled and not (norm.endswith("ين") and _told_two(line, i)):
        return None
    for clitic in LEANING:
        if norm.startswith(clitic) and norm[len(clitic) : -2] in line.nouns:
            return Reading(norm[len(clitic) :], len(clitic), clitic, False)
    return Reading(norm, 0, "", False) if vowelled else None


def _told_two(line: Line, i: int) -> bool:
    """Whether what follows speaks of two, and the word describes no dual before it."""
    adjective = line.norm(i + 1).endswith("ين")
    if not _shows_two(line, i + 1 + adjective):
        return False
    return not line.norm(i - 1).endswith(DUAL_ENDS) or line.definite(i - 1)


def _shows_two(line: Line, i: int) -> bool:
    present = line.norm(i).startswith(("ي", "ت")) and line.norm(i).endswith("ان")
    return line.match(i, "shows_two") is not None or (present and is_verb(line, i))


def _indefinite_follows(line: Line, i: int) -> bool:
    return line.counts(i + 1)


def _is_adjective(line: Line, i: int, base: str) -> bool:
    """Whether a dual only describes the one before it, in the same case, or is a nationality."""
    before = line.norm(i - 1)
    if line.norm(i) != base:
        return False
    if line.reading(i - 1, "dual") or line.concept_dual(i - 1):
        object_ = before.endswith("ان") and base.endswith("ين") and not line.definite(i - 1)
        return not object_
    if base[:-2] not in line.words.nationals:
        return False
    return line.kind(i - 1) == "word" and before.endswith(("ان", "ين", "ون", "ات", "تا"))


def whole_and_half(line: Line, i: int) -> Quantity | None:
    """One unit and a half, without a number word: "عام ونصف"."""
    found = line.match(i, "unit_one")
    if found is None:
        return None
    at = line.joined(i + 1)
    share = fraction(line, at) if at is not None else None
    reading = line.reading(i, "unit_one")
    if share is None or reading is None or reading.article:
        return None
    if line.numeric(i - 1) or line.number(share[0] + 1):
        return None
    last, part = share
    start = line.base_start(i, reading.skip)
    numeral = Numeral(i, last, start, line.end(last), 1 + part, "part", 1, False)
    again = line.match(last + 1, "unit")
    kind: Kind = "duration" if found[1] in line.words.durations else "measure"
    return Quantity(numeral, kind, found[1], again[0] if again else last, "one_and_part", True)

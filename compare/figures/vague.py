"""Amounts without a value: tens, hundreds of thousands, a few, twenty-odd."""

from decimal import Decimal

from compare.figures.currency import code_of
from compare.figures.line import Line
from compare.figures.quantities import quantity
from compare.figures.span import Candidate, Numeral, Span
from compare.model import Kind


def odd_at(line: Line, i: int) -> Candidate | None:
    """A vague amount that takes in a number behind it: "نيف وعشرون", "بضعة عشر"."""
    found = line.match(i, "vague")
    if found is None or found[1] not in ("odd", "few"):
        return None
    candidate = vague_at(line, i)
    return candidate if candidate is not None and candidate.last > found[0] else None


def vague_at(line: Line, i: int) -> Candidate | None:
    """The vague amount at token i, with the scales that follow it."""
    if line.match(i, "vague") == (i, "odd") and _joined(line, i):
        return None
    found = line.match(i, "vague") or _bare_plural(line, i)
    if found is None or not _spelled(line, i):
        return None
    last = _scales(line, found[0])
    reading = line.reading(i, "vague") or line.reading(i, "number")
    start = line.noun_start(i, reading) if reading else line.start(i)
    numeral = Numeral(i, last, start, line.end(last), Decimal(0), "words", 1, False)
    kind, unit = _counted(line, numeral)
    span = Span(start, numeral.end, kind, "vague", None, None, unit, "vague")
    return Candidate(i, last, span)


def _joined(line: Line, i: int) -> bool:
    """Whether "and" stands before token i, fused or apart."""
    reading = line.reading(i, "vague")
    return line.norm(i - 1) == "و" or (reading is not None and reading.clitic == "و")


def _counted(line: Line, numeral: Numeral) -> tuple[Kind, str | None]:
    """The kind and unit of what follows, which a vague amount takes with the article."""
    at = numeral.last + 1
    money, unit = line.match(at, "currency"), line.match(at, "unit")
    if money is not None and line.definite(at):
        return "money", code_of(line, money[1], money[0])[0]
    if unit is not None and line.definite(at):
        return ("duration" if unit[1] in line.words.durations else "measure"), unit[1]
    counted = quantity(line, numeral)
    return counted.kind, counted.unit


def _spelled(line: Line, i: int) -> bool:
    """Whether the raw word has the letter that tells "مئات" from "كميات"."""
    reading = line.reading(i, "vague")
    letter = line.words.spelled.get(reading.base) if reading else None
    return letter is None or letter in line.raw(i)


def _bare_plural(line: Line, i: int) -> tuple[int, str] | None:
    """A scale in the plural that no number stands before: thousands, millions."""
    found = line.number(i)
    if found is None or found[0].rank != "scale_many" or found[0].value < 1000:
        return None
    return i, "scale"


def _scales(line: Line, last: int) -> int:
    """Take in "of thousands", "and twenty" behind a few."""
    while True:
        found = line.number(last + 1)
        again = line.match(last + 1, "vague")
        joined = line.joined(last + 1)
        if again is not None and not line.norm(last + 1).startswith("و"):
            last = again[0]
        elif (
            found is not None
            and not found[1].clitic
            and found[0].rank in ("scale_many", "scale_one", "ten", "hundred")
        ):
            last += 1
        elif joined is not None and line.match(last, "vague") and line.numeric(joined):
            last = joined
        else:
            return last

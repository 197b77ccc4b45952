"""Fractions: half, three quarters, two thirds, a fifth of the cake, 3/4, half a million."""

from decimal import Decimal

from compare.figures.atoms import DAMMA, scales, vocalised_fraction
from compare.figures.bounds import bound_before
from compare.figures.grouping import Digits
from compare.figures.line import TAKEN, Line
from compare.figures.span import Numeral, Quantity, is_whole
from compare.figures.vocabulary import VULGAR
from compare.lang.numeral_words import Reading

_PRECISION = Decimal("1e-10")


def slashed(line: Line, digits: Digits) -> Numeral | None:
    """A fraction with a slash: "3/4"; what is a date has been taken before."""
    at = digits.last + 2
    value = digits.value()
    below = line.norm(at) if line.kind(at) == "number" else "0"
    if line.norm(at - 1) != "/" or not (line.touches(at - 1) and line.touches(at)):
        return None
    if value is None or digits.marks or len(below) > 3 or not abs(value) < int(below) or not value:
        return None
    end = line.end(at)
    share = over(value, Decimal(int(below)))
    return Numeral(digits.first, at, digits.start, end, share, "part", 1, False, ("slash",))


def mixed(line: Line, whole: Digits) -> Numeral | None:
    """A whole number and a fraction with a slash, a space between them: "1 1/2"."""
    at = whole.last + 1
    below = line.norm(at + 2)
    written = line.kind(at) == "number" and line.norm(at + 1) == "/" and line.touches(at + 1)
    if whole.marks or not written or not (line.touches(at + 2) and below.isdecimal()):
        return None
    value, above = whole.value(), line.norm(at)
    short = len(above) < 3 and len(below) < 3
    if value is None or line.touches(at) or not short or not 0 < int(above) < int(below):
        return None
    number = value + over(Decimal(above), Decimal(below))
    return Numeral(whole.first, at + 2, whole.start, line.end(at + 2), number, "part", 1, False)


def over(above: Decimal, below: Decimal) -> Decimal:
    """A share of so many parts."""
    return (above / below).quantize(_PRECISION)


def vulgar(line: Line, i: int) -> Decimal | None:
    """The share that one character states: "½"."""
    share = VULGAR.get(line.raw(i)) if line.kind(i) == "mark" else None
    return None if share is None else share.quantize(_PRECISION)


def fraction(line: Line, i: int) -> tuple[int, Decimal] | None:
    """A fraction that begins at i ("half", "three quarters", "two thirds"): last token, share."""
    share = _part(line, i)
    if share is not None:
        return i, share
    found = line.number(i)
    many = line.part(i + 1)
    if found is None or many is None or many[0].number != "many" or many[1].clitic:
        return None
    if found[0].rank not in ("one", "ten"):
        return None
    return i + 1, _share(found[0].value, many[0].denominator)


def _part(line: Line, i: int) -> Decimal | None:
    """The share that the word at i is by itself."""
    part = line.part(i)
    if part is None:
        return None
    (denominator, number), reading = part
    if number.endswith("of_them") and line.kind(i + 1) != TAKEN:
        return _share(1 + number.startswith("two"), denominator)
    whole = not reading.article or _definite_part(line, i, reading)
    if number == "one" and _says_fraction(line, i) and whole:
        return _share(1, denominator)
    if number == "two" and _is_two_parts(line, i) and (not reading.article or denominator == 3):
        return _share(2, denominator)
    return None


def _definite_part(line: Line, i: int, reading: Reading) -> bool:
    """As in "to the half", "over the quarter": a definite share that nothing makes a name."""
    if line.definite(i + 1) or line.ordinal(i + 1) or line.kind(i + 1) == "taken":
        return False
    to = line.match(i - 1, "to", bare=True) is not None
    return to or reading.clitic == "ب" or bound_before(line, i) is not None


def _says_fraction(line: Line, i: int) -> bool:
    """Words that are a fraction alone ("half"), or, of those that also count, with its vowel."""
    return line.number(i) is None or DAMMA in line.raw(i)[:3]


def _is_two_parts(line: Line, i: int) -> bool:
    return line.number(i) is None or vocalised_fraction(line, i)


def _share(count: int, denominator: int) -> Decimal:
    return over(Decimal(count), Decimal(denominator))


def fraction_first(line: Line, i: int) -> Numeral | None:
    """A number that begins with a fraction: "half a million", "three quarters"."""
    surely = fraction(line, i)
    found = surely or _fraction_of(line, i)
    if found is None:
        return None
    last, share = found
    last, scale = scales(line, last, definite=True)
    if scale == 1 and not _has_whole(line, i, last):
        return None
    reading = line.reading(i, "part") or line.reading(i, "number")
    start = line.noun_start(i, reading) if reading else line.start(i)
    article = bool(reading and reading.article)
    flags = ("count_or_part",) if surely is None else ()
    return Numeral(i, last, start, line.end(last), share * scale, "part", scale, article, flags)


def _fraction_of(line: Line, i: int) -> tuple[int, Decimal] | None:
    """A counting word before a definite noun: "خمس الفطيرة" is a fifth of it."""
    part = line.part(i)
    if part is None or part[0].number != "one" or part[1].article or line.number(i) is None:
        return None
    if line.norm(i) in line.words.counting:
        return None
    possessed = line.head(i + 1) != line.norm(i + 1) and line.head(i + 1) in line.nouns
    plural = line.match(i + 1, "unit") is not None and not line.match(i + 1, "unit_one")
    whole = (line.definite(i + 1) and not plural) or possessed
    if not whole or line.number(i + 1) or line.ordinal(i + 1):
        return None
    return i, _share(1, part[0].denominator)


def _has_whole(line: Line, i: int, last: int) -> bool:
    """Whether what is parted follows (half the people), or a bound says that it is a number."""
    following = line.norm(last + 1)
    if line.percent(last + 1) is not None:
        return True
    if line.match(i, "colloquial_part") is not None:
        unit = line.match(last + 1, "unit") or line.match(last + 1, "currency")
        return last > i or unit is not None
    if line.match(i, "voiced_part") is not None and DAMMA not in line.raw(i):
        return False
    part = line.part(i)
    if part is not None and (part[1].article or part[0].number.startswith(("two", "of"))):
        return True
    if line.kind(last + 1) == "word" and following not in line.words.function_words:
        return not following.startswith("و") or not line.ordinal(last + 1)
    return (
        following == "من"
        or last > i
        or (line.part(i) is not None and bound_before(line, i) is not None)
    )


def with_half(line: Line, whole: Quantity) -> Quantity:
    """Add the half behind the unit: "5 سنوات ونصف", "ثلاث ساعات ونصف الساعة"."""
    at = line.joined(whole.last + 1)
    share = fraction(line, at) if at is not None else None
    if share is None or not is_whole(whole.numeral.value):
        return whole
    last, part = share
    if line.number(last + 1) is not None:
        return whole
    end = line.end(last)
    again = line.match(last + 1, "unit") or line.match(last + 1, "currency")
    base = whole.numeral.scale if whole.numeral.scale > 1 and whole.kind == "money" else 1
    numeral = whole.numeral._replace(value=whole.value + part * base, end=end, last=last)
    return whole._replace(numeral=numeral, last=again[0] if again else last)

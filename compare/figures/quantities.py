"""What a number counts: percent, money, measures, durations, ages, or plain things."""

from compare.figures.counted import names_a_day
from compare.figures.fractions import with_half
from compare.figures.line import PERCENT_SIGNS, Line
from compare.figures.money import elided, money
from compare.figures.span import Numeral, Quantity
from compare.model import Kind

_SHORTEST_WITH_CLITIC = 3
"""A unit of fewer letters may be part of another word: "وطن" is a homeland, not "and a tonne"."""
_WINDOW = 40
"""How many tokens away a word of the same sentence may tell what a unit means."""


def quantity(line: Line, numeral: Numeral) -> Quantity:
    """The number with what it counts."""
    return (
        _percent(line, numeral)
        or money(line, numeral)
        or _measure(line, numeral)
        or _age(line, numeral)
        or elided(line, numeral)
        or _count(line, numeral)
    )


def _count(line: Line, numeral: Numeral) -> Quantity:
    rule = {"digits": "digits", "words": "number_words", "mixed": "compound", "part": "fraction"}
    return Quantity(
        numeral, "count", None, numeral.last, rule[numeral.written],
        line.counts(numeral.last + 1), numeral.flags,
    )  # fmt: skip


def _percent(line: Line, numeral: Numeral) -> Quantity | None:
    found = line.percent(numeral.last + 1)
    if found is None:
        if not _percent_before(line, numeral):
            return None
        found = numeral.last, "percent"
    flags = (*numeral.flags, "points") if found[1] == "points" else numeral.flags
    return Quantity(numeral, "percent", "percent", found[0], "percent", True, flags)


def _percent_before(line: Line, numeral: Numeral) -> bool:
    """Whether the sign leans on the number from before, and on none before it: "%11"."""
    before = numeral.first - 1
    leans = line.norm(before) in PERCENT_SIGNS and line.touches(numeral.first)
    return leans and line.kind(before - 1) != "number"


def _measure(line: Line, numeral: Numeral) -> Quantity | None:
    at = numeral.last + 1
    found = _unit(line, numeral, at)
    if found is None:
        return _unit_before(line, numeral)
    last, key = found
    whole = Quantity(
        numeral, _kind(line, key), key, last, _rule(line, numeral, key), True, numeral.flags
    )
    return _below_zero(line, with_half(line, whole))


def _kind(line: Line, key: str) -> Kind:
    return "duration" if key in line.words.durations else "measure"


def _unit(line: Line, numeral: Numeral, at: int) -> tuple[int, str] | None:
    shared = numeral.written == "part"
    found = max(line.match(at, "unit", bare=not shared), _unit_symbol(line, at), key=_reach)
    if found is not None and names_a_day(line, at):
        return None
    since = line.match(at + 1, "when") is not None
    if found is None and line.norm(at) == "من" and line.definite(at + 1) and not since:
        found = line.match(at + 1, "unit")
    if found is None or (found[1] == "bar" and numeral.written != "digits"):
        return None
    bomb = line.match(found[0] + 1, "near_unit") == (found[0] + 1, "explosive")
    return None if bomb else found


def _reach(found: tuple[int, str] | None) -> int:
    return found[0] if found is not None else -1


def _unit_symbol(line: Line, at: int) -> tuple[int, str] | None:
    if (line.kind(at - 1) != "number" and line.number(at - 1) is None) or line.kind(at) == "none":
        return None
    match = line.words.symbol.match(line.text, line.start(at))
    if match is None or match.group() not in line.words.unit_symbols:
        return None
    if line.text[match.end() : match.end() + 1].isalnum():
        return None
    return _covering(line, at, match.end(), match.group())


def _covering(line: Line, at: int, end: int, symbol: str) -> tuple[int, str]:
    last = at
    while line.kind(last + 1) != "none" and line.start(last + 1) < end:
        last += 1
    return last, line.words.unit_symbols[symbol]


def _unit_before(line: Line, numeral: Numeral) -> Quantity | None:
    """A definite number behind its definite unit: "السنوات الخمسين", and "one": "أسبوع واحد"."""
    back = 2 if numeral.written == "digits" else 1
    one = numeral.value == 1 and numeral.written == "words"
    if not (numeral.article or one):
        return None
    reading = line.reading(numeral.first - back, "unit")
    if reading is None or reading.article != numeral.article:
        return None
    if one and reading.clitic and len(reading.base) < _SHORTEST_WITH_CLITIC:
        return None
    found = line.match(numeral.first - back, "unit")
    if found is None:
        return None
    key = found[1]
    return Quantity(
        numeral, _kind(line, key), key, numeral.last, _rule(line, numeral, key), True, numeral.flags
    )


def _below_zero(line: Line, whole: Quantity) -> Quantity:
    """As in "Two degrees below zero" is minus two."""
    if whole.unit not in ("degree", "celsius", "fahrenheit"):
        return whole
    if whole.unit == "degree" and _near(line, "magnitude", whole.last):
        return whole._replace(unit="magnitude")
    minus = line.norm(whole.numeral.first - 1) == "-" and not line.touches(whole.numeral.first - 1)
    if not minus and not below_zero(line, whole.last + 1):
        return whole
    return whole._replace(numeral=whole.numeral._replace(value=-abs(whole.value)))


def _near(line: Line, key: str, at: int) -> bool:
    around = range(at - _WINDOW, at + _WINDOW)
    return line.speaks_of("near_unit", around, key)


def below_zero(line: Line, i: int) -> bool:
    """Whether "below zero" stands at i."""
    return line.match(i, "below_zero", bare=True) is not None


def _rule(line: Line, numeral: Numeral, key: str) -> str:
    if key not in line.words.durations:
        return "measure"
    return "age" if key in ("year", "month") and _speaks_of_age(line, numeral) else "duration"


def _speaks_of_age(line: Line, numeral: Numeral) -> bool:
    before = line.speaks_of("age_before", range(numeral.first - 5, numeral.first))
    return before or _of_his_age(line, numeral.last + 1) or _in_brackets(line, numeral)


def _in_brackets(line: Line, numeral: Numeral) -> bool:
    unit = line.match(numeral.last + 1, "unit", bare=True)
    return (
        line.norm(numeral.first - 1) == "(" and unit is not None and line.norm(unit[0] + 1) == ")"
    )


def _age_said_before(line: Line, first: int) -> bool:
    """Whether "age" stands before the number, but for bounds, particles and a listed number."""
    for at in range(first - 1, first - 6, -1):
        if line.match(at, "age_word") is not None:
            return True
        listed = line.kind(at) == "number" and line.norm(at + 1) in {"و", "-", "–", "الي", "او"}
        plain = line.norm(at) in line.words.function_words or line.norm(at) in {"ال", "-", "–"}
        if not (listed or plain or line.norm(at) in line.words.bounds):
            return False
    return False


def _of_his_age(line: Line, i: int) -> bool:
    return any(line.norm(k) == "من" and line.match(k + 1, "age_behind") for k in (i, i + 1))


def _age(line: Line, numeral: Numeral) -> Quantity | None:
    """An age without its unit: "عمرها فوق الثلاثين", "في الـ84 من عمرها"."""
    if numeral.value > 130 or line.counts(numeral.last + 1):
        return None
    if below_zero(line, numeral.last + 1):
        numeral = numeral._replace(value=-abs(numeral.value))
        return Quantity(numeral, "measure", "degree", numeral.last, "measure", True, numeral.flags)
    if not _age_said_before(line, numeral.first) and not _of_his_age(line, numeral.last + 1):
        return None
    return Quantity(numeral, "duration", "year", numeral.last, "age", True, numeral.flags)

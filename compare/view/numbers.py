"""Values as they are shown: ASCII digits in groups, the words of a bound and of a unit."""

from collections.abc import Sequence
from decimal import Context, Decimal

from compare.model import Reading, Relation
from compare.view.concepts import unit_name
from compare.view.labels import Labels, form, label, phrase
from compare.view.lines import number, text, visible
from compare.view.records import Line, Value

MAGNITUDES = (
    (Decimal(10**12), "trillion"),
    (Decimal(10**9), "billion"),
    (Decimal(10**6), "million"),
)
_LONGEST = 30  # digits; a longer number is shown with an exponent
_PRINTED = 20  # digits; a number with decimals that has more was computed
_FOUR = Context(prec=4)
_EXACT = Context(prec=100)  # of any number that a report may hold, no digit is rounded
_WHOLE = Decimal(10)  # percentages from here on are shown without decimals


def grouped(value: Decimal) -> str:
    """Digits in groups of three ("1,170"); beyond any number in the news, an exponent."""
    plain = rounded(value)
    return f"{plain:,f}" if abs(plain.adjusted()) < _LONGEST else f"{plain:.3e}"


def endless(value: Decimal) -> bool:
    """Whether a value has decimals without end, as a third of a million: nobody prints it so."""
    _, digits, exponent = value.as_tuple()
    return isinstance(exponent, int) and exponent < 0 and len(digits) > _PRINTED


def rounded(value: Decimal) -> Decimal:
    """A value without end to four digits; any other as it is."""
    return _FOUR.plus(value) if endless(value) else value


def shown(
    labels: Labels,
    ends: tuple[Decimal | None, Decimal | None],
    relation: Relation,
    unit: str | None,
    raw: str = "",
) -> Value:
    """A value or interval to show. One without digits (tens, hundreds) shows its words, `raw`.

    So does one whose digits are computed (a third of a million), beside them.
    """
    printed = tuple(end for end in dict.fromkeys(ends) if end is not None)
    if not printed:
        return Value(bound="", number="", unit="", quoted=visible(raw), computed=False)
    known, computed = tuple(map(rounded, printed)), any(map(endless, printed))
    power, name = _magnitude(known)
    digits = "–".join(grouped(_EXACT.divide(end, power)) for end in known)
    percent = unit == "percent"
    return Value(
        bound=label(labels, "relation", relation),
        number=digits + ("%" if percent else ""),
        unit=_unit(labels, known[-1] / power, name, None if percent else unit),
        quoted=visible(raw) if computed else "",
        computed=computed,
    )


def spread(labels: Labels, readings: Sequence[Reading], unit: str | None) -> Line:
    """How far the readings lie apart, where each of them is one value."""
    values = [exact_value(reading) for reading in readings]
    known = sorted(value for value in values if value is not None)
    if len(known) != len(values) or len(known) < 2 or known[0] == known[-1]:
        return ()
    least, most = known[0], known[-1]
    absolute = _distance(labels, most - least, unit)
    if least <= 0:
        return phrase(labels, "difference_only", absolute=absolute)
    relative = (number(percentage((most - least) / least), "derived"),)
    return phrase(labels, "difference", absolute=absolute, relative=relative)


def exact_value(reading: Reading) -> Decimal | None:
    """The reading's value where it is one value and no bound."""
    return reading.low if reading.relation == "exact" and reading.low == reading.high else None


def percentage(share: Decimal) -> str:
    """A share as a percentage: whole from ten on, else to one decimal, or its first digit."""
    value = share * 100
    if value >= _WHOLE:
        return f"{value:,.0f}%"
    return f"{value:.1f}%" if value >= Decimal("0.1") else f"{value:.1g}%"


def _distance(labels: Labels, distance: Decimal, unit: str | None) -> Line:
    points = "percentage_point" if unit == "percent" else unit
    value = shown(labels, (distance, distance), "exact", points)
    digits = number(value.number, "derived")
    return (digits, text(" " + value.unit)) if value.unit else (digits,)


def _magnitude(ends: Sequence[Decimal]) -> tuple[Decimal, str | None]:
    """The power of ten that shortens every one of `ends` to at most three decimals."""
    for power, name in MAGNITUDES:
        if all(
            abs(end) >= power and not _EXACT.remainder(_EXACT.scaleb(end, 3), power) for end in ends
        ):
            return power, name
    return Decimal(1), None


def _unit(labels: Labels, count: Decimal, magnitude: str | None, unit: str | None) -> str:
    words = []
    if magnitude:
        words.append(form(labels, "magnitude", magnitude, count) or "")
    if unit:
        noun = Decimal(100) if magnitude else count  # a million dollars, as a hundred dollars
        words.append(unit_name(unit, noun, labels))
    return " ".join(words)

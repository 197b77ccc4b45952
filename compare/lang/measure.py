"""Units: the dimension that a unit measures, and how many base units of it make one."""

from decimal import Decimal

from compare.lang import Lexicon


def base(unit: str | None, lexicon: Lexicon) -> tuple[str | None, Decimal]:
    """The dimension of a unit and its factor to the dimension's base unit.

    A unit with no fixed factor (a currency, a degree, "percent") is a dimension of its own.
    """
    known = lexicon.numerals.units.get(unit or "")
    if known is None or known.factor is None:
        return unit, Decimal(1)
    return known.dimension, Decimal(known.factor)

"""What the reader hands out, and what its families hand to one another."""

from decimal import Decimal
from typing import NamedTuple

from compare.model import Kind, Relation


def is_whole(value: Decimal) -> bool:
    """Whether a number has no decimals, however large it is."""
    return value == value.to_integral_value()


class Span(NamedTuple):
    """A figure in a text: offsets of its numeral, and what it states (see `model.Figure`)."""

    start: int
    end: int
    kind: Kind
    relation: Relation
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    rule: str
    flags: tuple[str, ...] = ()


class Numeral(NamedTuple):
    """A number as it stands in a line, before its meaning is known.

    `first` and `last` are token indexes, `start` and `end` offsets. `scale` is the last scale
    word that it was multiplied by (1 where none), `article` whether it is definite.
    """

    first: int
    last: int
    start: int
    end: int
    value: Decimal
    written: str
    scale: int
    article: bool
    flags: tuple[str, ...] = ()


class Quantity(NamedTuple):
    """A number with its kind and unit; `last` is the last token of number and unit together.

    `own` says whether it has a unit or noun of its own, so that it borrows none from a list.
    """

    numeral: Numeral
    kind: Kind
    unit: str | None
    last: int
    rule: str
    own: bool
    flags: tuple[str, ...] = ()

    @property
    def value(self) -> Decimal:
        """The number, in the unit as written."""
        return self.numeral.value


class Candidate(NamedTuple):
    """A span that a family claims, with the tokens it takes."""

    first: int
    last: int
    span: Span

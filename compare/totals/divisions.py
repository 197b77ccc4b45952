"""What keeps the parts of one whole apart, so that they may be summed: an ordered table.

Parts are summed within one division only. What may overlap (children, Americans) is in two
divisions, or in two cells of one that nothing keeps apart (women, the elderly).
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from compare.text import tokens
from compare.totals.book import Book, Part

_NEAR = 3  # words
_REACH = 60  # characters, longer than three words
Apart = Callable[[Part, Part, Book], bool]


class Division(NamedTuple):
    """A way to divide a whole: `cell` names a part's place in it, `apart` says who cannot meet.

    `divides` where two cells may be all: the killed and the injured, but not women and children.
    """

    rule: str
    cell: Callable[[Part, Book], str | None]
    apart: Apart
    divides: bool


class Cell(NamedTuple):
    """The parts of one whole in one place of a division: at least as many as the greatest."""

    parts: tuple[Part, ...]

    @property
    def greatest(self) -> Part:
        """The part that cannot be less than any other."""
        return max(self.parts, key=lambda part: part.quantity.low)

    @property
    def low(self) -> Decimal:
        """The least that the cell can hold."""
        return self.greatest.quantity.low


_MOST_CELLS = 12


def cells(parts: Sequence[Part], division: Division, book: Book) -> list[Cell]:
    """The parts of a whole by their cells; parts that the division says nothing of are left out."""
    found: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        name = division.cell(part, book)
        if name is not None:
            found[name].append(part)
    return [Cell(tuple(found[name])) for name in sorted(found)]


def heaviest(parted: Sequence[Cell], apart: Apart, book: Book) -> tuple[Cell, ...]:
    """The cells no two of which can meet that hold the most together.

    Of very many the dozen is asked that hold the most: the number of choices doubles with each.
    """
    if len(parted) > _MOST_CELLS:
        parted = sorted(parted, key=lambda cell: (-cell.low, cell.parts[0].claim.id))[:_MOST_CELLS]
    for one, two in combinations(parted, 2):
        if not all(apart(a, b, book) for a in one.parts for b in two.parts):
            without = ([c for c in parted if c is not cell] for cell in (one, two))
            return max((heaviest(left, apart, book) for left in without), key=weight)
    return tuple(parted)


def weight(parted: Sequence[Cell]) -> Decimal:
    """The least that cells that cannot meet hold together."""
    return sum((cell.low for cell in parted), Decimal(0))


def _state(part: Part, book: Book) -> str | None:
    """A state, or an event that ends one: still held, let go."""
    known = book.lexicon.concepts.concepts.get(part.claim.predicate or "")
    return part.claim.predicate if known and (known.state or known.ends) else None


def _ended(one: Part, two: Part, book: Book) -> bool:
    return _ends(one.claim.predicate, two, one, book) or _ends(two.claim.predicate, one, two, book)


def _ends(event: str | None, state: Part, ended: Part, book: Book) -> bool:
    """Whether one event ends the other's state, told for that day or a later one.

    Those held on Monday may be let go on Tuesday: then both are counted once too often.
    """
    known = book.lexicon.concepts.concepts.get(event or "")
    if known is None or known.ends is None or known.ends != state.claim.predicate:
        return False
    return _day(state) >= _day(ended)


def _day(part: Part) -> str:
    """The day for which a part is given; one without a day is told as of now."""
    return (part.claim.as_of or "9999")[:10]


def _outcome(part: Part, _book: Book) -> str | None:
    return part.claim.predicate


def _other_outcome(one: Part, two: Part, book: Book) -> bool:
    return book.lexicon.concepts.exclude(one.claim.predicate, two.claim.predicate)


def _group(part: Part, _book: Book) -> str | None:
    return part.claim.counted


def _other_group(one: Part, two: Part, book: Book) -> bool:
    return book.lexicon.concepts.exclude(one.claim.counted, two.claim.counted)


def _nation(part: Part, _book: Book) -> str | None:
    """The nation of those counted, where one alone is named."""
    named = [word for word in part.claim.scope if word.startswith("nation:")]
    return named[0].removeprefix("nation:") if len(named) == 1 else None


def _other_nation(one: Part, two: Part, book: Book) -> bool:
    return _nation(one, book) != _nation(two, book)


def _listed(part: Part, book: Book) -> str | None:
    """A part of which a place is told next: 174 of them in hospitals."""
    figure = book.figures[part.claim.figure]
    words = tokens(part.quantity.article.text[figure.end : figure.end + _REACH])[:_NEAR]
    senses = (s for word in words for s in book.lexicon.concepts.senses.get(word.norm, ()))
    return part.claim.id if any(s.concept == "locative" for s in senses) else None


def _joined(one: Part, two: Part, book: Book) -> bool:
    """Whether the same is told of both, one after the other, for two places."""
    first, last = sorted(
        (book.figures[part.claim.figure] for part in (one, two)), key=lambda f: f.start
    )
    if first.sentence != last.sentence or (
        (one.claim.counted, one.claim.predicate) != (two.claim.counted, two.claim.predicate)
    ):
        return False
    before = one.quantity.article.text[first.end : last.start].rstrip()
    return before.endswith("و") or last.raw.startswith("و")


DIVISIONS: tuple[Division, ...] = (
    Division("by-state", _state, _ended, divides=True),
    Division("by-outcome", _outcome, _other_outcome, divides=True),
    Division("by-group", _group, _other_group, divides=False),
    Division("by-nation", _nation, _other_nation, divides=False),
    Division("by-place", _listed, _joined, divides=True),
)

"""A whole against the sum of its parts."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from compare.lang.annotate import annotate
from compare.model import Finding
from compare.settings import DEFAULT
from compare.text import tokens
from compare.totals.book import Book, Part, Quantity
from compare.totals.divisions import DIVISIONS, Cell, Division, cells, heaviest, weight
from compare.totals.fates import is_group


class Weighed(NamedTuple):
    """A finding, what it rests on, and by how much at least the two sides differ."""

    finding: Finding
    rule: str
    whole: Quantity
    parts: tuple[Part, ...]
    difference: Decimal


def weigh(whole: Quantity, parts: Sequence[Part], book: Book) -> Iterator[Weighed]:
    """What can be said of a whole and its parts, each set of parts once."""
    seen: set[frozenset[str]] = set()
    for found in (*exceeding(whole, parts, book), *_within(whole, parts, book)):
        summed = frozenset(part.claim.id for part in found.parts)
        if summed not in seen:
            seen.add(summed)
            yield found


def exceeding(whole: Quantity, parts: Sequence[Part], book: Book) -> Iterator[Weighed]:
    """Parts that cannot all be in the whole: one alone, or several that cannot meet."""
    great = [part for part in parts if part.quantity.low > whole.high]
    if great:
        most = max(great, key=lambda part: (part.quantity.low, part.claim.id))
        over = most.quantity.low - whole.high
        yield Weighed("exceeds", "one-part", whole, (most,), over)
        return
    for division in DIVISIONS:
        chosen = heaviest(cells(parts, division, book), division.apart, book)
        over = weight(chosen) - whole.high
        if over > 0:
            summed = tuple(cell.greatest for cell in chosen)
            yield Weighed("exceeds", division.rule, whole, summed, over)


def _within(whole: Quantity, parts: Sequence[Part], book: Book) -> Iterator[Weighed]:
    if not whole.is_one:
        return
    for division in DIVISIONS:
        parted = cells(parts, division, book)
        if _is_whole_division(parted, division, book):
            summed = tuple(cell.greatest for cell in parted)
            left = whole.low - sum(part.quantity.high for part in summed)
            finding = _finding(whole, summed, left, division, book)
            if finding and weight(parted) <= whole.high:
                yield Weighed(finding, division.rule, whole, summed, max(left, Decimal(0)))


def _is_whole_division(parted: Sequence[Cell], division: Division, book: Book) -> bool:
    """Whether two cells or more hold a part each, of one value, and no two can meet."""
    single = all(len(cell.parts) == 1 and cell.greatest.quantity.is_one for cell in parted)
    return len(parted) > 1 and single and len(heaviest(parted, division.apart, book)) == len(parted)


def _finding(
    whole: Quantity, parts: Sequence[Part], left: Decimal, division: Division, book: Book
) -> Finding | None:
    """What is to be said of parts that do not exceed: `left` is what they leave at least."""
    if left <= 0:
        return "adds-up"
    if is_group(whole, parts, book):
        return "remainder"
    few = left <= whole.low * Decimal(str(DEFAULT.totals_shortfall))
    told = division.divides and few and len(parts) == 2 and _are_all(whole, parts, book)
    return "falls-short" if told else None


def _are_all(whole: Quantity, parts: Sequence[Part], book: Book) -> bool:
    """Whether the parts are told as all: in the whole's sentence, with no "among them"."""
    told = [book.figures[claim.figure] for claim in (whole.first, *(p.claim for p in parts))]
    if len({figure.sentence for figure in told}) > 1:
        return False
    text = whole.article.text[told[0].end : min(figure.start for figure in told[1:])]
    found = annotate(tokens(text), book.lexicon.concepts)
    return not any(s.concept in ("part", "among") for match in found for s in match.senses)

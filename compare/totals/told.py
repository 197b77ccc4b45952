"""The parts that the words themselves hang on a whole: 445 injured, 174 of them in hospitals."""

from collections import defaultdict
from collections.abc import Iterator

from compare.model import Claim
from compare.totals.book import Book, Part, Parts


def told_parts(book: Book) -> Parts:
    """The direct parts of each whole, of the whole's own article."""
    found: dict[tuple[str, str], dict[str, Part]] = defaultdict(dict)
    for quantity in book.quantities.values():
        for claim in quantity.claims:
            whole = _whole(claim, book)
            held_in = book.of_claim.get(whole.id) if whole else None
            if whole and _may_be_of_more(claim, whole, book):
                continue
            if held_in and held_in.fact != quantity.fact:
                found[held_in.key].setdefault(quantity.fact, Part(quantity, claim))
    return {key: tuple(parts.values()) for key, parts in found.items()}


def _whole(claim: Claim, book: Book) -> Claim | None:
    """The nearest whole that can hold the claim: the drowned are not part of the rescued."""
    excludes = book.lexicon.concepts.exclude
    return next(
        (
            whole
            for whole in _wholes(claim, book)
            if not excludes(claim.predicate, whole.predicate)
            and not excludes(claim.counted, whole.counted)
            and _is_earlier(claim) == _is_earlier(whole)
        ),
        None,
    )


def _wholes(claim: Claim, book: Book) -> Iterator[Claim]:
    """What the claim is part of, what that is part of, and so on."""
    whole = book.claims.get(claim.part_of or "")
    while whole:
        yield whole
        whole = book.claims.get(whole.part_of or "")


def _may_be_of_more(claim: Claim, whole: Claim, book: Book) -> bool:
    """Whether the whole's sentence counts other people before it, and the part may be theirs too.

    34 killed and 12 injured, among them 9 children: some of these, some of those. A part of which
    the words tell something else (121 held, 37 of them dead) is the nearest whole's.
    """
    if claim.predicate != whole.predicate:
        return False
    last = book.figures[whole.figure]
    before = (
        other
        for quantity in book.quantities.values()
        for other in quantity.claims
        if (figure := book.figures[other.figure]).sentence == last.sentence
        and figure.start < last.start
    )
    genus = book.lexicon.concepts.genus
    return any(other.counted is None or "person" in genus(other.counted) for other in before)


def _is_earlier(claim: Claim) -> bool:
    """Whether the claim is of a toll that the text calls older."""
    return "toll:earlier" in claim.scope

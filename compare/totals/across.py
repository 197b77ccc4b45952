"""One outlet's parts against another outlet's whole, by the facts that both are of."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from compare.model import Claim
from compare.readings import Told
from compare.totals.book import Book, Part, Parts, Quantity
from compare.totals.weigh import Weighed, exceeding
from compare.verdicts import is_closed

Facts = Mapping[str, frozenset[str]]
"""Facts by facts: those of a whole's parts, or those of a part's wholes."""


def across(parts: Parts, own: Sequence[Weighed], book: Book) -> Iterator[Weighed]:
    """Where an outlet's parts cannot be in another's whole, and time is no reason why.

    One finding for a whole, the gravest; parts that exceed their own whole are told there.
    """
    told_already = {_sum(found) for found in own if found.finding == "exceeds"}
    divided = _divided(parts)
    for whole in (q for q in book.quantities.values() if q.fact in divided):
        found = [
            exceeded
            for others in _others(whole, divided[whole.fact], parts, book)
            for exceeded in exceeding(whole, others, book)
            if _sum(exceeded) not in told_already
        ]
        if found:
            yield max(found, key=lambda f: (f.difference, sorted(_sum(f))))


def _sum(found: Weighed) -> frozenset[str]:
    return frozenset(part.quantity.least.id for part in found.parts)


def _divided(parts: Parts) -> Facts:
    """For each fact of a whole the facts of its parts, whichever article says so."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for (_article, fact), told in parts.items():
        found[fact] |= {part.quantity.fact for part in told}
    return found


def _others(
    whole: Quantity, facts: frozenset[str], parts: Parts, book: Book
) -> Iterator[list[Part]]:
    """What each article of another outlet says of a whole's parts for the same time."""
    found: dict[str, list[Part]] = defaultdict(list)
    closed = is_closed(_told(whole, book))
    for quantity in book.quantities.values():
        part = Part(quantity, quantity.least)
        if (
            quantity.fact in facts
            and quantity.article.outlet != whole.article.outlet
            and (closed or _one_time(part.claim, whole.greatest))
            and _is_part(part, whole, parts)
        ):
            found[quantity.article.id].append(part)
    yield from found.values()


def _is_part(part: Part, whole: Quantity, parts: Parts) -> bool:
    """Whether its article hangs a part on the whole's fact; or on none, where it says less."""
    mine = {
        fact
        for (article, fact), told in parts.items()
        for other in told
        if article == part.quantity.article.id and other.quantity.fact == part.quantity.fact
    }
    return whole.fact in mine if mine else _says_less(part.claim, whole.first)


def _says_less(part: Claim, whole: Claim) -> bool:
    """Whether a claim is of another group, nation or fate, and not only of another place."""
    if (part.counted, part.predicate) != (whole.counted, whole.predicate):
        return True
    return any(word.startswith("nation:") for word in set(part.scope) - set(whole.scope))


def _told(whole: Quantity, book: Book) -> Sequence[Told]:
    figures = (book.figures[claim.figure] for claim in whole.claims)
    values = ((figure.low, figure.high, figure.relation) for figure in figures)
    return [Told(c, v, whole.article) for c, v in zip(whole.claims, values, strict=True)]


def _one_time(mine: Claim, theirs: Claim) -> bool:
    """Whether two claims are given for one day, and for one hour where both name it."""
    if mine.as_of is None or theirs.as_of is None:
        return False
    known = min(len(mine.as_of), len(theirs.as_of))
    return mine.as_of[:known] == theirs.as_of[:known]

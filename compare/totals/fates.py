"""The fates of one group: those who were taken are held, or were let go.

A text seldom hangs each fate on the group ("12 of them"): a state, and an event that ends it,
are the group's as well where the same sentence tells them, or where they are told of the same
pupils or sailors, and nothing narrows them.
"""

from collections.abc import Iterator, Sequence

from compare.facts.setting import setting_places
from compare.model import Claim
from compare.totals.book import Book, Part, Parts, Quantity

_NARROWING = ("among", "share", "flow", "toll", "tally")


def with_fates(parts: Parts, book: Book) -> Parts:
    """The parts, with the fates of the groups to which the words do not hang them."""
    found = dict(parts)
    for key, group in book.quantities.items():
        told = parts.get(key, ())
        more = tuple(_fates(group, told, book))
        if more:
            found[key] = (*told, *more)
    return found


def is_group(whole: Quantity, parts: Sequence[Part], book: Book) -> bool:
    """Whether the parts are fates of those of whom the whole is told: held and let go."""
    state = _state(whole, parts, book)
    return state is not None and {state} < {_role(part.claim, state, book) for part in parts}


def _fates(group: Quantity, told: Sequence[Part], book: Book) -> Iterator[Part]:
    """For the state and for its end, the one quantity that can be the group's; none of several."""
    state = _state(group, told, book)
    if state is None or not _is_alone(group, state, book):
        return
    for role in (state, "ended"):
        if not any(_role(part.claim, state, book) == role for part in told):
            near = [
                quantity
                for quantity in book.quantities.values()
                if _role(quantity.first, state, book) == role
                and _belongs(quantity, group, told, book)
            ]
            if len(near) == 1:
                yield Part(near[0], near[0].first)


def _state(group: Quantity, told: Sequence[Part], book: Book) -> str | None:
    """The state that the group is in, or was: begun by its event, or since ended for some."""
    known = book.lexicon.concepts
    for event in known.genus(group.first.predicate):
        if event in known.concepts and (begun := known.concepts[event].begins):
            return begun
    state = group.first.predicate
    ended = any(_role(part.claim, state, book) == "ended" for part in told) if state else False
    return state if ended else None


def _role(claim: Claim, state: str | None, book: Book) -> str | None:
    """The state where the claim is of it, "ended" where it is of an event that ends it."""
    known = book.lexicon.concepts.concepts.get(claim.predicate or "")
    if known is None or state is None:
        return None
    if known.ends == state:
        return "ended"
    return state if state in book.lexicon.concepts.genus(claim.predicate) else None


def _is_alone(group: Quantity, state: str, book: Book) -> bool:
    """Whether the article tells of no other group that came into the state."""
    concepts = book.lexicon.concepts.concepts
    begun = (
        quantity
        for quantity in book.quantities.values()
        if quantity.article.id == group.article.id
        and quantity.fact != group.fact
        and quantity.first.part_of is None
    )
    return not any(
        (known := concepts.get(quantity.first.predicate or "")) and known.begins == state
        for quantity in begun
    )


def _belongs(quantity: Quantity, group: Quantity, told: Sequence[Part], book: Book) -> bool:
    """Whether a quantity without a whole of its own can be a fate of the group."""
    mine, theirs = quantity.first, group.first
    beside = (theirs, *(part.claim for part in told))
    return (
        quantity.article.id == group.article.id
        and quantity.fact != group.fact
        and mine.part_of is None
        and quantity.low <= group.high
        and _is_of_kind(mine.counted, theirs, book)
        and (_is_beside(mine, beside, book) or _is_named(mine.counted, theirs, book))
        and _aspect(mine, "nation") == _aspect(theirs, "nation")
        and not any(word.split(":")[0] in _NARROWING for word in mine.scope)
        and _aspect(mine, "place") <= _aspect(theirs, "place") | _setting(mine, book)
    )


def _is_of_kind(counted: str | None, group: Claim, book: Book) -> bool:
    """Whether a noun can stand for the whole group: its own, a wider one, or its state's."""
    known = book.lexicon.concepts
    if counted is None or counted == group.counted or counted in known.genus(group.counted):
        return True
    concept = known.concepts.get(counted)
    carried = known.concepts.get(group.predicate or "")
    if concept is None or concept.is_a != "person":
        return False
    states = {carried.begins, group.predicate} if carried else set()
    return concept.role == "general" or (concept.implies is not None and concept.implies in states)


def _is_named(counted: str | None, group: Claim, book: Book) -> bool:
    """Whether both count the same people by a noun of their own: pupils, not people."""
    concept = book.lexicon.concepts.concepts.get(counted or "")
    return bool(concept and concept.is_a and concept.role is None and counted == group.counted)


def _is_beside(mine: Claim, others: Sequence[Claim], book: Book) -> bool:
    """Whether one sentence tells a claim and one of the others."""
    sentences = {book.figures[other.figure].sentence for other in others}
    return book.figures[mine.figure].sentence in sentences


def _aspect(claim: Claim, aspect: str) -> set[str]:
    return {word for word in claim.scope if word.startswith(f"{aspect}:")}


def _setting(claim: Claim, book: Book) -> set[str]:
    """The story's own places, where the claim names any."""
    if not _aspect(claim, "place"):
        return set()
    story = book.material
    return {f"place:{p}" for p in setting_places(story.articles, story.sentences, book.lexicon)}

"""Why two claims can never speak of one quantity: an ordered table of named reasons."""

from collections.abc import Callable, Set
from typing import NamedTuple

from compare.facts.quantity import Quantity, is_alike, is_near, is_telling
from compare.lang.concepts import Concepts


class World(NamedTuple):
    """What the reasons consult: the concepts, what tells quantities apart in the story."""

    concepts: Concepts
    nations: frozenset[str]
    places: frozenset[str] = frozenset()
    aspects: frozenset[tuple[str, str | None]] = frozenset()


Reason = Callable[[Quantity, Quantity, World], bool]


def forbidden(left: Quantity, right: Quantity, world: World) -> str | None:
    """The name of the first reason that keeps two claims apart, or None."""
    return next((name for name, holds in REASONS if holds(left, right, world)), None)


def _kind(left: Quantity, right: Quantity, _world: World) -> bool:
    """Another kind of figure or dimension; a currency that is open is none of the known."""
    return left.kind != right.kind or left.dimension != right.dimension


def _same_sentence(left: Quantity, right: Quantity, _world: World) -> bool:
    """One sentence does not give one quantity two values, unless one restates the other."""
    if left.sentence != right.sentence or (left.low, left.high) == (right.low, right.high):
        return False
    return not is_restated(left, right)


def is_restated(left: Quantity, right: Quantity) -> bool:
    """Whether one of two claims gives another value for the other."""
    return left.claim.restates == right.claim.id or right.claim.restates == left.claim.id


def _part_and_whole(left: Quantity, right: Quantity, _world: World) -> bool:
    return left.claim.part_of == right.claim.id or right.claim.part_of == left.claim.id


def _denied(left: Quantity, right: Quantity, _world: World) -> bool:
    return left.claim.negated != right.claim.negated


def _predicate(left: Quantity, right: Quantity, world: World) -> bool:
    mine, theirs = left.claim.predicate, right.claim.predicate
    if mine is None or theirs is None:
        return False
    if not _human(left, right, world) or is_deal(left, right, world):
        return False
    if related(mine, theirs, world.concepts) is None:
        return not (begins(mine, theirs, world.concepts) and is_near(left, right))
    return left.claim.hypothetical != right.claim.hypothetical and not is_near(left, right)


def _human(left: Quantity, right: Quantity, world: World) -> bool:
    predicates = (left.claim.predicate, right.claim.predicate)
    return all(world.concepts.concepts[p].of == "person" for p in predicates if p)


def is_deal(left: Quantity, right: Quantity, world: World) -> bool:
    """Whether one tells who would be let go and the other who is held, of one named group.

    A deal for a nation's captives is for all of them, as a rule; a deal for captives at large
    fixes a number of its own.
    """
    return _offers(left, right, world) or _offers(right, left, world)


def _offers(deal: Quantity, state: Quantity, world: World) -> bool:
    predicate = deal.claim.predicate
    if not (deal.claim.hypothetical and predicate and deal.nations & state.nations):
        return False
    return world.concepts.concepts[predicate].ends == state.claim.predicate


def _group(left: Quantity, right: Quantity, world: World) -> bool:
    """Children are not persons at large, nor women; captives are not soldiers; families neither."""
    mine, theirs = left.claim.counted, right.claim.counted
    if left.kind != "count" or mine is None or theirs is None or mine == theirs:
        return False
    if is_deal(left, right, world):
        return False
    one_of_many = world.concepts.is_collective(mine) != world.concepts.is_collective(theirs)
    return one_of_many or _is_other_group(left, right, world)


def _is_other_group(left: Quantity, right: Quantity, world: World) -> bool:
    """Whether two nouns are of two groups, and none of them may be the other in general words."""
    mine, theirs = left.claim.counted or "", right.claim.counted or ""
    if mine.startswith("~") or theirs.startswith("~"):
        return _is_other_unknown(left, right, world)
    if _has_role(mine, "group", world) or _has_role(theirs, "group", world):
        return True
    if _is_part_of_kind(left, right, world) or _is_part_of_kind(right, left, world):
        return not is_near(left, right)
    return _is_other_kind(left, right, world)


def _is_other_unknown(left: Quantity, right: Quantity, world: World) -> bool:
    """Whether an unknown noun and people are apart: it may name people, but not by chance."""
    mine, theirs = left.claim.counted or "", right.claim.counted or ""
    if is_person(mine, world.concepts) == is_person(theirs, world.concepts):
        return False
    alike = left.claim.predicate is not None and left.claim.predicate == right.claim.predicate
    return not alike and not is_near(left, right)


def _is_other_kind(left: Quantity, right: Quantity, world: World) -> bool:
    """Two kinds of people or things: one may be a kind of the other where the values allow it.

    News tells people now by their trade, now as people; of things it names the kind it means.
    """
    mine, theirs = left.claim.counted or "", right.claim.counted or ""
    if is_person(mine, world.concepts) and is_person(theirs, world.concepts):
        general = _is_general(mine, world) and _is_general(theirs, world)
        if general or is_near(left, right):
            return False
        return related(mine, theirs, world.concepts) is None or not is_alike(left, right)
    return not is_near(left, right) and not _are_siblings(mine, theirs, world)


def _are_siblings(mine: str, theirs: str, world: World) -> bool:
    """Whether both are kinds of one thing: missiles and shells are weapons."""
    one, other = (world.concepts.concepts[concept].is_a for concept in (mine, theirs))
    return one is not None and one == other


def _is_part_of_kind(part: Quantity, whole: Quantity, world: World) -> bool:
    """Whether one claim is of a kind of people among a whole: three firefighters of the dead."""
    if not part.shares_fate or whole.claim.part_of is not None:
        return False
    mine, theirs = part.claim.counted, whole.claim.counted
    if mine is None or theirs is None or _is_general(mine, world):
        return False
    return theirs in world.concepts.genus(mine)


def _has_role(concept: str, role: str, world: World) -> bool:
    return world.concepts.concepts[concept].role == role


def _is_general(concept: str, world: World) -> bool:
    return concept == "person" or _has_role(concept, "general", world)


def _nation(left: Quantity, right: Quantity, world: World) -> bool:
    if left.nations and right.nations and not left.nations & right.nations:
        return True
    return bool((left.nations ^ right.nations) & world.nations)


def _since(left: Quantity, right: Quantity, _world: World) -> bool:
    """Two dated starts that differ; a start told by its event may be any."""
    mine = {start for start in left.since if start[0].isdigit()}
    theirs = {start for start in right.since if start[0].isdigit()}
    return bool(mine and theirs and not _meet(mine, theirs))


def _flow(left: Quantity, right: Quantity, _world: World) -> bool:
    """What came new in a day is not what there is in all, nor another day's."""
    if left.fresh != right.fresh:
        return left.low != right.low
    other_day = (left.claim.as_of or "")[:10] != (right.claim.as_of or "")[:10]
    return left.fresh and other_day and left.low != right.low


def _share(left: Quantity, right: Quantity, _world: World) -> bool:
    """What each of several has is not what all have, nor a group's what befell people at large."""
    return left.each != right.each or (left.kind == "count" and left.among != right.among)


def _place(left: Quantity, right: Quantity, _world: World) -> bool:
    return bool(left.places and right.places and not left.places & right.places)


def _other_span(left: Quantity, right: Quantity, world: World) -> bool:
    """One since a start, or of an event long past, the other not, where this story has both."""
    event = left.claim.predicate
    if left.kind != "count" or event != right.claim.predicate or is_telling(left, right):
        return False
    begun = ("since", event) in world.aspects and bool(left.since) != bool(right.since)
    return begun or (("date", event) in world.aspects and bool(left.past) != bool(right.past))


def _part_of_place(left: Quantity, right: Quantity, world: World) -> bool:
    """Two values, one of a place of which this story has an own count."""
    if left.kind != "count" or is_telling(left, right):
        return False
    return left.where & world.places != right.where & world.places


def _day(left: Quantity, right: Quantity, _world: World) -> bool:
    return bool(left.days and right.days and not _meet(left.days, right.days))


def _meet(mine: Set[str], theirs: Set[str]) -> bool:
    """A month meets its days."""
    return any(a.startswith(b) or b.startswith(a) for a in mine for b in theirs)


REASONS: tuple[tuple[str, Reason], ...] = (
    ("other-kind", _kind),
    ("same-sentence", _same_sentence),
    ("part-and-whole", _part_and_whole),
    ("denied", _denied),
    ("other-event", _predicate),
    ("other-group", _group),
    ("other-nation", _nation),
    ("other-start", _since),
    ("other-flow", _flow),
    ("other-share", _share),
    ("other-place", _place),
    ("part-of-place", _part_of_place),
    ("other-span", _other_span),
    ("other-day", _day),
)


def related(mine: str, theirs: str, concepts: Concepts) -> str | None:
    """The more general of two concepts where one is a kind of the other, else None."""
    if mine in concepts.genus(theirs):
        return mine
    return theirs if theirs in concepts.genus(mine) else None


def begins(mine: str, theirs: str, concepts: Concepts) -> bool:
    """Whether one event begins the state that the other is: 12 were taken, 12 are held."""
    known = concepts.concepts
    return known[mine].begins == theirs or known[theirs].begins == mine


def is_person(concept: str, concepts: Concepts) -> bool:
    """Whether a concept is a kind of person."""
    return "person" in concepts.genus(concept)

"""How much speaks for two claims being of one quantity: named evidence, each with its weight.

Every kind of evidence looks at one thing that two claims have in common, or not, and names what
it found; `settings.Weights` says how much that counts. The sum is the log odds that careful
readers would put the two in one fact.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from math import log
from typing import NamedTuple

from msgspec.structs import asdict

from compare.facts.forbid import World, begins, is_deal, is_person, related
from compare.facts.quantity import Quantity, is_small, point, ratio
from compare.readings import is_slip
from compare.settings import DEFAULT

WEIGHTS: Mapping[str, float] = asdict(DEFAULT.weights)
_MOST_UNKNOWN = 2
_MOST_DIGITS = 4
_RATIOS = (
    (Decimal("1.02"), "near"),
    (Decimal("1.25"), "close"),
    (Decimal(2), "double"),
    (Decimal(5), "far"),
    (Decimal(20), "remote"),
)


class Found(NamedTuple):
    """A piece of evidence: its name among the weights, and how much of it there is."""

    name: str
    amount: float = 1.0


class Corpus(NamedTuple):
    """Word weights over a story's claims, and the scores of aligned sentences.

    `values` says how many values an article has for what is counted and what happened to it;
    `mass` is the weight of all words of a claim.
    """

    idf: Mapping[str, float]
    mass: Mapping[frozenset[str], float]
    aligned: Mapping[tuple[str, str], float]
    values: Mapping[tuple[str | None, ...], int]


Evidence = Callable[[Quantity, Quantity, World, Corpus], Iterator[Found]]


def corpus(quantities: Sequence[Quantity], aligned: Mapping[tuple[str, str], float]) -> Corpus:
    """Weigh the words: one that every claim has about it tells nothing."""
    held = Counter(word for q in quantities for word in sorted(q.words))
    idf = {word: log((1 + len(quantities)) / n) for word, n in held.items()}
    values = Counter(place for place, _ in {(_place(q), (q.low, q.high)) for q in quantities})
    mass = {q.words: _mass(q.words, idf) for q in quantities}
    return Corpus(idf, mass, aligned, values)


def _place(quantity: Quantity) -> tuple[str | None, ...]:
    """Where rivals of a claim stand: in its article, of the same thing and event."""
    claim = quantity.claim
    return claim.article, quantity.kind, claim.counted, claim.predicate


def evidence(left: Quantity, right: Quantity, world: World, told: Corpus) -> float:
    """The sum of what speaks for the two being one quantity."""
    found = pieces(left, right, world, told)
    return sum(WEIGHTS[piece.name] * piece.amount for piece in found)


def pieces(left: Quantity, right: Quantity, world: World, told: Corpus) -> Iterator[Found]:
    """Every piece of evidence that two claims give, the kind of figure first."""
    yield Found(left.kind)
    for look in EVIDENCE:
        yield from look(left, right, world, told)


def _event(left: Quantity, right: Quantity, world: World, _told: Corpus) -> Iterator[Found]:
    mine, theirs = left.claim.predicate, right.claim.predicate
    if mine is None or theirs is None:
        if mine or theirs:
            yield Found("one_event")
    elif _is_one_event(mine, theirs, world) or is_deal(left, right, world):
        yield Found("same_event")
    else:
        kin = related(mine, theirs, world.concepts) or begins(mine, theirs, world.concepts)
        yield Found("kin_event" if kin else "other_event")


def _is_one_event(mine: str, theirs: str, world: World) -> bool:
    """Whether two events are the same, or one in two general words: killed, died."""
    if mine == theirs:
        return True
    general = all(world.concepts.concepts[event].role == "general" for event in (mine, theirs))
    return general and related(mine, theirs, world.concepts) is not None


def _mood(left: Quantity, right: Quantity, _world: World, _told: Corpus) -> Iterator[Found]:
    if left.claim.hypothetical != right.claim.hypothetical:
        yield Found("one_planned")


def _thing(left: Quantity, right: Quantity, world: World, told: Corpus) -> Iterator[Found]:
    mine, theirs = left.claim.counted, right.claim.counted
    if mine is None or theirs is None:
        if mine or theirs:
            yield Found("one_thing")
    elif mine == theirs:
        yield Found(_sameness(mine, world))
        if told.values[_place(left)] == told.values[_place(right)] == 1:
            yield Found("sole")
    elif related(mine, theirs, world.concepts) or _are_people(mine, theirs, world):
        yield Found("kin_thing")
    elif left.kind != "count":
        yield Found("other_topic")
    else:
        yield Found("other_stem" if "~" in (mine[0], theirs[0]) else "other_thing")


def _sameness(thing: str, world: World) -> str:
    if thing.startswith("~"):
        return "same_stem"
    if world.concepts.concepts[thing].role == "amount":
        return "same_amount"
    if _are_of_people(thing, world):
        return "person" if thing == "person" else "same_people"
    return "same_thing"


def _are_of_people(thing: str, world: World) -> bool:
    """Whether people are counted, or families and the like."""
    return is_person(thing, world.concepts) or world.concepts.is_collective(thing)


def _are_people(mine: str, theirs: str, world: World) -> bool:
    return is_person(mine, world.concepts) and is_person(theirs, world.concepts)


def _named(left: Quantity, right: Quantity, _world: World, _told: Corpus) -> Iterator[Found]:
    """What one claim counts stands beside the other, which counts something else or nothing."""
    mine, theirs = left.claim.counted, right.claim.counted
    if mine != theirs and (mine in right.words or theirs in left.words):
        yield Found("thing_beside")


def _words(left: Quantity, right: Quantity, _world: World, told: Corpus) -> Iterator[Found]:
    """Dice over weighted words: shared mass, twice, by the mass of both."""
    total = told.mass[left.words] + told.mass[right.words]
    if total:
        yield Found("words", 2 * _mass(left.words & right.words, told.idf) / total)


def _mass(words: frozenset[str], idf: Mapping[str, float]) -> float:
    return sum(idf[word] for word in sorted(words))


def _unknown(left: Quantity, right: Quantity, _world: World, _told: Corpus) -> Iterator[Found]:
    """Words that the lexicon lacks, in both: names, as a rule."""
    shared = sum(word.startswith("~") for word in left.words & right.words)
    if shared:
        yield Found("unknown_words", min(_MOST_UNKNOWN, shared) / _MOST_UNKNOWN)


def _alignment(left: Quantity, right: Quantity, _world: World, told: Corpus) -> Iterator[Found]:
    first, second = sorted((left.sentence, right.sentence))
    score = told.aligned.get((first, second))
    if score is not None:
        yield Found("aligned", score / 100)


def _value(left: Quantity, right: Quantity, world: World, _told: Corpus) -> Iterator[Found]:
    mine, theirs = point(left), point(right)
    if mine is None or theirs is None:
        return
    if mine == theirs:
        yield from _same_value(left, right)
    elif is_slip(mine, theirs):
        yield Found("slip")
        yield _digits(left, right)
    else:
        times = ratio(mine, theirs)
        within = (name for most, name in _RATIOS if times is not None and times <= most)
        yield Found(f"{_family(left, right, world)}_{next(within, 'absurd')}")


def _same_value(left: Quantity, right: Quantity) -> Iterator[Found]:
    """The more digits a value has, the less it is the same by chance; a small count often is."""
    yield Found("same_value")
    yield _digits(left, right)
    if is_small(left, right):
        yield Found(f"small_{_likeness(left, right)}_value")


def _digits(left: Quantity, right: Quantity) -> Found:
    return Found("digits", min(_MOST_DIGITS, left.digits, right.digits) / _MOST_DIGITS)


def _likeness(left: Quantity, right: Quantity) -> str:
    """What two claims of one small value have in common beside it: event, thing or neither."""
    if left.claim.predicate is not None and left.claim.predicate == right.claim.predicate:
        return "event"
    mine, theirs = left.claim.counted, right.claim.counted
    return "thing" if mine == theirs and mine not in (None, "person") else "bare"


def _family(left: Quantity, right: Quantity, world: World) -> str:
    """How far apart values may be: those of a toll of people, of another count, of an amount."""
    if left.kind != "count":
        return "amount"
    return "toll" if _are_tolls(left, right, world) else "count"


def _are_tolls(left: Quantity, right: Quantity, world: World) -> bool:
    """Whether both say of people what befell them, no part and no nation."""
    mine, theirs = left.claim.predicate, right.claim.predicate
    if mine is None or theirs is None or related(mine, theirs, world.concepts) is None:
        return False
    things = {left.claim.counted or "", right.claim.counted or ""}
    if not all(_are_of_people(thing, world) for thing in things):
        return False
    if len(things) > 1 and "person" not in things:
        return False
    whole = not left.nations and not right.nations
    return whole and not left.claim.part_of and not right.claim.part_of


def _anchors(left: Quantity, right: Quantity, world: World, _told: Corpus) -> Iterator[Found]:
    """What sets an event apart, in both claims or in one alone.

    One value that is not small is hardly two events' by chance, whatever more is said of it.
    """
    if point(left) == point(right) and not is_small(left, right):
        return
    yield from _anchor("place", left.places, right.places)
    if left.where and right.where and not _is_within(left.where, right.where, world):
        yield Found("other_where")
    yield from _anchor("past", left.past, right.past)
    yield from _anchor("day", left.days - left.past, right.days - right.past)
    yield from _anchor("start", left.since, right.since)
    if left.earlier != right.earlier:
        yield Found("one_earlier")


def _nation(left: Quantity, right: Quantity, world: World, _told: Corpus) -> Iterator[Found]:
    if left.nations & right.nations & world.nations:
        yield Found("same_nation")
    if left.nations ^ right.nations:
        yield Found("one_nation")


def _is_within(mine: frozenset[str], theirs: frozenset[str], world: World) -> bool:
    """Whether two sets of places have one in common, or one that lies in another."""
    wider = (frozenset().union(*map(world.concepts.genus, places)) for places in (mine, theirs))
    one, other = wider
    return bool(mine & other or theirs & one)


def _anchor(name: str, mine: frozenset[str], theirs: frozenset[str]) -> Iterator[Found]:
    if mine and theirs:
        yield Found(f"same_{name}")
    elif mine or theirs:
        yield Found(f"one_{name}")


def _article(left: Quantity, right: Quantity, _world: World, _told: Corpus) -> Iterator[Found]:
    """An article rarely gives one quantity two values, unless on two authorities."""
    if left.article == right.article:
        same = (left.low, left.high) == (right.low, right.high)
        other = "own_other_voice" if _are_two_voices(left, right) else "own_other_value"
        yield Found("own_same_value" if same else other)


def _are_two_voices(left: Quantity, right: Quantity) -> bool:
    mine, theirs = ({s.key for s in q.claim.attribution} for q in (left, right))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _part(left: Quantity, right: Quantity, _world: World, _told: Corpus) -> Iterator[Found]:
    if bool(left.claim.part_of) != bool(right.claim.part_of):
        yield Found("one_part")


EVIDENCE: tuple[Evidence, ...] = (
    _event,
    _mood,
    _thing,
    _named,
    _words,
    _unknown,
    _alignment,
    _value,
    _anchors,
    _nation,
    _article,
    _part,
)

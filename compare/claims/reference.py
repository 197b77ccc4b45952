"""What a figure points back to: its whole (105 of them), or the same said before (the four)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from compare.claims.clause import HARD, Clause, Placed
from compare.claims.noun import Counted, stated
from compare.lang.concepts import Concepts
from compare.model import Claim, Figure, Source

_NEAR_PART = 3
_POINTER = 6
_NEAR_POINTER = 4
_REACH = 400
_POINTING = ("pronoun", "others")
_HUMAN = ("ون", "ين", "ان", "هم")


class Earlier(NamedTuple):
    """The article's claims so far, and all its figures by id."""

    claims: Sequence[Claim]
    figures: Mapping[str, Figure]


def is_part(clause: Clause, placed: Placed, thing: Counted) -> bool:
    """Whether the words say that the figure is part of a whole."""
    return (
        thing.how == "pronoun"
        or _has_part_cue(clause, placed)
        or (thing.how == "left out" and _goes_on_parting(clause, placed))
    )


def _goes_on_parting(clause: Clause, placed: Placed) -> bool:
    """Whether a bare figure is joined to a part: 174 of them in hospitals *and 271* in tents."""
    if not clause.is_conjoined(placed):
        return False
    other = next((p for at in clause.leftward(placed.first) if (p := clause.figure_at(at))), None)
    return other is not None and clause.is_cue(min(other.last + 1, placed.first), "of_them")


def _has_part_cue(clause: Clause, placed: Placed) -> bool:
    """Whether "among them" stands before, or before the figure that this one is joined to."""
    for steps, at in enumerate(clause.leftward(placed.first)):
        other = clause.figure_at(at)
        if other:
            return clause.is_conjoined(placed) and _has_part_cue(clause, other)
        if steps > _NEAR_PART:
            return False
        if clause.is_cue(at, "part") or _opens_parts(clause, at):
            return True
    return False


def _opens_parts(clause: Clause, at: int) -> bool:
    """Whether "of them" belongs to the figures behind it: 445 injured, *of them* 174 children.

    It does not behind a figure (105 of them), nor behind "each" or "some".
    """
    if at == 0 or not clause.is_cue(at, "of_them"):
        return False
    return clause.figure_at(at - 1) is None and not clause.is_cue(at - 1, "stop")


def antecedent(
    clause: Clause, placed: Placed, thing: Counted, happened: str | None, told: Earlier
) -> Claim | None:
    """The claim that the figure points back to: the nearest count that can hold it.

    A figure alone in brackets, without an event of its own, points nowhere.
    A part is smaller than its whole; a whole is looked for up to 400 characters before the
    sentence, as far as a pronoun reaches in news prose.
    """
    part = is_part(clause, placed, thing)
    if placed.figure.kind != "count" or not (part or _points(clause, placed, thing, happened)):
        return None
    group = _group_before(clause, placed) if thing.how == "pronoun" else None
    earlier = (c for c in _before(clause, told, part) if _agrees(clause, thing, c))
    meant = _of_group(list(earlier), group, clause.concepts) if group else earlier
    if not part:
        return next(meant, None)
    holding = (c for c in meant if _can_hold(told.figures[c.figure], placed.figure))
    if not clause.is_conjoined(placed):
        return next(holding, None)
    beside = before_in_sentence(clause, told)
    shared = beside.part_of if beside else None
    return next((c for c in holding if c.id == shared or not c.part_of), None)


def _points(clause: Clause, placed: Placed, thing: Counted, happened: str | None) -> bool:
    """Whether the words point to those of another figure: pronouns, others, a noun left out."""
    named = happened is not None or not _is_bracketed(clause, placed)
    return thing.how in _POINTING or (thing.how == "left out" and named)


def _of_group(claims: Sequence[Claim], group: str, concepts: Concepts) -> Iterator[Claim]:
    """The claims of those of whom an event is told, of all and not of some of them."""
    of = [c for c in claims if c.predicate and group in concepts.genus(c.predicate)]
    known = {c.id for c in of}
    return (c for c in of if c.part_of not in known)


def _group_before(clause: Clause, placed: Placed) -> str | None:
    """The state of the people whom the sentence names before a pronoun: *the survivors* … of them.

    A figure that stands nearer is what the pronoun means.
    """
    for at in range(placed.first - 1, -1, -1):
        if clause.figure_at(at) or clause.is_boundary(at, HARD):
            return None
        match = clause.at.get(at)
        if match and match.definite and (found := stated(clause, match)):
            return found
    return None


def _agrees(clause: Clause, thing: Counted, claim: Claim) -> bool:
    """Whether "others" can be of these: in the sound masculine plural people alone are."""
    if thing.how != "others" or not clause.tokens[thing.first].norm.endswith(_HUMAN):
        return True
    known = claim.counted is not None and not claim.counted.startswith("~")
    return not known or "person" in clause.concepts.genus(claim.counted)


def is_countable_in(concepts: Concepts, what: str | None, whole: Claim) -> bool:
    """Whether a part can be counted in its whole: 120 children are no part of 300 families."""
    return concepts.is_collective(what) == concepts.is_collective(whole.counted)


def _is_bracketed(clause: Clause, placed: Placed) -> bool:
    return placed.first > 0 and clause.tokens[placed.first - 1].norm in "(["


def _before(clause: Clause, told: Earlier, part: bool) -> Iterator[Claim]:
    for claim in reversed(told.claims):
        figure = told.figures[claim.figure]
        same_sentence = figure.sentence == clause.sentence.id
        if figure.kind != "count" or (not same_sentence and not part):
            continue
        if not same_sentence and clause.sentence.start - figure.end > _REACH:
            return
        yield claim


def _can_hold(whole: Figure, part: Figure) -> bool:
    least = part.low if part.low is not None else part.high
    return whole.high is None or least is None or least < whole.high


def before_in_sentence(clause: Clause, told: Earlier) -> Claim | None:
    """The claim before in the same sentence: it happened there as well."""
    last = told.claims[-1] if told.claims else None
    return last if last and told.figures[last.figure].sentence == clause.sentence.id else None


def inherit(scope: Sequence[str], source: Claim | None, aspects: Sequence[str]) -> tuple[str, ...]:
    """The scope, with the aspects that it lacks taken over from another claim's."""
    own = {word.partition(":")[0] for word in scope}
    wanted = set(aspects) - own
    taken = (word for word in (source.scope if source else ()) if word.split(":")[0] in wanted)
    return tuple(sorted({*scope, *taken}))


def restated(
    clause: Clause,
    placed: Placed,
    thing: Counted,
    speakers: tuple[Source, ...],
    before: Claim | None,
) -> Claim | None:
    """The claim before in the sentence that the figure gives another value for.

    It does where the words name the number again (their number), or where the figure has no
    noun and is on another authority's word: 12,000 according to the union, some 3500 according
    to the ministry; the company said that it did not pass 60 per cent.
    """
    if before is None:
        return None
    counted_again = thing.concept in (None, "person", before.counted)
    if counted_again and _says_number(clause, placed):
        return before
    contrasted = _is_contrasted(clause, placed, speakers, before)
    bare = thing.how == "left out" or (thing.how == "topic" and _says_that_it(clause, placed))
    return before if bare and contrasted else None


def _is_contrasted(
    clause: Clause, placed: Placed, speakers: tuple[Source, ...], before: Claim
) -> bool:
    """Whether somebody else speaks now: other sources, "not", or a "but" since the claim before."""
    if clause.is_rather(placed.first - 1):
        return True
    mine, theirs = {s.key for s in speakers}, {s.key for s in before.attribution}
    if mine and theirs and mine.isdisjoint(theirs):
        return True
    since = (at for at in range(placed.first) if clause.tokens[at].start >= before.end)
    return mine != theirs and any(clause.is_cue(at, "adversative") for at in since)


def _says_number(clause: Clause, placed: Placed) -> bool:
    left = list(islice(clause.leftward(placed.first), _POINTER))
    return any(clause.is_cue(at, "restated") for at in left)


def _says_that_it(clause: Clause, placed: Placed) -> bool:
    left = list(islice(clause.leftward(placed.first), _NEAR_POINTER))
    return any(clause.is_cue(at, "that_it") for at in left)


def resolve(
    concepts: Concepts, thing: Counted, happened: str | None, whole: Claim | None, part: bool
) -> tuple[str | None, str | None]:
    """What is counted and what happened to it, the whole consulted where the words are silent.

    A captive who is held is a person who is held: the noun says no more than the predicate.
    """
    what = thing.concept
    of = _victim(concepts, happened)
    if what is None and thing.how == "left out" and not part:
        what = of
    if what is None and whole:
        what = _others(concepts, whole) if thing.how == "others" else _member(concepts, whole)
    if whole and (happened is None or (part and _is_mere_state(concepts, thing, happened))):
        happened = whole.predicate
    if what is None:
        what = of or _victim(concepts, happened)
    known = concepts.concepts.get(what) if what else None
    if known and known.implies and known.implies == happened:
        what = known.is_a or what
    return what, happened


def _is_mere_state(concepts: Concepts, thing: Counted, happened: str) -> bool:
    """Whether the noun alone says the event, and that a state: 105 freed, 6 *captives* of them."""
    return happened == thing.implied and concepts.concepts[happened].state


def as_rate(
    concepts: Concepts, figure: Figure, what: str | None, happened: str | None
) -> tuple[str | None, str | None]:
    """A share of people whom an event befell, under its name: 58 per cent voted, the turnout."""
    rate = concepts.concepts[happened].rate if happened else None
    of_things = what is not None and "person" not in concepts.genus(what)
    if figure.kind != "percent" or rate is None or of_things:
        return what, happened
    return rate, None


def as_amount(
    concepts: Concepts, figure: Figure, what: str | None, happened: str | None
) -> str | None:
    """An amount that an event makes, under its name: 9,000 tonnes produced are the production."""
    makes = concepts.concepts[happened].makes if happened else None
    known = concepts.concepts.get(what or "")
    named = known is not None and known.role == "amount"
    return makes if makes and figure.kind in ("measure", "money") and not named else what


def _victim(concepts: Concepts, happened: str | None) -> str | None:
    """Whom an event befalls where the text leaves them out: people; things it would name."""
    of = concepts.concepts[happened].of if happened else None
    return of if of == "person" else None


def among(thing: Counted, happened: str | None) -> tuple[str, ...]:
    """The group behind min of which something else is told: four *of the wounded* died."""
    is_group = thing.how == "of" and thing.implied is not None and thing.implied != happened
    return (f"among:{thing.implied}",) if is_group and thing.concept == "person" else ()


def _others(concepts: Concepts, named: Claim) -> str | None:
    """Others than children are people at large; others than soldiers are soldiers too."""
    known = concepts.concepts.get(named.counted or "")
    return known.is_a if known and known.role == "group" else named.counted


def _member(concepts: Concepts, whole: Claim) -> str | None:
    """The noun for those of whom the whole is said: the held are captives."""
    if whole.predicate is None:
        return whole.counted
    named = (
        name
        for name, concept in concepts.concepts.items()
        if concept.implies == whole.predicate and concept.is_a == whole.counted
    )
    return min(named, default=whole.counted)


def same_as(figure: Figure, thing: Counted, what: str | None, told: Earlier) -> str | None:
    """The earlier claim that a definite numeral takes up: the captives *the four*."""
    if thing.how != "before":
        return None
    for claim in reversed(told.claims):
        other = told.figures[claim.figure]
        if (other.low, other.high) == (figure.low, figure.high) and claim.counted == what:
            return claim.same_as or claim.id
    return None

"""What happened to the counted: the event or state that governs a figure.

A noun that carries its event (قتيل) says it by default. A verb or verbal noun to the left governs
(مقتل 13), up to the figure before; or what follows the counted noun does (37 لقوا مصرعهم, 121
منهم محتجزين), and where a state is said to go on, that comes first. A part without one has its
whole's.
"""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from compare.claims.clause import HARD, SOFT, Clause, Placed
from compare.claims.mood import is_denied, is_planned, is_possible
from compare.claims.noun import Counted, stated
from compare.claims.speakers import has_article
from compare.lang.annotate import Match
from compare.lang.concepts import Sense

_LEFT = 12
_RIGHT = 5
_BESIDE = 3
_OF_SUMS = (None, "money", "aid", "law", "exports", "imports", "production", "weapon")
_TOLD = ("verb", "phrase")
_VERBAL = (*_TOLD, "masdar", "also")


class Predicate(NamedTuple):
    """The event or state, the tokens that say it, and whether it is denied or not yet so."""

    concept: str | None
    first: int
    last: int
    negated: bool = False
    hypothetical: bool = False


class _Said(NamedTuple):
    """An event as found: its concept, its tokens, the part of speech, whether it is to come."""

    concept: str
    first: int
    last: int
    pos: str | None = None
    future: bool = False


def predicate(clause: Clause, placed: Placed, counted: Counted) -> Predicate:
    """Read the predicate of the figure's claim."""
    found = _said(clause, placed, counted)
    if found is None:
        return Predicate(None, placed.first, placed.last, False, is_possible(clause, placed.first))
    pos = found.pos if found.last < placed.first else None
    return Predicate(
        _released(clause, found.concept, counted),
        found.first,
        found.last,
        is_denied(clause, found.first),
        found.future or is_possible(clause, found.first) or is_planned(clause, found.first, pos),
    )


def _said(clause: Clause, placed: Placed, counted: Counted) -> _Said | None:
    """The event that decides, out of the one before, the one after and the noun's own."""
    if is_whole_behind(clause, placed):
        return None
    governing = _left(clause, placed, counted)
    following = _right(clause, placed, counted)
    if following and _goes_on(clause, placed):
        return following
    if counted.implied:
        return _against_noun(clause, placed, counted, governing) or following or _noun(counted)
    if governing and following and _crosses_comma(clause, governing.first, placed.first):
        return following
    return governing or following


def _noun(counted: Counted) -> _Said | None:
    return _Said(counted.implied, counted.first, counted.last) if counted.implied else None


def _against_noun(
    clause: Clause, placed: Placed, counted: Counted, governing: _Said | None
) -> _Said | None:
    """The event before the figure, where it says more than the noun: captives were freed."""
    if governing is None or counted.implied is None:
        return None
    between = range(governing.last + 1, placed.first)
    if any(_cuts_off(clause, at) for at in between) or _is_final(clause, counted.implied):
        return None
    known = clause.concepts.concepts
    if known[governing.concept].of != "person" or _is_kind(clause, counted.implied, governing):
        return None
    return governing if known[counted.implied].state or len(between) < _BESIDE else None


def _cuts_off(clause: Clause, at: int) -> bool:
    """Whether what stands before a token does not reach behind it: a figure, a mark, "caused"."""
    return clause.figure_at(at) is not None or clause.is_boundary(at) or clause.is_cue(at, "caused")


def _is_final(clause: Clause, event: str) -> bool:
    """Whether nothing can befall those whom the event befell: the dead stay dead."""
    return "killed" in clause.concepts.genus(event)


def _is_kind(clause: Clause, event: str, said: _Said) -> bool:
    return said.concept in clause.concepts.genus(event)


def is_whole_behind(clause: Clause, placed: Placed) -> bool:
    """Whether the figure is the whole behind "out of": what befell the part did not befall it."""
    before = list(islice(clause.leftward(placed.first), 2))
    if before and has_article(clause, before[0]) and not placed.definite:
        return False  # out of the survivors: eight women
    return any(clause.is_cue(at, "out_of") for at in before)


def _crosses_comma(clause: Clause, left: int, right: int) -> bool:
    return any(clause.is_boundary(at, SOFT) for at in range(left, right))


def _left(clause: Clause, placed: Placed, counted: Counted) -> _Said | None:
    """The nearest verbal word left of the figure, not past the figure before it."""
    for at in _reach_left(clause, placed):
        match = clause.at.get(at)
        if match is None or at != match.last:
            continue
        if clause.is_cue(at, "light") and at + 1 < placed.first:
            continue
        described = counted.how == "topic" and match.first == counted.last + 1
        definite = match.definite and match.first == match.last and not described
        if definite and _is_beside(match, placed) and not _is_tallied(clause, match):
            continue  # a verbal noun with the article governs nothing: the Shifa (40 injured)
        # A noun in construct with the counted says its state: the *bodies* of 29 children.
        if _is_tallied(clause, match) or (_is_beside(match, placed) and not match.definite):
            state = stated(clause, match)
            if state:
                return _Said(state, match.first, match.last)
        parts = (*_left_parts(clause, match, placed), *(("adj",) if described else ()))
        found = _event(clause, match, placed, counted, parts)
        if found:
            return found
    return None


def _is_beside(match: Match, placed: Placed) -> bool:
    """Whether nothing stands between the words and the figure after them."""
    return match.last == placed.first - 1


def _left_parts(clause: Clause, match: Match, placed: Placed) -> tuple[str, ...]:
    """Verbal words govern from the left; nouns where a toll is counted or right before it."""
    heads = _is_tallied(clause, match) or _is_beside(match, placed)
    return (*_VERBAL, "noun") if heads else _VERBAL


def _is_tallied(clause: Clause, match: Match) -> bool:
    """Whether a noun of people heads a count: the number of the killed, among the killed."""
    before = match.first - 1
    if before >= 0 and clause.is_cue(before, "tally", "among", "out_of"):
        return True
    return match.conjunction == "و" and match.definite and _tallies_before(clause, match.first)


def _tallies_before(clause: Clause, at: int) -> bool:
    """Whether a toll stands before, which this goes on: of the killed 12, *of the injured* 30."""
    others = [placed for placed in clause.figures if placed.last < at]
    if not others:
        return False
    left = list(islice(clause.leftward(others[-1].first), _RIGHT))
    return any(clause.is_cue(before, "tally") for before in left)


def _reach_left(clause: Clause, placed: Placed) -> Iterator[int]:
    for steps, at in enumerate(clause.leftward(placed.first, HARD)):
        if steps >= _LEFT or clause.is_cue(at, "part", "that", "that_it"):
            return
        other = clause.figure_at(at)
        if other and other.figure.kind == "count" and not clause.is_conjoined(placed):
            return
        yield at


def _right(clause: Clause, placed: Placed, counted: Counted) -> _Said | None:
    """A verb, participle or state right after the counted noun, in the same clause."""
    start = max(counted.last, placed.last)
    for steps, at in enumerate(clause.rightward(start)):
        if steps >= _RIGHT or clause.figure_at(at) or clause.is_cue(at, "part"):
            return None
        if steps and clause.is_cue(at, "relative_singular"):
            return None  # 29 missing from the boat *that* sank
        match = clause.at.get(at)
        if match is None or at != match.first:
            continue
        if match.conjunction:
            return None
        described = at == start + 1 and _may_describe(clause, match, counted)
        state = stated(clause, match) if described or _goes_on(clause, placed) else None
        if state:
            return _Said(state, match.first, match.last)
        found = _event(clause, match, placed, counted, _VERBAL if at == start + 1 else _TOLD)
        if found:
            return found
    return None


def _may_describe(clause: Clause, match: Match, counted: Counted) -> bool:
    """Whether a noun right behind people says their state: a family does agree as a thing does.

    A noun of another gender is whose family it is: 300 families of the fallen.
    """
    if match.definite or counted.concept == "person":
        return not match.definite
    feminine = clause.tokens[match.last].norm.endswith("ه")
    return clause.concepts.is_collective(counted.concept) and feminine


def _goes_on(clause: Clause, placed: Placed) -> bool:
    """Whether the clause says that something still is: only then a noun is the predicate."""
    left = list(islice(clause.leftward(placed.first, HARD | SOFT), _RIGHT))
    right = list(islice(clause.rightward(placed.last), _RIGHT))
    return any(clause.is_cue(at, "still") for at in (*left, *right))


def _event(
    clause: Clause, match: Match, placed: Placed, counted: Counted, parts: tuple[str, ...]
) -> _Said | None:
    """The first sense that is an event which can befall what is counted."""
    for sense in match.senses:
        if (
            sense.pos in parts
            and sense.category == "events"
            and _befalls(clause, sense, placed, counted.concept)
        ):
            return _Said(sense.concept, match.first, match.last, sense.pos, match.future)
    return None


def _befalls(clause: Clause, sense: Sense, placed: Placed, counted: str | None) -> bool:
    """Events of people befall people, those of things things; of sums and shares none of people.

    An unknown noun that is counted may be either; a family flees, and is given food.
    """
    event = clause.concepts.concepts[sense.concept]
    of_people = event.of == "person"
    if _is_bare_amount(clause, placed, counted):
        return event.of in _OF_SUMS or (placed.figure.kind == "percent" and event.rate is not None)
    if counted is None or counted.startswith("~"):
        return placed.figure.kind == "count" or not of_people
    counts_people = "person" in clause.concepts.genus(counted)
    either = event.of is None or clause.concepts.is_collective(counted)
    return either or of_people == counts_people


def _is_bare_amount(clause: Clause, placed: Placed, counted: str | None) -> bool:
    """Whether the figure is a sum, or a share of nobody and nothing that an event could befall."""
    known = clause.concepts.concepts.get(counted or "")
    of_nothing = counted is None or (known is not None and known.role == "amount")
    return placed.figure.kind == "money" or (placed.figure.kind == "percent" and of_nothing)


def _released(clause: Clause, concept: str, counted: Counted) -> str:
    """What ends any plight, of captives, ends their captivity: brought back, rescued, let go."""
    if counted.concept is None or counted.concept.startswith("~"):
        return concept
    known = clause.concepts.concepts
    state = known[counted.concept].implies
    if state is None or known[concept].ends is None:
        return concept
    return min((name for name in known if known[name].ends == state), default=concept)

"""What happened to the counted: the event or state that governs a figure, and its mood.

A noun that carries its event (قتيل) says it itself. Else the verb or verbal noun to the left
governs (مقتل 13), up to the figure before; or what follows the counted noun does (37 لقوا
مصرعهم, 121 منهم محتجزين). A part without one has its whole's.
"""

from collections.abc import Iterator
from typing import NamedTuple

from compare.claims.clause import HARD, SOFT, Clause, Placed
from compare.claims.counted import Counted
from compare.lang.annotate import Match
from compare.lang.concepts import Sense

_LEFT = 12
_RIGHT = 5
_VERBAL = ("verb", "masdar", "also", "phrase")
_THAT = frozenset(("ان", "بان", "فان", "انه", "انها", "انهم"))
_IMPERFECT = ("ي", "ت", "ن", "ا")


class Predicate(NamedTuple):
    """The event or state, the tokens that say it, and whether it is denied or not yet so."""

    concept: str | None
    first: int
    last: int
    negated: bool = False
    hypothetical: bool = False


def predicate(clause: Clause, placed: Placed, counted: Counted) -> Predicate:
    """Read the predicate of the figure's claim."""
    found = _said(clause, placed, counted)
    if found is None:
        return Predicate(None, placed.first, placed.last, False, _is_possible(clause, placed.first))
    concept, first, last, pos = found
    concept = _released(clause, concept, counted)
    governs = last < placed.first
    return Predicate(concept, first, last, *_mood(clause, first, pos if governs else None))


def _said(
    clause: Clause, placed: Placed, counted: Counted
) -> tuple[str, int, int, str | None] | None:
    governing = _left(clause, placed, counted)
    following = _right(clause, placed, counted)
    if counted.implied and not (governing and _is_state(clause, counted.implied)):
        return counted.implied, counted.first, counted.last, None
    if governing and following and _crosses_comma(clause, governing[1], placed.first):
        return following
    return governing or following


def _is_state(clause: Clause, concept: str) -> bool:
    found = clause.concepts.concepts.get(concept)
    return bool(found and found.state)


def _crosses_comma(clause: Clause, left: int, right: int) -> bool:
    return any(clause.is_boundary(at, SOFT) for at in range(left, right))


def _left(
    clause: Clause, placed: Placed, counted: Counted
) -> tuple[str, int, int, str | None] | None:
    """The nearest verbal word left of the figure, not past the figure before it."""
    for at in _reach_left(clause, placed):
        match = clause.at.get(at)
        if match is None or at != match.last:
            continue
        if clause.is_cue(at, "light") and at + 1 < placed.first:
            continue
        sense = _event(clause, match, _thing(placed, counted), _left_parts(clause, match, placed))
        if sense:
            return sense.concept, match.first, match.last, sense.pos
    return None


def _left_parts(clause: Clause, match: Match, placed: Placed) -> tuple[str, ...]:
    """Verbal words govern from the left; nouns where a toll is counted or right before it."""
    before = match.first - 1
    tallied = before >= 0 and clause.is_cue(before, "tally")
    adjacent = match.last == placed.first - 1
    return (*_VERBAL, "noun") if tallied or adjacent else _VERBAL


def _reach_left(clause: Clause, placed: Placed) -> Iterator[int]:
    for steps, at in enumerate(clause.leftward(placed.first, HARD)):
        if steps >= _LEFT or clause.is_cue(at, "part") or clause.tokens[at].norm in _THAT:
            return
        other = clause.figure_at(at)
        if other and other.figure.kind == "count" and not _conjoined(clause, placed):
            return
        yield at


def _conjoined(clause: Clause, placed: Placed) -> bool:
    """Whether a wa joins the figure to the one before it: 12 men and 3 women."""
    first = clause.tokens[placed.first]
    before = placed.first - 1
    if before >= 0 and clause.tokens[before].norm == "و":
        return True
    return placed.figure.start > first.start or first.norm.startswith("و")


def _right(
    clause: Clause, placed: Placed, counted: Counted
) -> tuple[str, int, int, str | None] | None:
    """A verb, participle or state right after the counted noun."""
    start = max(counted.last, placed.last)
    for steps, at in enumerate(clause.rightward(start)):
        if steps >= _RIGHT or clause.figure_at(at) or clause.is_cue(at, "part"):
            return None
        match = clause.at.get(at)
        if match is None or at != match.first or (steps and match.conjunction):
            continue
        state = _stated(clause, match) if _goes_on(clause, placed) else None
        if state:
            return state, match.first, match.last, None
        found = _event(clause, match, _thing(placed, counted), _VERBAL)
        if found:
            return found.concept, match.first, match.last, found.pos
    return None


def _goes_on(clause: Clause, placed: Placed) -> bool:
    """Whether the clause says that something still is: only then a noun is the predicate."""
    left = list(clause.leftward(placed.first, HARD | SOFT))[:_RIGHT]
    right = list(clause.rightward(placed.last))[:_RIGHT]
    return any(clause.is_cue(at, "still") for at in (*left, *right))


def _stated(clause: Clause, match: Match) -> str | None:
    """The state that a noun of people says after the counted: 121 are still *captives*."""
    implied = (
        clause.concepts.concepts[sense.concept].implies
        for sense in match.senses
        if sense.category == "people"
    )
    return next((state for state in implied if state), None)


def _event(
    clause: Clause, match: Match, counted: str | None, parts: tuple[str, ...]
) -> Sense | None:
    """The first sense that is an event which can befall what is counted."""
    for sense in match.senses:
        if sense.pos not in parts:
            continue
        if sense.category == "events" and _befalls(clause, sense.concept, counted):
            return sense
    return None


def _thing(placed: Placed, counted: Counted) -> str | None:
    """What is counted; of a sum or a share nobody knows it to be people unless it says so."""
    return counted.concept or (None if placed.figure.kind == "count" else "~")


def _befalls(clause: Clause, event: str, counted: str | None) -> bool:
    of = clause.concepts.concepts[event].of
    if of is None or counted is None:
        return True
    known = tuple(clause.concepts.genus(counted))
    return of in known or (counted.startswith("~") and of != "person")


def _released(clause: Clause, concept: str, counted: Counted) -> str:
    """What ends any plight, of captives, ends their captivity: brought back, rescued, let go."""
    if counted.concept is None or counted.concept.startswith("~"):
        return concept
    state = clause.concepts.concepts[counted.concept].implies
    if state is None or clause.concepts.concepts[concept].ends is None:
        return concept
    known = clause.concepts.concepts
    return min((name for name in known if known[name].ends == state), default=concept)


def _mood(clause: Clause, first: int, pos: str | None) -> tuple[bool, bool]:
    """Whether the predicate at `first` is denied, and whether it has not happened."""
    before = [at for _, at in zip(range(3), clause.leftward(first, HARD | SOFT), strict=False)]
    negated = any(clause.is_cue(at, "not") for at in before)
    return negated, _is_possible(clause, first) or _is_planned(clause, first, pos)


def _is_possible(clause: Clause, first: int) -> bool:
    for steps, at in enumerate(clause.leftward(first, HARD | SOFT)):
        if steps > 3:
            return False
        if clause.is_cue(at, "may"):
            following = clause.tokens[min(at + 1, first)].norm
            return clause.tokens[at].norm != "قد" or following.startswith(_IMPERFECT)
    return False


def _is_planned(clause: Clause, first: int, pos: str | None) -> bool:
    """Whether the nearest word that decides says plan rather than outcome.

    A past verb has happened. A verbal noun has where a verb of result governs it, and has not
    where a deal, a demand or a hope does.
    """
    if pos not in ("masdar", "also", "phrase"):
        return False
    resulted = False
    planned: bool | None = None
    for at in clause.leftward(first, HARD):
        if clause.is_cue(at, "caused"):
            resulted = resulted or "verb" in {s.pos for s in clause.senses(at)}
            planned = False if planned is None else planned
        elif clause.is_cue(at, "planned") and planned is None:
            planned = True
        if resulted and not clause.is_boundary(at, SOFT):
            return False
    return bool(planned)

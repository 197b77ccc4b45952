"""What a sum, a share or a measure is the amount of: the deficit, the turnout, the depth.

Arabic puts the quantity before its amount as a rule (بلغ العجز 12 مليار, بنسبة تضخم 3%), with what
it belongs to between the two; behind it stand a part's whole (51 billion of aid) and a purpose
(4 billion for rebuilding).
"""

from collections.abc import Iterator
from itertools import islice

from compare.claims.clause import HARD, Clause, Placed
from compare.claims.noun import Counted, left_out, noun, partitive
from compare.claims.predicate import Predicate
from compare.claims.speakers import has_article
from compare.lang.annotate import Match
from compare.lang.morphology import looks_verbal

_UNIT = 4
_FAR = 16
_NEAR = 10
_RATE = 16
_DONE_TO = ("measure", "money")


def topic(clause: Clause, placed: Placed) -> Counted:
    """Read of what the figure is: its own unit, a quantity by name, a whole, the nearest thing."""
    if placed.figure.unit in clause.concepts.concepts:
        return left_out(placed)._replace(concept=placed.figure.unit)
    worth = placed.first > 0 and clause.is_cue(placed.first - 1, "light")
    whole = None if worth else _behind_min(clause, placed)
    return (
        _amount_before(clause, placed)
        or whole
        or _of_rate(clause, placed)
        or _amount_behind(clause, placed)
        or _thing_before(clause, placed)
        or left_out(placed)
    )


def _behind_min(clause: Clause, placed: Placed) -> Counted | None:
    """What the figure is part of; who gave the money, or how far from where, is nothing such."""
    for at in list(islice(clause.rightward(placed.last), _UNIT)):
        if clause.is_cue(at, "partitive") and at + 1 < len(clause.tokens):
            behind = _measurable(clause, placed, partitive(clause, placed, at + 1))
            named = behind.concept is not None and not behind.concept.startswith("~")
            return behind if named or placed.figure.kind == "percent" else None
    return None


def _measurable(clause: Clause, placed: Placed, behind: Counted) -> Counted:
    """What can be so large or heavy: people are not, and a word for them may be one for a thing."""
    if placed.figure.kind != "measure" or "person" not in clause.concepts.genus(behind.concept):
        return behind
    things = (s for s in clause.senses(behind.first) if s.category == "things" and s.pos == "noun")
    thing = next(things, None)
    return behind._replace(concept=thing.concept, implied=None) if thing else behind


def _amount_before(clause: Clause, placed: Placed) -> Counted | None:
    """The nearest quantity by name before the figure, that no other figure of its kind is of.

    In construct the first noun is the quantity: the deficit of the budget.
    """
    matches = ((at, clause.at.get(at)) for at in _since_like(clause, placed))
    amounts = (m for at, m in matches if m and at == m.last and _is_amount(clause, m))
    found = next((m for m in amounts if not _is_aside(clause, m)), None)
    return noun(clause, _head(clause, found).first, "topic") if found else None


def _since_like(clause: Clause, placed: Placed) -> Iterator[int]:
    """Tokens before the figure, back to another figure of its kind that is no list's."""
    for steps, at in enumerate(clause.leftward(placed.first, HARD)):
        other = clause.figure_at(at)
        if steps >= _FAR or (other and other.figure.kind == placed.figure.kind):
            return
        yield at


def _is_amount(clause: Clause, match: Match) -> bool:
    return any(
        s.category == "things"
        and s.pos in ("noun", "phrase")
        and clause.concepts.concepts[s.concept].role == "amount"
        for s in match.senses
    )


def _is_aside(clause: Clause, match: Match) -> bool:
    """Whether a preposition holds the noun apart: the deficit *after* grants."""
    before = match.first - 1
    return before >= 0 and clause.is_cue(before, "stop", "relative_clause", "relative_singular")


def _head(clause: Clause, match: Match) -> Match:
    """The first of two quantities in construct: a bare one right before another."""
    before = clause.at.get(match.first - 1)
    if before is None or not _is_amount(clause, before) or has_article(clause, before.first):
        return match
    return before


def _of_rate(clause: Clause, placed: Placed) -> Counted | None:
    if placed.figure.kind != "percent":
        return None
    for at in list(islice(clause.leftward(placed.first), _RATE)):
        if clause.is_cue(at, "rate") and _is_named(clause, at + 1, placed):
            return noun(clause, at + 1, "topic")
    return None


def _is_named(clause: Clause, at: int, placed: Placed) -> bool:
    """Whether a noun stands here that can say of what the rate is: no verb, no number."""
    verbal = any(s.pos == "verb" for s in clause.senses(at)) or looks_verbal(clause.tokens[at].norm)
    return at < placed.first and clause.tokens[at].kind == "word" and not verbal


def _amount_behind(clause: Clause, placed: Placed) -> Counted | None:
    """A quantity right behind the unit: 20 million dollars aid, as a fine, for spending."""
    match = clause.at.get(placed.unit_last + 1)
    if match and match.first == placed.unit_last + 1 and _is_amount(clause, match):
        return noun(clause, match.first, "topic")
    return None


def _thing_before(clause: Clause, placed: Placed) -> Counted | None:
    for at in list(islice(clause.leftward(placed.first), _NEAR)):
        match = clause.at.get(at)
        if match and at == match.last and _is_thing(clause, at):
            return noun(clause, match.first, "topic")
    return None


def without_doer(clause: Clause, placed: Placed, thing: Counted, said: Predicate) -> Counted:
    """What is measured, where the thing before did it: *the fire* destroyed 1,900 hectares."""
    concept = clause.concepts.concepts.get(thing.concept or "")
    event = clause.concepts.concepts.get(said.concept or "")
    if thing.how != "topic" or concept is None or concept.role == "amount" or event is None:
        return thing
    if placed.figure.kind not in _DONE_TO or event.of in (None, "person") or event.role == "worth":
        return thing
    return left_out(placed) if _is_doer(clause, placed, thing, said) else thing


def _is_doer(clause: Clause, placed: Placed, thing: Counted, said: Predicate) -> bool:
    """Whether a noun is the subject of the event whose object the figure is.

    It stands right behind the verb or before it; no other verb stands before the figure.
    """
    between = range(said.last + 1, placed.first)
    if said.last >= placed.first or any(clause.is_cue(at, "light") for at in between):
        return False
    return thing.last < said.first or thing.first == said.last + 1


def _is_thing(clause: Clause, at: int) -> bool:
    """Whether a token is a thing; the bare word for a rate says nothing of what it is."""
    named = any(s.category == "things" and s.pos == "noun" for s in clause.senses(at))
    return named and not clause.is_cue(at, "rate")

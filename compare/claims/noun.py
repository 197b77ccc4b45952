"""A noun with its adjectives as what a figure counts: its concept, event and nations."""

from itertools import islice
from typing import NamedTuple

from compare.claims.clause import Clause, Placed
from compare.claims.speakers import has_article
from compare.lang.annotate import Match
from compare.lang.concepts import Sense
from compare.lang.stemming import stem

_NOUN_LIKE = ("phrase", "word")
_NOUNS = ("people", "events", "things")
_ADJECTIVES = 4


class Counted(NamedTuple):
    """What is counted: a concept or a "~stem", and the tokens that say it.

    `how` is "noun", "before", "of" (partitive), "pronoun", "others" or "left out";
    `implied` the event that the noun itself carries (قتيل: killed); `nations` those of its
    adjectives.
    """

    concept: str | None
    how: str
    first: int
    last: int
    implied: str | None = None
    nations: tuple[str, ...] = ()


def left_out(placed: Placed) -> Counted:
    """Nothing that is counted is named."""
    return Counted(None, "left out", placed.last, placed.last)


def partitive(clause: Clause, placed: Placed, head: int) -> Counted:
    """Behind min: a definite noun, or one in construct with it (of the army's members)."""
    if _noun_sense(clause, head) and not _is_definite_next(clause, head):
        return noun(clause, head, "of")
    for at in (head, head + 1):
        if at < len(clause.tokens) and has_article(clause, at):
            known = at > head and _noun_sense(clause, head)
            return noun(clause, head if known else at, "of")
    return left_out(placed)


def _is_definite_next(clause: Clause, at: int) -> bool:
    return at + 1 < len(clause.tokens) and has_article(clause, at + 1)


def noun(clause: Clause, at: int, how: str) -> Counted:
    """The noun that begins at a token: a concept, a people, or its stem behind "~"."""
    last, nations = _adjectives(clause, at)
    sense = _noun_sense(clause, at)
    if sense is None:
        return Counted("~" + _bare_stem(clause.tokens[at].norm), how, at, last, None, nations)
    if sense.category == "places":
        return Counted("person", how, at, last, None, _nation(clause, sense) + nations)
    concept = clause.concepts.concepts[sense.concept]
    if sense.category == "events":
        return Counted(concept.of or "person", how, at, last, sense.concept, nations)
    return Counted(sense.concept, how, at, last, concept.implies, nations)


def stated(clause: Clause, match: Match) -> str | None:
    """The state that a noun says: 121 are still *captives*, 85 others *missing*."""
    for sense in match.senses:
        concept = clause.concepts.concepts[sense.concept]
        if sense.category == "people" and concept.implies:
            return concept.implies
        if sense.category == "events" and sense.pos == "noun":
            return sense.concept
    return None


def _bare_stem(word: str) -> str:
    """The stem of a noun that may bear the accusative that numerals ask for (112 خطا)."""
    return stem(word[:-1] if word.endswith("ا") and len(word) > 3 else word)


def _noun_sense(clause: Clause, at: int) -> Sense | None:
    senses = clause.senses(at)
    nouns = [s for s in senses if s.category in _NOUNS and s.pos == "noun"]
    nouns += [s for s in senses if s.category in ("people", "things") and s.pos in _NOUN_LIKE]
    # Cases are counted by their verbal noun: 698 injuries, 5 deaths.
    nouns += [s for s in senses if s.category == "events" and s.pos in ("masdar", "also")]
    nisbas = [s for s in senses if s.category == "places" and s.pos == "adj"]
    return next(iter(nouns + nisbas), None)


def _adjectives(clause: Clause, head: int) -> tuple[int, tuple[str, ...]]:
    """The last token of the noun's adjectives, and the nations among them."""
    last = head
    nations: list[str] = []
    for at in list(islice(clause.rightward(head), _ADJECTIVES)):
        found = [s for s in clause.senses(at) if s.category == "places" and s.pos == "adj"]
        match = clause.at.get(at)
        if found and not (match and match.conjunction):
            nations += _nation(clause, found[0])
            last = at
        elif clause.senses(at) or clause.figure_at(at) or clause.is_boundary(at):
            break
    return last, tuple(nations)


def _nation(clause: Clause, sense: Sense) -> tuple[str, ...]:
    concept = clause.concepts.concepts[sense.concept]
    return (sense.concept,) if concept.role != "people" else ()

"""What a figure counts: the noun after it, before it, behind "of", or left out.

Arabic puts the counted noun after the numeral (7 captives), in the definite before it (the
captives the four), or behind min in the definite (4 of the captives); a pronoun (105 of them)
or nothing at all (50 injured) points back.
"""

from typing import NamedTuple

from compare.claims.clause import PARTICLES, Clause, Placed
from compare.claims.speakers import has_article
from compare.lang.concepts import Sense
from compare.lang.words import stem

_NOUN_LIKE = ("phrase", "word")
_NOUNS = ("people", "events", "things")
_ADJECTIVES = 4
_POSSESSED = ("هم", "هن")
_UNIT = 4
_TOPIC = 10
_RATE = 16


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


def counted(clause: Clause, placed: Placed) -> Counted:
    """Read what the figure counts."""
    before = _noun_before(clause, placed)
    if before:
        return before
    if placed.figure.kind != "count":
        return _topic(clause, placed)
    if placed.figure.rule.startswith("dual"):
        return _noun(clause, placed.first, "noun")
    return _counted_behind(clause, placed)


def _counted_behind(clause: Clause, placed: Placed) -> Counted:
    at = _after_unit(clause, placed)
    if at is None or clause.is_boundary(at):
        return Counted(None, "left out", placed.last, placed.last)
    if clause.is_cue(at, "of_them"):
        return Counted(_named_before(clause, placed), "pronoun", at, at)
    if clause.is_cue(at, "others"):
        return Counted(None, "others", at, at)
    return _noun_after(clause, placed, at)


def _named_before(clause: Clause, placed: Placed) -> str | None:
    """The people whom the clause named last without counting them: 29 of them."""
    for at in clause.leftward(placed.first):
        if clause.figure_at(at):
            return None
        for sense in clause.senses(at):
            if sense.category == "people" and sense.pos == "noun":
                return sense.concept
    return None


def _topic(clause: Clause, placed: Placed) -> Counted:
    """What a sum, a share or a measure is of.

    The noun behind min (51 billion dollars of aid), but not where a worth is told (a loan worth
    12 billion of the fund's); the noun of a rate (the rate of participation); else the nearest
    thing before.
    """
    worth = placed.first > 0 and clause.is_cue(placed.first - 1, "light")
    return (
        (None if worth else _topic_behind(clause, placed))
        or (_topic_of_rate(clause, placed) if placed.figure.kind == "percent" else None)
        or _topic_before(clause, placed)
        or Counted(None, "left out", placed.last, placed.last)
    )


def _topic_behind(clause: Clause, placed: Placed) -> Counted | None:
    for at in list(clause.rightward(placed.last))[:_UNIT]:
        if clause.is_cue(at, "partitive") and at + 1 < len(clause.tokens):
            behind = _partitive(clause, placed, at + 1)
            return behind if behind.concept else None
    return None


def _topic_of_rate(clause: Clause, placed: Placed) -> Counted | None:
    for at in list(clause.leftward(placed.first))[:_RATE]:
        if clause.is_cue(at, "rate") and at + 1 < placed.first:
            return _noun(clause, at + 1, "topic")
    return None


def _topic_before(clause: Clause, placed: Placed) -> Counted | None:
    for at in list(clause.leftward(placed.first))[:_TOPIC]:
        match = clause.at.get(at)
        if match and at == match.last and _is_thing(clause, at):
            return _noun(clause, match.first, "topic")
    return None


def _is_thing(clause: Clause, at: int) -> bool:
    return any(sense.category == "things" and sense.pos == "noun" for sense in clause.senses(at))


def _after_unit(clause: Clause, placed: Placed) -> int | None:
    """The first token after the figure that is not its unit, a bound or a light word."""
    for at in clause.rightward(placed.last, marks=()):
        if not clause.is_cue(at, "light") and not _is_joiner(clause, at):
            return at
    return None


def _is_joiner(clause: Clause, at: int) -> bool:
    return clause.tokens[at].kind == "mark" and clause.tokens[at].norm in "\"'«“-_"


def _noun_before(clause: Clause, placed: Placed) -> Counted | None:
    """The definite noun before a definite numeral: the captives the four."""
    at = placed.first - 1
    if at >= 0 and clause.tokens[at].norm == "ال":
        at -= 1
    elif not clause.tokens[placed.first].norm.startswith("ال"):
        return None
    if at < 0 or clause.tokens[at].kind != "word" or clause.is_cue(at, *PARTICLES):
        return None
    if not has_article(clause, at):
        return None
    return _noun(clause, _head_before(clause, at), "before")


def _head_before(clause: Clause, at: int) -> int:
    """The noun that the words before a numeral belong to.

    The *members* of the council the five; the *soldiers* the Jordanian the three.
    """
    before = at - 1
    if before < 0:
        return at
    nisba = any(s.category == "places" and s.pos == "adj" for s in clause.senses(at))
    if nisba and has_article(clause, before):
        return before
    people = any(s.category == "people" and s.pos == "noun" for s in clause.senses(before))
    return before if people and not has_article(clause, before) else at


def _noun_after(clause: Clause, placed: Placed, at: int) -> Counted:
    partitive = clause.is_cue(at, "partitive")
    noun = at + 1 if partitive else at
    if noun >= len(clause.tokens) or clause.tokens[noun].kind != "word":
        return Counted(None, "left out", placed.last, placed.last)
    if partitive:
        return _partitive(clause, placed, noun)
    if _ends_phrase(clause, noun):
        return Counted(None, "left out", placed.last, placed.last)
    return _noun(clause, noun, "noun")


def _partitive(clause: Clause, placed: Placed, noun: int) -> Counted:
    """Behind min: a definite noun, or one in construct with it (of the army's members)."""
    if _noun_sense(clause, noun) and not _is_definite_next(clause, noun):
        return _noun(clause, noun, "of")
    for at in (noun, noun + 1):
        if at < len(clause.tokens) and has_article(clause, at):
            known = at > noun and _noun_sense(clause, noun)
            return _noun(clause, noun if known else at, "of")
    return Counted(None, "left out", placed.last, placed.last)


def _is_definite_next(clause: Clause, at: int) -> bool:
    return at + 1 < len(clause.tokens) and has_article(clause, at + 1)


def _ends_phrase(clause: Clause, at: int) -> bool:
    """Whether the word cannot be the counted noun: a verb, a particle, a word joined by wa."""
    senses = clause.senses(at)
    if any(sense.category == "cues" for sense in senses):
        return True
    verbal = bool(senses) and all(
        s.pos == "verb" or (s.pos == "phrase" and s.category == "events") for s in senses
    )
    if not senses and clause.tokens[at].norm.endswith(_POSSESSED):
        return True
    match = clause.at.get(at)
    joined = match is not None and (match.conjunction != "" or match.preposition != "")
    return verbal or joined


def _noun(clause: Clause, at: int, how: str) -> Counted:
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


def _adjectives(clause: Clause, noun: int) -> tuple[int, tuple[str, ...]]:
    """The last token of the noun's adjectives, and the nations among them."""
    last = noun
    nations: list[str] = []
    for at in list(clause.rightward(noun))[:_ADJECTIVES]:
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

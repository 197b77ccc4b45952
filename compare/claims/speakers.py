"""What kind of speaker a word is: a medium, a body, an official, a state; a word of saying."""

from compare.claims.clause import Clause
from compare.lang.morphology import splits
from compare.model import SourceKind

_SPEAKERS: dict[str, SourceKind] = {
    "media": "media",
    "body": "body",
    "official": "official",
    "anonymous": "anonymous",
    "witness": "witness",
    "text": "text",
}


def has_role(clause: Clause, at: int, *roles: str) -> bool:
    """Whether a token is a word of one of these roles: say, according, media, body and so on."""
    return any(
        s.category == "sources" and clause.concepts.concepts[s.concept].role in roles
        for s in clause.senses(at)
    )


def role_of(clause: Clause, at: int) -> SourceKind | None:
    """The kind of speaker that a token opens, or None."""
    for sense in clause.senses(at):
        if sense.category == "cues" and sense.concept == "medium":
            return "media"
        role = clause.concepts.concepts[sense.concept].role
        if sense.category == "sources" and role in _SPEAKERS:
            return None if role == "media" and is_adjective(clause, at) else _SPEAKERS[role]
    return None


def is_adjective(clause: Clause, at: int) -> bool:
    """Whether a medium's one-word name describes the noun before it: the free university."""
    match = clause.at[at]
    if not match.definite or match.first == 0 or match.first != match.last:
        return False
    before = match.first - 1
    is_noun = clause.tokens[before].kind == "word" and not clause.is_cue(before, "medium")
    return is_noun and has_article(clause, before)


def is_state(clause: Clause, at: int) -> bool:
    """Whether a state or its capital speaks, by name: Israel announced."""
    match = clause.at.get(at)
    named = match is not None and not match.preposition
    return named and any(s.category == "places" and s.pos == "name" for s in clause.senses(at))


def names_body(clause: Clause, at: int) -> bool:
    """Whether a token belongs to the name of a body (a ministry, an army)."""
    return any(clause.concepts.concepts[s.concept].role == "body" for s in clause.senses(at))


def has_article(clause: Clause, at: int) -> bool:
    """Whether a token can be a word with the article."""
    return any(way.definite for way in splits(clause.tokens[at].norm))

"""Finding the sources that a sentence names, and where their names end.

A source stands after "according to", as the subject of a verb of saying, or between a verb of
relaying and "from".
"""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from compare.claims.clause import PARTICLES, Clause
from compare.claims.sources import as_medium, body_of, key_of, medium_of, source_of
from compare.claims.speakers import has_article, has_role, is_adjective, is_state, role_of
from compare.model import Source

_LONGEST = 8
_REACH = 5
_FAR = 10
_SPEECH = 12
_QUOTES = frozenset("\"'«»“”‘’")
_CLOSING = frozenset("،.:")
_POSSESSED = ("هم", "هن", "ها", "هما")
_ENDING = (
    *PARTICLES,
    *("common", "may", "not", "light", "planned", "caused", "rise"),
    *("fall", "running", "part", "since", "until", "tally", "restated", "adversative"),
)


class Named(NamedTuple):
    """A source, the tokens that name it, and whether "according to" brought it in."""

    source: Source
    first: int
    last: int
    according: bool = False


def named_sources(clause: Clause, known: Sequence[Source]) -> tuple[Named, ...]:
    """The sources that a sentence names as tellers, in order of their place.

    `known` are the media and bodies that the article named up to here, the latest last.
    """
    found: list[Named] = []
    at = 0
    while at < len(clause.tokens):
        named = _source_at(clause, at, known)
        if named:
            found.append(named)
        at = named.last + 1 if named else at + 1
    return tuple(found)


def mentioned_media(clause: Clause) -> tuple[Source, ...]:
    """The media that a sentence names in whatever role, in order."""
    return tuple(
        as_medium(clause, match.first, match.last, sense.concept)
        for at, match in sorted(clause.at.items())
        if at == match.first and not is_adjective(clause, at)
        for sense in match.senses
        if clause.concepts.concepts[sense.concept].role == "media"
    )


def _source_at(clause: Clause, at: int, known: Sequence[Source]) -> Named | None:
    if role_of(clause, at) is None:
        return _speaker(clause, at)
    if not _introduced(clause, at):
        return None
    last = _end(clause, at)
    source = medium_of(clause, at, last, known) or body_of(clause, at, last, known)
    return Named(source or source_of(clause, at, last), at, last, _is_according(clause, at))


def _introduced(clause: Clause, at: int) -> bool:
    """Whether the words around make it a teller: a verb of saying near, or "according to"."""
    match = clause.at[at]
    if match.first != at:
        return False
    if _near(clause, at, "say", "according") or _is_told(clause, at) or _is_relayed(clause, at):
        return True
    if _had_said(clause, at):
        return True
    for after in range(_end(clause, at) + 1, len(clause.tokens)):
        if has_role(clause, after, "say"):
            return True
        if not _is_quote(clause, after) and not clause.is_cue(after, "may", "qad"):
            return False
    return False


def _had_said(clause: Clause, at: int) -> bool:
    """Whether it stands in the frame of the pluperfect: was the spokesman, ..., having said."""
    was = any(clause.is_cue(b, "was") for b in range(max(0, at - _REACH), at))
    later = range(at + 1, len(clause.tokens) - 1)
    had = (n for n in later if clause.is_cue(n, "qad") and has_role(clause, n + 1, "say"))
    return was and next(had, None) is not None


def _is_told(clause: Clause, at: int) -> bool:
    """Whether somebody said it to the medium: officials told the network."""
    if clause.at[at].preposition != "ل" or role_of(clause, at) != "media":
        return False
    return any(
        has_role(clause, before, "say") for before in list(islice(clause.leftward(at), _FAR))
    )


def _is_relayed(clause: Clause, at: int) -> bool:
    """Whether a medium relayed it from them: the agency quoted ... from an official."""
    if at == 0 or not clause.is_cue(at - 1, "from_whom"):
        return False
    before = list(islice(clause.leftward(at), _FAR))
    return any(s.concept == "relayed" for b in before for s in clause.senses(b))


def _near(clause: Clause, at: int, *roles: str) -> bool:
    """Whether a word of these roles stands up to four tokens before, no figure between."""
    return _nearest(clause, at, *roles) is not None


def _nearest(clause: Clause, at: int, *roles: str) -> int | None:
    for before in range(at - 1, max(-1, at - _REACH), -1):
        if clause.figure_at(before) or _closes(clause, before):
            return None
        if has_role(clause, before, *roles) and not _is_transport(clause, before):
            return before
    return None


def _is_transport(clause: Clause, at: int) -> bool:
    """Whether "naql" is the moving of people or goods: it relays only before a medium or from."""
    senses = clause.senses(at)
    return any(s.concept == "relayed" and s.pos == "masdar" for s in senses)


def _is_according(clause: Clause, at: int) -> bool:
    """Whether "according to", or "as" with a verb of saying, brings the source in."""
    verb = _nearest(clause, at, "say", "according")
    if verb is None:
        return False
    as_told = verb > 0 and clause.is_cue(verb - 1, "as_told")
    return has_role(clause, verb, "according") or as_told


def _speaker(clause: Clause, at: int) -> Named | None:
    """A name that the lexicon lacks: behind "according to", or between "said" and "that"."""
    verb = at - 1
    if verb < 0 or not _opens_name(clause, at):
        return None
    according = has_role(clause, verb, "according")
    if not according and not _is_say_verb(clause, verb):
        return None
    if is_state(clause, at):
        return Named(source_of(clause, at, clause.at[at].last), at, clause.at[at].last, according)
    last = _end(clause, at)
    following = range(last + 1, min(len(clause.tokens), last + _SPEECH))
    if not according and not any(_is_speech(clause, n) for n in following):
        return None
    key, name = key_of(clause, at, last, "name"), clause.text(at, last)
    return Named(Source(key=key, name=name, kind="official"), at, last, according)


def _is_speech(clause: Clause, at: int) -> bool:
    """Whether what is said begins here: that, that it, a colon."""
    return clause.is_cue(at, "that", "that_it") or clause.tokens[at].norm == ":"


def _closes(clause: Clause, at: int) -> bool:
    return _is_speech(clause, at) or clause.tokens[at].norm in _CLOSING


def _is_say_verb(clause: Clause, at: int) -> bool:
    return any(s.pos == "verb" and has_role(clause, at, "say") for s in clause.senses(at))


def _opens_name(clause: Clause, at: int) -> bool:
    """Whether a name can begin here: a word that is no particle, verb or adverb."""
    thing = any(s.category == "things" for s in clause.senses(at))
    ended = (_stops(clause, at) and not thing) or clause.is_cue(at, "latest", "earlier", "new")
    return clause.tokens[at].kind == "word" and not ended and not _is_adverb(clause, at)


def _is_adverb(clause: Clause, at: int) -> bool:
    """An unknown word in the accusative (officially) is nobody's name."""
    return not clause.senses(at) and clause.tokens[at].norm.endswith("يا")


def _end(clause: Clause, first: int) -> int:
    """The last token of a source's name: up to a particle, a mark, a verb of saying, a figure."""
    match = clause.at.get(first)
    last = match.last if match else first
    for at in range(last + 1, min(len(clause.tokens), first + _LONGEST)):
        if _is_quote(clause, at):
            continue
        if _stops(clause, at):
            break
        last = at
    return last


def _is_quote(clause: Clause, at: int) -> bool:
    return clause.tokens[at].norm in _QUOTES


def _stops(clause: Clause, at: int) -> bool:
    token = clause.tokens[at]
    return (
        token.kind in ("mark", "number")
        or len(token.norm) == 1
        or clause.figure_at(at) is not None
        or clause.is_cue(at, *_ENDING)
        or has_role(clause, at, "say", "according")
        or any(s.category in ("time", "events") for s in clause.senses(at))
        or _is_object(clause, at)
        or _is_joined(clause, at)
        or token.norm.endswith("وا")
        or (len(token.norm) > 4 and token.norm.endswith(_POSSESSED))
    )


def _is_object(clause: Clause, at: int) -> bool:
    """Whether a thing is what the source tells of: a name that is complete takes no more nouns.

    In construct (the directorate of water) the noun before it is bare, and the name goes on.
    """
    if not any(s.category == "things" for s in clause.senses(at)):
        return False
    return at > 0 and has_article(clause, at - 1)


def _is_joined(clause: Clause, at: int) -> bool:
    match = clause.at.get(at)
    return bool(match and match.first == at and (match.conjunction or match.preposition))

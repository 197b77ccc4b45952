"""Finding the sources that a sentence names, where their names end, and one key for each.

A source stands after "according to", as the subject of a verb of saying, or between a verb of
relaying and "from". "The network", with the article, is the medium that the article named last;
"the ministry" is the last body whose name has a ministry in it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compare.claims.clause import PARTICLES, Clause
from compare.lang.morphology import splits
from compare.lang.words import stem
from compare.model import Source, SourceKind
from compare.text import fold_word

_SPEAKERS: dict[str, SourceKind] = {
    "media": "media",
    "body": "body",
    "official": "official",
    "anonymous": "anonymous",
    "witness": "witness",
    "text": "text",
}
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
        _media(clause, match.first, match.last, sense.concept)
        for at, match in sorted(clause.at.items())
        if at == match.first and not _is_adjective(clause, at)
        for sense in match.senses
        if clause.concepts.concepts[sense.concept].role == "media"
    )


def has_role(clause: Clause, at: int, *roles: str) -> bool:
    """Whether a token is a word of saying, of according to, and so on; transport is no relay."""
    return any(
        s.category == "sources" and clause.concepts.concepts[s.concept].role in roles
        for s in clause.senses(at)
    )


def _source_at(clause: Clause, at: int, known: Sequence[Source]) -> Named | None:
    if _role(clause, at) is None:
        return _speaker(clause, at)
    if not _introduced(clause, at):
        return None
    last = _end(clause, at)
    source = _medium(clause, at, last, known) or _body(clause, at, last, known)
    return Named(source or _source(clause, at, last), at, last, _is_according(clause, at))


def _role(clause: Clause, at: int) -> SourceKind | None:
    """The kind of speaker that a token opens, or None."""
    for sense in clause.senses(at):
        if sense.category == "cues" and sense.concept == "medium":
            return "media"
        role = clause.concepts.concepts[sense.concept].role
        if sense.category == "sources" and role in _SPEAKERS:
            return None if role == "media" and _is_adjective(clause, at) else _SPEAKERS[role]
    return None


def _is_adjective(clause: Clause, at: int) -> bool:
    """Whether a medium's one-word name describes the noun before it: the free university."""
    match = clause.at[at]
    if not match.definite or match.first == 0 or match.first != match.last:
        return False
    before = match.first - 1
    is_noun = clause.tokens[before].kind == "word" and not clause.is_cue(before, "medium")
    return is_noun and _has_article(clause, before)


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
    if clause.at[at].preposition != "ل" or _role(clause, at) != "media":
        return False
    return any(has_role(clause, before, "say") for before in list(clause.leftward(at))[:_FAR])


def _is_relayed(clause: Clause, at: int) -> bool:
    """Whether a medium relayed it from them: the agency quoted ... from an official."""
    if at == 0 or not clause.is_cue(at - 1, "from_whom"):
        return False
    before = list(clause.leftward(at))[:_FAR]
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
    if _is_state(clause, at):
        return Named(_source(clause, at, clause.at[at].last), at, clause.at[at].last, according)
    last = _end(clause, at)
    following = range(last + 1, min(len(clause.tokens), last + _SPEECH))
    if not according and not any(_is_speech(clause, n) for n in following):
        return None
    source = Source(key=_key(clause, at, last, "name"), name=clause.text(at, last), kind="official")
    return Named(source, at, last, according)


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


def _is_state(clause: Clause, at: int) -> bool:
    """Whether a state or its capital speaks, by name: Israel announced."""
    match = clause.at.get(at)
    named = match is not None and not match.preposition
    return named and any(s.category == "places" and s.pos == "name" for s in clause.senses(at))


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
    return at > 0 and _has_article(clause, at - 1)


def _has_article(clause: Clause, at: int) -> bool:
    return any(way.definite for way in splits(clause.tokens[at].norm))


def _is_joined(clause: Clause, at: int) -> bool:
    match = clause.at.get(at)
    return bool(match and match.first == at and (match.conjunction or match.preposition))


def _medium(clause: Clause, first: int, last: int, known: Sequence[Source]) -> Source | None:
    """A medium by name inside the words, or the one named last where they say "the network"."""
    for at in range(first, last + 1):
        match = clause.at.get(at)
        for sense in match.senses if match and not _is_adjective(clause, at) else ():
            if match and clause.concepts.concepts[sense.concept].role == "media":
                return _media(clause, match.first, match.last, sense.concept)
    media = [source for source in known if source.kind == "media"]
    if media and any(_is_the_medium(clause, at) for at in range(first, last + 1)):
        return media[-1]
    return None


def _is_the_medium(clause: Clause, at: int) -> bool:
    return clause.is_cue(at, "medium") and clause.at[at].definite


def _body(clause: Clause, first: int, last: int, known: Sequence[Source]) -> Source | None:
    """The body named last that a bare definite noun (the ministry) stands for."""
    if first != last or not clause.at[first].definite:
        return None
    noun = next(way.rest for way in splits(clause.tokens[first].norm) if way.definite)
    bodies = [
        s for s in known if s.kind == "body" and noun in fold_word(s.name).split() and " " in s.name
    ]
    return bodies[-1] if bodies else None


def _media(clause: Clause, first: int, last: int, concept: str) -> Source:
    return Source(key=f"media:{concept}", name=_name(clause, first, last), kind="media")


def _source(clause: Clause, first: int, last: int) -> Source:
    """The source of a name. Who speaks for a body is the body: its key leaves the office out."""
    kind = _role(clause, first) or ("body" if _is_state(clause, first) else "official")
    if kind == "official" and any(_names_body(clause, at) for at in range(first, last + 1)):
        kind = "body"
    return Source(key=_key(clause, first, last, kind), name=_name(clause, first, last), kind=kind)


def _names_body(clause: Clause, at: int) -> bool:
    return any(clause.concepts.concepts[s.concept].role == "body" for s in clause.senses(at))


def _name(clause: Clause, first: int, last: int) -> str:
    """The words as printed, a preposition joined to the first taken off."""
    name = clause.text(first, last)
    match = clause.at[first]
    bare = name[len(match.conjunction) :]
    if match.preposition:
        bare = "ال" + bare[2:] if bare.startswith("لل") else bare[1:]
    return bare


def _key(clause: Clause, first: int, last: int, kind: str) -> str:
    """One key for one source: concepts where known, stems where not, in sorted order."""
    return ":".join([kind, *sorted(set(_key_parts(clause, first, last, kind)))])


def _key_parts(clause: Clause, first: int, last: int, kind: str) -> Iterator[str]:
    for at in range(first, last + 1):
        match = clause.at.get(at)
        if match is None:
            if clause.tokens[at].kind in ("word", "latin") and kind != "body":
                yield stem(clause.tokens[at].norm)
        elif match.first == at:
            concept = match.senses[0].concept
            if kind != "body" or clause.concepts.concepts[concept].role != "official":
                yield concept

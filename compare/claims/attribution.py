"""Who says so: the chain of sources that a sentence names, from the nearest teller to the origin.

A source stands after "according to", as the subject of a verb of saying, or between a verb of
relaying and "from". A sentence that goes on ("and he added") keeps the source of the one before;
"the network", with the article, is the medium named last.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compare.claims.clause import Clause, Placed
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
_QUOTES = frozenset("\"'«»“”‘’")
_SAYING_THAT = frozenset(("ان", "بان", "انه", "انها", "انهم", ":"))
_THAT = _SAYING_THAT | {"فان", "،", "."}
_ENDING = (
    "stop",
    "locative",
    "common",
    "may",
    "not",
    "light",
    "planned",
    "caused",
    "rise",
    "fall",
    "part",
    "since",
    "until",
)


class Named(NamedTuple):
    """A source, the tokens that name it, and whether "according to" brought it in."""

    source: Source
    first: int
    last: int
    according: bool = False


def chain(
    clause: Clause, placed: Placed, named: Sequence[Named], carried: tuple[Source, ...]
) -> tuple[Source, ...]:
    """The sources of one figure: those named before it, and "according to" after it.

    Where the sentence names none and goes on speaking (and he said), the ones `carried` over.
    """
    mine = _behind(clause, placed, named)
    mine = _before(clause, placed, named, alone=not mine) + mine
    if not mine:
        return carried if goes_on(clause) else ()
    sources = [n.source for n in mine if not self_named(n.source, clause.article.outlet)]
    weighty = [s for s in sources if s.kind != "text"] or sources
    return tuple(dict.fromkeys(sorted(weighty, key=lambda s: s.kind != "media")))


def _behind(clause: Clause, placed: Placed, named: Sequence[Named]) -> list[Named]:
    """The sources that "according to" brings in after the figure, up to one of another figure."""
    behind = [n for n in named if n.according and n.first > placed.last]
    if not behind:
        return []
    later = [p.first for p in clause.figures if p.first > behind[0].last]
    return [n for n in behind if not later or n.last < later[0]]


def _before(clause: Clause, placed: Placed, named: Sequence[Named], *, alone: bool) -> list[Named]:
    """The sources before the figure: those since the figure before, or else all.

    Where the figure has its own "according to", one before it belongs to another figure.
    """
    before = [n for n in named if n.last < placed.first and (alone or not n.according)]
    others = [p.last for p in clause.figures if p.last < placed.first]
    since = [n for n in before if others and n.first > others[-1]]
    return since or before


def goes_on(clause: Clause) -> bool:
    """Whether the sentence opens with a verb of saying and names no speaker of its own."""
    return any(_has_role(clause, at, "say") for at in range(min(2, len(clause.tokens))))


def named_sources(clause: Clause, known: Sequence[Source]) -> tuple[Named, ...]:
    """The sources that a sentence names as tellers, in order of their place.

    `known` are the media that the article named up to here, the latest last.
    """
    found: list[Named] = []
    at = 0
    while at < len(clause.tokens):
        named = _source_at(clause, at, known)
        if named:
            found.append(named)
        at = named.last + 1 if named else at + 1
    return tuple(found)


def _source_at(clause: Clause, at: int, known: Sequence[Source]) -> Named | None:
    if _role(clause, at) is None:
        return _speaker(clause, at)
    if not _introduced(clause, at):
        return None
    last = _end(clause, at)
    source = _medium(clause, at, last, known) or _source(clause, at, last)
    return Named(source, at, last, _near(clause, at, "according"))


def _role(clause: Clause, at: int) -> SourceKind | None:
    """The kind of speaker that a token opens, or None."""
    for sense in clause.senses(at):
        if sense.category == "cues" and sense.concept == "medium":
            return "media"
        role = clause.concepts.concepts[sense.concept].role
        if sense.category == "sources" and role in _SPEAKERS:
            return _SPEAKERS[role]
    return None


def _introduced(clause: Clause, at: int) -> bool:
    """Whether the words around make it a teller: a verb of saying near, or "according to"."""
    match = clause.at[at]
    if match.first != at:
        return False
    if _near(clause, at, "say", "according") or _is_told(clause, at):
        return True
    for after in range(_end(clause, at) + 1, len(clause.tokens)):
        if _has_role(clause, after, "say"):
            return True
        if not _is_quote(clause, after):
            return False
    return False


def _is_told(clause: Clause, at: int) -> bool:
    """Whether somebody said it to the medium: officials told the network."""
    if clause.at[at].preposition != "ل" or _role(clause, at) != "media":
        return False
    return any(_has_role(clause, before, "say") for before in list(clause.leftward(at))[:10])


def _near(clause: Clause, at: int, *roles: str) -> bool:
    """Whether a word of these roles stands up to four tokens before, no figure between."""
    for before in range(at - 1, max(-1, at - 5), -1):
        if clause.figure_at(before) or clause.tokens[before].norm in _THAT:
            return False
        if _has_role(clause, before, *roles):
            return True
    return False


def _has_role(clause: Clause, at: int, *roles: str) -> bool:
    return any(
        s.category == "sources" and clause.concepts.concepts[s.concept].role in roles
        for s in clause.senses(at)
    )


def _speaker(clause: Clause, at: int) -> Named | None:
    """A name that the lexicon lacks, between a verb of saying and "that"."""
    verb = at - 1
    if verb < 0 or not any(
        s.pos == "verb" and _has_role(clause, verb, "say") for s in clause.senses(verb)
    ):
        return None
    if clause.tokens[at].kind != "word" or _stops(clause, at) or _is_adverb(clause, at):
        return None
    last = _end(clause, at)
    if not any(
        clause.tokens[n].norm in _THAT for n in range(last + 1, min(len(clause.tokens), last + 12))
    ):
        return None
    return Named(
        Source(key=_key(clause, at, last, "name"), name=clause.text(at, last), kind="official"),
        at,
        last,
    )


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
    match = clause.at.get(at)
    return (
        clause.tokens[at].kind in ("mark", "number")
        or len(clause.tokens[at].norm) == 1
        or clause.figure_at(at) is not None
        or clause.is_cue(at, *_ENDING)
        or _has_role(clause, at, "say", "according")
        or any(s.category in ("time", "events") for s in clause.senses(at))
        or bool(match and match.first == at and (match.conjunction or match.preposition))
        or clause.tokens[at].norm.endswith("وا")
    )


def _medium(clause: Clause, first: int, last: int, known: Sequence[Source]) -> Source | None:
    """A medium by name inside the words, or the one named last where they say "the network"."""
    for at in range(first, last + 1):
        match = clause.at.get(at)
        for sense in match.senses if match else ():
            if match and clause.concepts.concepts[sense.concept].role == "media":
                return _media(clause, match.first, match.last, sense.concept)
    media = [source for source in known if source.kind == "media"]
    if media and any(_is_the_medium(clause, at) for at in range(first, last + 1)):
        return media[-1]
    return None


def _media(clause: Clause, first: int, last: int, concept: str) -> Source:
    return Source(key=f"media:{concept}", name=_name(clause, first, last), kind="media")


def mentioned_media(clause: Clause) -> tuple[Source, ...]:
    """The media that a sentence names in whatever role, in order."""
    return tuple(
        _media(clause, match.first, match.last, sense.concept)
        for at, match in sorted(clause.at.items())
        if at == match.first
        for sense in match.senses
        if clause.concepts.concepts[sense.concept].role == "media"
    )


def _is_the_medium(clause: Clause, at: int) -> bool:
    return clause.is_cue(at, "medium") and clause.at[at].definite


def _source(clause: Clause, first: int, last: int) -> Source:
    kind = _role(clause, first) or "official"
    return Source(key=_key(clause, first, last, kind), name=_name(clause, first, last), kind=kind)


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
    parts = sorted(set(_key_parts(clause, first, last)))
    return ":".join([kind, *parts])


def _key_parts(clause: Clause, first: int, last: int) -> Iterator[str]:
    for at in range(first, last + 1):
        match = clause.at.get(at)
        if match is None:
            if clause.tokens[at].kind in ("word", "latin"):
                yield stem(clause.tokens[at].norm)
        elif match.first == at:
            yield match.senses[0].concept


def self_named(source: Source, outlet: str) -> bool:
    """Whether a source is the outlet itself."""
    mine, theirs = fold_word(outlet), fold_word(source.name)
    return mine == theirs or (len(mine) > 3 and mine in theirs)

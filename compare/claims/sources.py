"""A source out of the words that name it: its name as printed, and one key for one source.

"The network", with the article, is the medium that the article named last; "the ministry" is the
last body whose name has a ministry in it. Who speaks for a body is the body.
"""

from collections.abc import Iterator, Sequence

from compare.claims.clause import Clause
from compare.claims.speakers import is_adjective, is_state, names_body, role_of
from compare.lang.morphology import splits
from compare.lang.stemming import stem
from compare.model import Source
from compare.text import fold_word


def medium_of(clause: Clause, first: int, last: int, known: Sequence[Source]) -> Source | None:
    """A medium by name inside the words, or the one named last where they say "the network"."""
    for at in range(first, last + 1):
        match = clause.at.get(at)
        for sense in match.senses if match and not is_adjective(clause, at) else ():
            if match and clause.concepts.concepts[sense.concept].role == "media":
                return as_medium(clause, match.first, match.last, sense.concept)
    media = [source for source in known if source.kind == "media"]
    if media and any(_is_the_medium(clause, at) for at in range(first, last + 1)):
        return media[-1]
    return None


def _is_the_medium(clause: Clause, at: int) -> bool:
    return clause.is_cue(at, "medium") and clause.at[at].definite


def body_of(clause: Clause, first: int, last: int, known: Sequence[Source]) -> Source | None:
    """The body named last that a bare definite noun (the ministry) stands for."""
    if first != last or not clause.at[first].definite:
        return None
    noun = next(way.rest for way in splits(clause.tokens[first].norm) if way.definite)
    bodies = [
        s for s in known if s.kind == "body" and noun in fold_word(s.name).split() and " " in s.name
    ]
    return bodies[-1] if bodies else None


def as_medium(clause: Clause, first: int, last: int, concept: str) -> Source:
    """The source for a medium of the lexicon, under the name that these tokens print."""
    return Source(key=f"media:{concept}", name=name_of(clause, first, last), kind="media")


def source_of(clause: Clause, first: int, last: int) -> Source:
    """The source of a name. Who speaks for a body is the body: its key leaves the office out."""
    kind = role_of(clause, first) or ("body" if is_state(clause, first) else "official")
    if kind == "official" and any(names_body(clause, at) for at in range(first, last + 1)):
        kind = "body"
    return Source(
        key=key_of(clause, first, last, kind), name=name_of(clause, first, last), kind=kind
    )


def name_of(clause: Clause, first: int, last: int) -> str:
    """The words as printed, a preposition joined to the first taken off."""
    name = clause.text(first, last)
    match = clause.at[first]
    bare = name[len(match.conjunction) :]
    if match.preposition:
        bare = "ال" + bare[2:] if bare.startswith("لل") else bare[1:]
    return bare


def key_of(clause: Clause, first: int, last: int, kind: str) -> str:
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

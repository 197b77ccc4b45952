"""Finding the concepts' words in a text: clitics off, phrases before words, the longest first."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from compare.lang.concepts import Concepts, Sense
from compare.lang.morphology import Split, future, splits
from compare.text import Token

GAP = "..."
_LONGEST_GAP = 7
_MARKS = frozenset(".،؛:!?؟")


class Match(NamedTuple):
    """Tokens `first`..`last` (inclusive), their senses, and the clitics taken off the first.

    `tail` is the last token of a phrase with a gap, whose head the match is: he met ... *death*.
    """

    first: int
    last: int
    senses: tuple[Sense, ...]
    conjunction: str = ""
    preposition: str = ""
    definite: bool = False
    future: bool = False
    tail: int | None = None


class _Phrase(NamedTuple):
    """A phrase that a word can open: the word's split, the words behind it, the sense."""

    way: Split
    rest: tuple[str, ...]
    sense: Sense


def annotate(tokens: Sequence[Token], concepts: Concepts) -> tuple[Match, ...]:
    """Every known word and phrase in `tokens`, left to right, the longest at each place."""
    matches: list[Match] = []
    at = 0
    while at < len(tokens):
        match = _match(tokens, at, concepts)
        senses = _meant(match, concepts) if match else ()
        if match and senses:
            matches.append(match._replace(senses=senses))
        at = match.last + 1 if match else at + 1
    return tuple(matches)


def _meant(match: Match, concepts: Concepts) -> tuple[Sense, ...]:
    return tuple(s for s in match.senses if concepts.concepts[s.concept].role != "decoy")


def _match(tokens: Sequence[Token], at: int, concepts: Concepts) -> Match | None:
    token = tokens[at]
    if token.kind not in ("word", "latin"):
        return None
    for phrase in _phrases(token.norm, concepts):
        last = _follows(phrase.rest, tokens, at)
        if last is not None:
            head = _as_match(at, _head_end(phrase.rest, at, last), (phrase.sense,), phrase.way)
            return head if head.last == last else head._replace(tail=last)
    found = _word(token.norm, concepts)
    if found is None:
        return None
    way, senses = found
    return _as_match(at, at, senses, way)._replace(future=way.rest not in concepts.senses)


def _as_match(first: int, last: int, senses: tuple[Sense, ...], way: Split) -> Match:
    return Match(first, last, senses, way.conjunction, way.preposition, way.definite)


@lru_cache(maxsize=1 << 16)
def _phrases(word: str, concepts: Concepts) -> tuple[_Phrase, ...]:
    """The phrases that a word can open, the fewest clitics first, then the longest phrase."""
    return tuple(
        _Phrase(way, pattern[1:], sense)
        for way in splits(word)
        for pattern, sense in sorted(
            (found for head in _heads(way.rest) for found in concepts.phrases.get(head, ())),
            key=lambda found: (-len(found[0]), found),
        )
    )


def _heads(word: str) -> Iterator[str]:
    """The first words of patterns that fit a word: itself, and each of its beginnings with *."""
    yield word
    yield from (word[:end] + "*" for end in range(1, len(word) + 1))


@lru_cache(maxsize=1 << 16)
def _word(word: str, concepts: Concepts) -> tuple[Split, tuple[Sense, ...]] | None:
    """The first split of a word that is known, with its senses."""
    ways = splits(word)
    for way in ways:
        senses = _senses(way.rest, concepts)
        if senses:
            return way, tuple(dict.fromkeys((*senses, *_behind_and(way, ways, concepts))))
    return None


def _behind_and(way: Split, ways: Sequence[Split], concepts: Concepts) -> tuple[Sense, ...]:
    """What the word means as well if its first letter is the conjunction: wadi, or wa-adda."""
    if way.conjunction or way.preposition or way.definite:
        return ()
    bare = next((w for w in ways if w.conjunction and not w.preposition and not w.definite), None)
    return _senses(bare.rest, concepts) if bare and len(bare.rest) > 2 else ()


def _senses(word: str, concepts: Concepts) -> tuple[Sense, ...]:
    found = concepts.senses.get(word, ())
    verb = None if found else future(word)
    if verb:
        found = tuple(s for s in concepts.senses.get(verb, ()) if s.pos == "verb")
    return found


def _head_end(rest: Sequence[str], at: int, last: int) -> int:
    """Where a phrase ends: before the words in its gap, if any; they mean what they mean."""
    if GAP not in rest or last == at + len(rest) - 1:
        return last
    return at + rest.index(GAP)


def _follows(rest: Sequence[str], tokens: Sequence[Token], at: int) -> int | None:
    """The token on which the words after `at` complete the pattern, or None.

    A gap holds up to seven words, as a subject or a figure between verb and idiom does.
    """
    if not rest:
        return at
    if rest[0] == GAP:
        ends = (_follows(rest[1:], tokens, before) for before in _gap(tokens, at))
        return next((end for end in ends if end is not None), None)
    if at + 1 >= len(tokens) or not _like(rest[0], tokens[at + 1].norm):
        return None
    return _follows(rest[1:], tokens, at + 1)


def _gap(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """The tokens before which a gap behind `at` may end: up to seven words on, past no mark."""
    yield at
    for behind in range(at + 1, min(len(tokens), at + 1 + _LONGEST_GAP)):
        if tokens[behind].norm in _MARKS and tokens[behind - 1].kind != "number":
            return
        yield behind


def _like(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern

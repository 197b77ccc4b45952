"""The concepts of news Arabic and the words for them: loading, inflecting, finding in a text.

Every `*.toml` of the pack that `CATEGORIES` names has one form: a section is a concept, a line
is a word: its part of speech, a transliteration, and its forms (`noun.tifl = ["طفل", "أطفال"]`).
A `phrase` is words in a row; a word that ends in `*` stands for all that begin like it.
`also` holds a verbal noun that another concept of the file lists too, on purpose.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from compare.errors import TabayunError
from compare.lang.morphology import Split, future, nominal_forms, splits, verbal_forms
from compare.lang.pack import find_section, read_table, refuse_duplicates
from compare.text import Token, fold_word

CATEGORIES = ("people", "events", "things", "places", "sources", "time", "cues")


class Concept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One concept.

    `is_a` is its genus; `implies` the event or state that its nouns carry
    (a captive is held); `state` tells a condition that can change (held) from an event that
    is over once it has happened (abducted); `of` what the event befalls where the text leaves
    it out; `onset` the event that begins a state, `ends` the state that an event ends;
    `role` is for the stage that uses the category; the words of a "decoy" look like a form of
    another concept and are none.
    """

    is_a: str | None = None
    implies: str | None = None
    state: bool = False
    of: str | None = None
    onset: str | None = None
    ends: str | None = None
    role: str | None = None
    noun: Mapping[str, list[str]] = {}
    adj: Mapping[str, list[str]] = {}
    verb: Mapping[str, list[str]] = {}
    masdar: Mapping[str, list[str]] = {}
    also: Mapping[str, list[str]] = {}
    name: Mapping[str, list[str]] = {}
    word: Mapping[str, list[str]] = {}
    phrase: Mapping[str, list[str]] = {}


class Sense(NamedTuple):
    """What a word can mean: a concept of a category, and the part of speech it was found as."""

    category: str
    concept: str
    pos: str


class Match(NamedTuple):
    """Tokens `first`..`last` (inclusive) and their senses; `clitics` taken off the first."""

    first: int
    last: int
    senses: tuple[Sense, ...]
    conjunction: str = ""
    preposition: str = ""
    definite: bool = False


class Concepts(NamedTuple):
    """The concepts by name, and the index from inflected folded forms to their senses."""

    concepts: Mapping[str, Concept]
    senses: Mapping[str, tuple[Sense, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Sense], ...]]
    singulars: frozenset[str]

    def genus(self, concept: str | None) -> Iterator[str]:
        """The concept and all that it is a kind of, nearest first."""
        while concept:
            yield concept
            found = self.concepts.get(concept)
            concept = found.is_a if found else None


_INFLECTED: Mapping[str, Callable[[str], Iterator[str]]] = {
    "noun": nominal_forms,
    "adj": nominal_forms,
    "masdar": nominal_forms,
    "also": nominal_forms,
    "verb": verbal_forms,
}
_PARTS = (*_INFLECTED, "name", "word", "phrase")


def load(folder: Path) -> Concepts:
    """Load and check the concept files of a pack. Raises `TabayunError` with file and line."""
    concepts: dict[str, Concept] = {}
    entries: list[tuple[Sense, str]] = []
    for category in CATEGORIES:
        path = folder / f"{category}.toml"
        table = read_table(path, dict[str, Concept])
        refuse_duplicates(path, _owned(table))
        _refuse_known(path, table, concepts)
        concepts.update(table)
        entries += _entries(category, table)
    return Concepts(concepts, _index(entries), _phrases(entries), _singulars(concepts))


def _refuse_known(path: Path, table: Mapping[str, Concept], known: Mapping[str, Concept]) -> None:
    for name in table:
        if name in known:
            raise TabayunError(
                "duplicate-concept",
                f"the concept {name} stands in another file as well",
                path=path,
                line=find_section(path, name),
                hint="rename one",
            )


def _owned(table: Mapping[str, Concept]) -> Iterator[tuple[str, str]]:
    for name, concept in table.items():
        for pos in (part for part in _PARTS if part != "also"):
            for form in _forms(concept, pos):
                yield f"{name}.{pos}", f"{form}" if pos != "verb" else f"{form} (verb)"


def _forms(concept: Concept, pos: str) -> list[str]:
    return [form for forms in getattr(concept, pos).values() for form in forms]


def _entries(category: str, table: Mapping[str, Concept]) -> list[tuple[Sense, str]]:
    return [
        (Sense(category, name, pos), form)
        for name, concept in table.items()
        for pos in _PARTS
        for form in _forms(concept, pos)
    ]


def _index(entries: Sequence[tuple[Sense, str]]) -> dict[str, tuple[Sense, ...]]:
    """Listed forms first; a generated form never takes a listed one's place."""
    single = [(sense, fold_word(form)) for sense, form in entries if " " not in form]
    single = [(sense, form) for sense, form in single if sense.pos != "phrase"]
    index: dict[str, list[Sense]] = {}
    for sense, form in single:
        index.setdefault(form, []).append(sense)
    listed = frozenset(index)
    for sense, form in single:
        for inflected in _INFLECTED.get(sense.pos, _itself)(form):
            if inflected not in listed:
                index.setdefault(inflected, []).append(sense)
    return {form: tuple(dict.fromkeys(senses)) for form, senses in index.items()}


def _itself(form: str) -> Iterator[str]:
    yield form


def _phrases(
    entries: Sequence[tuple[Sense, str]],
) -> dict[str, tuple[tuple[tuple[str, ...], Sense], ...]]:
    """Patterns under the first two letters of their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
    for sense, form in entries:
        if " " in form or sense.pos == "phrase":
            pattern = tuple(fold_word(word) for word in form.split())
            found.setdefault(pattern[0][:2], []).append((pattern, sense))
    return {
        head: tuple(sorted(patterns, key=lambda p: (-len(p[0]), p)))
        for head, patterns in found.items()
    }


def _singulars(concepts: Mapping[str, Concept]) -> frozenset[str]:
    return frozenset(
        fold_word(forms[0]) for concept in concepts.values() for forms in concept.noun.values()
    )


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
    if tokens[at].kind not in ("word", "latin"):
        return None
    ways = splits(tokens[at].norm)
    for way in ways:
        for pattern, sense in concepts.phrases.get(way.rest[:2], ()):
            if _fits(pattern, way.rest, tokens, at):
                last = at + len(pattern) - 1
                return Match(at, last, (sense,), way.conjunction, way.preposition, way.definite)
    for way in ways:
        senses = _senses(way.rest, concepts)
        if senses:
            senses = tuple(dict.fromkeys((*senses, *_behind_and(way, ways, concepts))))
            return Match(at, at, senses, way.conjunction, way.preposition, way.definite)
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


def _fits(pattern: Sequence[str], first: str, tokens: Sequence[Token], at: int) -> bool:
    if at + len(pattern) > len(tokens):
        return False
    words = [first, *(token.norm for token in tokens[at + 1 : at + len(pattern)])]
    return all(map(_like, pattern, words))


def _like(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern

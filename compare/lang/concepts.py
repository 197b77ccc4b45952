"""The concepts of news Arabic and the words for them: loading, checking, inflecting.

Every `*.toml` of the pack that `CATEGORIES` names has one form: a section is a concept, a line
is a word: its part of speech, a transliteration, and its forms (`noun.tifl = ["طفل", "أطفال"]`).
A `phrase` is words in a row; a word that ends in `*` stands for all that begin like it, and
`...` for up to seven words of any kind.
`also` holds a verbal noun that another concept of the file lists too, on purpose.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import msgspec

from compare.errors import TabayunError
from compare.lang.morphology import nominal_forms, verbal_forms
from compare.lang.pack import find_section, read_table, refuse_duplicates
from compare.text import fold_word

CATEGORIES = ("people", "events", "things", "places", "sources", "time", "cues")


class Concept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One concept.

    `is_a` is its genus; `implies` the event or state that its nouns carry
    (a captive is held); `state` tells a condition that can change (held) from an event that
    is over once it has happened (abducted); `of` what the event befalls where the text leaves
    it out; `begins` and `ends` the state that an event begins, or ends; `excludes` what cannot
    be true as well of whom it is true: the killed are not among the injured; `rate` what the
    share of those is called whom it befell (so many per cent voted: the turnout), `makes` what
    so many tonnes or dollars of it are (9,000 tonnes are produced: the production);
    `role` is for the stage that uses the category; the words of a "decoy" look like a form of
    another concept and are none.
    """

    is_a: str | None = None
    implies: str | None = None
    state: bool = False
    of: str | None = None
    begins: str | None = None
    ends: str | None = None
    excludes: list[str] = []
    rate: str | None = None
    makes: str | None = None
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
    """What a word can mean: a concept of a category, the part of speech it was found as.

    `entry` is the line of the lexicon that lists it, by its transliteration.
    """

    category: str
    concept: str
    pos: str
    entry: str


@dataclass(frozen=True, eq=False)
class Concepts:
    """The concepts by name, and the index from inflected folded forms to their senses.

    `phrases` holds patterns under their first word, the longest first. Two packs are never equal:
    one is known by its identity, so that what is found in it can be remembered.
    """

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

    def exclude(self, mine: str | None, theirs: str | None) -> bool:
        """Whether nobody is both, by what either is a kind of: the drowned are not rescued."""
        one, two = set(self.genus(mine)), set(self.genus(theirs))
        return self._rules_out(one, two) or self._rules_out(two, one)

    def is_collective(self, concept: str | None) -> bool:
        """Whether it is people counted as one (a family): so many are not so many people."""
        known = (self.concepts.get(name) for name in self.genus(concept))
        return any(found is not None and found.role == "collective" for found in known)

    def _rules_out(self, mine: set[str], theirs: set[str]) -> bool:
        known = (self.concepts[name] for name in mine if name in self.concepts)
        return any(not theirs.isdisjoint(concept.excludes) for concept in known)


_INFLECTED: Mapping[str, Callable[[str], Iterator[str]]] = {
    "noun": nominal_forms,
    "adj": nominal_forms,
    "masdar": nominal_forms,
    "also": nominal_forms,
    "verb": verbal_forms,
}
_PARTS = (*_INFLECTED, "name", "word", "phrase")
_RELATIONS = ("is_a", "implies", "of", "begins", "ends", "excludes", "makes")


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
    _refuse_unknown(folder, concepts)
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


def _refuse_unknown(folder: Path, known: Mapping[str, Concept]) -> None:
    """Raise where a concept names another one that no file has."""
    for name, concept in known.items():
        for key, other in _named(concept):
            if other not in known:
                path, line = _place(folder, name)
                raise TabayunError(
                    "unknown-concept",
                    f"{name} names {other} under {key}, and there is no such concept",
                    path=path,
                    line=line,
                    hint="name one that is there, or add it",
                )


def _named(concept: Concept) -> Iterator[tuple[str, str]]:
    """The concepts that a concept names, each with the key that names it."""
    for key in _RELATIONS:
        value = getattr(concept, key)
        for other in value if isinstance(value, list) else [value]:
            if other is not None:
                yield key, other


def _place(folder: Path, name: str) -> tuple[Path, int | None]:
    """The file in which a concept stands, and the line of its section."""
    paths = [folder / f"{category}.toml" for category in CATEGORIES]
    lines = ((path, find_section(path, name)) for path in paths)
    return next(((path, line) for path, line in lines if line), (paths[0], None))


def _owned(table: Mapping[str, Concept]) -> Iterator[tuple[str, str]]:
    for name, concept in table.items():
        for pos in (part for part in _PARTS if part != "also"):
            for form in _forms(concept, pos):
                yield f"{name}.{pos}", f"{form}" if pos != "verb" else f"{form} (verb)"


def _forms(concept: Concept, pos: str) -> list[str]:
    return [form for forms in getattr(concept, pos).values() for form in forms]


def _entries(category: str, table: Mapping[str, Concept]) -> list[tuple[Sense, str]]:
    return [
        (Sense(category, name, pos, entry), form)
        for name, concept in table.items()
        for pos in _PARTS
        for entry, forms in getattr(concept, pos).items()
        for form in forms
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
    """Patterns under their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
    for sense, form in entries:
        if " " in form or sense.pos == "phrase":
            pattern = tuple(fold_word(word) for word in form.split())
            found.setdefault(pattern[0], []).append((pattern, sense))
    return {
        head: tuple(sorted(patterns, key=lambda p: (-len(p[0]), p)))
        for head, patterns in found.items()
    }


def _singulars(concepts: Mapping[str, Concept]) -> frozenset[str]:
    return frozenset(
        fold_word(forms[0]) for concept in concepts.values() for forms in concept.noun.values()
    )

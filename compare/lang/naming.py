"""What news calls by different words: which entries of the lexicon name one thing, and as what.

`naming.toml` has a section for each thing that is named; a line of it is a name: how it is shown,
and the entries of the lexicon (`concept.part.key`) that are it in all their forms.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import msgspec

from compare.errors import TabayunError
from compare.lang.concepts import Concepts, Sense
from compare.lang.pack import find_line, read_table

FILE = "naming.toml"


class Name(NamedTuple):
    """A name for a thing. `definite` where it is one only with the article."""

    concept: str
    shown: str
    definite: bool


@dataclass(frozen=True, eq=False)
class Naming:
    """The names by the entry of the lexicon that is one, in the order of the file."""

    names: Mapping[str, Name]

    def of(self, sense: Sense) -> Name | None:
        """The name that a word is in one of its senses, or None."""
        return self.names.get(f"{sense.concept}.{sense.pos}.{sense.entry}")


class _Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    shown: str
    words: list[str]
    definite: bool = False


def load(folder: Path, concepts: Concepts) -> Naming:
    """Load and check the names of a pack. Raises `TabayunError` with file and line."""
    path = folder / FILE
    names: dict[str, Name] = {}
    for word, name in _named(read_table(path, dict[str, dict[str, _Line]])):
        if not _is_entry(word, concepts):
            raise _broken(path, word, "unknown-entry", "no entry of the lexicon")
        if word in names:
            raise _broken(path, word, "duplicate-entry", f"{names[word].shown} as well")
        names[word] = name
    return Naming(names)


def _named(table: Mapping[str, Mapping[str, _Line]]) -> Iterator[tuple[str, Name]]:
    for concept, lines in table.items():
        for line in lines.values():
            for word in line.words:
                yield word, Name(concept, line.shown, line.definite)


def _is_entry(word: str, concepts: Concepts) -> bool:
    concept, _, rest = word.partition(".")
    part, _, key = rest.partition(".")
    entries = getattr(concepts.concepts.get(concept), part, None)
    return isinstance(entries, Mapping) and key in entries


def _broken(path: Path, word: str, slug: str, what: str) -> TabayunError:
    return TabayunError(
        slug,
        f"{word!r} is {what}",
        path=path,
        line=find_line(path, word),
        hint="name each entry once, as concept.part.key",
    )

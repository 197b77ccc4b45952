"""A language pack: the words of a language as data, loaded, checked and put to use.

Words live in `compare/lang/<language>/*.toml`; the grammar that inflects them is code here.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from compare.errors import TabayunError
from compare.lang import concepts as _concepts
from compare.lang import naming as _naming
from compare.lang import numerals as _numerals
from compare.lang.concepts import Concepts
from compare.lang.naming import Naming
from compare.lang.numerals import Numerals
from compare.lang.pack import PACKS, digest


class Lexicon(NamedTuple):
    """A checked language pack. `digest` is the SHA-256 of its files."""

    numerals: Numerals
    concepts: Concepts
    naming: Naming
    digest: str


@cache
def load(folder: Path = PACKS / "ar") -> Lexicon:
    """The pack in `folder`. Raises `TabayunError` that names file and line."""
    return Lexicon(_numerals.load(folder), *_words(folder), digest(folder))


def _words(folder: Path) -> tuple[Concepts, Naming]:
    concepts = _concepts.load(folder)
    return concepts, _naming.load(folder, concepts)


def problems(folder: Path) -> list[TabayunError]:
    """What is wrong with a pack: the first trouble of each of its two halves."""
    found: list[TabayunError] = []
    for part in (_numerals.load, _words):
        try:
            part(folder)
        except TabayunError as error:
            found.append(error)
    return found

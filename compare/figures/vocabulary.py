"""The words that figures are read by, and what each token that was met can be among them."""

import re
from collections.abc import Hashable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple, Protocol

from compare.lang.concepts import Sense
from compare.lang.numeral_words import NOTHING, Known
from compare.lang.numerals import Numerals
from compare.text import norm_and_kind

_MOST = 200_000
"""How many tokens are remembered."""
_OPENING = frozenset(
    (
        "number", "part", "minus", "ordinal", "vague", "dual", "unit_dual", "currency_dual",
        "two_points", "month", "decade_name", "goals",
    )
)  # fmt: skip
"""Roles without which, and without digits, a text holds no figure."""
VULGAR = {
    char: Decimal(numerator) / Decimal(denominator)
    for char, numerator, denominator in (
        ("½", 1, 2), ("⅓", 1, 3), ("⅔", 2, 3), ("¼", 1, 4), ("¾", 3, 4), ("⅕", 1, 5), ("⅖", 2, 5),
        ("⅗", 3, 5), ("⅘", 4, 5), ("⅙", 1, 6), ("⅚", 5, 6), ("⅐", 1, 7), ("⅛", 1, 8), ("⅜", 3, 8),
        ("⅝", 5, 8), ("⅞", 7, 8), ("⅑", 1, 9), ("⅒", 1, 10),
    )
}  # fmt: skip
"""The characters that are a fraction by themselves."""
DUAL_ENDS = ("ان", "ين")
_VOWELLED_DUAL = re.compile("(?!ال|وال|بال|لل|كال).{4,}(?:َيْ?|يْ)نِ?")
LEANING = ("", "و", "ف", "ب", "ل")
"""The letters that can lean on a dual from before, or none."""


class Concepts(Protocol):
    """What of the concept lexicon is needed here, all folded."""

    @property
    def singulars(self) -> frozenset[str]:
        """The nouns that the concept lexicon knows."""

    @property
    def senses(self) -> Mapping[str, tuple[Sense, ...]]:
        """What each form can mean, and as which part of speech."""


class Lexicon(Hashable, Protocol):
    """The part of a language pack that figures are read with."""

    @property
    def numerals(self) -> Numerals:
        """The words of numbers and of all that stands beside them."""

    @property
    def concepts(self) -> Concepts:
        """The concept lexicon."""


class Lexeme(NamedTuple):
    """A raw token: folded, its kind, what it can be, and whether a figure can begin with it."""

    norm: str
    kind: str
    known: Known
    opens: bool


class Vocabulary:
    """The words of a language pack, and each raw token's lexeme."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.words = lexicon.numerals
        self.senses = lexicon.concepts.senses
        nouns = self.words.singulars | lexicon.concepts.singulars
        self.nouns = frozenset(noun.removesuffix("+") for noun in nouns)
        self.lexemes = _Lexemes(self.words, self.nouns)


class _Lexemes(dict[str, Lexeme]):
    """Lexemes by their raw token, each made when it is first asked for."""

    def __init__(self, words: Numerals, nouns: frozenset[str]) -> None:
        super().__init__()
        self._words = words
        self._nouns = nouns

    def __missing__(self, raw: str) -> Lexeme:
        if len(self) >= _MOST:
            self.clear()
        norm, kind = norm_and_kind(raw)
        known = self._words.known(norm) if kind == "word" else NOTHING
        found = self[raw] = Lexeme(norm, kind, known, self._opens(raw, norm, kind, known))
        return found

    def _opens(self, raw: str, norm: str, kind: str, known: Known) -> bool:
        if kind == "number" or raw in VULGAR:
            return True
        if known.roles and not known.roles.isdisjoint(_OPENING):
            return norm.removeprefix("و") not in self._words.function_words
        return norm.endswith(DUAL_ENDS) and (self._is_dual(norm) or is_vowelled_dual(raw))

    def _is_dual(self, norm: str) -> bool:
        """Whether a folded word that ends as duals do is a known noun's."""
        bases = [norm[len(lean) :] for lean in LEANING if norm.startswith(lean)]
        return any(base[:-2] in self._nouns or f"{base[:-3]}ه" in self._nouns for base in bases)


def is_vowelled_dual(raw: str) -> bool:
    """Whether the vowels of an indefinite word in ين say that it is a dual ("مسؤولَيْن")."""
    return _VOWELLED_DUAL.fullmatch(raw) is not None


@lru_cache(maxsize=8)
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a language pack."""
    return Vocabulary(lexicon)

"""Number words and their kin as tables: what each folded form can be, made from a pack's files."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from compare.lang.numeral_files import BoundsFile, NumeralsFile, Value, Verb
from compare.text import fold_word, tokens


class Number(NamedTuple):
    """What a number word adds: its `rank` ("one", "tens", "scale"...) and value."""

    rank: str
    value: int


class Part(NamedTuple):
    """A fraction word: one `denominator`-th ("half" is 2), and its `number`.

    That is "one", "two" or "many", or "of_them", "two_of_them" with a pronoun for its whole.
    """

    denominator: int
    number: str


class Phrase(NamedTuple):
    """The words of a phrase behind its first one, and the key of its entry."""

    rest: tuple[str, ...]
    key: str


class Reading(NamedTuple):
    """A word as a known one: its base, and the letters before it (conjunction, article)."""

    base: str
    skip: int
    clitic: str
    article: bool


class Known(NamedTuple):
    """All that a folded word can be: its readings, the barest first, and their roles."""

    readings: tuple[Reading, ...]
    roles: frozenset[str]


NOTHING = Known((), frozenset())
"""What a word is that is not known, and what a mark or a number is as a word."""


class Backward(NamedTuple):
    """A bound as read from the number back: its words before the last, and its relation."""

    words: tuple[str, ...]
    relation: str


Index = Mapping[str, tuple[Phrase, ...]]


def folded_verb(verb: Verb) -> Verb:
    """A bounding verb with its prepositions folded."""
    return msgspec.structs.replace(verb, preposition=list(map(fold_word, verb.preposition)))


def folded(forms: Iterable[str]) -> frozenset[str]:
    """The forms, folded."""
    return frozenset(map(fold_word, forms))


def flat(table: Mapping[str, list[str]]) -> list[str]:
    """All forms of a table, in its order."""
    return [form for forms in table.values() for form in forms]


def value_table(table: Mapping[str, Value]) -> dict[str, int]:
    """The value of each form."""
    return {fold_word(form): entry.value for entry in table.values() for form in entry.forms}


def number_table(words: NumeralsFile) -> dict[str, Number]:
    """Rank and value of each number word."""
    ranks = {
        "zero": words.zero,
        "one": words.ones, "ten": words.ten, "teen": words.teens, "tens": words.tens,
        "hundred": words.hundred, "hundreds": words.hundreds,
    }  # fmt: skip
    numbers = {
        form: Number(rank, value)
        for rank, table in ranks.items()
        for form, value in value_table(table).items()
    }
    for scale in words.scales.values():
        for rank in ("one", "both", "two", "many"):
            for form in getattr(scale, rank):
                numbers[fold_word(form)] = Number(f"scale_{rank}", scale.value)
    return numbers


def part_table(words: NumeralsFile) -> dict[str, Part]:
    """Denominator and number of each fraction word."""
    return {
        fold_word(form): Part(part.value, number)
        for part in words.parts.values()
        for number in ("one", "two", "many", "of_them", "two_of_them")
        for form in getattr(part, number)
    }


def letter_table(letters: Mapping[str, list[str]]) -> dict[str, str]:
    """The letter that tells each form from another word."""
    return {fold_word(form): letter for letter, forms in letters.items() for form in forms}


def longest_first(index: Mapping[str, list[Phrase]]) -> dict[str, tuple[Phrase, ...]]:
    """An index with the longest phrases of each first word before the others."""
    return {
        first: tuple(sorted(found, key=lambda phrase: -len(phrase.rest)))
        for first, found in index.items()
    }


def bound_table(bounds: BoundsFile) -> dict[str, tuple[Backward, ...]]:
    """The bounds under their last word, the longest first, as they are read from a number back."""
    index: dict[str, list[Backward]] = {}
    for bound in bounds.before.values():
        for form in fused(bound.forms):
            *words, last = [token.norm for token in tokens(form)]
            index.setdefault(last, []).append(Backward(tuple(words), bound.relation))
    return {
        last: tuple(sorted(found, key=lambda bound: -len(bound.words)))
        for last, found in index.items()
    }


def fused(forms: Iterable[str]) -> list[str]:
    """Phrases, and the same with "لا" written together with its neighbours ("مالايقل عن")."""
    found = dict.fromkeys(forms)
    for form in forms:
        together = form.replace("لا ي", "لاي").replace("لا ت", "لات")
        found |= dict.fromkeys(
            (together, form.replace("ما لا", "مالا"), together.replace("ما لا", "مالا"))
        )
    return list(found)


def role_table(
    numbers: Mapping[str, Number],
    parts: Mapping[str, Part],
    ordinals: Mapping[str, int],
    duals: Mapping[str, str],
    phrases: Mapping[str, Index],
) -> dict[str, frozenset[str]]:
    """The roles that each folded form can play."""
    roles: dict[str, set[str]] = {}
    tables: list[tuple[str, Iterable[str]]] = [
        ("number", numbers), ("part", parts), ("ordinal", ordinals), ("dual", duals),
        *phrases.items(),
    ]  # fmt: skip
    for role, table in tables:
        for base in table:
            roles.setdefault(base, set()).add(role)
    return {base: frozenset(found) for base, found in roles.items()}


def any_of(symbols: Iterable[str]) -> re.Pattern[str]:
    """A pattern of symbols that finds the longest."""
    return re.compile("|".join(map(re.escape, sorted(symbols, key=len, reverse=True))))

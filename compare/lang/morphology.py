"""The grammar of Arabic word forms, on folded text: clitics off, case and person endings on.

It generates more than the language has; a form that is no word is never met. Rules after
K. C. Ryding, A Reference Grammar of Modern Standard Arabic, 2005, chapters 7 and 22-24.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

PRONOUNS = ("ه", "ها", "هم", "هن", "هما", "كم", "نا", "ي", "ك")
_CASES = ("ا", "ان", "ين", "ون", "ي", "و", "ه", "ات")
_PAST = ("ت", "وا", "ا", "تا", "ن", "نا", "تم")
_PRESENT = ("", "ون", "وا", "ان", "ا", "ين", "ن")
_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")
_VERBAL_SHAPES = (
    re.compile("وي.{3,}"),
    re.compile(".{2,}[^اوي]ت"),
    re.compile("ي.{4,}(?<![ياه])(?<!ين)(?<!ات)(?<!يون)"),
)


class Split(NamedTuple):
    """A word without its proclitics: the conjunction, the preposition, the article, the rest."""

    conjunction: str
    preposition: str
    definite: bool
    rest: str


@lru_cache(maxsize=65536)
def splits(word: str) -> tuple[Split, ...]:
    """Every way to take the proclitics off a folded word, the fewest taken first."""
    return tuple(_splits(word))


def _splits(word: str) -> Iterator[Split]:
    if len(word) == 1:
        yield Split("", "", False, word)
    for conjunction in ("", *_CONJUNCTIONS):
        if not word.startswith(conjunction) or len(word) - len(conjunction) < 2:
            continue
        rest = word[len(conjunction) :]
        yield Split(conjunction, "", False, rest)
        yield from _articles(conjunction, rest)


def _articles(conjunction: str, word: str) -> Iterator[Split]:
    if word.startswith("ال") and len(word) > 3:
        yield Split(conjunction, "", True, word[2:])
    if word.startswith("لل") and len(word) > 3:
        yield Split(conjunction, "ل", True, word[2:])
    for preposition in _PREPOSITIONS:
        if word.startswith(preposition) and len(word) > 2:
            rest = word[1:]
            yield Split(conjunction, preposition, False, rest)
            if rest.startswith("ال") and len(rest) > 3:
                yield Split(conjunction, preposition, True, rest[2:])


def nominal_forms(form: str) -> Iterator[str]:
    """A folded noun, participle or adjective with its case, number and possessive endings."""
    yield form
    if form.endswith("ه"):
        base = form[:-1] + "ت"
        yield from (form[:-1] + "ات", base + "ان", base + "ين", base + "ي", base + "ا")
    else:
        yield from (form + ending for ending in _CASES)
    for base in _before_pronouns(form):
        yield from (base + pronoun for pronoun in PRONOUNS)


def _before_pronouns(form: str) -> tuple[str, ...]:
    """What a noun becomes before a pronoun.

    Ta marbuta opens, a final hamza takes a seat, alif maqsura, folded to ya, becomes alif.
    """
    if form.endswith("ه"):
        return (form[:-1] + "ت",)
    if form.endswith("اء"):
        return (form[:-1] + "ي", form[:-1] + "و", form)
    if form.endswith("ي"):
        return (form, form[:-1] + "ا")
    return (form,)


def verbal_forms(form: str) -> Iterator[str]:
    """A folded verb: present where it begins with ya, else past, in the persons that news uses."""
    present = form.startswith("ي") and len(form) > 3
    bare = list(_present(form) if present else _past(form))
    yield from bare
    yield from (_open(word) + pronoun for word in bare for pronoun in ("ه", "ها", "هم"))


def _present(form: str) -> Iterator[str]:
    for stem in (prefix + form[1:] for prefix in "يتن"):
        yield from (stem + ending for ending in _PRESENT)
        if form[-1] in "يا":
            yield from (stem[:-1] + ending for ending in ("ون", "وا", "ين"))


def _past(form: str) -> Iterator[str]:
    yield form
    yield from (form + ending for ending in _PAST)
    if form[-1] in "يا":
        yield from (form[:-1] + ending for ending in ("ت", "وا", "تا", "يا", "ين"))


def _open(verb: str) -> str:
    """A verb before an object pronoun: the plural's silent alif falls, a final ya is an alif."""
    if verb.endswith("وا"):
        return verb[:-1]
    return verb[:-1] + "ا" if verb.endswith("ي") else verb


def future(word: str) -> str | None:
    """The verb behind the future prefix sa-, or None."""
    return word[1:] if word.startswith("س") and len(word) > 4 and word[1] in "يتنا" else None


def looks_verbal(word: str) -> bool:
    """Whether an unknown folded word has the shape of a verb.

    The shapes are the feminine past ("أوقعت") and the present ("يحتاج", "ويستمر"), where the
    word does not end as nouns and adjectives do ("يهوديين", "يتامى").
    """
    return any(shape.fullmatch(word) for shape in _VERBAL_SHAPES)

"""What a number can count: nouns in the form that it asks for, and never a verb."""

from compare.figures.line import Line
from compare.lang.morphology import looks_verbal

_COUNTED = frozenset(("people", "things", "events"))


def is_verb(line: Line, i: int) -> bool:
    """Whether the i-th word is a verb: known as one and not as a noun, or by its shape."""
    norm = line.norm(i)
    parts = _parts_of_speech(line, norm)
    if not parts and norm.startswith(("و", "ف")):
        parts = _parts_of_speech(line, norm[1:])
    if parts:
        return "verb" in parts and "noun" not in parts
    return looks_verbal(norm) and norm not in line.nouns


def _parts_of_speech(line: Line, norm: str) -> frozenset[str]:
    return frozenset(sense.pos for sense in line.senses.get(norm, ()))


def counts_noun(line: Line, i: int) -> bool:
    """Whether the i-th word can be counted, and is no verb."""
    return line.counts(i) and not is_verb(line, i)


def agrees(line: Line, i: int, number: int) -> bool:
    """Whether the i-th word is a known thing in the form in which `number` counts it.

    From three to ten that is the plural, from eleven to ninety-nine the accusative singular.
    """
    if not counts_noun(line, i) or names_a_day(line, i):
        return False
    if line.match(i, "unit", bare=True) or line.match(i, "currency", bare=True):
        return True
    norm, tail = line.norm(i), number % 100
    if not _is_thing(line, norm):
        return False
    if tail < 3:
        return True
    if tail <= 10:
        return norm not in line.nouns and norm.removesuffix("ا") not in line.nouns
    return norm.endswith(("ا", "ه"))


def _is_thing(line: Line, norm: str) -> bool:
    known = any(s.pos == "noun" and s.category in _COUNTED for s in line.senses.get(norm, ()))
    return known or norm in line.nouns or (norm.endswith("ا") and norm[:-1] in line.nouns)


def is_singular(line: Line, i: int) -> bool:
    """Whether the i-th word is a known noun in the singular."""
    return line.norm(i) in line.nouns


def is_plural(line: Line, i: int) -> bool:
    """Whether the i-th word is a known noun that no scale can count, a plural."""
    norm = line.norm(i)
    return (
        not is_singular(line, i) and "noun" in _parts_of_speech(line, norm) and norm[-1] not in "اه"
    )


def is_feminine_plural(line: Line, i: int) -> bool:
    """Whether the i-th word has the ending of the feminine plural ("مركبات")."""
    return line.counts(i) and len(line.norm(i)) > 4 and line.norm(i).endswith("ات")


def fills(line: Line, i: int, number: int) -> bool:
    """Whether `number`, which stands where a year is told, counts the i-th word all the same.

    Behind "in" an object or a subject follows a year as well ("في 2016 تقريرا"), so that only
    places, units and, behind a round thousand, people are counted ("في 2000 قرية").
    """
    if not agrees(line, i, number):
        return False
    norm = line.norm(i)
    categories = {s.category for s in line.senses.get(norm, ()) if s.pos == "noun"}
    people = number % 100 < 3 and not norm.endswith("ا") and "people" in categories
    return people or "places" in categories or not _is_thing(line, norm)


def names_a_day(line: Line, i: int) -> bool:
    """Whether the day at i is named, not counted: "يوم الاثنين", "يوم أمس", "يوم 5 مايو"."""
    if line.match(i, "single_day", bare=True) is None:
        return False
    return line.match(i + 1, "named_day") is not None or line.kind(i + 1) in ("taken", "number")

"""Number words that are also another word, and what tells them apart.

The words stand under `guards` in `numerals.toml`, each list for one condition: "لست" is "I am
not" unless known things follow that six can count, "ألف" is "he wrote" behind "who", and so on.
"""

from compare.figures.atoms import Term, bare_rank
from compare.figures.bounds import bound_before
from compare.figures.counted import agrees, is_feminine_plural, is_plural, is_singular
from compare.figures.line import Line

_SHADDA = "\u0651"
_QUOTES = frozenset('"«“')


def states_number(line: Line, i: int, term: Term) -> bool:
    """Whether the word at i, of which `term` was made, is a number at all."""
    words, norm = line.words, line.norm(i)
    if term.last > i:
        return norm not in words.counting or bare_rank(line, i + 1) != "scale_one"
    if norm in words.agreeing:
        return _agreeing(line, i, int(term.value))
    if norm in words.counting:
        return _counts_something(line, i)
    base = _base(line, i)
    if base in words.before_scale or (base == "صفر" and _SHADDA in line.raw(i)):
        return False
    if norm in words.surname:
        counted = line.counts(i + 1) and line.norm(i + 1).endswith(("ا", "ه"))
        return counted or line.kind(i - 1) == "none" or bound_before(line, i) is not None
    never = norm in words.not_singular and is_singular(line, i + 1)
    return not never and _spelled(line, i)


def _base(line: Line, i: int) -> str:
    found = line.number(i)
    return found[1].base if found is not None else ""


def _spelled(line: Line, i: int) -> bool:
    found = line.number(i)
    if found is None:
        return True
    rank, base = found[0], found[1].base
    if rank.rank == "scale_two" and base.endswith("ي") and found[1].article:
        return line.known_noun(i + 1)
    letter = line.words.spelled.get(base)
    if letter is not None and letter not in line.raw(i):
        return line.known_noun(i + 1) and line.norm(i) == base
    if rank == ("scale_one", 1000):
        return _is_thousand(line, i)
    oblique = rank == ("scale_two", 1000) and base.endswith("ين")
    return not oblique or not line.counts(i + 1) or line.known_noun(i + 1)


def _agreeing(line: Line, i: int, value: int) -> bool:
    """Whether what follows is surely counted, or the word describes a definite noun before it."""
    found = line.number(i)
    noun = i - 1 - (line.norm(i - 1) in _QUOTES)
    if found is not None and found[1].article and line.definite(noun):
        return True
    plural = 3 <= value <= 10 and is_feminine_plural(line, i + 1)
    return plural or agrees(line, i + 1, value)


def _counts_something(line: Line, i: int) -> bool:
    """Whether a word that is also a verb or a name counts what follows, or stands all alone."""
    if line.norm(i + 1)[:1] in {"ي", "ت"}:
        return False
    found = line.number(i)
    bare = found is not None and found[1].skip == 0
    return line.counts(i + 1) or (bare and line.kind(i + 1) in {"none", "mark"})


def _is_thousand(line: Line, i: int) -> bool:
    """Whether "ألف" is a thousand and not the verb "to write", which has an object or subject."""
    if _SHADDA in line.raw(i) or line.match(i - 1, "relative", bare=True) is not None:
        return False
    if bound_before(line, i) is not None or line.norm(i - 1) in line.words.function_words:
        return True
    if line.definite(i + 1) and line.norm(i + 1) not in line.words.function_words:
        return False
    if is_plural(line, i + 1):
        return False
    return not (line.norm(i + 1).endswith("ا") and line.counts(i + 1)) or line.known_noun(i + 1)

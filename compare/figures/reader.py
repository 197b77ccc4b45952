"""Text → spans: the families in their order, then quantities, bounds and ranges."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Protocol

from compare.figures import dates, duals, identifiers, ordinals, times, years
from compare.figures.bounds import bound_before
from compare.figures.line import NOTHING, Line, cut
from compare.figures.quantities import quantity
from compare.figures.ranges import relate
from compare.figures.settle import ORDER, settle
from compare.figures.span import Candidate, Numeral, Quantity, Span
from compare.figures.vague import vague_at
from compare.figures.words import read_numeral
from compare.lang.concepts import Sense
from compare.lang.numerals import Numerals

Family = Callable[[Line, int], Candidate | None]


class Concepts(Protocol):
    """What of the concept lexicon is needed here, all folded."""

    @property
    def singulars(self) -> frozenset[str]:
        """The nouns that the concept lexicon knows."""

    @property
    def senses(self) -> Mapping[str, tuple[Sense, ...]]:
        """What each form can mean, and as which part of speech."""


class Lexicon(Protocol):
    """The part of a language pack that figures are read with."""

    @property
    def numerals(self) -> Numerals:
        """The words of numbers and of all that stands beside them."""

    @property
    def concepts(self) -> Concepts:
        """The concept lexicon."""


_BY_DIGITS: dict[str, tuple[Family, ...]] = {
    "date": (dates.numeric_date, years.year_at, dates.day_at),
    "clock": (times.clock_at,),
    "phone": (identifiers.phone_at, identifiers.group_at),
    "furniture": (identifiers.furniture_at, identifiers.page_total_at, identifiers.malformed_at),
    "score": (times.score_at, times.spoken_score_at),
    "model": (
        identifiers.chain_at,
        identifiers.version_at,
        identifiers.model_at,
        identifiers.name_head_at,
    ),
    "list": (identifiers.list_number,),
}
_BY_ROLE: dict[str, tuple[tuple[str, Family], ...]] = {
    "name": (("name", identifiers.name_at), ("idiom", identifiers.idiom_at)),
    "date": (
        ("month", dates.date_at),
        ("year", years.spelled_year),
        ("decade_name", years.decade_at),
        ("number", dates.weekday_two),
        ("number", dates.day_at),
    ),
    "clock": (("ordinal", times.clock_at), ("number", times.clock_at)),
    "score": (("goals", times.spoken_score_at), ("number", times.spoken_score_at)),
    "furniture": (
        ("number", identifiers.furniture_at),
        ("unit_dual", identifiers.dual_furniture_at),
    ),
    "ordinal": (("ordinal", ordinals.ordinal_at), ("number", ordinals.hundredth_at)),
}
_TRIGGERS = frozenset(role for families in _BY_ROLE.values() for role, _ in families)
_NUMERIC = frozenset(("number", "part", "minus", "unit_dual", "unit_one", "currency_dual", "dual"))
_VAGUE = frozenset(("number", "vague"))
_DUAL_ENDS = ("ان", "ين")


def read(text: str, lexicon: Lexicon, before: str = "", article: str = "") -> tuple[Span, ...]:
    """Every figure in `text`, and every number that is none, in order, none overlapping.

    `text` is a sentence or a paragraph, `before` what precedes it, `article` the whole: they
    tell what it leaves out. Offsets are in `text`.
    """
    line = _line(text, lexicon, before, article)
    named = settle([identifiers.addresses(line), *_families(line)])
    named = settle([[*named], _lists(line, named)])
    rest = _masked(line, named)
    counted = relate(rest, list(_quantities(rest)))
    kept = settle([named, counted, _vague(rest)])
    kept = settle([kept, _unread(line, kept)])
    return tuple(_plain(c.span) for c in kept if c.span.rule != identifiers.SILENT)


def _line(text: str, lexicon: Lexicon, before: str, article: str) -> Line:
    concepts, words = lexicon.concepts, lexicon.numerals
    nouns = _nouns(words.singulars, concepts.singulars)
    line = cut(text, words)
    return replace(line, before=before, article=article, nouns=nouns, senses=concepts.senses)


def _plain(span: Span) -> Span:
    """The span with its numbers plain: no exponent, no zeros behind the decimals."""
    if span.low is None and span.high is None:
        return span
    return span._replace(low=_decimal(span.low), high=_decimal(span.high))


def _decimal(value: Decimal | None) -> Decimal | None:
    if value is None:
        return None
    written = format(value, "f")
    return Decimal(written.rstrip("0").rstrip(".") if "." in written else written)


@lru_cache(maxsize=8)
def _nouns(own: frozenset[str], concepts: frozenset[str]) -> frozenset[str]:
    return frozenset(noun.removesuffix("+") for noun in own | concepts)


def _families(line: Line) -> Iterable[list[Candidate]]:
    numbers = [i for i, token in enumerate(line.tokens) if token.kind == "number"]
    at: dict[str, list[int]] = {}
    for i, known in enumerate(line.known):
        for role in known.roles & _TRIGGERS:
            at.setdefault(role, []).append(i)
    if not numbers and not at:
        return
    for name in ORDER:
        found = [family(line, i) for family in _BY_DIGITS.get(name, ()) for i in numbers]
        found += [
            family(line, i) for role, family in _BY_ROLE.get(name, ()) for i in at.get(role, ())
        ]
        yield [candidate for candidate in found if candidate is not None]


def _lists(line: Line, named: list[Candidate]) -> list[Candidate]:
    """The further years of a list that begins with one."""
    first = [c for c in named if c.span.rule in {"year", "year_named"}]
    return [more for year in first for more in years.year_list(line, year)]


def _masked(line: Line, taken: list[Candidate]) -> Line:
    """The line with the tokens taken out that are spoken for."""
    if not taken:
        return line
    tokens, known = list(line.tokens), list(line.known)
    for candidate in taken:
        for i in range(candidate.first, candidate.last + 1):
            tokens[i] = tokens[i]._replace(kind="taken", norm="\0")
            known[i] = NOTHING
    return replace(line, tokens=tokens, known=known)


def _quantities(line: Line) -> Iterable[Quantity]:
    at = 0
    while at < len(line.tokens):
        found = _quantity_at(line, at)
        if found is None:
            at += 1
            continue
        yield found
        at = max(found.last, found.numeral.last) + 1


def _quantity_at(line: Line, i: int) -> Quantity | None:
    kind = line.tokens[i].kind
    if kind == "word" and not line.known[i].roles & _NUMERIC:
        return duals.dual_at(line, i) if line.tokens[i].norm.endswith(_DUAL_ENDS) else None
    if (kind == "mark" and line.tokens[i].norm not in ".٫") or kind not in (
        "word",
        "number",
        "mark",
    ):
        return None
    numeral = read_numeral(line, i)
    if numeral is not None:
        ranked = _ranked(line, numeral)
        if ranked is not None or _stands(line, numeral):
            return ranked or quantity(line, numeral)
    if kind == "word":
        return duals.whole_and_half(line, i) or duals.dual_at(line, i)
    return None


def _ranked(line: Line, numeral: Numeral) -> Quantity | None:
    if not ordinals.is_ordinal(line, numeral) or bound_before(line, numeral.first):
        return None
    return Quantity(numeral, "ordinal", None, numeral.last, "ordinal_number", True, numeral.flags)


def _stands(line: Line, numeral: Numeral) -> bool:
    """Whether a number in words states something: not "one" as an adjective, nor "the hundred"."""
    if numeral.written in ("digits", "mixed"):
        return True
    if line.norm(numeral.first) == "و" or (numeral.value == 0 and numeral.article):
        return False
    if numeral.first == numeral.last and numeral.value == 1:
        return not numeral.article and _one_stands(line, numeral)
    if (
        numeral.article
        and numeral.written == "words"
        and numeral.value in (100, 1000, 10**6, 10**9)
    ):
        return bound_before(line, numeral.first) is not None
    return True


def _one_stands(line: Line, numeral: Numeral) -> bool:
    before = line.norm(numeral.first - 1)
    return (
        line.kind(numeral.first - 1) in ("none", "mark")
        or before in line.nouns
        or bool(line.match(numeral.first - 1, "unit"))
    )


def _vague(line: Line) -> list[Candidate]:
    found = [vague_at(line, i) for i, known in enumerate(line.known) if known.roles & _VAGUE]
    return [candidate for candidate in found if candidate is not None]


def _unread(line: Line, kept: list[Candidate]) -> list[Candidate]:
    """The digits that no family read, so that none is dropped silently."""
    taken = {i for c in kept for i in range(c.first, c.last + 1)}
    return [
        identifiers.identifier(line, i, i, "unread_digits")
        for i, token in enumerate(line.tokens)
        if token.kind == "number" and i not in taken
    ]

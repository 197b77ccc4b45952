"""Text → spans: the families in their order, then quantities, bounds and ranges."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from compare.figures import ages, dates, duals, identifiers, ordinals, times, years
from compare.figures.atoms import scales
from compare.figures.between import first_end
from compare.figures.bounds import bound_before
from compare.figures.digits import read_digits
from compare.figures.line import Line, assemble, look_up, masked, may_hold_figures
from compare.figures.overrides import overridden
from compare.figures.quantities import quantity
from compare.figures.ranges import relate
from compare.figures.runs import set_apart
from compare.figures.settle import ORDER, settle
from compare.figures.span import Candidate, Numeral, Quantity, Span
from compare.figures.vague import odd_at, vague_at
from compare.figures.vocabulary import Lexicon, Vocabulary, vocabulary
from compare.figures.words import read_numeral
from compare.text import HIDDEN

_DIGITS = "digits"
_FURNITURE = frozenset(("furniture_before", "furniture_after"))
_ORDINALS = frozenset(("ordinal",))
_HEADS = frozenset(("name_head",))


class _Family(NamedTuple):
    """What reads one sort of number: its name in `ORDER`, and the role of tokens it begins at.

    `needs` are roles of which the line must hold one, where any are given.
    """

    name: str
    begins: str
    read: Callable[[Line, int], Candidate | None]
    needs: frozenset[str] = frozenset()


_FAMILIES = (
    _Family("name", "name", identifiers.name_at),
    _Family("name", "idiom", identifiers.idiom_at),
    _Family("age", "ordinal", ages.ordinal_age_at, ages.WORDS),
    _Family("clock", _DIGITS, times.clock_at),
    _Family("clock", "ordinal", times.clock_at, times.CLOCK),
    _Family("clock", "number", times.clock_at, times.CLOCK),
    _Family("score", _DIGITS, times.score_at),
    _Family("score", _DIGITS, times.spoken_score_at, times.GOALS),
    _Family("score", "goals", times.spoken_score_at),
    _Family("minute", _DIGITS, times.minute_at, times.SPORT),
    _Family("score", "number", times.spoken_score_at, times.GOALS),
    _Family("date", _DIGITS, dates.numeric_date),
    _Family("date", _DIGITS, years.year_at),
    _Family("date", _DIGITS, dates.day_at),
    _Family("date", "month", dates.date_at),
    _Family("date", "ordinal", dates.ranked_day_at, frozenset(("unnamed_month",))),
    _Family("date", "year", years.spelled_year, frozenset(("number",))),
    _Family("date", "number", years.unnamed_year, frozenset(("before_year",))),
    _Family("date", "decade_name", years.decade_at),
    _Family("date", "monday_word", dates.weekday_two),
    _Family("date", "number", dates.day_at, frozenset(("month_word",))),
    _Family("phone", _DIGITS, identifiers.phone_at),
    _Family("phone", _DIGITS, identifiers.group_at),
    _Family("phone", _DIGITS, identifiers.underscored_at),
    _Family("phone", _DIGITS, identifiers.exponent_at),
    _Family("furniture", _DIGITS, identifiers.furniture_at, _FURNITURE),
    _Family("furniture", _DIGITS, identifiers.page_total_at, _FURNITURE),
    _Family("furniture", _DIGITS, identifiers.malformed_at),
    _Family("furniture", "number", identifiers.furniture_at, _FURNITURE),
    _Family("furniture", "unit_dual", identifiers.dual_furniture_at, _FURNITURE),
    _Family("model", _DIGITS, identifiers.chain_at),
    _Family("model", _DIGITS, identifiers.version_at),
    _Family("model", _DIGITS, identifiers.model_at),
    _Family("model", _DIGITS, identifiers.name_head_at, _HEADS),
    _Family("model", "number", identifiers.named_tens_at, _HEADS),
    _Family("ordinal", "ordinal", ordinals.ordinal_at),
    _Family("ordinal", "number", ordinals.hundredth_at, _ORDINALS),
    _Family("ordinal", _DIGITS, ordinals.listed_at, _ORDINALS),
    _Family("ordinal", _DIGITS, ordinals.headed_at),
    _Family("list", _DIGITS, identifiers.list_number),
)
_IN_ORDER = [[family for family in _FAMILIES if family.name == name] for name in ORDER]
_TRIGGERS = frozenset(family.begins for family in _FAMILIES)
_VAGUE = frozenset(("number", "vague"))
_POINTS = frozenset(".٫")


def read(text: str, lexicon: Lexicon, before: str = "", article: str = "") -> tuple[Span, ...]:
    """Every figure in `text`, and every number that is none, in order, none overlapping.

    `text` is a sentence or a paragraph, `before` what precedes it, `article` the whole: they
    tell what it leaves out. Offsets are in `text`.
    """
    return read_turned(text, lexicon, before, article, overridden(text, before))


def read_turned(
    text: str, lexicon: Lexicon, before: str, article: str, turned: frozenset[int]
) -> tuple[Span, ...]:
    """The same where the offsets under a direction override are known: `turned`."""
    plain, runs = set_apart(text)
    spans = sorted([*_spans(plain, vocabulary(lexicon), before, article), *runs])
    return _flagged(spans, text, turned)


def _spans(text: str, known: Vocabulary, before: str, article: str) -> list[Span]:
    lexemes = look_up(text, known)
    if not may_hold_figures(lexemes):
        return []
    line = assemble(text, lexemes, known, before, article)
    named = settle([identifiers.addresses(line), *_families(line)])
    named = settle([named, _lists(line, named)])
    if "vague" in line.roles:
        named = settle([named, _vague(masked(line, _tokens(named)), odd_at)])
    rest = masked(line, _tokens(named))
    counted = relate(rest, list(_quantities(rest)))
    kept = settle([named, counted, _vague(rest, vague_at)])
    kept = settle([kept, _vague(masked(rest, _tokens(kept)), vague_at)])
    kept = settle([kept, _unread(line, kept)])
    return [_plain(c.span) for c in kept if c.span.rule != identifiers.SILENT]


def _flagged(spans: Sequence[Span], text: str, turned: frozenset[int]) -> tuple[Span, ...]:
    """The spans, with a flag on those that show otherwise than they are written."""
    if not turned and HIDDEN.search(text) is None:
        return tuple(spans)
    return tuple(_with_flags(span, text, turned) for span in spans)


def _with_flags(span: Span, text: str, turned: frozenset[int]) -> Span:
    flags = list(span.flags)
    if "invisible" not in flags and HIDDEN.search(text, span.start, span.end):
        flags.append("invisible")
    if not turned.isdisjoint(range(span.start, span.end)):
        flags.append("overridden")
    return span if len(flags) == len(span.flags) else span._replace(flags=tuple(flags))


def _tokens(candidates: Iterable[Candidate]) -> set[int]:
    """The tokens that candidates take."""
    return {i for c in candidates for i in range(c.first, c.last + 1)}


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


def _families(line: Line) -> Iterable[list[Candidate]]:
    at = _positions(line)
    for families in _IN_ORDER:
        yield [
            candidate
            for family in families
            if family.begins in at and not (family.needs and family.needs.isdisjoint(line.roles))
            for i in at[family.begins]
            if (candidate := family.read(line, i)) is not None
        ]


def _positions(line: Line) -> dict[str, list[int]]:
    """The tokens that have each role which a family asks for, digits as one of them."""
    at: dict[str, list[int]] = {}
    for i, kind in enumerate(line.kinds):
        if kind == "number":
            at.setdefault(_DIGITS, []).append(i)
        for role in line.known[i].roles & _TRIGGERS:
            at.setdefault(role, []).append(i)
    return at


def _lists(line: Line, named: list[Candidate]) -> list[Candidate]:
    """The further years of a list that begins with one."""
    first = [c for c in named if c.span.rule in {"year", "year_named"}]
    return [more for year in first for more in years.year_list(line, year)]


def _quantities(line: Line) -> Iterable[Quantity]:
    if True not in line.opens:
        return
    end = -1
    for i, known in enumerate(line.known):
        if i <= end or not (line.opens[i] or "unit_one" in known.roles):
            continue
        found = _quantity_at(line, i)
        if found is not None:
            yield found
            end = max(found.last, found.numeral.last)
        elif line.kinds[i] == "number":
            end = _last_of_run(line, i)


def _last_of_run(line: Line, i: int) -> int:
    """The last token of digits that make no number, and of their scale: none is one by itself."""
    digits = read_digits(line, i)
    return i if digits is None else scales(line, digits.last)[0]


def _quantity_at(line: Line, i: int) -> Quantity | None:
    leading = line.norm(i - 1) in _POINTS and line.touches(i)
    numeral = (read_numeral(line, i - 1) if leading else None) or read_numeral(line, i)
    if numeral is not None:
        numeral = first_end(line, numeral)
        ranked = _ranked(line, numeral)
        if ranked is not None or _stands(line, numeral):
            return ranked or quantity(line, numeral)
    if line.kinds[i] == "word":
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
        counts = _one_stands(line, numeral) or line.percent(numeral.last + 1) is not None
        return not numeral.article and counts
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


def _vague(line: Line, read_at: Callable[[Line, int], Candidate | None]) -> list[Candidate]:
    if _VAGUE.isdisjoint(line.roles):
        return []
    found: list[Candidate] = []
    for i, known in enumerate(line.known):
        taken = found and i <= found[-1].last
        candidate = read_at(line, i) if known.roles & _VAGUE and not taken else None
        found += [candidate] if candidate is not None else []
    return found


def _unread(line: Line, kept: list[Candidate]) -> list[Candidate]:
    """The digits that no family read, so that none is dropped silently."""
    taken = _tokens(kept)
    return [
        identifiers.identifier(line, i, i, "unread_digits")
        for i, kind in enumerate(line.kinds)
        if kind == "number" and i not in taken
    ]

"""Ordinals: the eighth, the twenty-first, the 30th, and definite tens behind a singular."""

from decimal import Decimal

from compare.figures.counted import agrees
from compare.figures.line import Line
from compare.figures.span import Candidate, Numeral, Span

_LONGEST = 4
"""How many digits a rank may have."""
_DASHES = frozenset("-–—~")
_JOINS = frozenset("/:.,٫،٬+")
_LISTED = 3
"""How many words an ordinal may stand before the digits that go on with it."""


def ordinal_at(line: Line, i: int) -> Candidate | None:
    """The ordinal at token i, its ten and tens with it."""
    found = line.ordinal(i)
    if found is None:
        return None
    value, reading = found
    last, value = _with_tens(line, i, value, reading.article)
    if last == i and not _stands_alone(line, reading.base, reading.article):
        return None
    return _candidate(line, i, last, line.noun_start(i, reading), value)


def _with_tens(line: Line, i: int, value: int, article: bool) -> tuple[int, int]:
    """The last token and the value of an ordinal with its "-teen" or its tens."""
    behind = line.number(i + 1)
    if behind is not None and behind[0].rank == "ten" and not behind[1].skip:
        return i + 1, value + 10
    at = line.joined(i + 1)
    tens = line.number(at) if at is not None else None
    if at is None or tens is None or not article or not tens[1].article:
        return i, value
    if tens[0].rank in ("tens", "hundred") and tens[1].clitic in ("", "و"):
        return at, value + tens[0].value
    return i, value


def _stands_alone(line: Line, base: str, article: bool) -> bool:
    """Whether one word is an ordinal: not "again", nor a second of time, nor half a compound."""
    roles = line.words.roles[base]
    return "half_compound" not in roles and (article or "second_of_time" not in roles)


def _candidate(line: Line, first: int, last: int, start: int, value: int) -> Candidate:
    number = Decimal(value)
    span = Span(start, line.end(last), "ordinal", "exact", number, number, None, "ordinal")
    return Candidate(first, last, span)


def hundredth_at(line: Line, i: int) -> Candidate | None:
    """As in "المئة والخامسة والعشرون": a definite hundred joined to an ordinal."""
    found = line.number(i)
    at = line.joined(i + 1)
    if found is None or at is None or not found[1].article:
        return None
    tail = ordinal_at(line, at)
    if found[0].rank not in ("hundred", "hundreds") or tail is None or tail.span.low is None:
        return None
    value = found[0].value + int(tail.span.low)
    return _candidate(line, i, tail.last, line.noun_start(i, found[1]), value)


def headed_at(line: Line, i: int) -> Candidate | None:
    """Digits behind the definite noun that they rank: "الدورة 15", "القرن 21".

    A noun of time can also tell when something is counted ("قتل اليوم 12"), so that it ranks
    only where its whole follows ("اليوم 100 للحرب").
    """
    at = i - 1
    ranks = line.definite(at) and line.head(at) in line.words.ordinal_heads
    if not ranks or len(line.norm(i)) > _LONGEST or _measures(line, i + 1):
        return None
    if line.match(at, "when") is not None and not _has_whole(line, i + 1):
        return None
    return _candidate(line, i, i, line.start(i), int(line.norm(i)))


def _measures(line: Line, i: int) -> bool:
    """Whether what stands at i is counted or measured, or makes a larger number."""
    if line.counts(i) or line.percent(i) is not None or line.number(i) is not None:
        return True
    behind = line.kind(i + 1) == "number"
    more = line.norm(i) in _DASHES or (line.touches(i) and line.norm(i) in _JOINS)
    return (behind and more) or line.kind(i) == "latin"


def _has_whole(line: Line, i: int) -> bool:
    of = line.norm(i) == "من" and line.definite(i + 1)
    return of or (line.norm(i).startswith("لل") and line.kind(i) == "word")


def listed_at(line: Line, i: int) -> Candidate | None:
    """Digits that go on behind an ordinal ("لقبه الثالث تواليا والـ13")."""
    if line.norm(i - 1) != "وال" or not line.touches(i) or line.counts(i + 1):
        return None
    if not any(line.ordinal(k) for k in range(i - 1 - _LISTED, i - 1)):
        return None
    return _candidate(line, i, i, line.start(i), int(line.norm(i)))


def is_ordinal(line: Line, numeral: Numeral) -> bool:
    """Whether a definite number ranks: behind a singular ("القرن العشرين", "الذكرى الـ30")."""
    if not numeral.article or (numeral.written == "words" and not _ranks(numeral)):
        return False
    if line.match(numeral.last + 1, "rank_behind", bare=True) is not None:
        return True
    if numeral.written == "words" and agrees(line, numeral.last + 1, int(numeral.value)):
        return False
    before = numeral.first - 1
    if numeral.written == "digits":
        before -= 1
    listed = line.number(before)
    if listed is not None and listed[1].article:
        before -= 1
    if (
        line.norm(before)
        and line.head(before) in line.words.ordinal_heads
        and not _indefinite(line, before)
    ):
        return True
    return numeral.written == "words" and _is_singular(line, before)


def _ranks(numeral: Numeral) -> bool:
    """Whether the words can rank: tens, hundreds, and "الواحد والعشرون"; units count."""
    return numeral.value > 100 or (numeral.value >= 20 and numeral.value % 10 in (0, 1))


def _indefinite(line: Line, i: int) -> bool:
    return line.norm(i) in line.words.ordinal_heads and not line.norm(i).endswith("ه")


def _is_singular(line: Line, i: int) -> bool:
    norm = line.norm(i)
    if line.kind(i) == "none":
        return True
    return norm.startswith("ال") and (norm[2:] in line.nouns)

"""Years: named, in brackets, in words, in lists and ranges, and decades by name."""

from compare.figures.atoms import bare_rank, scale_follows
from compare.figures.bounds import bound_before
from compare.figures.counted import agrees, counts_noun, fills
from compare.figures.line import Line
from compare.figures.span import Candidate, Span
from compare.figures.words import read_numeral

FIRST_YEAR, LAST_YEAR = 1000, 2200
_POINTS = frozenset(".,٫٬")
_YEAR_DIGITS = 4
_TALLY_REACH = 6
"""How many words before four digits "the number of" makes them a count."""
_OLDEST, _NEWEST = 1800, 2100
LIST_WORDS = frozenset(("الي", "حتي", "وحتي", "-", "–", "—", "و", "/"))
MOST_LISTED = 31
"""Longer than any list of days or years."""


def is_year(line: Line, i: int) -> bool:
    """Whether four digits that can be a year stand alone at i."""
    if line.kind(i) != "number" or len(line.norm(i)) != 4:
        return False
    marked = line.norm(i + 1) in (",", ".", "٬", "٫", "،") and line.touches(i + 1)
    group = line.kind(i + 2) == "number" and len(line.norm(i + 2)) < _YEAR_DIGITS
    if marked and group and line.touches(i + 2):
        return False
    return FIRST_YEAR <= int(line.norm(i)) < LAST_YEAR


def era_behind(line: Line, last: int) -> int:
    """The last token of the era behind a year, else the year's own."""
    found = line.match(last + 1, "era", bare=True)
    if found is None:
        return last
    return found[0]


def year_at(line: Line, i: int) -> Candidate | None:
    """A year in digits at i: named as one, or four digits that nothing is counted by."""
    if line.kind(i) == "number" and _named_year(line, i):
        return date(line, i, era_behind(line, i), "year_named")
    if not is_year(line, i):
        return None
    if _in_brackets(line, i) or has_era(line, i) or _plain_year(line, i):
        return date(line, i, era_behind(line, i), "year")
    return None


def _named_year(line: Line, i: int) -> bool:
    """Whether a word for year, or a feast or event, stands before the digits."""
    at = i - 1
    if line.norm(at) in ("(", "ال"):
        at -= 1
    if len(line.norm(i)) > 4 or has_decimals(line, i) or line.percent(i + 1) is not None:
        return False
    if line.match(at, "year") is None or line.norm(i) in ("1", "2"):
        return _feast_before(line, at) and is_year(line, i)
    return len(line.norm(i)) > 1 and (has_era(line, i) or not _counted_in(line, at, i))


def has_decimals(line: Line, i: int) -> bool:
    """Whether a mark without a space parts the number at i from more digits."""
    behind = line.norm(i + 1) in _POINTS and line.touches(i + 1) and line.touches(i + 2)
    before = line.norm(i - 1) in _POINTS and line.touches(i - 1) and line.touches(i)
    return (behind and line.kind(i + 2) == "number") or (before and line.kind(i - 2) == "number")


def _counted_in(line: Line, at: int, i: int) -> bool:
    """Whether the number counts and the word at `at` only says when: "هذا العام 90 شخصا".

    "العام" is also the adjective of "الدين العام".
    """
    if len(line.norm(i)) == _YEAR_DIGITS:
        this = line.definite(at) and line.match(at - 1, "this", bare=True) is not None
        return this and agrees(line, i + 1, int(line.norm(i)))
    short = len(line.norm(i)) < _YEAR_DIGITS and line.match(at - 1, "before_month") is None
    if _scaled(line, i + 1) or (line.definite(at) and short):
        return True
    if line.definite(at):
        return counts_noun(line, i + 1)
    return agrees(line, i + 1, int(line.norm(i)))


def year_counts(line: Line, i: int) -> bool:
    """Whether the four digits at i, where a year is looked for, count what follows."""
    if line.percent(i + 1) is not None:
        return True
    if is_recent(line, i):
        return fills(line, i + 1, int(line.norm(i)))
    return counts_noun(line, i + 1)


def is_recent(line: Line, i: int) -> bool:
    """Whether the digits at i are a year that news speaks of without saying so."""
    return _OLDEST <= int(line.norm(i)) < _NEWEST


def _feast_before(line: Line, at: int) -> bool:
    return "feast" in line.roles and any(
        (found := line.match(k, "feast")) is not None and found[0] == at
        for k in range(at, at - 4, -1)
    )


def has_era(line: Line, i: int) -> bool:
    """Whether an era stands behind the digits at i."""
    return line.match(i + 1, "era", bare=True) is not None


def _in_brackets(line: Line, i: int) -> bool:
    return line.norm(i - 1) in ("(", "[") and line.norm(i + 1) in (")", "]", "-", "–")


def _plain_year(line: Line, i: int) -> bool:
    """Four digits of our time that count nothing: no noun behind, no bound or sign before."""
    in_time = _tells_when(line, i - 1)
    ours = (_OLDEST if in_time else 1900) <= int(line.norm(i)) < _NEWEST
    if not ours or len(line.known) == 1 or _goes_with_more(line, i):
        return False
    if in_time:
        return not year_counts(line, i)
    if (
        _tallied(line, i)
        or counts_noun(line, i + 1)
        or line.match(i + 1, "out_of", bare=True) is not None
    ):
        return False
    before, kind = line.norm(i - 1), line.kind(i - 1)
    if line.touches(i) and kind == "word" and before in {"ب", "ك"}:
        return False
    signed = kind == "mark" and before in "$€£+<>=~≈*#"
    return kind != "none" and not signed and bound_before(line, i) is None


def _tallied(line: Line, i: int) -> bool:
    """Whether "the number of" stands before the digits, and no other number between."""
    for at in range(i - 1, i - 1 - _TALLY_REACH, -1):
        if line.kind(at) == "none" or line.numeric(at):
            return False
        if line.match(at, "tally_noun") is not None:
            return True
    return False


def _scaled(line: Line, i: int) -> bool:
    """Whether a scale at i multiplies four digits: not a plural, which counts three to ten."""
    return scale_follows(line, i) and bare_rank(line, i) != "scale_many"


def _goes_with_more(line: Line, i: int) -> bool:
    """Whether a scale, a sign or letters behind the digits, or a slash before, make them more."""
    slash = line.norm(i - 1) == "/" and line.touches(i)
    signs = line.kind(i + 1) == "mark" and line.norm(i + 1) in "%٪$€£"
    return slash or signs or line.kind(i + 1) == "latin" or _scaled(line, i + 1)


def _tells_when(line: Line, i: int) -> bool:
    """Whether a preposition, or an event that its year names ("انتخابات 2019"), stands at i."""
    reading = line.reading(i, "before_year") or line.reading(i, "year_event")
    return reading is not None and not reading.article


def year_list(line: Line, taken: Candidate) -> list[Candidate]:
    """The years that a year's list or range goes on with: "2004 و2006", "1991-1997"."""
    found: list[Candidate] = []
    last, size = taken.last, len(line.norm(taken.first))
    while len(found) < MOST_LISTED:
        at = _behind_list_word(line, last)
        if at is None or not _lists_on(line, last, at, size):
            break
        following = date(line, at, era_behind(line, at), "year_list")
        found.append(following)
        last = following.last
    return found


def _behind_list_word(line: Line, last: int) -> int | None:
    at = last + 1
    if line.norm(at) in LIST_WORDS or line.norm(at) in {"،", ","}:
        at += 1 + (line.norm(at + 1) == "و" and line.norm(at) != "و")
    return at if at > last + 1 and line.kind(at) == "number" else None


def _lists_on(line: Line, last: int, at: int, size: int) -> bool:
    """Whether the digits at `at` are one more year: as long as the first, and count nothing."""
    if has_era(line, at):
        return True
    short = line.norm(last + 1) in {"/", "-"} and line.touches(at) and len(line.norm(at)) == 2
    if len(line.norm(at)) != size and not short:
        return False
    if has_decimals(line, at):
        return False
    if size == 4 and line.norm(last + 1) not in {"،", ","}:
        return not year_counts(line, at)
    return line.percent(at + 1) is None and not counts_noun(line, at + 1)


def spelled_year(line: Line, i: int) -> Candidate | None:
    """A year in words behind "year": عام ألف وتسعمائة وسبعة وتسعين."""
    found = line.match(i, "year")
    if found is None or line.number(i + 1) is None or line.norm(i).endswith("ين"):
        return None
    numeral = read_numeral(line, i + 1)
    if numeral is None or not 12 <= numeral.value < LAST_YEAR:
        return None
    reading = line.reading(i + 1, "number")
    if numeral.article or reading is None or reading.clitic:
        return None
    return date(line, i + 1, numeral.last, "year_words")


def spelled_behind(line: Line, i: int) -> int | None:
    """The last token of a year of our time in words that begins at i, where it counts nothing."""
    numeral = read_numeral(line, i) if line.number(i) is not None else None
    if numeral is None or numeral.written != "words" or numeral.last == i or numeral.article:
        return None
    ours = 1900 <= numeral.value < _NEWEST and numeral.value % 100 != 0
    if not ours or line.percent(numeral.last + 1) or line.counts(numeral.last + 1):
        return None
    return numeral.last


def unnamed_year(line: Line, i: int) -> Candidate | None:
    """A year of our time in words behind a preposition: "منذ ألفين وأحد عشر"."""
    last = spelled_behind(line, i) if line.reading(i - 1, "before_year") else None
    return date(line, i, last, "year_words") if last is not None else None


def counts_on(line: Line, i: int) -> bool:
    """Whether the number is a percentage or counts what follows."""
    return line.percent(i + 1) is not None or line.counts(i + 1)


def decade_at(line: Line, i: int) -> Candidate | None:
    """A decade by its name, with its century: "تسعينيات القرن الماضي"."""
    found = line.match(i, "decade_name")
    if found is None:
        return None
    century = line.match(found[0] + 1, "century_name", bare=True)
    return date(line, i, century[0] if century else found[0], "decade")


def date(line: Line, first: int, last: int, rule: str) -> Candidate:
    """A date over these tokens, without what leans on the first one."""
    readings = line.known[first].readings
    start = line.start(first)
    if line.kind(first) == "word" and readings:
        start = line.noun_start(first, readings[0])
    span = Span(start, line.end(last), "date", "exact", None, None, None, rule)
    return Candidate(first, last, span)

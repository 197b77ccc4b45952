"""Dates: days, months in all namings, years, ranges and lists of them, and numeric forms."""

from compare.figures.atoms import scale_follows
from compare.figures.counted import agrees, counts_noun
from compare.figures.identifiers import SILENT
from compare.figures.line import Line
from compare.figures.ordinals import ordinal_at
from compare.figures.span import Candidate
from compare.figures.words import read_numeral
from compare.figures.years import (
    FIRST_YEAR,
    LAST_YEAR,
    LIST_WORDS,
    MOST_LISTED,
    counts_on,
    date,
    era_behind,
    has_decimals,
    has_era,
    is_recent,
    is_year,
    spelled_behind,
)

_SLASHES = frozenset("/-–.")


def month_at(line: Line, i: int) -> tuple[int, bool] | None:
    """The month at token i, with its other name behind a slash or in brackets.

    Gives its last token and whether the word is surely a month.
    """
    found = line.match(i, "month")
    if found is None:
        return None
    return _other_name(line, found[0], not found[1].endswith("?"), found[1].rstrip("?"))


def _other_name(line: Line, last: int, sure: bool, month: str) -> tuple[int, bool]:
    twin = line.match(last + 1, "month", bare=True)
    if twin is not None and twin[1].rstrip("?") == month:
        return twin[0], True
    if line.norm(last + 1) == "/" and (other := line.match(last + 2, "month", bare=True)):
        return other[0], True
    other = line.match(last + 2, "month", bare=True) if line.norm(last + 1) == "(" else None
    if other is not None and line.norm(other[0] + 1) == ")":
        return other[0] + 1, True
    return last, sure


def date_at(line: Line, i: int) -> Candidate | None:
    """The date whose month stands at token i, with the day before and the year behind it."""
    month = month_at(line, i)
    if month is None:
        return None
    last, sure = month
    last, has_year = _year_behind(line, last)
    last, days_behind = _days_behind(line, last)
    first, has_day = _days_before(line, i)
    if line.match(first - 1, "point", bare=True) is not None:
        return None
    first, qualified = _part_before(line, first)
    beside = has_day or has_year or qualified or days_behind
    if not (sure or beside or _said_month(line, i) or _told_by_neighbours(line, i, last)):
        return None
    return date(line, first, last, "date_month")


def _said_month(line: Line, i: int) -> bool:
    return line.match(i - 1, "month_word") is not None


def _told_by_neighbours(line: Line, i: int, last: int) -> bool:
    """Whether "last", "next" stand behind the month, or a preposition before what is also a verb.

    The preposition "from" is spelled like "who": then no object may follow ("من مارس الضغوط").
    """
    if line.match(last + 1, "near", bare=True) is not None:
        return True
    if line.match(i, "month_verb", bare=True) is None or not line.match(i - 1, "before_month"):
        return False
    return not line.match(i - 1, "from") or not line.definite(last + 1)


def _year_behind(line: Line, last: int) -> tuple[int, bool]:
    """The year behind a month, with "of the year" before it and its era behind."""
    at = last + 1
    of = line.match(at, "of_year", bare=True) is not None or line.norm(at) == "،"
    if of and line.match(at + 1, "year"):
        at += 2
    elif line.match(at, "year") or (
        line.norm(at) in ("،", "/", "-")
        and line.kind(at + 1) == "number"
        and len(line.norm(at + 1)) == 4
    ):
        at += 1
    spelled = spelled_behind(line, last + 1)
    if spelled is not None:
        return spelled, True
    if not is_year(line, at) or line.percent(at + 1):
        return last, False
    if not is_recent(line, at) and counts_noun(line, at + 1):
        return last, False
    return era_behind(line, at), True


def _days_behind(line: Line, last: int) -> tuple[int, bool]:
    """Days behind the month: "يوليو 13-15", "تموز 13 الى 15"."""
    at = last + 1
    if not _is_day(line, at):
        return last, False
    if line.norm(at + 1) in LIST_WORDS and line.kind(at + 2) == "number":
        at += 2
    counted = not _is_day(line, at) or counts_noun(line, at + 1)
    return (last, False) if counted else (at, True)


def _is_day(line: Line, i: int) -> bool:
    """Whether a day's number stands at i: whole, from 1 to 31, no percentage and no scale."""
    if line.kind(i) != "number" or len(line.norm(i)) > 2 or not 1 <= int(line.norm(i)) <= 31:
        return False
    return not (has_decimals(line, i) or line.percent(i + 1) or scale_follows(line, i + 1))


def _days_before(line: Line, i: int) -> tuple[int, bool]:
    """The first token of the day, days or range of days before the month at i."""
    at = i - 1
    while line.norm(at) == "من" or _is_month_word(line, at):
        at -= 1
    first = _day_ending(line, at)
    if first is None:
        return (i, False)
    return _more_days(line, first), True


def _day_ending(line: Line, at: int) -> int | None:
    """The first token of a day of the month that ends at token `at`."""
    if _is_day(line, at):
        return at
    for back in (3, 2, 1, 0):
        found = ordinal_at(line, at - back)
        if found is not None and found.last == at:
            return found.first
    for back in (3, 2, 1, 0):
        numeral = read_numeral(line, at - back) if line.number(at - back) else None
        if numeral is not None and numeral.last == at and 1 <= numeral.value <= 31:
            return numeral.first
    return None


def _more_days(line: Line, first: int) -> int:
    """Step back over days listed before: "5 و6 أكتوبر", "من 13 إلى 15 يوليو"."""
    for _ in range(MOST_LISTED):
        earlier = _earlier_day(line, first)
        if earlier is None:
            break
        first = earlier
    return first


def _earlier_day(line: Line, first: int) -> int | None:
    """The first token of the day that a list or range has before the day at `first`."""
    at = first - 1
    if line.norm(at) in ("ال", "وال") and line.touches(first):
        at -= line.norm(at) == "ال"
        return _day_ending(line, at - 1) if line.norm(at) == "وال" else None
    if line.norm(at) in LIST_WORDS:
        return _day_ending(line, at - 1)
    joined = line.kind(first) == "word" and line.norm(first).startswith("و")
    return _day_ending(line, at) if joined else None


def _part_before(line: Line, first: int) -> tuple[int, bool]:
    """Take in "mid-", "early", "late" before the month."""
    at = first - 1
    if _is_month_word(line, at):
        at -= 1
    found = line.match(at, "part_of_month")
    return (at, True) if found is not None else (first, False)


def numeric_date(line: Line, i: int) -> Candidate | None:
    """A date in digits: "10/7/2024", "2024-07-10", "21/09", "2/2013"."""
    parts, last = [line.norm(i)], i
    while (
        len(parts) < 5
        and line.norm(last + 1) in _SLASHES
        and line.touches(last + 1)
        and line.kind(last + 2) == "number"
        and line.touches(last + 2)
    ):
        parts.append(line.norm(last + 2))
        last += 2
    if len(parts) == 1 or any(len(part) > 4 for part in parts):
        return None
    mark = line.norm(i + 1)
    if len(parts) == 2 and (mark == "." or line.known_noun(last + 1)):
        return None
    if len(parts) == 3 and _three_parts([int(part) for part in parts], parts):
        return date(line, i, last, "date_numeric")
    if len(parts) == 2 and _two_parts(line, i, parts, mark):
        return date(line, i, last, "date_numeric")
    return None


def _three_parts(numbers: list[int], parts: list[str]) -> bool:
    a, b, c = numbers
    if len(parts[0]) == 4:
        return b <= 12 and c <= 31
    return (
        (len(parts[2]) in (2, 4))
        and ((a <= 31 and b <= 12) or (a <= 12 and b <= 31))
        and max(len(parts[0]), len(parts[1])) <= 2
    )


def _two_parts(line: Line, i: int, parts: list[str], mark: str) -> bool:
    a, b = int(parts[0]), int(parts[1])
    lengths = (len(parts[0]), len(parts[1]))
    if _is_years(line, i, mark, lengths, (a, b)):
        return True
    if lengths[0] == 4 and FIRST_YEAR <= a < LAST_YEAR and lengths[1] == 2:
        return b <= 12 or b == (a + 1) % 100
    if mark != "/" or lengths[0] > 2 or _is_share(line, i):
        return False
    if lengths[1] == 4:
        return a <= 12 and 1900 <= b < LAST_YEAR
    return lengths[1] <= 2 and _day_and_month(line, i, a, b, parts)


def _is_years(
    line: Line, i: int, mark: str, lengths: tuple[int, int], years: tuple[int, int]
) -> bool:
    """Whether a pair is a span of years: 2018/2019, (830-846), 284-305 with its era."""
    first, second = years
    if first >= second:
        return False
    if lengths == (4, 4):
        ours = mark == "/" or (first >= 1800 and second < 2100)
        near = second - first <= 200 and first >= FIRST_YEAR and second < LAST_YEAR
        return ours and near and not line.counts(i + 3)
    bracketed = lengths == (3, 3) and line.norm(i + 3) == ")"
    return mark in "-–" and (bracketed or has_era(line, i + 2))


def _is_share(line: Line, i: int) -> bool:
    """Whether a whole follows of which a pair is a part: "9/10 من السكان"."""
    month = line.match(i + 4, "unnamed_month") or line.match(i + 4, "when")
    return line.norm(i + 3) == "من" and line.definite(i + 4) and month is None


def _day_and_month(line: Line, i: int, a: int, b: int, parts: list[str]) -> bool:
    if not (1 <= a <= 31 and 1 <= b <= 12) and not (1 <= a <= 12 and 1 <= b <= 31):
        return False
    said = any(line.match(i - k, role) for k in (1, 2) for role in ("weekday", "day"))
    return said or "0" in (parts[0][0], parts[1][0]) or a > b or b in (10, 11, 12)


def day_at(line: Line, i: int) -> Candidate | None:
    """A day of an unnamed month: "يوم 15", "شهر 3", "15 الجاري", "من الشهر"."""
    if _is_month_word(line, i - 1) and not line.match(i + 1, "month"):
        return _month_number(line, i)
    if not _is_day(line, i):
        return None
    if _is_day_word(line, i - 1) and not counts_on(line, i):
        return date(line, i, i, "day")
    return date(line, _more_days(line, i), i, "day") if _in_near_month(line, i) else None


def _in_near_month(line: Line, i: int) -> bool:
    """Whether the day is of a month that the text only points to: "15 الجاري", "من الشهر"."""
    before = line.norm(i - 1)
    near = line.match(i + 1, "near") is not None
    month = i + 1 + (line.norm(i + 1) == "من")
    of_month = line.match(month, "unnamed_month", bare=True) is not None
    if before == "ال":
        return of_month or (near and _is_day_word(line, i - 2))
    return (near or of_month) and before in line.words.function_words


def ranked_day_at(line: Line, i: int) -> Candidate | None:
    """As in "الثالث والعشرين من الشهر نفسه"."""
    found = ordinal_at(line, i)
    if found is None or line.norm(found.last + 1) != "من":
        return None
    month = line.match(found.last + 2, "unnamed_month", bare=True)
    return date(line, i, month[0], "day") if month is not None else None


def _month_number(line: Line, i: int) -> Candidate | None:
    """The number of a month behind "month"; "one month" is a duration."""
    numeral = read_numeral(line, i)
    if numeral is None or numeral.value > 12 or (numeral.value == 1 and numeral.written == "words"):
        return None
    counted = agrees(line, numeral.last + 1, int(numeral.value))
    if counted and numeral.written == "digits" and not line.match(numeral.last + 1, "year"):
        return None
    return date(line, _part_before(line, i)[0], numeral.last, "month_number")


def _is_month_word(line: Line, i: int) -> bool:
    reading = line.reading(i, "month_word")
    return reading is not None and not reading.article


def _is_day_word(line: Line, i: int) -> bool:
    reading = line.reading(i, "day_word")
    return reading is not None and reading.skip == 0


def weekday_two(line: Line, i: int) -> Candidate | None:
    """Monday, which is spelled as two: "اثنين الأسبوع", "آخر اثنين من شهر"."""
    reading = line.reading(i, "monday_word")
    if reading is None:
        return None
    if reading.article or line.match(i + 1, "week", bare=True) is not None:
        return date(line, i, i, SILENT)
    return None

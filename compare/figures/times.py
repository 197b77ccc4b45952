"""Clock times and scores."""

from compare.figures.counted import is_verb, names_a_day
from compare.figures.fractions import fraction
from compare.figures.identifiers import identifier
from compare.figures.line import Line
from compare.figures.ordinals import ordinal_at
from compare.figures.span import Candidate, Span
from compare.figures.words import read_numeral

CLOCK = frozenset(("clock", "part_of_day", "universal_time"))
"""The roles of which a line must hold one to tell a time in words."""
SPORT = frozenset(("sport",))
"""The roles of which a line must hold one to tell the minute of a goal."""
GOALS = frozenset(("goals", "zero"))
"""The roles of which a line must hold one to tell a score in words."""


def clock_at(line: Line, i: int) -> Candidate | None:
    """A time of day whose hour stands at i: "23:45", "الساعة الثالثة", "الثالثة فجرا"."""
    written = _written(line, i)
    if written is not None:
        return _time(line, i, _day_part(line, written))
    hour = _hour(line, i)
    if hour is None:
        return None
    bare_hour = line.match(i - 1, "hour_word", bare=True) is not None
    named = line.match(i - 1, "clock") is not None and not bare_hour
    last = _minutes(line, hour)
    named = named or (last > hour and line.match(last + 1, "universal_time", bare=True) is not None)
    part = _day_part(line, last)
    counted = line.kind(i) == "number" and is_verb(line, i - 1)
    if not named and (part == last or counted):
        return None
    return _time(line, i, part)


def _time(line: Line, first: int, last: int) -> Candidate:
    start = line.start(first)
    if line.kind(first) == "word" and line.known[first].readings:
        start = line.noun_start(first, line.known[first].readings[0])
    span = Span(start, line.end(last), "time", "exact", None, None, None, "clock")
    return Candidate(first, last, span)


def _written(line: Line, i: int) -> int | None:
    """The last token of "hh:mm" or "hh:mm:ss"."""
    if not _is_below(line, i, 25) or line.norm(i + 1) != ":" or not line.touches(i + 1):
        return None
    if not line.touches(i + 2) or not _is_below(line, i + 2, 60) or len(line.norm(i + 2)) != 2:
        return None
    if line.norm(i + 3) == ":" and _is_below(line, i + 4, 60) and line.touches(i + 4):
        return i + 4
    return i + 2


def _is_below(line: Line, i: int, limit: int) -> bool:
    return line.kind(i) == "number" and len(line.norm(i)) <= 2 and int(line.norm(i)) < limit


def _hour(line: Line, i: int) -> int | None:
    """The last token of an hour at i, in digits, as a number or as an ordinal."""
    if line.kind(i) == "number":
        if line.norm(i + 1) in (".", ",") and line.touches(i + 1) and line.kind(i + 2) == "number":
            return _with_point(line, i)
        if len(line.norm(i)) == 4 and line.match(i + 1, "part_of_day"):
            return i
        return i if _is_below(line, i, 25) else None
    ordinal = ordinal_at(line, i)
    if ordinal is not None and ordinal.span.low is not None and ordinal.span.low <= 12:
        return ordinal.last
    found = line.number(i)
    if found is not None and found[0].rank in ("one", "ten") and line.match(i - 1, "clock"):
        numeral = read_numeral(line, i)
        return numeral.last if numeral is not None and numeral.value <= 12 else i
    return None


def _with_point(line: Line, i: int) -> int | None:
    """The last token of "16.30" and "04,30", which an hour's word or zone tells for a time."""
    minutes = len(line.norm(i + 2)) == 2 and _is_below(line, i + 2, 60) and _is_below(line, i, 25)
    named = line.match(i - 1, "clock") or line.match(i + 3, "universal_time", bare=True)
    return i + 2 if minutes and named else None


def _minutes(line: Line, last: int) -> int:
    """Take in "and a quarter", "less a third", "and 18 minutes"."""
    at = line.joined(last + 1)
    if at is None and line.match(last + 1, "except", bare=True):
        at = last + 2
    if at is None:
        return last
    share = fraction(line, at)
    if share is not None:
        return share[0]
    part = line.part(at)
    if part is not None and part[1].article:
        return at
    numeral = read_numeral(line, at)
    if numeral is None or numeral.value >= 60:
        return last
    unit = line.match(numeral.last + 1, "unit", bare=True)
    return unit[0] if unit is not None and unit[1] == "minute" else last


def _day_part(line: Line, last: int) -> int:
    at = last + 1
    if line.match(at, "of_day", bare=True) is not None:
        found = line.match(at, "part_of_day")
        return found[0] if found else last
    if line.norm(at) == "(":
        found = line.match(at + 1, "part_of_day", bare=True)
        return found[0] if found else last
    found = line.match(at, "part_of_day")
    if found is not None and (
        found[0] > at or len(line.norm(at)) > 1 or line.kind(at - 1) == "number"
    ):
        return found[0]
    return last


def score_at(line: Line, i: int) -> Candidate | None:
    """A score in digits: "2-1", "3 - 0", and "4/1" where the text speaks of a match."""
    last, mark = i + 2, line.norm(i + 1)
    if not (_is_goals(line, i) and _is_goals(line, last) and mark in _SCORE_MARKS):
        return None
    ascending = int(line.norm(i)) < int(line.norm(last))
    if line.match(i - 1, "between") is not None:
        return None
    if _goes_on(line, last) or _behind_digits(line, i):
        return None
    counted = line.known_noun(last + 1) and not names_a_day(line, last + 1)
    if ascending and (counted or (mark == "/" and line.definite(last + 1))):
        return None
    if not _sport(line, i) and (mark == "/" or not _plain_pair(line, i, last)):
        return None
    span = Span(line.start(i), line.end(last), "score", "exact", None, None, None, "score")
    return Candidate(i, last, span)


def minute_at(line: Line, i: int) -> Candidate | None:
    """The minute of a goal in brackets behind who scored it: "محمد صلاح (5)", "(45+2)"."""
    last = i + 2 if line.norm(i + 1) == "+" and line.kind(i + 2) == "number" else i
    note = line.match(last + 1, "goal_note", bare=True)
    closed = line.norm(last + 1) == ")" or note is not None
    if line.norm(i - 1) != "(" or not closed or not _is_goals(line, i):
        return None
    scorer = line.kind(i - 2) == "word" and int(line.norm(i)) <= _LAST_MINUTE
    return identifier(line, i, last, "minute") if scorer and _sport(line, i) else None


_LAST_MINUTE = 120
_SCORE_MARKS = frozenset("-–:/—")


def _is_goals(line: Line, i: int) -> bool:
    return line.kind(i) == "number" and len(line.norm(i)) <= 3 and int(line.norm(i)) < 200


def _behind_digits(line: Line, i: int) -> bool:
    return line.kind(i - 1) == "mark" and line.touches(i) and line.kind(i - 2) == "number"


def _goes_on(line: Line, last: int) -> bool:
    """Whether more digits or a percent sign follow, so that the pair is no score."""
    mark = line.norm(last + 1)
    if line.percent(last + 1) is not None or mark in {"$", "€"}:
        return True
    digits_follow = line.kind(last + 2) == "number" and line.touches(last + 2)
    return mark in ("-", "–", "/", ":", ".", ",", "،") and line.touches(last + 1) and digits_follow


def _plain_pair(line: Line, i: int, last: int) -> bool:
    """A pair that counts nothing: descending, with a colon, or written together and alone."""
    if line.norm(i + 1) == ":" or int(line.norm(i)) >= int(line.norm(last)):
        return True
    together = line.touches(i + 1) and line.touches(last)
    scaled = line.number(last + 1) is not None
    return together and not scaled and not line.counts(last + 1)


def spoken_score_at(line: Line, i: int) -> Candidate | None:
    """A score in words: "بهدفين لهدف", "ثلاثة أهداف مقابل هدفين", "3-صفر"."""
    left = _goals(line, i)
    at = _versus(line, left[0] + 1) if left is not None else None
    right = _goals(line, at) if at is not None else None
    if left is None or at is None or right is None or not (left[1] or right[1]):
        return None
    start = line.base_start(i, 1) if line.norm(i).startswith("ب") else line.start(i)
    span = Span(start, line.end(right[0]), "score", "exact", None, None, None, "score")
    return Candidate(i, right[0], span)


def _versus(line: Line, i: int) -> int | None:
    """Where the other side's goals begin behind "against", "to" or a dash."""
    if line.norm(i) in ("-", "–") or line.match(i, "versus", bare=True):
        return i + 1
    return i if line.norm(i).startswith("ل") else None


def _goals(line: Line, i: int) -> tuple[int, bool] | None:
    """The last token of a number of goals at i, and whether it is surely one: goals, or nil."""
    goal = line.match(i, "goals")
    if goal is not None:
        return goal[0], True
    numeral = read_numeral(line, i)
    if numeral is None or numeral.value > 30 or numeral.written == "mixed":
        return None
    behind = line.match(numeral.last + 1, "goals", bare=True)
    if behind is not None:
        return behind[0], True
    return numeral.last, numeral.value == 0 and numeral.written == "words"


def _sport(line: Line, i: int) -> bool:
    return line.speaks_of("sport", range(i - 15, i + 10))

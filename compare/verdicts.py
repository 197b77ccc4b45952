"""What a fact's readings are to each other: an ordered table of small named rules.

The first rule that holds decides. Bounds and approximations admit what their words admit; a
toll grows and a state changes with time; what happened on a day long past does neither.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from compare.lang.concepts import Concepts
from compare.model import Kind, Reading, Verdict
from compare.readings import Told, Value
from compare.settings import DEFAULT


class Case(NamedTuple):
    """A fact before its judge. `ties` is the evidence for pairs of its claims, by sorted ids."""

    kind: Kind
    predicate: str | None
    told: tuple[Told, ...]
    readings: tuple[Reading, ...]
    ties: Mapping[tuple[str, str], float]
    concepts: Concepts


class Judgement(NamedTuple):
    """The verdict, the rule that gave it, and how grave it is: 0 to 100."""

    verdict: Verdict
    rule: str
    severity: int


def judge(case: Case) -> Judgement:
    """The verdict of the first rule that holds."""
    rule, verdict = next((name, verdict) for name, verdict, holds in RULES if holds(case))
    return Judgement(verdict, rule, _severity(case, verdict))


def _one_outlet(case: Case) -> bool:
    """One outlet alone, unless it gives two values on two named authorities."""
    if len({t.article.outlet for t in case.told}) > 1:
        return False
    return all(_one_voice(*pair) for pair in _conflicts(case, case.told))


def _one_value(case: Case) -> bool:
    return len(case.readings) == 1


def _all_admit(case: Case) -> bool:
    return not any(_conflicts(case, case.told))


def _one_value_now(case: Case) -> bool:
    """One value, and older ones of a toll that articles repeat beside it."""
    current = _current(case.told)
    return _is_tally(case) and len({t.value for t in current}) == 1


def _all_admit_now(case: Case) -> bool:
    return _is_tally(case) and not any(_conflicts(case, _current(case.told)))


def _tally_grew(case: Case) -> bool:
    """Later articles give higher values of a toll that was still open."""
    if not _is_tally(case) or is_closed(case.told):
        return False
    return all(_grew(*pair) for pair in _conflicts(case, _current(case.told)))


def _state_changed(case: Case) -> bool:
    """Articles of different times give different values of a state that can change."""
    return _is_state(case) and all(_later(*pair) for pair in _conflicts(case, case.told))


def _undated(case: Case) -> bool:
    """Time could explain what differs, and wherever it does not an article has no date."""
    if not (_is_state(case) or (_is_tally(case) and not is_closed(case.told))):
        return False
    explains = _later if _is_state(case) else _grew
    left = [pair for pair in _conflicts(case, _current(case.told)) if not explains(*pair)]
    return all(a.claim.as_of is None or b.claim.as_of is None for a, b in left)


def _loosely_tied(case: Case) -> bool:
    """Wherever outlets conflict, hardly more than chance says that both speak of one quantity."""
    pairs = (p for p in _conflicts(case, case.told) if p[0].article.outlet != p[1].article.outlet)
    strengths = [_tie(case, *pair) for pair in pairs]
    return bool(strengths) and max(strengths) < DEFAULT.trusted_link


def _tie(case: Case, left: Told, right: Told) -> float:
    first, second = sorted((left.claim.id, right.claim.id))
    return case.ties.get((first, second), 0.0)


def _always(_case: Case) -> bool:
    return True


RULES: tuple[tuple[str, Verdict, Callable[[Case], bool]], ...] = (
    ("one-outlet", "single", _one_outlet),
    ("one-value", "agreed", _one_value),
    ("each-admits-the-other", "compatible", _all_admit),
    ("one-value-now", "agreed", _one_value_now),
    ("each-admits-the-other-now", "compatible", _all_admit_now),
    ("loosely-tied", "undecided", _loosely_tied),
    ("tally-grew", "updated", _tally_grew),
    ("state-changed", "updated", _state_changed),
    ("time-unknown", "undecided", _undated),
    ("no-reading-admits-the-other", "divergent", _always),
)


def admits(left: Value, right: Value, kind: Kind = "count") -> bool:
    """Whether two values can both be true of one quantity, by what their words allow."""
    return _meet(allowed(left), allowed(right)) or _is_rounded(left, right, kind)


def _meet(mine: tuple[Decimal, Decimal], theirs: tuple[Decimal, Decimal]) -> bool:
    return mine[0] <= theirs[1] and theirs[0] <= mine[1]


def _is_rounded(left: Value, right: Value, kind: Kind) -> bool:
    """Whether one exact value is the other with fewer digits: 68 per cent and 67.7.

    A count has none; of sums and measures only one that has decimals itself, or three digits
    before its zeros (35.3 billion), is taken for rounded.
    """
    if kind == "count" or left[2] != "exact" or right[2] != "exact":
        return False
    mine, theirs = left[0], right[0]
    if mine is None or theirs is None:
        return False
    (_, fine), (place, coarse) = sorted((_last_place(v, kind), v) for v in (mine, theirs))
    if kind != "percent" and place >= 0 and _digits(coarse) < _TELLING:
        return False
    return abs(fine - coarse) <= Decimal(5).scaleb(place - 1)


def _last_place(value: Decimal, kind: Kind) -> int:
    """The power of ten of the last digit that is no zero; that of a percentage is 0 at most."""
    exponent = value.normalize().as_tuple().exponent
    place = exponent if isinstance(exponent, int) else 0
    return min(place, 0) if kind == "percent" else place


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def allowed(value: Value) -> tuple[Decimal, Decimal]:
    """The least and the most that a value's words allow, infinite where they are open."""
    low, high, relation = value
    point = low if low is not None else high
    if point is None:
        return Decimal("-Infinity"), Decimal("Infinity")
    reach = Decimal(str(DEFAULT.bound_reach))
    if relation in ("over", "at_least"):
        return point, point + abs(point) * reach if point else Decimal("Infinity")
    if relation in ("under", "at_most"):
        return point - abs(point) * reach if point else Decimal("-Infinity"), point
    if relation == "range":
        return (low if low is not None else point), (high if high is not None else point)
    slack = _slack(point, relation)
    return point - slack, point + slack


def _slack(point: Decimal, relation: str) -> Decimal:
    if relation == "about":
        return abs(point) * Decimal(str(DEFAULT.about_tolerance))
    return _rounding(point) if abs(point) >= 1000 else Decimal(0)


def _rounding(point: Decimal) -> Decimal:
    """Half the last digit that a large round number states, 5 % of it at most.

    A number of three digits or more before its zeros states itself exactly.
    """
    _, digits, exponent = point.normalize().as_tuple()
    if len(digits) >= _TELLING or not isinstance(exponent, int) or exponent < 3:
        return Decimal(0)
    half = Decimal(5).scaleb(exponent - 1)
    return min(half, abs(point) * Decimal(str(DEFAULT.rounding_tolerance)))


def _conflicts(case: Case, told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    reach = [(t, allowed(t.value)) for t in told]
    for (one, mine), (other, theirs) in combinations(reach, 2):
        if not (
            _meet(mine, theirs)
            or _is_rounded(one.value, other.value, case.kind)
            or _is_converted(one, other)
        ):
            yield one, other


def _is_converted(left: Told, right: Told) -> bool:
    """Whether one exact value is the other in another unit, rounded: 18 miles and 29 km."""
    if left.unit == right.unit or {left.value[2], right.value[2]} != {"exact"}:
        return False
    mine, theirs = _point(left.value), _point(right.value)
    most = max(abs(mine), abs(theirs)) * Decimal(str(DEFAULT.rounding_tolerance))
    return abs(mine - theirs) <= min(max(left.step, right.step) / 2, most)


def _current(told: Sequence[Told]) -> list[Told]:
    """Without an article's lower values of a toll: older ones that it repeats."""
    beside: dict[str, list[Told]] = {}
    for t in told:
        beside.setdefault(t.article.id, []).append(t)
    return [t for t in told if not any(_supersedes(other, t) for other in beside[t.article.id])]


def _supersedes(newer: Told, older: Told) -> bool:
    """Whether one of an article's values is higher than another, on no other authority."""
    return _point(newer.value) > _point(older.value) and _one_voice(newer, older)


def _one_voice(left: Told, right: Told) -> bool:
    """Whether two claims may come from one authority: they share one, or one names none."""
    mine, theirs = (_authorities(t) for t in (left, right))
    return not mine or not theirs or not mine.isdisjoint(theirs)


def _point(value: Value) -> Decimal:
    low, high, _ = value
    found = low if low is not None else high
    return found if found is not None else Decimal(0)


def _authorities(told: Told) -> set[str]:
    """Who vouches for a claim; a mere text or a witness is nobody's authority."""
    return {s.key for s in told.claim.attribution if s.kind not in ("text", "witness")}


def _is_state(case: Case) -> bool:
    concept = case.concepts.concepts.get(case.predicate or "")
    return bool(concept and concept.state)


def _is_tally(case: Case) -> bool:
    """Tolls of people run, and counts of which the text says that they rise."""
    if case.kind == "count" and any("tally:running" in t.claim.scope for t in case.told):
        return True
    concept = case.concepts.concepts.get(case.predicate or "")
    return case.kind == "count" and bool(concept and concept.of == "person" and not concept.state)


def is_closed(told: Sequence[Told]) -> bool:
    """Whether the event lay more than two weeks before an article that counts it."""
    limit = timedelta(days=DEFAULT.closed_after_days)
    return any(
        _day(t.article.published) - date.fromisoformat(word.removeprefix("date:")) > limit
        for t in told
        for word in t.claim.scope
        if t.article.published
        and word.startswith("date:")
        and len(word) == len("date:2023-10-07")
        and word[5].isdigit()
    )


def _grew(left: Told, right: Told) -> bool:
    """Whether the later of two articles gives more, and time can be why.

    Two authorities that speak within some hours differ, and time does not explain it, unless the
    later one says that the number rose.
    """
    if not _later(left, right):
        return False
    first, second = sorted((left, right), key=lambda t: _moment(t.claim.as_of or ""))
    told = "tally:running" in second.claim.scope
    if not told and _at_one_time(left, right) and not _one_voice(left, right):
        return False
    return _point(first.value) <= _point(second.value)


def _at_one_time(left: Told, right: Told) -> bool:
    """Whether two claims are of one day and, where both give the hour, of the same part of it."""
    mine, theirs = left.claim.as_of or "", right.claim.as_of or ""
    if mine[:_DAY] != theirs[:_DAY]:
        return False
    if len(mine) == _DAY or len(theirs) == _DAY:
        return True
    return abs(_moment(mine) - _moment(theirs)) <= DEFAULT.one_time_hours * 3600


def _later(left: Told, right: Told) -> bool:
    """Whether two articles are told apart by time: by day, by hour where both give it."""
    mine, theirs = left.claim.as_of, right.claim.as_of
    if mine is None or theirs is None:
        return False
    if mine[:_DAY] != theirs[:_DAY]:
        return True
    if len(mine) == _DAY or len(theirs) == _DAY or _has_zone(mine) != _has_zone(theirs):
        return False
    return _moment(mine) != _moment(theirs)


def _has_zone(published: str) -> bool:
    return datetime.fromisoformat(published).tzinfo is not None


def _moment(published: str) -> float:
    """Seconds of an ISO date or time; a time without a zone is taken as UTC."""
    moment = datetime.fromisoformat(published)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _day(published: str | None) -> date:
    return date.fromisoformat((published or "")[:10])


_TELLING = 3  # digits before its zeros by which a number states itself exactly
_DAY = len("2024-06-10")
_BASE: dict[Verdict, int] = {
    "divergent": 60, "undecided": 40, "updated": 30, "compatible": 20, "agreed": 10, "single": 0,
}  # fmt: skip


def _severity(case: Case, verdict: Verdict) -> int:
    """Graver the farther the readings part, the more outlets carry them, and for people's fate."""
    base = _BASE[verdict]
    if verdict not in ("divergent", "undecided", "updated"):
        return base
    points = [_point(t.value) for t in case.told]
    greatest = max(abs(point) for point in points)
    spread = min(1.0, float((max(points) - min(points)) / greatest)) if greatest else 0.0
    outlets = len({t.article.outlet for t in case.told})
    human = 5 if case.kind == "count" and (_is_tally(case) or _is_state(case)) else 0
    return base + round(15 * spread) + min(10, 2 * outlets) + human

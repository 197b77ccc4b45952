"""Two numbers that are one: between five and seven, from 10 to 20, 10-20, over 10 and under 20.

And lists that share what is counted: 33, 34 and 39 years.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from compare.figures.bounds import Bound, bound_after, bound_before
from compare.figures.line import Line
from compare.figures.span import Candidate, Quantity, Span
from compare.model import Relation

_DASHES = frozenset("-–—~‑")
_NEAR, _FAR = 8, 20
"""How many words back a change may be told: farther where both numbers have their unit."""
_STEEP = 5
"""How many times a level is what it changed by, at least ("ارتفع 1.27 دولار إلى 80.49")."""
_MAGNITUDE = 10
"""How many times one of two numbers may be the other, to share a scale or be a range by "or"."""


class _Bounded(NamedTuple):
    """A quantity with its relation; `first` and `last` are the tokens of bound and all."""

    quantity: Quantity
    relation: Relation
    first: int
    last: int


def relate(line: Line, found: list[Quantity]) -> list[Candidate]:
    """Bounds and ranges over the line's quantities, in order."""
    shared = _share(line, found)
    spans: list[Candidate] = []
    at = 0
    while at < len(shared):
        pair = _range(line, shared[at], shared[at + 1]) if at + 1 < len(shared) else None
        if pair is not None:
            spans.append(pair)
            at += 2
            continue
        spans.append(_single(_bounded(line, shared[at])))
        at += 1
    return spans


def _bounded(line: Line, quantity: Quantity) -> _Bounded:
    numeral = quantity.numeral
    before = bound_before(line, numeral.first)
    behind = bound_after(line, quantity.last + 1)
    if behind is not None and (before is None or before.relation in ("about", "exact")):
        return _Bounded(quantity, behind[0], numeral.first, behind[1])
    if behind is not None and before is not None:
        return _Bounded(quantity, before.relation, before.first, behind[1])
    if before is not None:
        return _Bounded(
            quantity, _or_equals_behind(line, before, quantity), before.first, quantity.last
        )
    return _Bounded(quantity, "exact", numeral.first, quantity.last)


def _or_equals_behind(line: Line, before: Bound, quantity: Quantity) -> Relation:
    """As in "More than 5000 or equal"."""
    at = quantity.last + 1
    equals = line.match(at, "or") is not None and line.match(at + 1, "equals") is not None
    if equals and line.kind(at + 2) != "number" and not line.number(at + 2):
        return {"over": "at_least", "under": "at_most"}.get(before.relation, before.relation)  # type: ignore[return-value]
    return before.relation


def _single(bounded: _Bounded) -> Candidate:
    quantity, relation = bounded.quantity, bounded.relation
    low, high = _ends(quantity.value, relation)
    numeral = quantity.numeral
    span = Span(
        numeral.start, numeral.end, quantity.kind, relation, low, high, quantity.unit,
        quantity.rule, quantity.flags,
    )  # fmt: skip
    return Candidate(numeral.first, max(quantity.last, numeral.last), span)


def _ends(value: Decimal, relation: Relation) -> tuple[Decimal | None, Decimal | None]:
    if relation in ("over", "at_least"):
        return value, None
    if relation in ("under", "at_most"):
        return None, value
    if relation == "vague":
        return None, None
    return value, value


def _range(line: Line, left: Quantity, right: Quantity) -> Candidate | None:
    if left.kind != right.kind and left.own and right.own:
        return None
    if ("points" in left.flags) != ("points" in right.flags):
        return None
    if left.own and left.kind != "count" and (not right.own or left.unit != right.unit):
        return _two_or_three(line, left, right)
    return _opposed(line, left, right) or _joined(line, left, right)


def _two_or_three(line: Line, left: Quantity, right: Quantity) -> Candidate | None:
    """A dual unit and the next number: "أسبوعين أو ثلاثة"."""
    joined = line.norm(left.last + 1) == "او" and right.numeral.first == left.last + 2
    if left.rule != "dual" or right.own or not joined or right.value != left.value + 1:
        return None
    return _interval(left, right, left.value, right.value, "range_or")


def _opposed(line: Line, left: Quantity, right: Quantity) -> Candidate | None:
    """Two bounds that close an interval: "more than 10 and less than 20"."""
    one, two = _bounded(line, left), _bounded(line, right)
    gap = range(one.last + 1, two.first)
    joined = all(line.norm(k) in ("و", "،", "او", ",") for k in gap) and len(gap) <= 2
    if not joined or one.relation in ("exact", "about") or two.relation in ("exact", "about"):
        return None
    ends = [*_ends(left.value, one.relation), *_ends(right.value, two.relation)]
    low, high = ends[0] or ends[2], ends[1] or ends[3]
    opposed = (ends[0] is None) != (ends[2] is None)
    if not opposed or low is None or high is None or low >= high:
        return None
    return _interval(left, right, low, high, "range_bounds")


def _joined(line: Line, left: Quantity, right: Quantity) -> Candidate | None:
    rule = _rule(line, left, right)
    if rule is None:
        return None
    low, high = _scaled(left, right), right.value
    if rule == "range_between" and low > high and left.numeral.scale == right.numeral.scale:
        low, high = high, low
    if low >= high:
        return None
    return _interval(left, right, low, high, rule)


def _rule(line: Line, left: Quantity, right: Quantity) -> str | None:
    """Which words make the two a range; None where they are two figures."""
    gap = [line.norm(k) for k in range(left.last + 1, right.numeral.first)]
    lean = _clitic(line, right)
    before = left.numeral.first - 1
    if line.touches(left.numeral.first) and line.norm(before) in ("ال", "ل", "ب"):
        before -= 1
    hedged = line.match(before, "hedge", bare=True) is not None
    between = line.match(before - hedged, "between") == (before - hedged, "between")
    gap = [word for word in gap if word != "ال"]
    if between and (
        gap in (["و"], ["الي"], ["وبين"], ["-"], ["و", "بين"], ["وال"]) or (not gap and lean == "و")
    ):
        return "range_between"
    if gap in (["الي"], ["حتي"], ["وحتي"], ["الي", "نحو"], ["ل"]) or (not gap and lean == "ل"):
        if line.norm(before) != "من" and right.value < _STEEP * left.value and gap == ["الي"]:
            return "range_to"
        far = left.own and right.own and left.kind != "duration"
        reach = _FAR if far else _NEAR
        return None if _is_change(line, before, gap, reach) else "range_to"
    if len(gap) == 1 and gap[0] in _DASHES and _dash(left, right):
        return "range_dash"
    near = right.value <= _MAGNITUDE * left.value
    if gap == ["او"] and near and (not left.own or left.unit == right.unit):
        return "range_or"
    return None


def _dash(left: Quantity, right: Quantity) -> bool:
    return left.numeral.written in ("digits", "mixed") or right.numeral.written == "words"


def _clitic(line: Line, quantity: Quantity) -> str:
    first = quantity.numeral.first
    reading = (
        line.reading(first, "number")
        or line.reading(first, "unit_dual")
        or line.reading(first, "part")
    )
    return reading.clitic if reading is not None else ""


def _is_change(line: Line, before: int, gap: list[str], words: int) -> bool:
    """Whether "from A to B" tells a change, A before and B after."""
    if line.match(before - 1, "spread") is not None:
        return False
    if line.norm(before) != "من" and gap != ["الي"]:
        return True
    reach = range(max(before - words, 0), before + 1)
    return any(_tells_change(line, k) for k in reach)


def _tells_change(line: Line, i: int) -> bool:
    """Whether the word tells a change, also in the future ("سيرتفع")."""
    bare = re.sub("^[وف]?س(?=[يت])", "", line.norm(i))
    return line.match(i, "change") is not None or bare in line.words.phrases["change"]


def _scaled(left: Quantity, right: Quantity) -> Decimal:
    """The low end, with the scale word of the high end where only that has one."""
    scale = right.numeral.scale
    if scale == 1 or left.numeral.scale > 1 or left.own:
        return left.value
    coefficient = right.value / scale
    return left.value * scale if left.value < coefficient else left.value


def _interval(left: Quantity, right: Quantity, low: Decimal, high: Decimal, rule: str) -> Candidate:
    source = right if right.own and not (left.own and left.kind != "count") else left
    span = Span(
        left.numeral.start, right.numeral.end, source.kind, "range", low, high, source.unit, rule,
        tuple(dict.fromkeys((*left.flags, *right.flags))),
    )  # fmt: skip
    return Candidate(left.numeral.first, max(right.last, right.numeral.last), span)


def _share(line: Line, found: list[Quantity]) -> list[Quantity]:
    """Give a number in a list the unit of the one behind it, from the last back."""
    shared = list(found)
    for at in range(len(shared) - 2, -1, -1):
        left, right = shared[at], shared[at + 1]
        if left.own or right.kind == "count" or not _listed(line, left, right, found[at + 1].own):
            continue
        if _shares_scale(line, left, right):
            left = _with_scale(left, right.numeral.scale)
        shared[at] = _with_unit(left, right)
    return shared


def _with_unit(left: Quantity, right: Quantity) -> Quantity:
    """The left number with the unit of the right one, and what in that is ambiguous."""
    own = set(right.numeral.flags) | set(left.flags)
    flags = tuple(flag for flag in right.flags if flag not in own)
    return left._replace(
        kind=right.kind, unit=right.unit, rule=right.rule, flags=(*left.flags, *flags)
    )  # fmt: skip


def _shares_scale(line: Line, left: Quantity, right: Quantity) -> bool:
    """Whether the scale behind the last of a list is meant for the one before too.

    That is so for figures of one order of magnitude that make no range ("1.2 و0.8 مليار").
    """
    scale = right.numeral.scale
    if scale == 1 or left.numeral.scale > 1 or left.numeral.written != "digits":
        return False
    return left.value <= _MAGNITUDE * right.value / scale and _rule(line, left, right) is None


def _with_scale(quantity: Quantity, scale: int) -> Quantity:
    numeral = quantity.numeral._replace(value=quantity.value * scale, scale=scale)
    return quantity._replace(numeral=numeral, flags=(*quantity.flags, "shared_scale"))


_COMMAS = frozenset("،,")
_SHARED_PERCENT = 100
"""A larger number shares no percent sign with one that is not."""
_LIST_WORDS = frozenset(
    ("و", "او", "،", ",", "الي", "-", "–", "~", "حتي", "ال", "وال", "/", "ل", "وحتي")
)


def _listed(line: Line, left: Quantity, right: Quantity, last: bool) -> bool:
    """Whether a list joins the two; a comma does where the right one is not the `last` of it."""
    gap = [line.norm(k) for k in range(left.numeral.last + 1, right.numeral.first)]
    if not all(word in _LIST_WORDS for word in gap) or len(gap) > 2:
        return False
    if not _COMMAS.isdisjoint(gap):
        return not last
    near = left.value <= _SHARED_PERCENT or right.kind != "percent"
    return near or right.value > _SHARED_PERCENT

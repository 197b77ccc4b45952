"""What a claim and its figure are to the grouping: one flat view, made once a claim."""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from compare.lang import Lexicon
from compare.lang.concepts import Concepts
from compare.lang.measure import base
from compare.model import Article, Claim, Figure, Relation
from compare.settings import DEFAULT

_NEWS_DAYS = 7
_PAST_DAYS = 28
_TELLING_DIGITS = 2


class Quantity(NamedTuple):
    """A claim made ready: value in base units, and its scope taken apart.

    `days` are the days or spans that set the event apart: those more than a week from the
    article; a day of the news itself tells nothing, nor does the day on which a state began.
    `past` are those that ended more than four weeks before. `where` are the places named,
    `places` the places and nations outside of the story's setting. `shares_fate` tells a part of
    which the same is said as of its whole; `fresh` counts what came new in a day, `each` what
    every one of several has; `among` is a group of which something else is told (of the wounded);
    `earlier` is a toll that the text calls older. `digits` are those that the figure states
    before its zeros; `words` tell the claim from others beside what it counts and what happened.
    """

    claim: Claim
    kind: str
    dimension: str | None
    low: Decimal | None
    high: Decimal | None
    digits: int
    relation: Relation
    article: str
    sentence: str
    nations: frozenset[str]
    where: frozenset[str]
    places: frozenset[str]
    days: frozenset[str]
    past: frozenset[str]
    since: frozenset[str]
    shares_fate: bool
    fresh: bool
    among: frozenset[str]
    each: bool
    earlier: bool
    words: frozenset[str]


def quantities(
    claims: Sequence[Claim],
    figures: Mapping[str, Figure],
    articles: Sequence[Article],
    setting: frozenset[str],
    lexicon: Lexicon,
) -> tuple[Quantity, ...]:
    """The claims as quantities, in order of their ids."""
    published = {article.id: article.published for article in articles}
    fate = {claim.id: claim.predicate for claim in claims}
    return tuple(
        _quantity(
            claim, figures[claim.figure], published[claim.article], setting, lexicon
        )._replace(shares_fate=claim.part_of is not None and fate[claim.part_of] == claim.predicate)
        for claim in sorted(claims, key=lambda c: c.id)
    )


def _quantity(
    claim: Claim, figure: Figure, published: str | None, setting: frozenset[str], lexicon: Lexicon
) -> Quantity:
    dimension, factor = base(figure.unit or _family(figure), lexicon)
    known = lexicon.concepts.concepts.get(claim.predicate or "")
    lasting = bool(known and known.state)
    words = frozenset(claim.words) - {claim.counted, claim.predicate, "person"}
    return Quantity(
        claim=claim,
        kind=figure.kind,
        dimension=dimension,
        low=None if figure.low is None else figure.low * factor,
        high=None if figure.high is None else figure.high * factor,
        digits=_digits(figure),
        relation=figure.relation,
        article=claim.article,
        sentence=figure.sentence,
        nations=_of(claim.scope, "nation:"),
        where=_of(claim.scope, "place:"),
        places=(_of(claim.scope, "place:") | _of(claim.scope, "nation:")) - setting,
        days=frozenset(
            d for d in _of(claim.scope, "date:") if not lasting and _is_apart(d, published)
        ),
        past=frozenset(
            d for d in _of(claim.scope, "date:") if _is_past(d, published, lexicon.concepts)
        ),
        since=frozenset() if lasting else _of(claim.scope, "since:"),
        shares_fate=False,
        fresh="flow:new" in claim.scope,
        among=_of(claim.scope, "among:"),
        each="share:each" in claim.scope,
        earlier="toll:earlier" in claim.scope,
        words=words,
    )


def _digits(figure: Figure) -> int:
    """How many digits a figure states before its zeros: two of 2.6 million."""
    value = figure.low if figure.low is not None else figure.high
    return len(value.normalize().as_tuple().digits) if value is not None else 0


def _family(figure: Figure) -> str | None:
    """The word of a currency whose country is open (pound, dinar): a dimension of its own."""
    return next((flag for flag in figure.flags if flag.startswith("currency:")), None)


def _of(scope: Iterable[str], aspect: str) -> frozenset[str]:
    return frozenset(word.removeprefix(aspect) for word in scope if word.startswith(aspect))


def _is_past(day: str, published: str | None, concepts: Concepts) -> bool:
    """Whether a day or span ended more than four weeks before the article."""
    if not day[0].isdigit():
        days = (concepts.concepts[day].role or "").removeprefix("span:-")
        return days.isdecimal() and int(days) > _PAST_DAYS
    return published is not None and _distance(day, published) < -timedelta(days=_PAST_DAYS)


def _is_apart(day: str, published: str | None) -> bool:
    """Whether a day or span lies more than a week from the article, before it or to come."""
    if published is None or not day[0].isdigit():
        return True
    return abs(_distance(day, published)) > timedelta(days=_NEWS_DAYS)


def _distance(day: str, published: str) -> timedelta:
    """How far a day, a month or a year lies from the article: 0 for one that it is in."""
    today = date.fromisoformat(published[:10])
    first = date.fromisoformat(day + "-01-01"[len(day) - 4 :])
    last = date.fromisoformat(_last_day(day))
    return first - today if first > today else min(last - today, timedelta())


def _last_day(day: str) -> str:
    if len(day) == len("2024"):
        return day + "-12-31"
    if len(day) == len("2024-05"):
        return f"{day}-{monthrange(int(day[:4]), int(day[5:]))[1]}"
    return day


def point(quantity: Quantity) -> Decimal | None:
    """The value that a figure names: its lower end, or its upper where that alone is given."""
    return quantity.low if quantity.low is not None else quantity.high


def ratio(mine: Decimal | None, theirs: Decimal | None) -> Decimal | None:
    """How many times one value is the other, 1 or more; None where no number says it."""
    if mine is None or theirs is None:
        return None
    if mine == theirs:
        return Decimal(1)
    if not mine or not theirs or (mine < 0) != (theirs < 0):
        return None
    return max(abs(mine), abs(theirs)) / min(abs(mine), abs(theirs))


def is_near(left: Quantity, right: Quantity) -> bool:
    """Whether the values lie within a fiftieth of each other: hardly two events' by chance."""
    return _within(left, right, Decimal("1.02"))


def is_small(left: Quantity, right: Quantity) -> bool:
    """Whether one of two counts is so small that others are the same by chance."""
    values = [value for value in (point(left), point(right)) if value is not None]
    return left.kind == "count" and any(abs(value) <= DEFAULT.small_count for value in values)


def is_telling(left: Quantity, right: Quantity) -> bool:
    """Whether the values by themselves say that both speak of one quantity: near, no small ones.

    Round ones are not telling either: more than 50 are said of many things.
    """
    round_one = min(left.digits, right.digits) < _TELLING_DIGITS
    return is_near(left, right) and not is_small(left, right) and not round_one


def is_alike(left: Quantity, right: Quantity) -> bool:
    """Whether one value is at most twice the other, as readings of one fact mostly are."""
    return _within(left, right, Decimal(2))


def _within(left: Quantity, right: Quantity, most: Decimal) -> bool:
    times = ratio(point(left), point(right))
    return times is not None and times <= most

"""When a claim's value holds: the day that its sentence names, else when its article appeared."""

from datetime import UTC, datetime, timedelta
from typing import Literal, NamedTuple

from compare.model import Claim, Fact
from compare.view.index import Index

_ISO_DAY = 10
_NOON = timedelta(hours=12)


class When(NamedTuple):
    """The time of a claim, in the zone of its place; noon where the day alone is known."""

    time: datetime
    to_the_hour: bool


def when(claim: Claim, found: Index) -> When | None:
    """The time of a claim, None where neither it nor its article is dated."""
    published = found.articles[claim.article].published
    named = claim.as_of or published
    if not named:
        return None
    if published and published.startswith(named):
        named = published
    exact = len(named) > _ISO_DAY
    return When(_zoned(named) + (timedelta() if exact else _NOON), exact)


def in_time(fact: Fact, found: Index) -> list[Claim]:
    """The claims of a fact in order of time, those without one last."""

    def key(claim: Claim) -> tuple[bool, float, str, int]:
        known = when(claim, found)
        second = known.time.timestamp() if known else 0.0
        return known is None, second, claim.article, found.figures[claim.figure].start

    return sorted((found.claims[claim] for claim in fact.claims), key=key)


def joint(before: Claim | None, claim: Claim, found: Index) -> Literal["", "then", "or"]:
    """How a value follows one that comes before it in time: later, or nobody can tell."""
    if before is None:
        return ""
    earlier, later = when(before, found), when(claim, found)
    return "then" if earlier and later and _is_before(earlier, later) else "or"


def _is_before(earlier: When, later: When) -> bool:
    if earlier.to_the_hour and later.to_the_hour:
        return earlier.time < later.time
    return earlier.time.date() < later.time.date()


def _zoned(iso: str) -> datetime:
    """A date without a time, and a time without a zone, are taken as UTC."""
    moment = datetime.fromisoformat(iso)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

"""What is measured: shares of what was wanted, their means and sums, and the misses."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple


class Share(NamedTuple):
    """So many of so many; the share of nothing is all."""

    hits: int
    of: int

    @property
    def value(self) -> Fraction:
        """The share, 0 to 1."""
        return Fraction(self.hits, self.of) if self.of else Fraction(1)


class Shares(NamedTuple):
    """What is measured of a story.

    `read`: readings found with the right value. `recall`: pairs of readings of different outlets
    rightly in one fact, of those that should be; `precision`: of those that are. `verdicts`: facts
    found with the right one. `divergent`: facts that are, or may be, of those shown as divergent.
    `traps`: numbers that are no quantity, kept out of the facts.
    """

    read: Share
    recall: Share
    precision: Share
    verdicts: Share
    divergent: Share
    traps: Share


MEASURES = Shares._fields


class Quote(NamedTuple):
    """Words of an outlet."""

    outlet: str
    words: str


class Miss(NamedTuple):
    """Something amiss: its kind, the gold's fact (two where they were mixed up), and its words."""

    kind: str
    fact: str
    quotes: tuple[Quote, ...]
    note: str = ""


class Score(NamedTuple):
    """How a report does on a story's gold, which has this SHA-256.

    `unjudged` are the facts shown as divergent of whose figures the gold knows none.
    """

    story: str
    gold: str
    shares: Shares
    misses: tuple[Miss, ...]
    unjudged: tuple[Miss, ...]


def mean(shares: Sequence[Share]) -> Fraction | None:
    """The mean over the stories in which there is something to measure; None where none has."""
    found = [share.value for share in shares if share.of]
    return sum(found, Fraction()) / len(found) if found else None


def total(shares: Sequence[Share]) -> Share:
    """All stories as one."""
    return Share(sum(share.hits for share in shares), sum(share.of for share in shares))


def rounded_down(share: Fraction | Decimal) -> Decimal:
    """A share to three decimals, never better than it is."""
    return Decimal(int(share * 1000)).scaleb(-3)

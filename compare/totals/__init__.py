"""Totals: whether the parts that the outlets give make the whole that they give.

A part is what its words say is one ("105 of them"), or a fate of the group (abducted; held,
freed). An outlet's whole is held against its own parts, and against another outlet's.
"""

from collections.abc import Sequence
from decimal import Decimal

from compare.facts import Material
from compare.identity import content_id
from compare.lang import Lexicon
from compare.model import Fact, Total
from compare.totals.across import across
from compare.totals.book import Book, book
from compare.totals.fates import with_fates
from compare.totals.told import told_parts
from compare.totals.weigh import Weighed, weigh

_GRAVEST = ("exceeds", "falls-short", "remainder", "adds-up")


def totals(material: Material, facts: Sequence[Fact], lexicon: Lexicon) -> tuple[Total, ...]:
    """What is to be said of the sums, the gravest first; where nothing is certain, nothing."""
    read = book(material, facts, lexicon)
    parts = with_fates(told_parts(read), read)
    own = [w for key, told in parts.items() for w in weigh(read.quantities[key], told, read)]
    found = (_total(weighed, read) for weighed in (*own, *across(parts, own, read)))
    made = {total.id: total for total in found}
    return tuple(sorted(made.values(), key=_gravity))


def _total(found: Weighed, book: Book) -> Total:
    whole, parts = _claims(found, book)
    held = [part.quantity for part in found.parts]
    outlets = (found.whole.article.outlet, *(q.article.outlet for q in held))
    return Total(
        id=content_id("total", found.rule, whole, *parts),
        finding=found.finding,
        rule=found.rule,
        whole=whole,
        parts=parts,
        outlets=tuple(dict.fromkeys(outlets)),
        whole_low=_known(found.whole.low),
        whole_high=_known(found.whole.high),
        parts_low=_known(sum((q.low for q in held), Decimal(0))),
        parts_high=_known(sum((q.high for q in held), Decimal(0))),
        difference=found.difference,
    )


def _claims(found: Weighed, book: Book) -> tuple[str, tuple[str, ...]]:
    """The claims that come nearest to making the sum true, where an article gives several."""
    over = found.finding == "exceeds"
    whole = found.whole.greatest if over else found.whole.least
    parts = [(p.quantity.least if over else p.quantity.greatest) for p in found.parts]
    return whole.id, tuple(c.id for c in sorted(parts, key=lambda c: book.figures[c.figure].start))


def _known(value: Decimal) -> Decimal | None:
    return value if value.is_finite() else None


def _gravity(total: Total) -> tuple[int, Decimal, str]:
    """First by finding, then by how much of the whole is at stake."""
    size = abs(total.whole_high or total.whole_low or Decimal(1)) or Decimal(1)
    return _GRAVEST.index(total.finding), -total.difference / size, total.id

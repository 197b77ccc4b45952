"""What of a briefing goes on paper: as much as can be read there, the rest in a line each.

A page on a screen holds every sentence of 40 articles; on paper that is 300 pages. The gravest
facts are told in full, the others by their values, and where more is to be found is said.
"""

from collections.abc import Sequence
from itertools import accumulate, takewhile

from msgspec.structs import replace

from compare.view.briefing import Brief, Briefing, Fact, Glance, Thing
from compare.view.glance import SHOWN
from compare.view.labels import Labels, label, load, phrase, plural
from compare.view.lines import text
from compare.view.matrix import tables
from compare.view.records import Line

_COLUMNS = 6  # outlets beside one another on A4
_ENTRIES = 160  # sentences that all facts together have
_FACT_ENTRIES = 12  # sentences that one fact has
_TABLES = 16  # tables of names
_ALIGNED = 12  # groups of sentences without figures
_PAGE_LINES = 30  # lines of text under the cover of the first page
_CARD_LINES = 11  # of a card, without its outlets


def on_paper(briefing: Briefing) -> Briefing:
    """The briefing as it is printed."""
    labels = load(briefing.lang)
    most = _in_full(briefing.facts)
    facts = tuple(_shortened(fact, labels) for fact in briefing.facts[:most])
    shown = {fact.anchor for fact in facts}
    cards = tuple(fact for fact in briefing.cards if fact.anchor in shown)
    named = (*briefing.things, *briefing.things_more)
    things = _with_room(named)
    outlets = [cell.outlet for cell in facts[0].cells] if facts else []
    return replace(
        briefing,
        matrix=tables(facts, outlets, _COLUMNS),
        cards=cards,
        glance=_glance(briefing, _room(cards, bool(briefing.sums.alarm)), labels),
        facts=facts,
        rest=tuple(_brief(fact, labels) for fact in briefing.facts[most:]),
        tallies=tuple(tally for tally in briefing.tallies if tally.anchor in shown),
        things=things,
        things_more=(),
        things_left=_left(len(things) < len(named), labels),
        aligned=briefing.aligned[:_ALIGNED],
        aligned_more=_more(len(briefing.aligned) - _ALIGNED, labels),
    )


def _in_full(facts: Sequence[Fact]) -> int:
    """How many facts are told in full: as many as their sentences allow, and one at least."""
    sums = accumulate(min(len(fact.entries), _FACT_ENTRIES) for fact in facts)
    return max(1, sum(1 for _ in takewhile(lambda entries: entries <= _ENTRIES, sums)))


def _with_room(things: Sequence[Thing]) -> tuple[Thing, ...]:
    """As many things with several names as their tables allow."""
    sums = accumulate(len(thing.tables) for thing in things)
    return tuple(things[: sum(1 for _ in takewhile(lambda number: number <= _TABLES, sums))])


def _left(any_left: bool, labels: Labels) -> Line:
    if not any_left:
        return ()
    return phrase(labels, "more_in_html", what=(text(label(labels, "text", "naming_more")),))


def _shortened(fact: Fact, labels: Labels) -> Fact:
    """A fact with as many sentences as are read beside each other, one of each value first."""
    left = len(fact.entries) - _FACT_ENTRIES
    if left <= 0:
        return fact
    first = {entry.values: at for at, entry in reversed(list(enumerate(fact.entries)))}
    order = sorted(range(len(fact.entries)), key=lambda at: (at not in first.values(), at))
    kept = sorted(order[:_FACT_ENTRIES])
    sentences = plural(labels, "sentences", left)
    return replace(
        fact,
        entries=tuple(fact.entries[at] for at in kept),
        entries_more=phrase(labels, "more_in_html", what=sentences),
    )


def _brief(fact: Fact, labels: Labels) -> Brief:
    telling = sum(bool(cell.values) for cell in fact.cells)
    return Brief(
        anchor=fact.anchor,
        verdict=fact.verdict,
        title=fact.title,
        values=tuple(reading.value for reading in fact.readings),
        outlets=plural(labels, "outlets", telling),
    )


def _glance(briefing: Briefing, room: int, labels: Labels) -> Glance:
    shown = briefing.glance.strands[:room]
    meant = sum(fact.verdict.slug in SHOWN for fact in briefing.facts)
    left = meant - len(shown)
    return Glance(strands=shown, more=plural(labels, "more_facts", left) if left > 0 else ())


def _room(cards: Sequence[Fact], alarmed: bool) -> int:
    """How many facts fit in a line each under the cards on the first page of A4.

    A word on totals takes a line too. Where the cards alone fill the page, the lines stand on a
    later one, and none need be spared.
    """
    taken = alarmed + sum(_CARD_LINES + max(_carried(fact), default=0) for fact in cards)
    return _PAGE_LINES - taken if taken < _PAGE_LINES else _PAGE_LINES


def _carried(fact: Fact) -> list[int]:
    return [sum(max(1, len(c.chains)) for c in reading.carriers) for reading in fact.readings]


def _more(groups: int, labels: Labels) -> Line:
    if groups <= 0:
        return ()
    return phrase(labels, "more_in_html", what=plural(labels, "groups", groups))

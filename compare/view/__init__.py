"""Report → what the templates need: labelled in a locale, ordered, formatted.

Templates loop and place. Everything they say is decided here, so that it can be tested without
a page; the same report and locale give the same briefing.
"""

from collections import Counter
from collections.abc import Sequence

from compare import model
from compare.view import sections, sources
from compare.view.aligned import aligned
from compare.view.facts import VERDICTS, fact_view, gravest_first, verdict
from compare.view.glance import glance
from compare.view.index import index
from compare.view.labels import Labels, load, phrase, plural
from compare.view.lines import name, text
from compare.view.matrix import tables
from compare.view.naming import things
from compare.view.records import Briefing, Count, Fact, Line
from compare.view.totals import sums

__all__ = ["Briefing", "build"]

_COLUMNS = 6  # outlets beside one another on an A4 page
_THINGS = 4  # things with several names that stand open, before the others
_GLANCED = 8  # facts that a first page tells in a line each
_PAGE_LINES = 30  # lines of text under the cover of the first A4 page
_CARD_LINES = 11  # of a card, without its outlets
_ALIGNED_IN_PRINT = 12  # groups without figures that a printed briefing shows


def build(report: model.Report, locale: str) -> Briefing:
    """The briefing of a report. Raises `TabayunError` for a locale that there is not."""
    labels = load(locale)
    found = index(report)
    ordered = gravest_first(report.facts)
    facts = tuple(fact_view(f, found, labels) for f in ordered if f.verdict != "single")
    cards = tuple(fact for fact in facts if fact.verdict.slug == "divergent")
    bearing, groups = aligned(report, found, labels)
    totals = sums(report, found, labels)
    named = things(report, _COLUMNS, found, labels)
    return Briefing(
        lang=labels.lang,
        dir=labels.table["page"]["dir"],
        words=labels.table["text"],
        title=name(report.story.title),
        answer=_answer(report, labels),
        compared=len(report.articles) > 1,
        counts=_counts(report, labels),
        matrix=tables(facts, found.outlets, len(found.outlets)),
        matrix_pages=tables(facts, found.outlets, _COLUMNS),
        cards=cards,
        glance=glance(ordered, _GLANCED, found, labels),
        glance_page=glance(ordered, _room(cards, bool(totals.alarm)), found, labels),
        facts=facts,
        sums=totals,
        singles=sections.singles([f for f in ordered if f.verdict == "single"], found, labels),
        things=named[:_THINGS],
        things_more=named[_THINGS:],
        left_out=sections.left_out(report, found, labels),
        aligned_figures=bearing,
        aligned=groups,
        aligned_first=groups[:_ALIGNED_IN_PRINT],
        aligned_more=_more(len(groups) - _ALIGNED_IN_PRINT, labels),
        articles=sources.articles(report, found, labels),
        zones=sources.zones(report, found, labels),
        warnings=sources.warnings(report, labels),
        method=tuple(labels.table["method"].values()),
        versions=sources.versions(report, labels),
    )


def _room(cards: Sequence[Fact], alarmed: bool) -> int:
    """How many facts fit in a line each under the cards on the first page of A4.

    A word on totals takes a line too. Where the cards alone fill the page, the lines stand on a
    later one, and none need be spared.
    """
    taken = alarmed + sum(_CARD_LINES + max(_carried(fact), default=0) for fact in cards)
    return min(_GLANCED, _PAGE_LINES - taken) if taken < _PAGE_LINES else _GLANCED


def _carried(fact: Fact) -> list[int]:
    return [sum(max(1, len(c.chains)) for c in reading.carriers) for reading in fact.readings]


def _answer(report: model.Report, labels: Labels) -> Line:
    divergent = sum(fact.verdict == "divergent" for fact in report.facts)
    if divergent:
        return phrase(
            labels,
            "answer",
            divergent=plural(labels, "divergent_facts", divergent),
            facts=plural(labels, "facts", len(report.facts)),
        )
    slug = "nothing_diverges" if len(report.articles) > 1 else "single_article"
    return (text(labels.table["text"][slug]),)


def _counts(report: model.Report, labels: Labels) -> tuple[Count, ...]:
    numbers: Counter[str] = Counter(fact.verdict for fact in report.facts)
    return tuple(
        Count(verdict=verdict(slug, labels), number=str(numbers[slug])) for slug in VERDICTS
    )


def _more(groups: int, labels: Labels) -> Line:
    if groups <= 0:
        return ()
    return phrase(labels, "more_aligned", groups=plural(labels, "groups", groups))

"""Report → what the templates need: labelled in a locale, ordered, formatted.

Templates loop and place. Everything they say is decided here, so that it can be tested without
a page; the same report and locale give the same briefing.
"""

from collections import Counter

from compare import model
from compare.view import sections, sources
from compare.view.aligned import aligned
from compare.view.briefing import Briefing, Count
from compare.view.digits import Digits, written
from compare.view.facts import VERDICTS, fact_view, gravest_first, verdict
from compare.view.glance import glance
from compare.view.index import index
from compare.view.labels import Labels, forms, load, phrase, plural
from compare.view.lines import name, text
from compare.view.matrix import tables
from compare.view.naming import things
from compare.view.paper import on_paper
from compare.view.records import Line
from compare.view.tallies import tallies
from compare.view.totals import sums

__all__ = ["Briefing", "Digits", "build", "on_paper", "written"]

_COLUMNS = 6  # outlets beside one another in a table of names
_THINGS = 4  # things with several names that stand open, before the others
_GLANCED = 8  # facts that a first page tells in a line each


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
        digits="latn",
        words=labels.table["text"],
        title=name(report.story.title),
        answer=_answer(report, labels),
        compared=len(report.articles) > 1,
        outlets=tuple(map(name, found.outlets)),
        counts=_counts(report, labels),
        shown=forms(labels, "shown_facts"),
        matrix=tables(facts, tuple(map(name, found.outlets)), len(found.outlets)),
        cards=cards,
        glance=glance(ordered, _GLANCED, found, labels),
        facts=facts,
        rest=(),
        tallies=tallies(ordered, found, labels),
        sums=totals,
        singles=sections.singles([f for f in ordered if f.verdict == "single"], found, labels),
        things=named[:_THINGS],
        things_more=named[_THINGS:],
        things_left=(),
        left_out=sections.left_out(report, found, labels),
        aligned_figures=bearing,
        aligned=groups,
        aligned_more=(),
        articles=sources.articles(report, found, labels),
        zones=sources.zones(report, found, labels),
        warnings=sources.warnings(report, labels),
        method=tuple(labels.table["method"].values()),
        versions=sources.versions(report, labels),
    )


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
        Count(verdict=verdict(slug, labels), number=f"{numbers[slug]:,}") for slug in VERDICTS
    )

"""Undecided and updated facts in a line each, for the first page."""

from collections.abc import Sequence

from compare import model
from compare.view.briefing import Glance, Step, Strand
from compare.view.facts import claim_value, traced, verdict
from compare.view.index import Index
from compare.view.labels import Labels, label, plural
from compare.view.titles import title
from compare.view.when import in_time, joint, when

SHOWN = ("undecided", "updated")
"""The verdicts that a glance tells of, in its order."""


def glance(facts: Sequence[model.Fact], room: int, found: Index, labels: Labels) -> Glance:
    """The first `room` of the facts that time explains, or might; `facts` are gravest first."""
    meant = [fact for slug in SHOWN for fact in facts if fact.verdict == slug]
    left = len(meant) - room
    return Glance(
        strands=tuple(_strand(fact, found, labels) for fact in meant[:room]),
        more=plural(labels, "more_facts", left) if left > 0 else (),
    )


def _strand(fact: model.Fact, found: Index, labels: Labels) -> Strand:
    return Strand(
        verdict=verdict(fact.verdict, labels),
        title=title(fact, labels).name,
        anchor=f"fact-{fact.id}",
        steps=_steps(fact, found, labels),
    )


def _steps(fact: model.Fact, found: Index, labels: Labels) -> tuple[Step, ...]:
    """The distinct values, each where it is first given."""
    claims = in_time(fact, found)
    first = {claim_value(claim, found, labels): claim for claim in reversed(claims)}
    kept = [claim for claim in claims if claim in first.values()]
    return tuple(
        Step(
            word=label(labels, "text", slug) if (slug := joint(before, claim, found)) else "",
            value=traced(claim, found, labels),
            undated=when(claim, found) is None,
        )
        for before, claim in zip([None, *kept], kept, strict=False)
    )

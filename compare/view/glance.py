"""Undecided and updated facts in a line each, for the first page."""

from collections.abc import Sequence
from datetime import UTC, datetime

from compare import model
from compare.view.facts import claim_value, verdict
from compare.view.index import Index, anchor_of
from compare.view.labels import Labels, label, plural
from compare.view.records import Glance, Step, Strand
from compare.view.titles import title

_SHOWN = ("undecided", "updated")

When = tuple[bool, str, float]
"""Whether no time is known, the day for which a figure is given, the second of publication."""


def glance(facts: Sequence[model.Fact], room: int, found: Index, labels: Labels) -> Glance:
    """The first `room` of the facts that time explains, or might; `facts` are gravest first."""
    meant = [fact for slug in _SHOWN for fact in facts if fact.verdict == slug]
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
    claims = sorted((found.claims[claim] for claim in fact.claims), key=lambda c: _key(c, found))
    first = {claim_value(claim, found, labels): claim for claim in reversed(claims)}
    kept = [claim for claim in claims if claim in first.values()]
    return tuple(
        Step(
            word=_word(before, claim, found, labels),
            value=claim_value(claim, found, labels),
            link=anchor_of(claim, found),
            undated=_when(claim, found)[0],
        )
        for before, claim in zip([None, *kept], kept, strict=False)
    )


def _word(before: model.Claim | None, claim: model.Claim, found: Index, labels: Labels) -> str:
    if before is None:
        return ""
    earlier, later = _when(before, found), _when(claim, found)
    return label(labels, "text", "then" if earlier < later and not later[0] else "or")


def _when(claim: model.Claim, found: Index) -> When:
    published = found.articles[claim.article].published
    if claim.as_of is None and published is None:
        return True, "", 0.0
    return False, claim.as_of or (published or "")[:10], _second(published)


def _second(published: str | None) -> float:
    """A date without a time, and a time without a zone, are taken as UTC."""
    if published is None:
        return 0.0
    moment = datetime.fromisoformat(published)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _key(claim: model.Claim, found: Index) -> tuple[When, str, int]:
    return _when(claim, found), claim.article, found.figures[claim.figure].start

"""Whether a report holds together: each record that another names is there, each span in its text.

A report may be corrected by hand, and is read back here before anything is looked up in it.
"""

from collections.abc import Iterable, Iterator

from compare.errors import TabayunError
from compare.model import Claim, Fact, Figure, Mention, Report, Sentence

Named = tuple[str, str, str]
"""Who names, what kind of record, by which id."""


def refuse_torn(report: Report, path: str) -> None:
    """Raise `TabayunError` for the first record that is named and not there."""
    known = {
        "article": {a.id for a in report.articles},
        "sentence": {s.id for s in report.sentences},
        "figure": {f.id for f in report.figures},
        "claim": {c.id for c in report.claims},
    }
    for holder, kind, name in _named(report):
        if name not in known[kind]:
            raise _torn(f"{holder} names {kind} {name}, which is not there", path)
    lengths = {a.id: len(a.text) for a in report.articles}
    for holder, spanned in _spans(report):
        if not 0 <= spanned.start <= spanned.end <= lengths[spanned.article]:
            raise _torn(f"{holder} stands outside of its article's text", path)
    for fact in report.facts:
        if not fact.claims:
            raise _torn(f"fact {fact.id} has no claims", path)
    counted = {claim for fact in report.facts for claim in fact.claims}
    for claim in report.claims:
        if claim.id not in counted:
            raise _torn(f"claim {claim.id} is in no fact", path)


def _torn(message: str, path: str) -> TabayunError:
    hint = "mend it, or write the report again with tabayun report"
    return TabayunError("torn-report", message, path=path, hint=hint)


def _named(report: Report) -> Iterator[Named]:
    for sentence in report.sentences:
        yield f"sentence {sentence.id}", "article", sentence.article
    for figure in report.figures:
        yield f"figure {figure.id}", "article", figure.article
        yield f"figure {figure.id}", "sentence", figure.sentence
    for claim in report.claims:
        yield from _by_claim(claim)
    for fact in report.facts:
        yield from _by_fact(fact)
    for item in report.not_compared:
        yield "not_compared", "figure", item.figure
    yield from _by_groups(report)


def _by_claim(claim: Claim) -> Iterator[Named]:
    holder = f"claim {claim.id}"
    yield holder, "figure", claim.figure
    yield holder, "article", claim.article
    for other in (claim.part_of, claim.same_as, claim.restates):
        if other is not None:
            yield holder, "claim", other


def _by_fact(fact: Fact) -> Iterator[Named]:
    for claim in (*fact.claims, *(c for reading in fact.readings for c in reading.claims)):
        yield f"fact {fact.id}", "claim", claim


def _by_groups(report: Report) -> Iterator[Named]:
    for group in report.alignments:
        ends = (end for link in group.links for end in (link.left, link.right))
        for member in (*group.members, *ends):
            yield f"alignment {group.id}", "sentence", member
    for total in report.totals:
        for claim in (total.whole, *total.parts):
            yield f"total {total.id}", "claim", claim
    for naming in report.naming:
        for mention in naming.mentions:
            yield f"naming {naming.id}", "article", mention.article


def _spans(report: Report) -> Iterator[tuple[str, Sentence | Figure | Claim | Mention]]:
    records: Iterable[tuple[str, Iterable[Sentence | Figure | Claim]]] = (
        ("sentence", report.sentences), ("figure", report.figures), ("claim", report.claims),
    )  # fmt: skip
    for kind, found in records:
        for record in found:
            yield f"{kind} {record.id}", record
    for naming in report.naming:
        for mention in naming.mentions:
            yield f"naming {naming.id}", mention

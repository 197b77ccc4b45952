"""Two claims, or two facts: why they are, or are not, held to be one quantity."""

from collections.abc import Iterator, Sequence

from compare import model
from compare.explain.claims import claim_part
from compare.explain.evidence import Evidence, Tie, holds, nearest
from compare.explain.facts import fact_name
from compare.explain.records import Part, Row
from compare.explain.tied import tie_rows, why_apart
from compare.explain.words import claim_name, row, say, signed
from compare.settings import DEFAULT
from compare.view.index import Index
from compare.view.labels import Labels


def pair_parts(
    sides: tuple[Sequence[str], Sequence[str]],
    facts: tuple[model.Fact, model.Fact],
    evidence: Evidence | None,
    found: Index,
    labels: Labels,
) -> Iterator[Part]:
    """The nearest pair of two sides: the answer, the evidence, and both claims."""
    if evidence is None:
        yield Part(heading=(), rows=tuple(_answer(facts, labels)))
        for claim in (sides[0][0], sides[1][0]):
            yield claim_part(found.claims[claim], found, labels)
        return
    tie = nearest(*sides, evidence)
    one, other = (claim_name(found.claims[c], found, labels) for c in (tie.left, tie.right))
    slug = "pair" if len(sides[0]) == len(sides[1]) == 1 else "nearest_pair"
    same = facts[0].id == facts[1].id
    why = _why_together(tie, labels) if same else why_apart(tie, evidence, found, labels)
    rows = (*_answer(facts, labels), row(labels, slug, one=one, other=other), *why)
    yield Part(heading=(), rows=rows)
    if tie.found:
        weighed = tuple(tie_rows(tie, evidence, found, labels))
        heading = say(labels, "evidence_in_vain" if tie.reason else "its_evidence")
        yield Part(heading=heading, rows=weighed)
    for claim in (tie.left, tie.right):
        yield claim_part(found.claims[claim], found, labels)


def _answer(facts: tuple[model.Fact, model.Fact], labels: Labels) -> Iterator[Row]:
    one, other = facts
    if one.id == other.id:
        yield row(labels, "together", fact=fact_name(one, labels))
    else:
        names = (fact_name(one, labels), fact_name(other, labels))
        yield row(labels, "not_together", one=names[0], other=names[1])


def _why_together(tie: Tie, labels: Labels) -> Iterator[Row]:
    """In one fact, two claims that are tied enough, or hang together by their fellows."""
    slug = "reaches" if holds(tie) else "through_others"
    threshold = signed(DEFAULT.link_threshold)
    yield row(labels, slug, 1, score=signed(tie.score), threshold=threshold)

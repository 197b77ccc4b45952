"""A tie between two claims in words: each piece of evidence with its weight, and the outcome."""

from collections.abc import Iterator, Sequence

from compare.align.score import features, shared
from compare.explain.evidence import (
    Evidence,
    Tie,
    barrier,
    holds,
    is_said,
    strongest,
    weight,
)
from compare.explain.records import Part, Row
from compare.explain.words import (
    both_forms,
    claim_name,
    decimals,
    forms_of_claim,
    forms_of_sentence,
    joined,
    plain,
    row,
    say,
    signed,
    slug_line,
)
from compare.facts.evidence import WEIGHTS, Found
from compare.settings import DEFAULT
from compare.view.concepts import STEM
from compare.view.index import Index
from compare.view.labels import Labels, label
from compare.view.records import Line

_HEAVIEST = 8  # shared words that are shown of a pair


def tie_parts(
    claim: str, others: Sequence[str], evidence: Evidence, found: Index, labels: Labels
) -> Iterator[Part]:
    """The strongest tie of a claim to others of its fact."""
    strong = strongest(claim, others, evidence)
    if strong is not None:
        other = claim_name(found.claims[strong.right], found, labels)
        heading = say(labels, "strongest_tie", claim=other)
        yield Part(heading=heading, rows=tuple(tie_rows(strong, evidence, found, labels)))


def tie_rows(tie: Tie, evidence: Evidence, found: Index, labels: Labels) -> Iterator[Row]:
    """Every piece of evidence, heaviest first, their sum, and what counts in its stead."""
    telling = [piece for piece in tie.found if piece.amount]
    for piece in sorted(telling, key=lambda p: (-abs(weight(p)), p.name)):
        yield _piece(piece, labels)
        words = _shared(piece.name, tie, evidence, found, labels)
        if words:
            yield row(labels, "shared_words", 2, words=joined(labels, words))
    yield _sum(tie, labels)
    yield from _instead(tie, found, labels)
    if tie.chosen is False and tie.reason is None:
        yield row(labels, "chosen_not", 1)


def _piece(piece: Found, labels: Labels) -> Row:
    said = plain(label(labels, "evidence", piece.name))
    if piece.amount == 1:
        return row(labels, "piece", 1, evidence=said, weight=signed(weight(piece)))
    return row(
        labels,
        "piece_partly",
        1,
        evidence=said,
        weight=signed(weight(piece)),
        amount=decimals(piece.amount),
        full=signed(WEIGHTS[piece.name]),
    )


def _sum(tie: Tie, labels: Labels) -> Row:
    reached = "sum_reached" if tie.own >= DEFAULT.link_threshold else "sum_below"
    threshold = signed(DEFAULT.link_threshold)
    return row(labels, reached, 1, sum=signed(tie.own), threshold=threshold)


def _instead(tie: Tie, found: Index, labels: Labels) -> Iterator[Row]:
    """What counts instead of the pair's own sum."""
    if is_said(tie):
        yield row(labels, "said_by_article", 1, score=signed(tie.score))
    elif tie.carrier and set(tie.carrier) != {tie.left, tie.right}:
        one, other = (claim_name(found.claims[c], found, labels) for c in tie.carrier)
        yield row(labels, "carried", 1, one=one, other=other, score=signed(tie.score))


def _shared(name: str, tie: Tie, evidence: Evidence, found: Index, labels: Labels) -> list[Line]:
    """The words that a piece of evidence rests on, heaviest first, as both articles print them."""
    if name in ("words", "unknown_words"):
        return _claim_words(name, tie, evidence, found, labels)
    if name == "aligned":
        figures = (found.figures[found.claims[c].figure] for c in (tie.left, tie.right))
        left, right = (evidence.sentences[f.sentence] for f in figures)
        both = shared(features(left), features(right), evidence.masses)
        words = [word for word, _ in both][:_HEAVIEST]
        return both_forms(words, forms_of_sentence(left), forms_of_sentence(right), labels)
    return []


def _claim_words(
    name: str, tie: Tie, evidence: Evidence, found: Index, labels: Labels
) -> list[Line]:
    left, right = (evidence.places[c] for c in (tie.left, tie.right))
    idf = left.weighed.told.idf
    both = left.quantity.words & right.quantity.words
    meant = {w for w in both if name == "words" or w.startswith(STEM)}
    words = sorted(meant, key=lambda w: (-idf[w], w))[:_HEAVIEST]
    mine, theirs = (forms_of_claim(found.claims[c], found) for c in (tie.left, tie.right))
    return both_forms(words, mine, theirs, labels)


def apart_part(
    ties: Sequence[Tie], evidence: Evidence, found: Index, labels: Labels, *, of_fact: bool
) -> Part:
    """The nearest claims of other facts, each with why it was not joined.

    Those of a fact name the claim of it that they are nearest to.
    """
    rows: list[Row] = []
    for tie in ties:
        rows.append(Row(line=claim_name(found.claims[tie.right], found, labels)))
        if of_fact:
            mine = claim_name(found.claims[tie.left], found, labels)
            rows.append(row(labels, "held_against", 1, claim=mine))
        rows += why_apart(tie, evidence, found, labels)
    empty = (row(labels, "apart_none"),)
    return Part(heading=say(labels, "apart"), rows=tuple(rows) or empty)


def why_apart(tie: Tie, evidence: Evidence, found: Index, labels: Labels) -> Iterator[Row]:
    """Why two claims of different facts were not joined."""
    if tie.reason is not None:
        yield reason_row("forbidden", tie.reason, labels)
    elif not holds(tie):
        threshold = signed(DEFAULT.link_threshold)
        yield row(labels, "below", 1, score=signed(tie.score), threshold=threshold)
    else:
        yield from _groups_apart(tie, evidence, found, labels)


def _groups_apart(tie: Tie, evidence: Evidence, found: Index, labels: Labels) -> Iterator[Row]:
    """Two claims that would be one fact, were it not for the other claims of theirs."""
    stood = barrier(evidence.fact_of[tie.left], evidence.fact_of[tie.right], evidence)
    score, threshold = signed(tie.score), signed(DEFAULT.link_threshold)
    if stood.mean is not None:
        mean = signed(stood.mean)
        yield row(labels, "below_in_all", 1, score=score, mean=mean, threshold=threshold)
    elif stood.tie is not None:
        sides = (
            claim_name(found.claims[c], found, labels) for c in (stood.tie.left, stood.tie.right)
        )
        one, other = sides
        yield row(labels, "barred", 1, score=score, one=one, other=other)
        yield reason_row("forbidden", stood.tie.reason or "", labels)


def reason_row(phrase: str, reason: str, labels: Labels) -> Row:
    """The reason that keeps two claims apart, in words and as its slug."""
    said = plain(label(labels, "forbidden", reason))
    return row(labels, phrase, 1, reason=said, slug=slug_line(reason))

"""Sentences explained: what makes those of different outlets alike, word by word."""

from collections.abc import Iterator

from compare import model
from compare.align.score import features, shared
from compare.explain.evidence import Evidence
from compare.explain.records import Part, Row
from compare.explain.words import (
    both_forms,
    decimals,
    forms_of_sentence,
    name_line,
    plain,
    row,
    say,
    slug_line,
    words_of,
)
from compare.settings import DEFAULT
from compare.view.index import Index
from compare.view.labels import Labels, label
from compare.view.lines import number, shorten
from compare.view.records import Line

_HEAVIEST = 15
_DERIVED = {"wholly": "derived_wholly", "partly": "derived_partly", "no": "derived_no"}


def alignment_parts(
    group: model.Alignment, evidence: Evidence | None, found: Index, labels: Labels
) -> Iterator[Part]:
    """An alignment: its sentences, and each link with the parts of its score."""
    rows = [row for member in group.members for row in _member(member, found, labels)]
    yield Part(heading=say(labels, "members"), rows=tuple(rows))
    for link in group.links:
        yield _link_part(link, evidence, found, labels)


def sentence_parts(
    sentence: model.Sentence,
    groups: list[model.Alignment],
    evidence: Evidence | None,
    found: Index,
    labels: Labels,
) -> Iterator[Part]:
    """A sentence, and the alignments that it is in."""
    zone = plain(label(labels, "zone", sentence.zone))
    rows = [*_member(sentence.id, found, labels), row(labels, "zone", 1, zone=zone)]
    if not groups:
        least = decimals(DEFAULT.align_shown, 0)
        rows.append(row(labels, "not_aligned", 1, least=least))
    yield Part(heading=(), rows=tuple(rows))
    for group in groups:
        yield from alignment_parts(group, evidence, found, labels)


def _member(sentence: str, found: Index, labels: Labels) -> Iterator[Row]:
    yield row(labels, "member", outlet=_outlet(sentence, found), id=slug_line(sentence))
    yield Row(line=words_of(sentence, found), depth=1)


def _outlet(sentence: str, found: Index) -> Line:
    return name_line(found.articles[found.sentences[sentence].article].outlet)


def _link_part(link: model.Link, evidence: Evidence | None, found: Index, labels: Labels) -> Part:
    one, other = _outlet(link.left, found), _outlet(link.right, found)
    heading = say(labels, "link", one=one, other=other, score=decimals(link.score))
    rows = [*_standing(link, found, labels)]
    if evidence:
        rows += _likeness(link, evidence, labels)
    return Part(heading=heading, rows=tuple(rows))


def _standing(link: model.Link, found: Index, labels: Labels) -> Iterator[Row]:
    """Whose words they are, and how far the link is ahead of the next best."""
    shares = (f"{share:.0%}" for share in (link.left_share, link.right_share))
    left, right = ((number(share),) for share in shares)
    yield row(labels, _DERIVED[link.derived], 1, left=left, right=right)
    if link.runner_up is not None:
        slug = "runner_up" if link.margin >= 0 else "outdone"
        next_best = name_line(f"«{_opening(link.runner_up, found)}»")
        points = decimals(abs(link.margin))
        outlet = _outlet(link.runner_up, found)
        yield row(labels, slug, 1, outlet=outlet, words=next_best, points=points)


def _opening(sentence: str, found: Index) -> str:
    record = found.sentences[sentence]
    return shorten(found.articles[record.article].text[record.start : record.end])


def _likeness(link: model.Link, evidence: Evidence, labels: Labels) -> Iterator[Row]:
    left, right = (evidence.sentences[end] for end in (link.left, link.right))
    both = shared(features(left), features(right), evidence.masses)
    yield row(labels, "score_words", 1)
    heavy = both[:_HEAVIEST]
    forms = forms_of_sentence(left), forms_of_sentence(right)
    for (_, points), said in zip(
        heavy, both_forms([word for word, _ in heavy], *forms, labels), strict=True
    ):
        yield row(labels, "score_word", 2, word=said, points=decimals(points))

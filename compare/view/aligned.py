"""Sentences of different outlets that say the same, side by side, and where their words part."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from compare import model
from compare.align.copies import Printed, joined, printed
from compare.align.differences import Alone, alone
from compare.view.briefing import Aligned, Said, Side
from compare.view.index import Index, aligned_anchor, place
from compare.view.labels import Labels, phrase
from compare.view.lines import name, named, number, sentence_line, text
from compare.view.records import Line


def aligned(
    report: model.Report, found: Index, labels: Labels
) -> tuple[tuple[Aligned, ...], tuple[Aligned, ...]]:
    """The groups in which a figure is compared, and the others, each the likest first."""
    busy = {found.figures[claim.figure].sentence for claim in report.claims}
    ordered = sorted(report.alignments, key=lambda group: (-_score(group), group.id))
    views = [(busy.isdisjoint(group.members), _group(group, found, labels)) for group in ordered]
    return tuple(v for quiet, v in views if not quiet), tuple(v for quiet, v in views if quiet)


def _score(group: model.Alignment) -> float:
    return max((link.score for link in group.links), default=0.0)


def _group(group: model.Alignment, found: Index, labels: Labels) -> Aligned:
    sides = list(_sides(group, found))
    words = [joined([_printed(sentence, found) for sentence in side]) for side in sides]
    return Aligned(
        anchor=aligned_anchor(group.id),
        score=(number(f"{_score(group):.0f}%"),),
        copies=tuple(_copies(group, found, labels)),
        sides=tuple(
            _side(side, alone(words[at], [*words[:at], *words[at + 1 :]], found.figures), found)
            for at, side in enumerate(sides)
        ),
    )


def _sides(group: model.Alignment, found: Index) -> Iterator[list[model.Sentence]]:
    """The sentences of each outlet, in the order of the sources and of the text."""
    places = {article: place for place, article in enumerate(found.articles)}
    members = sorted(
        (found.sentences[member] for member in group.members),
        key=lambda sentence: (places[sentence.article], sentence.start),
    )
    for _, side in groupby(members, key=lambda s: found.articles[s.article].outlet):
        yield list(side)


def _printed(sentence: model.Sentence, found: Index) -> Printed:
    text = found.articles[sentence.article].text
    return printed(sentence, text, found.figures_of.get(sentence.id, []))


def _side(sentences: Sequence[model.Sentence], only: Alone, found: Index) -> Side:
    outlet = found.articles[sentences[0].article].outlet
    return Side(outlet=name(outlet), sentences=tuple(_said(s, only, found) for s in sentences))


def _said(sentence: model.Sentence, only: Alone, found: Index) -> Said:
    source, span = found.articles[sentence.article].text, (sentence.start, sentence.end)
    figures = found.figures_of.get(sentence.id, [])
    return Said(
        sentence=sentence_line(source, span, figures, only.figures, only.words),
        link=f"#s-{sentence.id}",
        at=place(sentence.article, *span),
    )


def _copies(group: model.Alignment, found: Index, labels: Labels) -> Iterator[Line]:
    """Which outlets print one text, and how much of their sentences it is."""
    for derived, slug in (("wholly", "copied_wholly"), ("partly", "copied_partly")):
        for links in _joined_links([link for link in group.links if link.derived == derived]):
            shares = [s for link in links for s in (link.left_share, link.right_share)]
            ends = dict.fromkeys(f"{share:.0%}" for share in (min(shares), max(shares)))
            yield phrase(
                labels,
                slug,
                outlets=_outlets(links, found),
                share=tuple(run for end in ends for run in (text("–"), number(end)))[1:],
            )


def _joined_links(links: Sequence[model.Link]) -> list[list[model.Link]]:
    """Links that hang together by their sentences, in the order of the last link of each."""
    ends: dict[str, frozenset[str]] = {}
    for link in links:
        if link.right not in ends.get(link.left, ()):
            both = {link.left, link.right}
            joined = frozenset(both.union(*(ends.get(end, ()) for end in both)))
            ends.update(dict.fromkeys(joined, joined))
    groups: dict[frozenset[str], list[model.Link]] = {}
    for link in reversed(links):
        groups.setdefault(ends[link.left], []).append(link)
    return list(groups.values())[::-1]


def _outlets(links: Sequence[model.Link], found: Index) -> Line:
    ends = {end for link in links for end in (link.left, link.right)}
    outlets = {found.articles[found.sentences[end].article].outlet for end in ends}
    ordered = [named(outlet) for outlet in found.outlets if outlet in outlets]
    return tuple(run for name_ in ordered for run in (text(" · "), name_))[1:]

"""Figures in their clauses to claims: what is counted, what happened, which part, who says so."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from compare.claims.asof import as_of
from compare.claims.attribution import chain, goes_on
from compare.claims.clause import Clause, Placed, clause
from compare.claims.counted import counted
from compare.claims.naming import Named, mentioned_media, named_sources
from compare.claims.predicate import is_whole_behind, predicate
from compare.claims.reference import (
    Earlier,
    among,
    antecedent,
    as_amount,
    as_rate,
    before_in_sentence,
    inherit,
    is_countable_in,
    is_part,
    resolve,
    restated,
    same_as,
)
from compare.claims.scope import scope
from compare.claims.topic import without_doer
from compare.claims.words import telling_words
from compare.identity import content_id
from compare.lang import Lexicon
from compare.model import QUANTITIES, Article, Claim, Figure, NotCompared, Sentence, Source

_ZONES = {"furniture": "page-furniture", "foreign": "foreign-article"}


class Claims(NamedTuple):
    """The claims of an article in text order, and its figures that make none."""

    claims: tuple[Claim, ...]
    not_compared: tuple[NotCompared, ...]


class _Told(NamedTuple):
    """What the sentences before have told: claims, figures, media and bodies, last speakers.

    Media and bodies are there once each, in the order in which they were named last.
    """

    claims: list[Claim]
    figures: Mapping[str, Figure]
    media: tuple[Source, ...] = ()
    speakers: tuple[Source, ...] = ()


def read_claims(
    article: Article,
    sentences: Sequence[Sentence],
    figures: Sequence[Figure],
    lexicon: Lexicon,
) -> Claims:
    """The claims of one article. Every figure is in a claim or in `not_compared`, once."""
    told = _Told([], {figure.id: figure for figure in figures})
    figures_of: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        figures_of[figure.sentence].append(figure)
    for sentence in sentences:
        read = clause(article, sentence, figures_of[sentence.id], lexicon)
        told = _read_sentence(read, told, lexicon)
    claimed = {claim.figure for claim in told.claims}
    zones = {sentence.id: sentence.zone for sentence in sentences}
    left = [f for f in figures if f.id not in claimed]
    return Claims(
        tuple(told.claims), tuple(NotCompared(figure=f.id, reason=_reason(f, zones)) for f in left)
    )


def _read_sentence(read: Clause, told: _Told, lexicon: Lexicon) -> _Told:
    """What is told once this sentence is read, too."""
    if read.sentence.zone in _ZONES:
        return told
    media = _latest((*told.media, *mentioned_media(read)))
    named = named_sources(read, media)
    bodies = (n.source for n in named if n.source.kind == "body")
    for placed in read.figures:
        if _makes_claim(placed, named):
            speakers = chain(read, placed, named, told.speakers)
            # In place: a longer tuple for each claim takes time with the square of their number.
            told.claims.append(_claim(read, placed, speakers, told, lexicon))
    sources = tuple(n.source for n in named)
    speakers = sources or (told.speakers if goes_on(read) else ())
    return told._replace(media=_latest((*media, *bodies)), speakers=speakers)


def _latest(named: Sequence[Source]) -> tuple[Source, ...]:
    """The sources without those that are named again."""
    return tuple(reversed(dict.fromkeys(reversed(named))))


def _makes_claim(placed: Placed, named: Sequence[Named]) -> bool:
    """Whether a figure is a quantity with a value, and does not merely count who is quoted."""
    figure = placed.figure
    quoted = any(n.first <= placed.last + 1 and placed.first <= n.last for n in named)
    return figure.kind in QUANTITIES and figure.relation != "vague" and not quoted


def _claim(
    read: Clause, placed: Placed, speakers: tuple[Source, ...], told: _Told, lexicon: Lexicon
) -> Claim:
    named = counted(read, placed)
    said = predicate(read, placed, named)
    thing = without_doer(read, placed, named, said)
    earlier = Earlier(told.claims, told.figures)
    whole = antecedent(read, placed, thing, said.concept, earlier)
    part = is_part(read, placed, thing)
    beside = before_in_sentence(read, earlier)
    other = None if said.concept else restated(read, placed, thing, speakers, beside)
    what, happened = resolve(lexicon.concepts, thing, said.concept, whole, part)
    if is_whole_behind(read, placed):
        happened = said.concept
    if other:
        what, happened = other.counted, other.predicate
    what, happened = as_rate(lexicon.concepts, placed.figure, what, happened)
    what = as_amount(lexicon.concepts, placed.figure, what, happened)
    first = min(placed.first, thing.first, said.first)
    last = max(placed.last, thing.last, said.last)
    narrowed = inherit(
        scope(read, placed, thing, lexicon), other or whole, ("place", "date", "since")
    )
    narrowed = (*narrowed, *among(thing, happened))
    return Claim(
        id=content_id("claim", placed.figure.id),
        figure=placed.figure.id,
        article=read.article.id,
        start=read.tokens[first].start,
        end=read.tokens[last].end,
        counted=what,
        predicate=happened,
        scope=inherit(narrowed, beside, ("place",)),
        attribution=speakers,
        as_of=as_of(read, placed, lexicon),
        negated=said.negated,
        hypothetical=said.hypothetical,
        words=telling_words(read, placed, lexicon),
        part_of=whole.id
        if whole and part and is_countable_in(lexicon.concepts, what, whole)
        else None,
        restates=other.id if other else None,
        same_as=same_as(placed.figure, thing, what, earlier),
    )


def _reason(figure: Figure, zones: Mapping[str, str]) -> str:
    """Why a figure makes no claim, as a slug."""
    if figure.kind not in QUANTITIES:
        return "page-furniture" if figure.rule == "page_furniture" else figure.kind
    if zones[figure.sentence] in _ZONES:
        return _ZONES[zones[figure.sentence]]
    return "vague" if figure.relation == "vague" else "counts-sources"

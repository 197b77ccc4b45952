"""Articles, figures and totals: which are new, gone or changed."""

from collections.abc import Iterator, Mapping, Sequence

from compare.diff.pairing import Pair, Pairs, by_score, by_turn, ids, keys
from compare.diff.records import (
    ArticleBy,
    ArticleChange,
    Edition,
    FigureChange,
    Guess,
    Placed,
    SentenceChange,
    TotalChange,
)
from compare.diff.same import Same, Texts
from compare.model import Article, Figure, Record, Report, Sentence, Total

ARTICLE = ("outlet", "title", "published", "url", "text")
FIGURE = ("kind", "relation", "low", "high", "unit")
TOTAL = (
    "finding", "rule", "outlets", "whole_low", "whole_high", "parts_low", "parts_high", "difference"
)  # fmt: skip
_ARTICLE_BY: Mapping[str, ArticleBy] = {
    "id": "id", "bytes": "bytes", "url": "url", "title": "title", "path": "path",
}  # fmt: skip
_GUESSED: Mapping[str, Guess] = {"title": "same-title", "path": "same-path"}


def article_changes(
    old: Report, new: Report, same: Same, texts: tuple[Texts, Texts]
) -> Iterator[ArticleChange]:
    """The articles that are new, gone or changed."""
    for pair in same.articles.found:
        mine, theirs = old.articles[pair.old], new.articles[pair.new]
        fields = differing(ARTICLE, mine, theirs)
        if fields:
            yield ArticleChange(
                old=_edition(mine),
                new=_edition(theirs),
                fields=fields,
                sentences=tuple(_sentence_changes(pair, old, new, same, texts)),
                by=_ARTICLE_BY[pair.by],
                guess=_GUESSED.get(pair.by),
            )
    gone, come = same.articles.left()
    for place in gone:
        yield ArticleChange(old=_edition(old.articles[place]), new=None)
    for place in come:
        yield ArticleChange(old=None, new=_edition(new.articles[place]))


def differing(names: Sequence[str], mine: Record, theirs: Record) -> tuple[str, ...]:
    """The fields, of those named, in which two records differ."""
    return tuple(name for name in names if getattr(mine, name) != getattr(theirs, name))


def _edition(article: Article) -> Edition:
    return Edition(**{name: getattr(article, name) for name in Edition.__struct_fields__})


def _sentence_changes(
    pair: Pair, old: Report, new: Report, same: Same, texts: tuple[Texts, Texts]
) -> Iterator[SentenceChange]:
    """The sentences of an article that say something else now, in the order of its texts."""
    mine, theirs = old.articles[pair.old].id, new.articles[pair.new].id
    gone, come = same.sentences.left()
    left = ((old.sentences[at], None) for at in gone if old.sentences[at].article == mine)
    right = ((None, new.sentences[at]) for at in come if new.sentences[at].article == theirs)
    both = (
        (old.sentences[one.old], new.sentences[one.new])
        for one in same.sentences.found
        if old.sentences[one.old].article == mine
    )
    for before, after in sorted((*both, *left, *right), key=_place):
        said = texts[0].words_or_none(before), texts[1].words_or_none(after)
        if (said[0] or None) != (said[1] or None):
            yield SentenceChange(old=said[0], new=said[1])


def _place(sides: tuple[Sentence | None, Sentence | None]) -> tuple[int, list[str]]:
    """Where a sentence stands in both texts; of one that stands in one, about where it would."""
    found = [side for side in sides if side is not None]
    return sum(side.start for side in found) * 2 // len(found), sorted(s.id for s in found)


def figure_changes(
    old: Report, new: Report, same: Same, texts: tuple[Texts, Texts]
) -> Iterator[FigureChange]:
    """The figures, of articles that are in both, that are new, gone or read differently."""
    for pair in same.figures.found:
        mine = _placed(old.figures[pair.old], texts[0])
        theirs = _placed(new.figures[pair.new], texts[1])
        fields = differing(FIGURE, mine.figure, theirs.figure)
        fields += ("reason",) if mine.reason != theirs.reason else ()
        if fields:
            reworded = mine.sentence != theirs.sentence
            yield FigureChange(old=mine, new=theirs, fields=fields, reworded=reworded)
    gone, come = lone_figures(old, new, same)
    lines = _lines(old, new, same)
    for place in gone:
        yield _lone(_placed(old.figures[place], texts[0]), lines[0], texts[1], old=True)
    for place in come:
        yield _lone(_placed(new.figures[place], texts[1]), lines[1], texts[0], old=False)


def lone_figures(old: Report, new: Report, same: Same) -> tuple[list[int], list[int]]:
    """The places of the figures that have no partner, and stand in an article that has one."""
    articles = (
        {old.articles[pair.old].id for pair in same.articles.found},
        {new.articles[pair.new].id for pair in same.articles.found},
    )
    gone, come = same.figures.left()
    return (
        [place for place in gone if old.figures[place].article in articles[0]],
        [place for place in come if new.figures[place].article in articles[1]],
    )


def _lines(old: Report, new: Report, same: Same) -> tuple[dict[str, str], dict[str, str]]:
    """Each sentence's partner, from both sides."""
    found = [(old.sentences[p.old].id, new.sentences[p.new].id) for p in same.sentences.found]
    return dict(found), {theirs: mine for mine, theirs in found}


def _lone(placed: Placed, lines: Mapping[str, str], others: Texts, *, old: bool) -> FigureChange:
    partner = lines.get(placed.figure.sentence)
    reworded = partner is None or others.words(others.sentences[partner]) != placed.sentence
    sides = (placed, None) if old else (None, placed)
    return FigureChange(old=sides[0], new=sides[1], reworded=reworded)


def _placed(figure: Figure, texts: Texts) -> Placed:
    return Placed(
        figure=figure,
        outlet=texts.outlet(figure),
        sentence=texts.words(texts.sentences[figure.sentence]),
        reason=texts.reasons.get(figure.id),
    )


def pair_totals(old: Report, new: Report, same: Same) -> Pairs:
    """Pair totals: by id, then by the whole that the parts are held against and most parts."""
    pairs = Pairs(old.totals, new.totals)
    by_turn(pairs, keys(lambda t: t.id, old.totals, new.totals), "id")
    names = {old.claims[p.old].id: new.claims[p.new].id for p in same.claims.found}
    gone, come = pairs.left()
    scores = {
        (one, other): _in_common(old.totals[one], new.totals[other], names)
        for one in gone
        for other in come
        if names.get(old.totals[one].whole) == new.totals[other].whole
    }
    by_score(pairs, scores, (ids(old.totals), ids(new.totals)), "whole")
    return pairs


def _in_common(mine: Total, theirs: Total, names: Mapping[str, str]) -> float:
    return float(len({names.get(part) for part in mine.parts} & set(theirs.parts)))


def total_changes(old: Report, new: Report, pairs: Pairs) -> Iterator[TotalChange]:
    """The totals that are new, gone or come to another end."""
    for pair in pairs.found:
        mine, theirs = old.totals[pair.old], new.totals[pair.new]
        if fields := differing(TOTAL, mine, theirs):
            yield TotalChange(old=mine, new=theirs, fields=fields)
    gone, come = pairs.left()
    yield from (TotalChange(old=old.totals[place], new=None) for place in gone)
    yield from (TotalChange(old=None, new=new.totals[place]) for place in come)

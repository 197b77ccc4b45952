"""Which article, sentence, figure and claim of one report is which of the other."""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from compare.diff.pairing import Pairs, by_only, by_score, by_turn, ids, keys
from compare.model import Article, Claim, Figure, Report, Sentence

_REWORDED = 60.0
"""Share of letters in common, of 100, from which a sentence of an article is another's new words.

In the stories of this repository all of 424 sentences reach it with one word exchanged, and 6 of
3324 pairs of different sentences of one article.
"""


class Texts:
    """The records of a report by id, and the words of its sentences."""

    def __init__(self, report: Report) -> None:
        self.articles = {article.id: article for article in report.articles}
        self.sentences = {sentence.id: sentence for sentence in report.sentences}
        self.figures = {figure.id: figure for figure in report.figures}
        self.claims = {claim.id: claim for claim in report.claims}
        self.reasons = {item.figure: item.reason for item in report.not_compared}

    def words(self, sentence: Sentence) -> str:
        """A sentence as it stands, without the white space around it."""
        return self.articles[sentence.article].text[sentence.start : sentence.end].strip()

    def words_or_none(self, sentence: Sentence | None) -> str | None:
        """The same, of a sentence that may not be there."""
        return None if sentence is None else self.words(sentence)

    def outlet(self, of: Figure | Claim) -> str:
        """The outlet of a figure or claim."""
        return self.articles[of.article].outlet


class Same(NamedTuple):
    """The pairs of two reports' records, by their places in the lists."""

    articles: Pairs
    sentences: Pairs
    figures: Pairs
    claims: Pairs


def same(old: Report, new: Report, texts: tuple[Texts, Texts]) -> Same:
    """Pair what is the same thing, though it was edited, moved or read differently."""
    articles = _articles(old.articles, new.articles)
    sentences = _sentences(old, new, articles, texts)
    figures = _figures(old, new, articles, sentences, texts)
    return Same(articles, sentences, figures, _claims(old, new, figures))


def _articles(old: Sequence[Article], new: Sequence[Article]) -> Pairs:
    pairs = Pairs(old, new)
    by_turn(pairs, keys(lambda a: a.id, old, new), "id")
    by_only(pairs, keys(lambda a: a.sha256, old, new), "bytes")
    by_only(pairs, keys(lambda a: a.url and (a.outlet, a.url), old, new), "url")
    by_only(pairs, keys(lambda a: a.title and (a.outlet, a.title), old, new), "title")
    by_only(pairs, keys(lambda a: a.path, old, new), "path")
    return pairs


def _sentences(old: Report, new: Report, articles: Pairs, texts: tuple[Texts, Texts]) -> Pairs:
    pairs = Pairs(old.sentences, new.sentences)
    owners = owner_of(articles, ids(old.articles), ids(new.articles))
    by_turn(pairs, keys(lambda s: s.id, old.sentences, new.sentences), "id")
    homes = _owners(old.sentences, owners[0]), _owners(new.sentences, owners[1])
    words = _said(old.sentences, texts[0]), _said(new.sentences, texts[1])
    by_turn(pairs, (_owned(homes[0], words[0]), _owned(homes[1], words[1])), "words")
    scores = {
        (one, other): score
        for one, other in _neighbours(pairs, homes)
        if (score := fuzz.ratio(words[0][one], words[1][other])) >= _REWORDED
    }
    by_score(pairs, scores, (ids(old.sentences), ids(new.sentences)), "likeness")
    return pairs


def _owners(sentences: Iterable[Sentence], owner: Mapping[str, int]) -> list[int | None]:
    """The number of the pair of articles that each sentence stands in."""
    return [owner.get(sentence.article) for sentence in sentences]


def _said(sentences: Iterable[Sentence], texts: Texts) -> list[str]:
    return [texts.words(sentence) for sentence in sentences]


def _owned(homes: Sequence[int | None], words: Sequence[str]) -> list[Hashable]:
    """Words with the pair that they stand in; nothing where that is none."""
    return [None if home is None else (home, said) for home, said in zip(homes, words, strict=True)]


def owner_of(
    pairs: Pairs, old: Sequence[str], new: Sequence[str]
) -> tuple[dict[str, int], dict[str, int]]:
    """The number of the pair that an id is in, on each side."""
    return (
        {old[pair.old]: number for number, pair in enumerate(pairs.found)},
        {new[pair.new]: number for number, pair in enumerate(pairs.found)},
    )


def _neighbours(
    pairs: Pairs, homes: tuple[Sequence[Hashable], Sequence[Hashable]]
) -> Iterator[tuple[int, int]]:
    """What is left on both sides and has the same home."""
    at: dict[Hashable, list[int]] = defaultdict(list)
    for place in pairs.left()[1]:
        at[homes[1][place]].append(place)
    for place in pairs.left()[0]:
        if homes[0][place] is not None:
            yield from ((place, other) for other in at[homes[0][place]])


def _figures(
    old: Report, new: Report, articles: Pairs, sentences: Pairs, texts: tuple[Texts, Texts]
) -> Pairs:
    mine, theirs = old.figures, new.figures
    pairs = Pairs(mine, theirs)
    lines = owner_of(sentences, ids(old.sentences), ids(new.sentences))
    homes = _homes(mine, lines[0]), _homes(theirs, lines[1])
    alike = _alike(old, new, sentences, texts)
    spans = _spans(mine, texts[0]), _spans(theirs, texts[1])
    places = _places(homes[0], spans[0], alike), _places(homes[1], spans[1], alike)
    by_turn(pairs, places, "place")
    by_turn(pairs, keys(lambda f: f.id, mine, theirs), "id")
    overlaps = {
        (one, other): overlap
        for one, other in _neighbours(pairs, homes)
        if homes[0][one] in alike and (overlap := _overlap(spans[0][one], spans[1][other])) > 0
    }
    by_score(pairs, overlaps, (ids(mine), ids(theirs)), "overlap")
    _by_words(pairs, homes, mine, theirs)
    whose = owner_of(articles, ids(old.articles), ids(new.articles))
    by_only(pairs, (_values(mine, whose[0]), _values(theirs, whose[1])), "value")
    return pairs


def _homes(figures: Iterable[Figure], lines: Mapping[str, int]) -> list[int | None]:
    """The number of the pair of sentences that each figure stands in."""
    return [lines.get(figure.sentence) for figure in figures]


def _alike(old: Report, new: Report, sentences: Pairs, texts: tuple[Texts, Texts]) -> set[int]:
    """The numbers of the pairs of sentences of the same words."""
    return {
        number
        for number, pair in enumerate(sentences.found)
        if texts[0].words(old.sentences[pair.old]) == texts[1].words(new.sentences[pair.new])
    }


def _places(
    homes: Sequence[int | None], spans: Sequence[tuple[int, int]], alike: Collection[int]
) -> list[Hashable]:
    """Each figure's sentence and place in it, where the words are the same on both sides."""
    return [
        (home, span) if home in alike else None for home, span in zip(homes, spans, strict=True)
    ]


def _by_words(
    pairs: Pairs,
    homes: tuple[Sequence[int | None], Sequence[int | None]],
    mine: Sequence[Figure],
    theirs: Sequence[Figure],
) -> None:
    """Of a reworded sentence: what is printed alike; then, if as many are left, in turn."""
    raw = [f.raw for f in mine], [f.raw for f in theirs]
    by_turn(pairs, (_owned(homes[0], raw[0]), _owned(homes[1], raw[1])), "raw")
    left = [
        Counter(home_of[place] for place in places)
        for home_of, places in zip(homes, pairs.left(), strict=True)
    ]
    even = tuple(
        [home if left[0][home] == left[1][home] else None for home in home_of] for home_of in homes
    )
    by_turn(pairs, (even[0], even[1]), "turn")


def _spans(figures: Iterable[Figure], texts: Texts) -> list[tuple[int, int]]:
    """Where figures stand in their sentences."""
    starts = (texts.sentences[f.sentence].start for f in figures)
    return [(f.start - at, f.end - at) for f, at in zip(figures, starts, strict=True)]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _values(figures: Iterable[Figure], owner: dict[str, int]) -> list[Hashable]:
    return [
        (owner[f.article], f.raw, f.kind, f.low, f.high, f.unit) if f.article in owner else None
        for f in figures
    ]


def _claims(old: Report, new: Report, figures: Pairs) -> Pairs:
    pairs = Pairs(old.claims, new.claims)
    by_turn(pairs, keys(lambda c: c.id, old.claims, new.claims), "id")
    owners = owner_of(figures, ids(old.figures), ids(new.figures))
    homes = tuple(
        [owner.get(c.figure) for c in report.claims]
        for owner, report in zip(owners, (old, new), strict=True)
    )
    by_turn(pairs, (homes[0], homes[1]), "figure")
    return pairs

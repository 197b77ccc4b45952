"""Finding, in an article, the tail that belongs to another one: glued on by the page it came from.

A glued article has words of its own, which it repeats, and which neither the part before nor the
story's other articles know; they make up most of what is new in it. The cut is where the share of
such words in the tail is greatest. (Measured: 0.34 for a glued article, at most 0.24 for a long
background section of the story's own.) A short tail is foreign where almost none of its words is
known.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

import msgspec

from compare.lang import Lexicon
from compare.lang.words import content_stems
from compare.model import Article, Sentence
from compare.settings import DEFAULT

Paragraphs = Mapping[int, Counter[str]]


def mark_foreign(
    articles: Sequence[Article], sentences: Mapping[str, tuple[Sentence, ...]], lexicon: Lexicon
) -> dict[str, tuple[Sentence, ...]]:
    """The sentences of each article (by id), those of a glued tail in zone "foreign"."""
    if len(articles) < 2:
        return dict(sentences)
    paragraphs = {a.id: _paragraphs(a, sentences[a.id], lexicon) for a in articles}
    holders = Counter(stem for told in paragraphs.values() for stem in set().union(*told.values()))
    story = {stem for stem, articles_with in holders.items() if articles_with > 1}
    return {
        article.id: _marked(sentences[article.id], _first_foreign(paragraphs[article.id], story))
        for article in articles
    }


def _marked(sentences: tuple[Sentence, ...], first: int | None) -> tuple[Sentence, ...]:
    if first is None:
        return sentences
    return tuple(
        msgspec.structs.replace(s, zone="foreign")
        if s.paragraph >= first and s.zone == "body"
        else s
        for s in sentences
    )


def _paragraphs(article: Article, sentences: Sequence[Sentence], lexicon: Lexicon) -> Paragraphs:
    found: dict[int, Counter[str]] = {}
    for sentence in sentences:
        if sentence.zone in ("title", "body"):
            stems = content_stems(article.text[sentence.start : sentence.end], lexicon)
            found.setdefault(sentence.paragraph, Counter()).update(stems)
    return found


class _Tail(NamedTuple):
    """The mass of the words of an article's last paragraphs: of all, of the new, of the own.

    New are words that neither the part before nor another article has, own those of them that
    the tail repeats.
    """

    mass: int = 0
    new: int = 0
    own: int = 0


def _first_foreign(paragraphs: Paragraphs, story: Set[str]) -> int | None:
    """The paragraph at which a foreign tail begins, or None; `story` are words of two articles."""
    mine = sorted(paragraphs.items())
    if not _is_known(mine, story):
        return None
    tails = zip(reversed(mine[1:]), _tails(mine, story), strict=True)
    shares = [(tail.own / tail.mass, number) for (number, _), tail in tails if _is_foreign(tail)]
    return max(shares)[1] if shares else None


def _tails(paragraphs: Sequence[tuple[int, Counter[str]]], story: Set[str]) -> Iterator[_Tail]:
    """The tails of an article, the shortest first."""
    first = {stem: number for number, words in reversed(paragraphs) for stem in words}
    tail, told = _Tail(), Counter[str]()
    for number, words in reversed(paragraphs[1:]):
        told.update(words)
        # Where a word stands first, the tail holds all of it, and nothing before has it.
        new = {s: told[s] for s in words if first[s] == number and s not in story}
        tail = _Tail(
            tail.mass + _mass(words),
            tail.new + _mass(new),
            tail.own + _mass({stem: count for stem, count in new.items() if count > 1}),
        )
        yield tail


def _is_known(paragraphs: Sequence[tuple[int, Counter[str]]], story: Set[str]) -> bool:
    """Whether the story knows the article's opening at all; one in another language it does not."""
    opening = sum((words for _, words in paragraphs[:3]), Counter[str]())
    known = Counter({stem: n for stem, n in opening.items() if stem in story})
    return _mass(known) >= DEFAULT.foreign_opening * _mass(opening)


def _is_foreign(tail: _Tail) -> bool:
    """Whether the words that are new in a tail make it another article's."""
    long = tail.mass >= DEFAULT.foreign_mass and tail.own >= DEFAULT.foreign_own * tail.mass
    unknown = tail.new >= DEFAULT.foreign_unknown * tail.mass
    return long or (tail.mass >= DEFAULT.foreign_note_mass and unknown)


def _mass(words: Mapping[str, int]) -> int:
    """Characters of the stems, each as often as it stands."""
    return sum(len(stem) * count for stem, count in words.items())

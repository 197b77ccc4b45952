"""Finding, in an article, the tail that belongs to another one: glued on by the page it came from.

A glued article has words of its own, which it repeats, and which neither the part before nor the
story's other articles know; they make up most of what is new in it. The cut is where the share of
such words in the tail is greatest. (Measured: 0.34 for a glued article, at most 0.24 for a long
background section of the story's own.) A short tail is foreign where almost none of its words is
known.
"""

from collections import Counter
from collections.abc import Mapping, Sequence, Set

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
    paragraphs = {a.id: _paragraphs(a, sentences[a.id], lexicon) for a in articles}
    return {
        article.id: _marked(
            sentences[article.id], _first_foreign(article.id, paragraphs, len(articles))
        )
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


def _first_foreign(own: str, paragraphs: Mapping[str, Paragraphs], articles: int) -> int | None:
    """The paragraph at which a foreign tail begins, or None."""
    if articles < 2:
        return None
    story = {s for a, p in paragraphs.items() if a != own for words in p.values() for s in words}
    mine = sorted(paragraphs[own].items())
    before = Counter(stem for _, words in mine for stem in words)  # paragraphs that hold a stem
    tail: Counter[str] = Counter()
    shares = []
    for number, words in reversed(mine[1:]):
        before.subtract(words.keys())
        tail.update(words)
        new = {stem: n for stem, n in tail.items() if stem not in story and not before[stem]}
        if _is_foreign(tail, new):
            shares.append((_own_mass(new) / _mass(tail), number))
    return max(shares)[1] if shares and _is_known(mine, story) else None


def _is_known(paragraphs: Sequence[tuple[int, Counter[str]]], story: Set[str]) -> bool:
    """Whether the story knows the article's opening at all; one in another language it does not."""
    opening = sum((words for _, words in paragraphs[:3]), Counter[str]())
    known = Counter({stem: n for stem, n in opening.items() if stem in story})
    return _mass(known) >= DEFAULT.foreign_opening * _mass(opening)


def _is_foreign(tail: Mapping[str, int], new: Mapping[str, int]) -> bool:
    """Whether the words that are new in a tail make it another article's."""
    mass = _mass(tail)
    long = mass >= DEFAULT.foreign_mass and _own_mass(new) >= DEFAULT.foreign_own * mass
    unknown = _mass(new) >= DEFAULT.foreign_unknown * mass
    return long or (mass >= DEFAULT.foreign_note_mass and unknown)


def _own_mass(new: Mapping[str, int]) -> int:
    """The mass of the new words that the tail repeats."""
    return _mass({stem: count for stem, count in new.items() if count > 1})


def _mass(words: Mapping[str, int]) -> int:
    """Characters of the stems, each as often as it stands."""
    return sum(len(stem) * count for stem, count in words.items())

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
    story = {
        stem for a, p in paragraphs.items() if a != own for words in p.values() for stem in words
    }
    mine = sorted(paragraphs[own].items())
    shares = [
        (_share_of_own(tail, known), -cut, mine[cut][0])
        for cut in range(1, len(mine))
        for known in [story.union(*(words for _, words in mine[:cut]))]
        for tail in [sum((words for _, words in mine[cut:]), Counter[str]())]
        if _is_foreign(tail, known)
    ]
    return max(shares)[2] if shares else None


def _is_foreign(tail: Counter[str], known: Set[str]) -> bool:
    mass = _mass(tail)
    unknown = 1 - _mass(_within(tail, known)) / mass if mass else 0.0
    long = mass >= DEFAULT.foreign_mass and _share_of_own(tail, known) >= DEFAULT.foreign_own
    return long or (mass >= DEFAULT.foreign_note_mass and unknown >= DEFAULT.foreign_unknown)


def _share_of_own(tail: Counter[str], known: Set[str]) -> float:
    """The share of the tail's word mass in words that it repeats and nobody else uses."""
    own = Counter({stem: n for stem, n in tail.items() if n > 1 and stem not in known})
    return _mass(own) / _mass(tail) if tail else 0.0


def _within(words: Counter[str], known: Set[str]) -> Counter[str]:
    return Counter({stem: n for stem, n in words.items() if stem in known})


def _mass(words: Counter[str]) -> int:
    """Characters of the stems, each as often as it stands."""
    return sum(len(stem) * count for stem, count in words.items())

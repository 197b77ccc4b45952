"""The names that an article uses, each where it stands.

A word that can mean something else as well (families, captivity) is nobody's name. The words of a
proper name are its own (the Prisoners' Club); those of an idiom count (an exchange of captives).
"""

from collections.abc import Iterator, Sequence

from compare.lang import Lexicon
from compare.lang.annotate import Match, annotate
from compare.lang.naming import Name
from compare.model import Article, Mention, Sentence
from compare.naming.quoted import is_inside, quoted_spans
from compare.text import Token, tokens

_TOLD = ("title", "body")
_IDIOMS = ("events", "things", "cues")

_Named = tuple[Name, int, int]
"""A name, and the first and last of its tokens."""


def mentions(
    article: Article, sentences: Sequence[Sentence], lexicon: Lexicon
) -> Iterator[tuple[Name, Mention]]:
    """Each name in the title and body, in order. A sentence that is printed twice counts once."""
    told = _once(article, [s for s in sentences if s.zone in _TOLD])
    quoted = quoted_spans(article, told, lexicon)
    for sentence in told:
        found = tokens(article.text[sentence.start : sentence.end], sentence.start)
        for name, first, last in _names(found, lexicon):
            start, end = found[first].start, found[last].end
            inside = is_inside(start, quoted)
            yield name, Mention(article=article.id, start=start, end=end, quoted=inside)


def _once(article: Article, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences in order, without those that repeat an earlier one (the title, as a rule)."""
    ordered = sorted(sentences, key=lambda s: s.start)
    first = {article.text[s.start : s.end].strip(): s for s in reversed(ordered)}
    return [s for s in ordered if first[article.text[s.start : s.end].strip()] is s]


def _names(found: Sequence[Token], lexicon: Lexicon) -> Iterator[_Named]:
    tails: set[int | None] = set()
    for match in annotate(found, lexicon.concepts):
        name = _name(match, lexicon)
        tails.add(match.tail)
        if name and match.first not in tails:
            yield name, match.first, match.last
        elif match.last > match.first and match.senses[0].category in _IDIOMS:
            yield from _within(found, match, lexicon)


def _within(found: Sequence[Token], idiom: Match, lexicon: Lexicon) -> Iterator[_Named]:
    for at in range(idiom.first, idiom.last + 1):
        for match in annotate(found[at : at + 1], lexicon.concepts):
            name = _name(match, lexicon)
            if name:
                yield name, at, at


def _name(match: Match, lexicon: Lexicon) -> Name | None:
    """The name that the words are, whatever they mean; None where they may be none."""
    senses = [s for s in match.senses if s.category != "cues"] or match.senses
    names = [lexicon.naming.of(sense) for sense in senses]
    name = names[0]
    if name is None or any(n is None or n.concept != name.concept for n in names):
        return None
    return name if match.definite or not name.definite else None

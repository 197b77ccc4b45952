"""By which word each outlet names a thing: captives or hostages, a war or an aggression.

A thing that the whole story calls by one name is left out: there is nothing to compare.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from compare.identity import content_id
from compare.lang import Lexicon
from compare.lang.naming import Name
from compare.model import Article, Mention, Naming, Sentence
from compare.naming.mentions import mentions

__all__ = ["name_things"]

_Key = tuple[Name, str]
"""A name and the outlet that uses it."""


def name_things(
    articles: Sequence[Article], sentences: Sequence[Sentence], lexicon: Lexicon
) -> tuple[Naming, ...]:
    """The names of each thing that has two or more in the story, in the order of `naming.toml`."""
    found: dict[_Key, list[Mention]] = defaultdict(list)
    own: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        own[sentence.article].append(sentence)
    for article in sorted(articles, key=lambda a: a.id):
        for name, mention in mentions(article, own[article.id], lexicon):
            found[name, article.outlet].append(mention)
    listed = list(dict.fromkeys(lexicon.naming.names.values()))
    compared = _compared(found)
    return tuple(
        _naming(name, outlet, found[name, outlet])
        for name, outlet in sorted(found, key=lambda key: (listed.index(key[0]), key[1]))
        if name.concept in compared
    )


def _compared(found: Mapping[_Key, Sequence[Mention]]) -> set[str]:
    """The things that go by two names or more."""
    names: dict[str, set[str]] = defaultdict(set)
    for name, _outlet in found:
        names[name.concept].add(name.shown)
    return {concept for concept, shown in names.items() if len(shown) > 1}


def _naming(name: Name, outlet: str, found: Sequence[Mention]) -> Naming:
    quoted = sum(mention.quoted for mention in found)
    return Naming(
        id=content_id("naming", name.concept, name.shown, outlet),
        concept=name.concept,
        outlet=outlet,
        name=name.shown,
        count=len(found) - quoted,
        quoted=quoted,
        mentions=tuple(found),
    )

"""Texts made into articles, and the names found in them."""

from collections import Counter

from compare import lang
from compare.identity import content_id
from compare.model import Article, Naming, Sentence
from compare.naming import name_things
from compare.naming.mentions import mentions
from compare.segment import sentences

LEXICON = lang.load()


def article(text: str, outlet: str = "وسيلة") -> Article:
    return Article(
        id=content_id(outlet, text), outlet=outlet, title=None, published=None, lang="ar",
        path=f"{outlet}.txt", sha256="", url=None, characters=len(text), text=text,
    )  # fmt: skip


def parts(*articles: Article) -> tuple[Sentence, ...]:
    return tuple(s for a in articles for s in sentences(a, LEXICON))


def counted(text: str) -> tuple[dict[str, int], dict[str, int]]:
    """How often each name stands in the text's own words, and in those that it quotes."""
    read = article(text)
    found = list(mentions(read, parts(read), LEXICON))
    own = Counter(name.shown for name, mention in found if not mention.quoted)
    quoted = Counter(name.shown for name, mention in found if mention.quoted)
    return dict(own), dict(quoted)


def named(*articles: Article) -> tuple[Naming, ...]:
    return name_things(articles, parts(*articles), LEXICON)

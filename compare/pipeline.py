"""Articles to Report: the whole way of a story on one screen."""

from collections.abc import Callable, Collection, Mapping, Sequence

from compare import __version__
from compare.align import align
from compare.claims import read_claims
from compare.doubts import doubts
from compare.facts import Group, Material, group_claims
from compare.figures import figures as read_article_figures
from compare.identity import content_id
from compare.ingest import LoadedStory
from compare.labels import label, most_said
from compare.lang import Lexicon
from compare.limits import about, refuse_beyond
from compare.model import FORMAT, Article, Fact, Figure, Notice, Report, Sentence
from compare.naming import name_things
from compare.readings import readings, tell
from compare.segment import sentences as read_sentences
from compare.settings import digest
from compare.totals import totals
from compare.verdicts import Case, judge
from compare.zones import mark_foreign


def build(
    loaded: LoadedStory, lexicon: Lexicon, step: Callable[[str], None] = lambda _stage: None
) -> Report:
    """Read a story's articles and hold them against each other. `step` is told each stage.

    Raises `TabayunError` where the story has more sentences or figures than the limits allow.
    """
    articles = loaded.articles
    step("sentences")
    parts = {a.id: read_sentences(a, lexicon) for a in articles}
    refuse_beyond("sentences", sum(map(len, parts.values())), loaded.story.id)
    parts = mark_foreign(articles, parts, lexicon)
    step("figures")
    found = {a.id: read_article_figures(a, parts[a.id], lexicon) for a in articles}
    refuse_beyond("figures", sum(map(len, found.values())), loaded.story.id)
    step("claims")
    read = [read_claims(a, parts[a.id], found[a.id], lexicon) for a in articles]
    sentences = tuple(s for a in articles for s in parts[a.id])
    figures = tuple(f for a in articles for f in found[a.id])
    claims = tuple(c for r in read for c in r.claims)
    step("alignment")
    with about(loaded.story.id):
        aligned = align(articles, sentences, figures, lexicon)
    step("facts")
    material = Material(articles, sentences, figures, claims)
    with about(loaded.story.id):
        groups = group_claims(material, aligned.scores, lexicon)
    by_id = {f.id: f for f in figures}
    by_article = {a.id: a for a in articles}
    facts = [_fact(group, aligned.reprinted, by_id, by_article, lexicon) for group in groups]
    step("totals")
    return Report(
        format=FORMAT,
        generator=f"tabayun {__version__}",
        settings_digest=digest(),
        lexicon_digest=lexicon.digest,
        story=loaded.story,
        articles=articles,
        sentences=sentences,
        figures=figures,
        claims=claims,
        alignments=aligned.alignments,
        facts=tuple(sorted(facts, key=lambda f: (-f.severity, f.id))),
        not_compared=tuple(n for r in read for n in r.not_compared),
        warnings=(*loaded.notices, *_foreign_notices(articles, parts), *_empty(articles, parts)),
        totals=totals(material, facts, lexicon),
        naming=name_things(articles, sentences, lexicon),
    )


def read_figures(name: str, text: str, lexicon: Lexicon) -> tuple[Figure, ...]:
    """The figures of a text that is no story's article."""
    article = Article(
        id=content_id("article", name),
        outlet=name,
        title=None,
        published=None,
        lang="ar",
        path=name,
        sha256=content_id(text),
        url=None,
        characters=len(text),
        text=text,
    )
    return read_article_figures(article, read_sentences(article, lexicon), lexicon)


def _fact(
    group: Group,
    reprinted: Collection[tuple[str, str]],
    figures: Mapping[str, Figure],
    articles: Mapping[str, Article],
    lexicon: Lexicon,
) -> Fact:
    claims = group.claims
    unit, told = tell(claims, figures, articles, lexicon)
    values = readings(told, reprinted)
    kind = figures[claims[0].figure].kind
    told_as_done = [c.predicate for c in claims if not c.hypothetical]
    predicate = most_said(told_as_done) or most_said(c.predicate for c in claims)
    found = judge(Case(kind, predicate, told, values, group.ties, lexicon.concepts))
    return Fact(
        id=content_id("fact", min(c.id for c in claims)),
        label=label(told, figures, predicate),
        kind=kind,
        unit=unit,
        counted=most_said(c.counted for c in claims),
        predicate=predicate,
        scope=tuple(sorted(set.intersection(*(set(c.scope) for c in claims)))),
        verdict=found.verdict,
        rule=found.rule,
        severity=found.severity,
        claims=tuple(sorted(c.id for c in claims)),
        readings=values,
        doubts=doubts(told, values),
        grounds=group.grounds,
    )


def _foreign_notices(
    articles: Sequence[Article], parts: Mapping[str, Sequence[Sentence]]
) -> list[Notice]:
    """One notice for each article that another one is glued to, with the line where it begins."""
    return [
        Notice(
            slug="foreign-article",
            message="from this line on the text belongs to another article; it is not compared",
            path=article.path,
            line=article.text.count("\n", 0, first.start) + 1,
        )
        for article in articles
        for first in [s for s in parts[article.id] if s.zone == "foreign"][:1]
    ]


def _empty(articles: Sequence[Article], parts: Mapping[str, Sequence[Sentence]]) -> list[Notice]:
    """One notice for each article in which nothing but the page's furniture was found."""
    return [
        Notice(slug="no-story-text", message="only page furniture was found", path=article.path)
        for article in articles
        if not any(s.zone in ("title", "body") for s in parts[article.id])
    ]

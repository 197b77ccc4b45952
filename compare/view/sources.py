"""The articles, what in them is not the story's, the warnings, and how the report was made."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from urllib.parse import urlsplit

from compare import model
from compare.view.briefing import Article, Paragraph, Version, Warned
from compare.view.index import Index, place
from compare.view.labels import Labels, find, label, phrase, plural, written_date
from compare.view.lines import name, named, piece, shorten, visible, woven
from compare.view.records import DERIVED, Line, Run


def articles(report: model.Report, found: Index, labels: Labels) -> tuple[Article, ...]:
    """The sources, each with its full text."""
    runs = _figure_runs(report, found, labels)
    sentences: dict[str, list[model.Sentence]] = defaultdict(list)
    for sentence in sorted(report.sentences, key=lambda s: s.start):
        sentences[sentence.article].append(sentence)
    counts = {article.id: 0 for article in report.articles}
    for figure in report.figures:
        counts[figure.article] += 1
    return tuple(
        Article(
            anchor=f"article-{article.id}",
            outlet=name(article.outlet),
            title=name(article.title or ""),
            published=written_date(labels, article.published),
            url=safe_url(article.url),
            path=visible(article.path),
            digest=visible(article.sha256),
            lang=visible(article.lang),
            characters=plural(labels, "characters", article.characters),
            figures=plural(labels, "figures", counts[article.id]),
            paragraphs=_paragraphs(article, sentences[article.id], found, runs, labels),
        )
        for article in found.articles.values()
    )


def safe_url(url: str | None) -> str:
    """`url` where it is a plain link to a web page, else nothing."""
    if url is None or visible(url) != url or "\\" in url or " " in url:
        return ""
    try:
        parts = urlsplit(url)
        plain = parts.scheme in ("http", "https") and parts.hostname and parts.username is None
    except ValueError:
        return ""
    return url if plain else ""


def zones(report: model.Report, found: Index, labels: Labels) -> tuple[Line, ...]:
    """For each article what was kept apart: another article's text, the page's furniture."""
    apart: dict[tuple[str, str], list[model.Sentence]] = defaultdict(list)
    for sentence in report.sentences:
        if sentence.zone in ("foreign", "furniture"):
            apart[sentence.article, sentence.zone].append(sentence)
    return tuple(
        _zone(found.articles[article], zone, apart[article, zone], labels)
        for article in found.articles
        for zone in ("foreign", "furniture")
        if (article, zone) in apart
    )


def warnings(report: model.Report, labels: Labels) -> tuple[Warned, ...]:
    """The notices of a report, each in the locale's words where it has them; equal ones as one."""
    places: dict[str, list[str]] = defaultdict(list)
    for notice in report.warnings:
        message = find(labels, "notice", notice.slug) or notice.message or notice.slug
        where = ":".join(str(part) for part in (notice.path, notice.line) if part is not None)
        places[message] += [visible(where)] if where else []
    return tuple(
        Warned(message=name(said, DERIVED), where=tuple(where)) for said, where in places.items()
    )


def versions(report: model.Report, labels: Labels) -> tuple[Version, ...]:
    """What the report was made with."""
    values = {
        "generator": report.generator,
        "format": str(report.format),
        "settings": report.settings_digest,
        "lexicon": report.lexicon_digest,
    }
    return tuple(
        Version(name=label(labels, "text", slug), value=visible(value))
        for slug, value in values.items()
    )


def _zone(
    article: model.Article, zone: str, sentences: Sequence[model.Sentence], labels: Labels
) -> Line:
    start, end = sentences[0].start, sentences[0].end
    return phrase(
        labels,
        f"zone_{zone}",
        outlet=(named(article.outlet),),
        sentences=plural(labels, "sentences", len(sentences)),
        words=(named(shorten(article.text[start:end]), place(article.id, start, end)),),
    )


def _figure_runs(report: model.Report, found: Index, labels: Labels) -> dict[str, Run]:
    """How each figure shows in the full text: linked to its fact, or noted with its reason."""
    runs = {
        figure.id: Run(text="", role="figure", note=label(labels, "kind", figure.kind))
        for figure in report.figures
    }
    for item in report.not_compared:
        runs[item.figure] = Run(text="", role="figure", note=label(labels, "reason", item.reason))
    for fact in report.facts:
        for claim in fact.claims:
            verdict = label(labels, "verdict", fact.verdict)
            link = f"#fact-{fact.id}"
            runs[found.claims[claim].figure] = Run(text="", role="mark", link=link, note=verdict)
    return runs


def _paragraphs(
    article: model.Article,
    sentences: Sequence[model.Sentence],
    found: Index,
    runs: Mapping[str, Run],
    labels: Labels,
) -> tuple[tuple[Paragraph, ...], ...]:
    lines = [
        (
            sentence.paragraph,
            Paragraph(
                anchor=f"s-{sentence.id}",
                zone=sentence.zone,
                zone_name=label(labels, "zone", sentence.zone),
                at=place(article.id, sentence.start, sentence.end),
                line=woven(
                    article.text,
                    (sentence.start, sentence.end),
                    [piece(f, runs[f.id]) for f in found.figures_of.get(sentence.id, [])],
                ),
            ),
        )
        for sentence in sentences
        if article.text[sentence.start : sentence.end].strip()
    ]
    return tuple(
        tuple(line for _, line in group) for _, group in groupby(lines, key=lambda pair: pair[0])
    )

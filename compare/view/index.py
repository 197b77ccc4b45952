"""Looking records up by id."""

from collections import defaultdict

from compare.model import Article, Claim, Figure, Record, Report, Sentence


class Index(Record, frozen=True):
    """A report's records by id; figures in the order in which they stand, undated articles last.

    `group_of` has the alignment that a sentence is in.
    """

    articles: dict[str, Article]
    sentences: dict[str, Sentence]
    figures: dict[str, Figure]
    claims: dict[str, Claim]
    figures_of: dict[str, list[Figure]]
    group_of: dict[str, str]
    outlets: tuple[str, ...]


def index(report: Report) -> Index:
    """The index of a report."""
    figures_of: dict[str, list[Figure]] = defaultdict(list)
    for figure in sorted(report.figures, key=lambda f: (f.start, f.end)):
        figures_of[figure.sentence].append(figure)
    articles = sorted(report.articles, key=lambda article: article.published is None)
    return Index(
        articles={article.id: article for article in articles},
        sentences={sentence.id: sentence for sentence in report.sentences},
        figures={figure.id: figure for figure in report.figures},
        claims={claim.id: claim for claim in report.claims},
        figures_of=dict(figures_of),
        group_of={member: group.id for group in report.alignments for member in group.members},
        outlets=tuple(dict.fromkeys(article.outlet for article in articles)),
    )


def outlet_of(found: Index, claim: Claim) -> str:
    """The outlet that makes a claim."""
    return found.articles[claim.article].outlet


def anchor_of(claim: Claim, found: Index) -> str:
    """The fragment that leads to the claim's sentence in its article."""
    return f"#s-{found.figures[claim.figure].sentence}"


def place(article: str, start: int, end: int) -> str:
    """Where words stand, as the page tells it: the article's id and its code points."""
    return f"{article}:{start}-{end}"


def aligned_anchor(group: str) -> str:
    """The anchor of an alignment."""
    return f"aligned-{group}"


def beside(sentence: str, found: Index) -> str:
    """The fragment that leads to what others say in the place of a sentence, "" for nothing."""
    group = found.group_of.get(sentence)
    return f"#{aligned_anchor(group)}" if group else ""

"""Report → pandas frames of slugs and text: what `figures.csv` and `naming.csv` hold."""

import pandas as pd

from compare.model import Report


def figures(report: Report) -> pd.DataFrame:
    """One row a figure, in the order of articles and text; two where two claims rest on one."""
    frame = _figure_rows(report).merge(_claim_rows(report), on="figure", how="left")
    frame = frame.merge(_fact_rows(report), on="claim", how="left")
    frame = frame.merge(_reason_rows(report), on="figure", how="left")
    frame["compared"] = frame["fact"].notna().map({True: "yes", False: "no"})
    return frame.drop(columns="claim").fillna("")


def naming(report: Report) -> pd.DataFrame:
    """One row for a thing, a name for it and an outlet that uses it, with where it stands."""
    paths = {article.id: article.path for article in report.articles}
    rows = [
        (
            item.concept,
            item.name,
            item.outlet,
            item.count,
            item.quoted,
            "; ".join(f"{paths[m.article]}:{m.start}-{m.end}" for m in item.mentions),
        )
        for item in report.naming
    ]
    return pd.DataFrame(rows, columns=_NAMING_COLUMNS)


_NAMING_COLUMNS = ["concept", "name", "outlet", "count", "quoted", "mentions"]


def _figure_rows(report: Report) -> pd.DataFrame:
    articles = {article.id: article for article in report.articles}
    sentences = {sentence.id: sentence for sentence in report.sentences}
    places = {article.id: place for place, article in enumerate(report.articles)}
    rows = []
    for figure in sorted(report.figures, key=lambda f: (places[f.article], f.start, f.end)):
        article, sentence = articles[figure.article], sentences[figure.sentence]
        rows.append(
            {
                "figure": figure.id,
                "article": article.path,
                "outlet": article.outlet,
                "published": article.published or "",
                "start": figure.start,
                "end": figure.end,
                "raw": figure.raw,
                "kind": figure.kind,
                "relation": figure.relation,
                "low": "" if figure.low is None else f"{figure.low}",
                "high": "" if figure.high is None else f"{figure.high}",
                "unit": figure.unit or "",
                "sentence": article.text[sentence.start : sentence.end].strip(),
            }
        )
    return pd.DataFrame(rows, columns=_FIGURE_COLUMNS)


_FIGURE_COLUMNS = [
    "figure", "article", "outlet", "published", "start", "end", "raw", "kind", "relation",
    "low", "high", "unit", "sentence",
]  # fmt: skip


def _claim_rows(report: Report) -> pd.DataFrame:
    rows = [
        (
            claim.figure,
            claim.id,
            claim.counted or "",
            claim.predicate or "",
            "; ".join(claim.scope),
            " < ".join(source.name for source in claim.attribution),
            claim.as_of or "",
        )
        for claim in report.claims
    ]
    columns = ["figure", "claim", "counted", "predicate", "scope", "sources", "as_of"]
    return pd.DataFrame(rows, columns=columns, dtype=object)


def _fact_rows(report: Report) -> pd.DataFrame:
    rows = [
        (claim, fact.id, fact.label, fact.verdict, fact.rule)
        for fact in report.facts
        for claim in fact.claims
    ]
    return pd.DataFrame(rows, columns=["claim", "fact", "label", "verdict", "rule"], dtype=object)


def _reason_rows(report: Report) -> pd.DataFrame:
    rows = [(item.figure, item.reason) for item in report.not_compared]
    return pd.DataFrame(rows, columns=["figure", "reason"], dtype=object)

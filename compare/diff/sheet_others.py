"""Articles, figures and totals that are new, gone or changed, in words."""

from collections.abc import Iterator

from compare.diff.records import (
    ArticleChange,
    Edition,
    FigureChange,
    Placed,
    SentenceChange,
    TotalChange,
)
from compare.diff.sheet_records import Entry, Row
from compare.diff.sheet_words import both_ways, listed, name_line, plain, say, slug_line, value_line
from compare.model import Relation, Total
from compare.view.labels import Labels, label, written_date
from compare.view.records import Line
from compare.view.totals import says

_TOLD = 30  # sentences of an article that are shown


def article_entry(change: ArticleChange, labels: Labels) -> Entry:
    """A change of an article."""
    now = change.new or change.old
    assert now is not None
    rows: list[Row] = []
    if change.old and change.new:
        for field in change.fields:
            rows += _field(field, change.old, change.new, labels)
        rows += (row for one in change.sentences[:_TOLD] for row in _sentence(one, labels))
        if change.guess:
            why = plain(labels.table["diff"]["why"][change.guess])
            rows.append(Row(line=say(labels, "guess", why=why)))
    elif now.title:
        rows.append(Row(line=name_line(now.title)))
    return Entry(title=_called(now, labels), rows=tuple(rows))


def _called(edition: Edition, labels: Labels) -> Line:
    date = written_date(labels, edition.published) or say(labels, "undated")
    path = slug_line(edition.path)
    return say(labels, "article", outlet=name_line(edition.outlet), date=date, path=path)


def _field(name: str, old: Edition, new: Edition, labels: Labels) -> Iterator[Row]:
    if name == "text":
        yield Row(line=say(labels, "text_changed"), slug="changed")
        return
    before, after = (_shown(name, edition, labels) for edition in (old, new))
    yield Row(line=say(labels, f"{name}_changed", old=before, new=after), slug="changed")


def _shown(name: str, edition: Edition, labels: Labels) -> Line:
    value = getattr(edition, name)
    if value is None:
        return say(labels, "none")
    return written_date(labels, value) if name == "published" else name_line(value)


def _sentence(change: SentenceChange, labels: Labels) -> Iterator[Row]:
    if change.old and change.new:
        before, after = both_ways(change.old, change.new)
        yield Row(line=say(labels, "words_were", words=before), slug="gone")
        yield Row(line=say(labels, "words_are", words=after), slug="new")
    elif change.old:
        yield Row(line=say(labels, "words_gone", words=name_line(change.old)), slug="gone")
    elif change.new:
        yield Row(line=say(labels, "words_new", words=name_line(change.new)), slug="new")


def figure_entry(change: FigureChange, labels: Labels) -> Entry:
    """A figure that is new, gone or read differently, in its sentence."""
    now = change.new or change.old
    assert now is not None
    rows: list[Row] = []
    if change.old:
        slug = "figure_was" if change.new else "figure_read"
        line = say(labels, slug, read=_read(change.old, labels))
        rows.append(Row(line=line, slug="gone"))
    if change.new:
        slug = "figure_is" if change.old else "figure_read"
        line = say(labels, slug, read=_read(change.new, labels))
        rows.append(Row(line=line, slug="new"))
    rows.append(Row(line=say(labels, "words_reworded" if change.reworded else "words_same")))
    rows.append(Row(line=name_line(f"«{now.sentence}»")))
    raw = name_line(f"«{now.figure.raw}»")
    return Entry(title=say(labels, "figure", raw=raw, outlet=name_line(now.outlet)),
                 rows=tuple(rows))  # fmt: skip


def _read(placed: Placed, labels: Labels) -> Line:
    """A figure as it is read, and why it is not compared, if it is not."""
    figure = placed.figure
    ends = figure.low, figure.high
    value = value_line(labels, ends, figure.relation, figure.unit, figure.raw)
    kind = plain(label(labels, "kind", figure.kind))
    rule = slug_line(figure.rule)
    read = say(labels, "read", kind=kind, value=value, rule=rule)
    if placed.reason is None:
        return read
    return say(
        labels, "read_left_out", read=read, why=plain(label(labels, "reason", placed.reason))
    )


def total_entry(change: TotalChange, labels: Labels) -> Entry:
    """A total that is new, gone or comes to another end."""
    now = change.new or change.old
    assert now is not None
    rows: list[Row] = []
    if change.old:
        slug = "total_was" if change.new else "total_read"
        rows.append(Row(line=say(labels, slug, total=_sum(change.old, labels)), slug="gone"))
    if change.new:
        slug = "total_is" if change.old else "total_read"
        rows.append(Row(line=say(labels, slug, total=_sum(change.new, labels)), slug="new"))
    rows.append(Row(line=say(labels, "id", id=slug_line(now.id))))
    finding = plain(label(labels, "finding", now.finding))
    called = say(
        labels, "total", finding=finding, outlets=listed(dict.fromkeys(now.outlets), labels)
    )
    return Entry(title=called, rows=tuple(rows))


def _sum(total: Total, labels: Labels) -> Line:
    """What is held against what, what came of it, and by which rule."""
    whole, parts = (
        value_line(labels, ends, _relation(*ends), None)
        for ends in ((total.whole_low, total.whole_high), (total.parts_low, total.parts_high))
    )
    return say(
        labels,
        "total_sum",
        whole=whole,
        parts=parts,
        says=says(total, labels) or plain(label(labels, "finding", total.finding)),
        rule=slug_line(total.rule),
    )


def _relation(low: object, high: object) -> Relation:
    if low is None:
        return "at_most"
    return "at_least" if high is None else "exact" if low == high else "range"

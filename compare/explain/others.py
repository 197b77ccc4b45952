"""A total and a naming explained."""

from collections.abc import Iterator

from compare import model
from compare.explain.claims import claim_part
from compare.explain.records import Part, Row
from compare.explain.words import claim_name, name_line, plain, row, say, slug_line
from compare.view.index import Index
from compare.view.labels import Labels, label
from compare.view.lines import number
from compare.view.naming import passages
from compare.view.records import Line
from compare.view.totals import says


def total_parts(total: model.Total, found: Index, labels: Labels) -> Iterator[Part]:
    """A total: what was found, why its parts may be summed, and the words of each."""
    finding = plain(label(labels, "finding", total.finding))
    rule = plain(label(labels, "total_rule", total.rule))
    whole, *parts = (found.claims[c] for c in (total.whole, *total.parts))
    rows = [
        row(labels, "finding", finding=finding),
        row(labels, "total_rule", rule=rule, slug=slug_line(total.rule)),
        row(labels, "whole", claim=claim_name(whole, found, labels)),
        *(row(labels, "part", claim=claim_name(part, found, labels)) for part in parts),
    ]
    if says(total, labels):
        rows.append(Row(line=says(total, labels)))
    yield Part(heading=say(labels, "sum"), rows=tuple(rows))
    for claim in (whole, *parts):
        yield claim_part(claim, found, labels)


def naming_parts(
    naming: model.Naming, report: model.Report, found: Index, labels: Labels
) -> Iterator[Part]:
    """A name that an outlet uses: how often, and every place of it."""
    counts = row(
        labels,
        "named_times",
        own=(number(f"{naming.count:,}"),),
        quoted=(number(f"{naming.quoted:,}"),),
    )
    yield Part(heading=(), rows=(counts,))
    for slug, quoted in (("own_words", False), ("quoted_words", True)):
        places = passages(naming, report, found, quoted=quoted)
        if places:
            rows = tuple(Row(line=passage.words) for passage in places)
            yield Part(heading=say(labels, slug), rows=rows)


def naming_name(naming: model.Naming, labels: Labels) -> Line:
    """What a naming is called."""
    return say(
        labels,
        "of_a_naming",
        thing=plain(label(labels, "naming", naming.concept)),
        name=name_line(f"«{naming.name}»"),
        outlet=name_line(naming.outlet),
        id=slug_line(naming.id),
    )

"""What stands alone, and what was not compared."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from compare import model
from compare.view.briefing import LeftOut, LeftOutFigure, Single, Singles
from compare.view.facts import position, traced_values
from compare.view.index import Index, outlet_of, place
from compare.view.labels import Labels, label
from compare.view.lines import name, printed
from compare.view.records import Run
from compare.view.titles import title


def singles(facts: Sequence[model.Fact], found: Index, labels: Labels) -> tuple[Singles, ...]:
    """Facts of one outlet alone, by outlet, in the order of the text."""
    by_outlet: dict[str, list[tuple[tuple[int, int], Single]]] = defaultdict(list)
    for fact in facts:
        claims = sorted((found.claims[c] for c in fact.claims), key=lambda c: position(c, found))
        single = Single(
            anchor=f"fact-{fact.id}",
            title=title(fact, labels),
            values=traced_values(claims, found, labels),
        )
        by_outlet[outlet_of(found, claims[0])].append((position(claims[0], found), single))
    return tuple(
        Singles(
            outlet=name(outlet),
            facts=tuple(view for _, view in sorted(by_outlet[outlet], key=lambda pair: pair[0])),
        )
        for outlet in found.outlets
        if outlet in by_outlet
    )


def left_out(report: model.Report, found: Index, labels: Labels) -> tuple[LeftOut, ...]:
    """Figures that were not compared, by reason, the most frequent reason first."""
    by_reason: dict[str, list[model.Figure]] = defaultdict(list)
    for item in report.not_compared:
        by_reason[item.reason].append(found.figures[item.figure])
    order = sorted(by_reason, key=lambda reason: (-len(by_reason[reason]), reason))
    return tuple(
        LeftOut(
            reason=label(labels, "reason", reason),
            number=f"{len(by_reason[reason]):,}",
            figures=_counted(by_reason[reason], found),
        )
        for reason in order
    )


def _counted(figures: Sequence[model.Figure], found: Index) -> tuple[LeftOutFigure, ...]:
    places = {article: place for place, article in enumerate(found.articles)}
    ordered = sorted(figures, key=lambda f: (places[f.article], f.start))
    alike: dict[tuple[str, str], list[model.Figure]] = defaultdict(list)
    for figure in ordered:
        alike[found.articles[figure.article].outlet, figure.raw].append(figure)
    return tuple(
        LeftOutFigure(
            run=_printed(mine[0]),
            outlet=name(outlet),
            times=f"{len(mine):,}" if len(mine) > 1 else "",
        )
        for (outlet, _), mine in alike.items()
    )


def _printed(figure: model.Figure) -> Run:
    at = place(figure.article, figure.start, figure.end)
    return replace(printed(figure.raw), at=at)

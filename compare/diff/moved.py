"""What else differs: all that the JSON shows and no other part of a diff has told."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from compare.diff.facts import FACT, pair_readings, reading_fields
from compare.diff.others import ARTICLE, FIGURE, TOTAL, lone_figures
from compare.diff.pairing import Pair, Pairs, by_only, by_turn, ids, keys
from compare.diff.records import Field, Moved
from compare.diff.same import Same, owner_of
from compare.model import Alignment, Fact, Notice, Reading, Record, Report

_HEAD = ("format", "generator", "settings_digest", "lexicon_digest", "story")


class _List(NamedTuple):
    """A list of both reports: its pairs, the fields told elsewhere, whether lone ones are too."""

    name: str
    pairs: Pairs
    told: Sequence[str] = ()
    alone_told: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())


def moved(old: Report, new: Report, same: Same, facts: Pairs, totals: Pairs) -> Iterator[Moved]:
    """Every difference that is no change of a fact, an article, a figure or a total."""
    head = tuple(_differing(_HEAD, old, new))
    if head:
        yield Moved(list="report", old=None, new=None, fields=head)
    for one in _lists(old, new, same, facts, totals):
        yield from _of_list(one, getattr(old, one.name), getattr(new, one.name))


def _lists(old: Report, new: Report, same: Same, facts: Pairs, totals: Pairs) -> Iterator[_List]:
    lone = tuple(frozenset(places) for places in lone_figures(old, new, same))
    yield _List("articles", same.articles, ARTICLE, _all(same.articles))
    yield _List("sentences", same.sentences)
    yield _List("figures", same.figures, FIGURE, (lone[0], lone[1]))
    yield _List("claims", same.claims)
    yield _List("alignments", _alignments(old, new, same))
    yield _List("facts", facts, FACT, _all(facts))
    yield _left_out(old, new, same, lone)
    yield _List("warnings", _warnings(old.warnings, new.warnings))
    yield _List("totals", totals, TOTAL, _all(totals))
    naming = Pairs(old.naming, new.naming)
    by_turn(naming, keys(lambda n: n.id, old.naming, new.naming), "id")
    yield _List("naming", naming)


def _all(pairs: Pairs) -> tuple[frozenset[int], frozenset[int]]:
    gone, come = pairs.left()
    return frozenset(gone), frozenset(come)


def _alignments(old: Report, new: Report, same: Same) -> Pairs:
    pairs = Pairs(old.alignments, new.alignments)
    by_turn(pairs, keys(lambda a: a.id, old.alignments, new.alignments), "id")
    owners = owner_of(same.sentences, ids(old.sentences), ids(new.sentences))

    def members(groups: Iterable[Alignment], owner: dict[str, int]) -> list[frozenset[int | None]]:
        return [frozenset(owner.get(member) for member in group.members) for group in groups]

    sides = members(old.alignments, owners[0]), members(new.alignments, owners[1])
    by_only(pairs, sides, "members")
    return pairs


def _left_out(old: Report, new: Report, same: Same, lone: Sequence[frozenset[int]]) -> _List:
    """Why a figure is not compared; of a figure that both have, or that is told, it is told."""
    pairs = Pairs(old.not_compared, new.not_compared)
    by_turn(pairs, keys(lambda n: n.figure, old.not_compared, new.not_compared), "figure")
    owners = owner_of(same.figures, ids(old.figures), ids(new.figures))
    sides = tuple(
        [owner.get(item.figure) for item in report.not_compared]
        for owner, report in zip(owners, (old, new), strict=True)
    )
    by_turn(pairs, (sides[0], sides[1]), "figure")
    known = tuple(
        {report.figures[place].id for place in places} | owner.keys()
        for report, places, owner in zip((old, new), lone, owners, strict=True)
    )
    told = tuple(
        frozenset(at for at, n in enumerate(report.not_compared) if n.figure in figures)
        for report, figures in zip((old, new), known, strict=True)
    )
    return _List("not_compared", pairs, ("reason",), (told[0], told[1]))


def _warnings(old: Sequence[Notice], new: Sequence[Notice]) -> Pairs:
    pairs = Pairs(old, new)
    by_turn(pairs, keys(lambda n: (n.slug, n.path, n.line, n.message), old, new), "all")
    by_turn(pairs, keys(lambda n: (n.slug, n.path), old, new), "place")
    by_turn(pairs, keys(lambda n: (n.slug, n.message, n.line), old, new), "message")
    by_turn(pairs, keys(lambda n: (n.path, n.message, n.line), old, new), "slug")
    return pairs


def _of_list(of: _List, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Moved]:
    for pair in of.pairs.found:
        mine, theirs = old[pair.old], new[pair.new]
        names = [name for name in mine.__struct_fields__ if name not in of.told]
        fields = tuple(_differing(names, mine, theirs))
        if fields:
            yield Moved(list=of.name, old=_name(mine), new=_name(theirs), fields=fields)
    gone, come = of.pairs.left()
    for place in gone:
        if place not in of.alone_told[0]:
            yield Moved(list=of.name, old=_name(old[place]), new=None)
    for place in come:
        if place not in of.alone_told[1]:
            yield Moved(list=of.name, old=None, new=_name(new[place]))
    if _reordered(of.pairs.found):
        order = Field(name="order", old=None, new=None)
        yield Moved(list=of.name, old=None, new=None, fields=(order,))


def _reordered(found: Iterable[Pair]) -> bool:
    """Whether those that are in both stand in another order."""
    places = [pair.new for pair in sorted(found)]
    return places != sorted(places)


def _name(record: Record) -> str:
    if isinstance(record, Notice):
        return f"{record.slug} {record.path or ''}".strip()
    named = getattr(record, "id", None) or getattr(record, "figure", "")
    return str(named)


def _differing(names: Iterable[str], mine: Record, theirs: Record) -> Iterator[Field]:
    for name in names:
        one, other = getattr(mine, name), getattr(theirs, name)
        if name == "readings" and isinstance(mine, Fact):
            one, other = _untold(one, other)
        if one != other:
            yield Field(name=name, old=msgspec.to_builtins(one), new=msgspec.to_builtins(other))


def _untold(mine: Sequence[Reading], theirs: Sequence[Reading]) -> tuple[list[Any], list[Any]]:
    """Of the readings that both facts have, in their order, what no change of a reading tells."""
    pairs = pair_readings(mine, theirs)
    kept = {pair.old: pair.new for pair in pairs.found}
    sides: tuple[list[Any], list[Any]] = [], []
    for side, (readings, places) in zip(
        sides, ((mine, sorted(kept)), (theirs, sorted(kept.values()))), strict=True
    ):
        back = {new: old for old, new in kept.items()}
        for place in places:
            other = theirs[kept[place]] if side is sides[0] else mine[back[place]]
            told = reading_fields(readings[place], other)
            fields = readings[place].__struct_fields__
            side.append(
                {name: getattr(readings[place], name) for name in fields if name not in told}
            )
    return sides

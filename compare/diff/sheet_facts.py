"""A fact that is new, gone or changed, in words: verdict, rule, readings, and the words behind."""

from collections.abc import Iterator
from typing import Literal

from compare import model
from compare.diff.facts import pair_readings
from compare.diff.records import FactChange, Held
from compare.diff.sheet_records import Entry, Row
from compare.diff.sheet_words import joined, listed, name_line, plain, say, slug_line, value_line
from compare.view.facts import verdict
from compare.view.labels import Labels, label, plural
from compare.view.lines import text
from compare.view.records import Line
from compare.view.titles import title

_Alone = Literal["new", "gone"]
_LISTED = 10  # outlets of a reading
_QUOTED = 4  # outlets of a reading whose words are shown


def fact_entry(change: FactChange, labels: Labels) -> Entry:
    """A change of a fact; where the verdict changed, both rules are told."""
    now = change.new or change.old
    assert now is not None
    called = title(now.fact, labels)
    rows = [Row(line=say(labels, "as_printed", words=name_line(called.quote.text)))]
    if change.old and change.new:
        rows = rows * bool(called.quote.text) + [*_verdicts(change.old, change.new, labels)]
        rows += _readings(change.old, change.new, labels)
        rows += _identity(change, labels)
    else:
        rows = rows * bool(called.quote.text) + [Row(line=_rule(now.fact, labels))]
        rows += (_own(reading, now, labels) for reading in now.fact.readings)
        rows += _identity(change, labels)
    return Entry(
        title=name_line(called.name.text),
        rows=tuple(rows),
        verdict=verdict(now.fact.verdict, labels),
    )


def verdict_line(old: model.Fact, new: model.Fact, labels: Labels) -> Line:
    """From which verdict to which; where it is the same, that it is."""
    names = [plain(label(labels, "verdict", fact.verdict)) for fact in (old, new)]
    if old.verdict == new.verdict:
        return say(labels, "verdict_same", verdict=names[1])
    return say(labels, "verdict_changed", old=names[0], new=names[1])


def _verdicts(old: Held, new: Held, labels: Labels) -> Iterator[Row]:
    mine, theirs = old.fact, new.fact
    changed = mine.verdict != theirs.verdict
    yield Row(line=verdict_line(mine, theirs, labels), slug="changed" if changed else "")
    if changed or mine.rule != theirs.rule:
        yield Row(line=say(labels, "rule_was", rule=_rule(mine, labels)), slug="gone")
        yield Row(line=say(labels, "rule_is", rule=_rule(theirs, labels)), slug="new")
    if (mine.counted, mine.predicate) != (theirs.counted, theirs.predicate):
        called = [name_line(title(fact, labels).name.text) for fact in (mine, theirs)]
        line = say(labels, "what_changed", old=called[0], new=called[1])
        yield Row(line=line, slug="changed")
    kinds = [_kind(fact, labels) for fact in (mine, theirs)]
    if (mine.kind, mine.unit) != (theirs.kind, theirs.unit):
        yield Row(line=say(labels, "kind_changed", old=kinds[0], new=kinds[1]), slug="changed")


def _rule(fact: model.Fact, labels: Labels) -> Line:
    said = plain(label(labels, "rule", fact.rule))
    return say(labels, "rule", rule=said, slug=slug_line(fact.rule))


def _kind(fact: model.Fact, labels: Labels) -> Line:
    unit = (text(" "), *slug_line(fact.unit)) if fact.unit else ()
    return (*plain(label(labels, "kind", fact.kind)), *unit)


def _readings(old: Held, new: Held, labels: Labels) -> Iterator[Row]:
    """All readings, before and after, by value: what stayed is what the others are held against."""
    mine, theirs = old.fact.readings, new.fact.readings
    pairs = pair_readings(mine, theirs)
    both = {pair.new: pair.old for pair in pairs.found}
    rows = [
        (reading, _kept(mine[both[at]], reading, new, labels))
        if at in both
        else (reading, _reading(reading, "new", new, new.fact, labels))
        for at, reading in enumerate(theirs)
    ]
    rows += [
        (mine[at], _reading(mine[at], "gone", old, old.fact, labels)) for at in pairs.left()[0]
    ]
    yield from (row for _, row in sorted(rows, key=lambda pair: _value(pair[0])))


def _value(reading: model.Reading) -> tuple[bool, float, float]:
    ends = [float(end) for end in (reading.low, reading.high) if end is not None]
    return not ends, min(ends, default=0.0), max(ends, default=0.0)


def _reading(
    reading: model.Reading, state: _Alone, held: Held, fact: model.Fact, labels: Labels
) -> Row:
    line = say(
        labels,
        f"reading_{state}",
        value=value_line(labels, (reading.low, reading.high), reading.relation, fact.unit),
        outlets=_outlets(reading.outlets, labels),
    )
    return Row(line=line, slug=state, notes=tuple(_quotes(reading, held, labels)))


def _own(reading: model.Reading, held: Held, labels: Labels) -> Row:
    """A reading of a fact that is new or gone as a whole."""
    ends = reading.low, reading.high
    value = value_line(labels, ends, reading.relation, held.fact.unit)
    line = say(labels, "reading", value=value, outlets=_outlets(reading.outlets, labels))
    return Row(line=line, notes=tuple(_quotes(reading, held, labels)))


def _kept(mine: model.Reading, theirs: model.Reading, held: Held, labels: Labels) -> Row:
    """A reading that was there before, with what of it differs."""
    line = say(
        labels,
        "reading_kept",
        value=value_line(labels, (theirs.low, theirs.high), theirs.relation, held.fact.unit),
        outlets=_outlets(theirs.outlets, labels),
    )
    notes = [*_gained("outlets", mine.outlets, theirs.outlets, labels)]
    names = [{s.key: s.name for s in reading.sources} for reading in (mine, theirs)]
    come = [name for key, name in names[1].items() if key not in names[0]]
    gone = [name for key, name in names[0].items() if key not in names[1]]
    notes += _gained("sources", gone, come, labels)
    counts = [reading.independent_sources for reading in (mine, theirs)]
    if counts[0] != counts[1]:
        old, new = (plural(labels, "independent_sources", count) for count in counts)
        notes.append(say(labels, "independent_changed", old=old, new=new))
    if set(map(frozenset, mine.one_text)) != set(map(frozenset, theirs.one_text)):
        old, new = (_copies(reading, labels) for reading in (mine, theirs))
        notes.append(say(labels, "one_text_changed", old=old, new=new))
    quotes = tuple(_quotes(theirs, held, labels))
    return Row(line=line, slug="changed" if notes else "", notes=(*notes, *quotes))


def _gained(
    what: str, before: tuple[str, ...] | list[str], after: tuple[str, ...] | list[str],
    labels: Labels,
) -> Iterator[Line]:  # fmt: skip
    come = [name for name in after if name not in before]
    gone = [name for name in before if name not in after]
    if come:
        yield say(labels, f"{what}_come", names=listed(come, labels))
    if gone:
        yield say(labels, f"{what}_gone", names=listed(gone, labels))


def _copies(reading: model.Reading, labels: Labels) -> Line:
    if not reading.one_text:
        return say(labels, "none")
    between = text(" = ")
    groups = (joined(map(name_line, copy), between) for copy in reading.one_text)
    return joined(groups, text(labels.table["page"]["comma"]))


def _outlets(names: tuple[str, ...], labels: Labels) -> Line:
    first = listed(names[:_LISTED], labels)
    left = len(names) - _LISTED
    return (*first, text(" "), *plural(labels, "more_outlets", left)) if left > 0 else first


def _quotes(reading: model.Reading, held: Held, labels: Labels) -> Iterator[Line]:
    """The words of the first claim of each outlet, of many outlets the first."""
    by_outlet = {q.outlet: q for q in reversed(held.quotes) if q.claim in reading.claims}
    for outlet in sorted(by_outlet)[:_QUOTED]:
        words = name_line(f"«{by_outlet[outlet].words}»")
        yield say(labels, "quote", outlet=name_line(outlet), words=words)


def _identity(change: FactChange, labels: Labels) -> Iterator[Row]:
    """By what the fact is known again, where that is a guess; where its claims went; its id."""
    if change.guess:
        yield Row(line=say(labels, "guess", why=plain(labels.table["diff"]["why"][change.guess])))
    if change.claims_to:
        yield Row(line=say(labels, "claims_to", ids=_ids(change.claims_to, labels)))
    if change.claims_from:
        yield Row(line=say(labels, "claims_from", ids=_ids(change.claims_from, labels)))
    ids = [held.fact.id for held in (change.old, change.new) if held]
    if len(set(ids)) == 1:
        yield Row(line=say(labels, "id", id=slug_line(ids[0])))
    else:
        yield Row(line=say(labels, "id_changed", old=slug_line(ids[0]), new=slug_line(ids[1])))


def _ids(names: tuple[str, ...], labels: Labels) -> Line:
    return joined(map(slug_line, names), text(labels.table["page"]["comma"]))

"""What a diff says, in the words of a locale: parts, entries, rows. Each printed form places it."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from compare.diff.records import Diff, Side
from compare.diff.sheet_facts import fact_entry
from compare.diff.sheet_moved import moved_entries
from compare.diff.sheet_others import article_entry, figure_entry, total_entry
from compare.diff.sheet_records import Entry, Part, Sheet
from compare.diff.sheet_words import joined, name_line, plain, say
from compare.model import Record
from compare.view.labels import Labels, load
from compare.view.lines import name, number, text
from compare.view.records import Line

_MOST = 100  # entries of a part that are printed; the JSON has all
C = TypeVar("C", bound=Record)
_STATES = ("changed", "new", "gone")


def sheet(diff: Diff, locale: str) -> Sheet:
    """The diff in a locale. Raises `TabayunError` for one that there is not."""
    labels = load(locale)
    parts = [part for part in _parts(diff, labels) if part.entries]
    return Sheet(
        lang=labels.lang,
        dir=labels.table["page"]["dir"],
        name=labels.table["diff"]["kind"],
        title=name(diff.new.title),
        answer=_answer(diff, labels),
        warnings=tuple(_warnings(diff, labels)),
        parts=tuple(parts),
    )


def _parts(diff: Diff, labels: Labels) -> Iterable[Part]:
    yield from _states("facts", diff.facts, fact_entry, labels)
    yield from _states("totals", diff.totals, total_entry, labels)
    yield from _states("figures", diff.figures, figure_entry, labels)
    yield from _states("articles", diff.articles, article_entry, labels)
    entries = moved_entries(diff.moved, labels)
    yield _part("moved", entries, len(entries), labels)


def _states(
    kind: str, changes: Iterable[C], entry: Callable[[C, Labels], Entry], labels: Labels
) -> Iterator[Part]:
    """A part each for what changed, what is new and what is gone."""
    by_state = {wanted: [c for c in changes if state(c) == wanted] for wanted in _STATES}
    for wanted, found in by_state.items():
        entries = tuple(entry(change, labels) for change in found[:_MOST])
        yield _part(f"{kind}_{wanted}", entries, len(found), labels)


def _part(slug: str, entries: tuple[Entry, ...], of: int, labels: Labels) -> Part:
    left = of - len(entries)
    more = say(labels, "more", n=(number(f"{left:,}"),)) if left else ()
    return Part(anchor=slug, name=labels.table["diff"][slug], entries=entries, more=more)


def state(change: Record) -> str:
    """Whether a change is "new", "gone" or "changed"."""
    if getattr(change, "old", None) is None:
        return "new"
    return "gone" if getattr(change, "new", None) is None else "changed"


def _answer(diff: Diff, labels: Labels) -> Line:
    """How many of each there are, or that there is nothing."""
    if not diff.changes:
        return say(labels, "only_moved" if diff.moved else "nothing")
    lists = {"facts": diff.facts, "totals": diff.totals, "figures": diff.figures,
             "articles": diff.articles}  # fmt: skip
    counts = [
        (f"{kind}_{wanted}", sum(state(change) == wanted for change in changes))
        for kind, changes in lists.items()
        for wanted in _STATES
    ]
    told = [
        say(labels, "counted", what=plain(labels.table["diff"][slug]), n=(number(f"{count:,}"),))
        for slug, count in counts
        if count
    ]
    return joined(told, text(" · "))


def _warnings(diff: Diff, labels: Labels) -> Iterable[Line]:
    """What a reader must know of the two reports before the changes."""
    old, new = diff.old, diff.new
    if old.story != new.story:
        yield say(labels, "other_story", old=name_line(old.story), new=name_line(new.story))
    if old.format != new.format:
        yield say(labels, "other_format", old=_number(old.format), new=_number(new.format))
    if old.generator != new.generator:
        yield say(labels, "other_program", old=_version(old), new=_version(new))
    head = {field.name for moved in diff.moved if moved.list == "report" for field in moved.fields}
    if head & {"settings_digest", "lexicon_digest"}:
        yield say(labels, "other_words")
    for slug, side in (("old_lacks", old), ("new_lacks", new)):
        if side.lacks:
            lists = joined([plain(labels.table["diff"]["list"][one]) for one in side.lacks],
                           text(labels.table["page"]["comma"]))  # fmt: skip
            yield say(labels, slug, lists=lists)


def _number(value: int) -> Line:
    return (number(str(value)),)


def _version(side: Side) -> Line:
    return name_line(side.generator)

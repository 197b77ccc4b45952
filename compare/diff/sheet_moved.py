"""What only moved or was reworded, summed up: how many of each list, and in what."""

from collections import Counter
from collections.abc import Sequence

from compare.diff.records import Moved
from compare.diff.sheet_records import Entry, Row
from compare.diff.sheet_words import plain, say
from compare.model import Report
from compare.view.labels import Labels
from compare.view.lines import number

_IN_WHAT = {
    "place": ("start", "end", "paragraph", "mentions", "line", "path"),
    "ids": (
        "id", "article", "sentence", "figure", "claims", "members", "whole", "parts", "part_of",
        "same_as", "restates", "splits", "readings",
    ),
    "words": ("label", "raw", "words", "message", "title", "name"),
    "weights": ("links", "severity", "grounds", "doubts"),
    "meaning": (
        "rule", "flags", "counted", "predicate", "scope", "attribution", "as_of", "negated",
        "hypothetical", "zone", "lang", "concept", "outlet", "slug",
    ),
    "counts": ("count", "quoted"),
    "made": (
        "format", "generator", "settings_digest", "lexicon_digest", "sha256", "characters", "story",
    ),
    "order": ("order",),
}  # fmt: skip
KIND = {name: kind for kind, names in _IN_WHAT.items() for name in names}
"""In what a record moved, by the field that differs; any other is of its meaning."""


def moved_entries(moved: Sequence[Moved], labels: Labels) -> tuple[Entry, ...]:
    """An entry for each list that has any, in the order of the report."""
    known = {one.list for one in moved}
    lists = [name for name in ("report", *Report.__struct_fields__) if name in known]
    return tuple(_entry(name, [one for one in moved if one.list == name], labels) for name in lists)


def _entry(name: str, moved: Sequence[Moved], labels: Labels) -> Entry:
    counted: Counter[str] = Counter()
    for one in moved:
        if one.fields:
            counted.update({KIND.get(field.name, "meaning") for field in one.fields})
        else:
            counted["new" if one.old is None else "gone"] += 1
    words = labels.table["diff"]
    rows = (
        say(labels, "counted", what=plain(words["moved_in"][kind]), n=(number(f"{count:,}"),))
        for kind, count in sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    )
    return Entry(title=plain(words["list"][name]), rows=tuple(Row(line=row) for row in rows))

"""By which names each outlet calls a thing, what differs most first, and where each name stands."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction

import msgspec

from compare import model
from compare.view.briefing import Naming, NamingTable, Passage, Thing, Used
from compare.view.index import Index, place
from compare.view.labels import Labels, label
from compare.view.lines import name, text, visible
from compare.view.records import DERIVED, Line, Name, Run

_AROUND = 60  # characters of a sentence on either side of a name
_FORMS = 4  # forms that stand beside a name


def things(report: model.Report, width: int, found: Index, labels: Labels) -> tuple[Thing, ...]:
    """What goes by several names, in tables of at most `width` outlets."""
    by_concept: dict[str, list[model.Naming]] = defaultdict(list)
    for naming in report.naming:
        by_concept[naming.concept].append(naming)
    order = sorted(by_concept, key=lambda c: (-_renamed(by_concept[c]), -_said(by_concept[c]), c))
    starts = _starts(report)
    return tuple(
        Thing(
            anchor=f"naming-{concept}",
            title=label(labels, "naming", concept),
            tables=_tables(by_concept[concept], width, found, starts),
            passages=_passages(by_concept[concept], found, starts),
        )
        for concept in order
    )


def _renamed(namings: Sequence[model.Naming]) -> Fraction:
    """How many of the outlets' own mentions would need another name for all to name alike."""
    outlets: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for naming in namings:
        outlets[naming.outlet] += naming.count
        names[naming.name] += naming.count
    counts = {(n.outlet, n.name): n.count for n in namings}
    total = max(1, outlets.total())
    apart = (
        abs(counts.get((outlet, name), 0) - Fraction(outlets[outlet] * names[name], total))
        for outlet in outlets
        for name in names
    )
    return sum(apart, Fraction(0)) / 2


def _said(namings: Sequence[model.Naming]) -> int:
    return sum(len(naming.mentions) for naming in namings)


def passages(
    naming: model.Naming, report: model.Report, found: Index, *, quoted: bool
) -> tuple[Passage, ...]:
    """The places of a name in an outlet's own words, or in those that it quotes."""
    mentions = tuple(m for m in naming.mentions if m.quoted == quoted)
    asked = msgspec.structs.replace(naming, mentions=mentions)
    return _passages([asked], found, _starts(report))


_Starts = Mapping[str, Sequence[tuple[int, model.Sentence]]]
"""The sentences of each article by where they start."""


def _starts(report: model.Report) -> _Starts:
    starts: dict[str, list[tuple[int, model.Sentence]]] = defaultdict(list)
    for sentence in sorted(report.sentences, key=lambda s: s.start):
        starts[sentence.article].append((sentence.start, sentence))
    return starts


def _sentence(mention: model.Mention, starts: _Starts) -> model.Sentence:
    mine = starts[mention.article]
    return mine[bisect_right(mine, mention.start, key=lambda pair: pair[0]) - 1][1]


def _link(mentions: Sequence[model.Mention], starts: _Starts) -> str:
    return f"#s-{_sentence(mentions[0], starts).id}" if mentions else ""


def _tables(
    namings: Sequence[model.Naming], width: int, found: Index, starts: _Starts
) -> tuple[NamingTable, ...]:
    users = {naming.outlet for naming in namings}
    outlets = [outlet for outlet in found.outlets if outlet in users]
    parts = [outlets[start : start + width] for start in range(0, len(outlets), width)]
    return tuple(
        NamingTable(
            outlets=tuple(map(name, part)),
            names=_names([n for n in namings if n.outlet in part], part, found, starts),
        )
        for part in parts
    )


def _names(
    namings: Sequence[model.Naming], outlets: Sequence[str], found: Index, starts: _Starts
) -> tuple[Naming, ...]:
    by_name: dict[str, dict[str, model.Naming]] = defaultdict(dict)
    for naming in namings:
        by_name[naming.name][naming.outlet] = naming
    order = sorted(by_name, key=lambda n: (-_said(list(by_name[n].values())), n))
    return tuple(
        Naming(
            name=name(shown, DERIVED),
            forms=_forms(shown, list(by_name[shown].values()), found),
            used=tuple(_used(by_name[shown].get(outlet), starts) for outlet in outlets),
        )
        for shown in order
    )


def _used(naming: model.Naming | None, starts: _Starts) -> Used:
    mentions = naming.mentions if naming else ()
    own = [m for m in mentions if not m.quoted]
    others = [m for m in mentions if m.quoted]
    return Used(
        number=f"{len(own):,}" if own else "",
        link=_link(own, starts),
        quoted=f"{len(others):,}" if others else "",
        quoted_link=_link(others, starts),
    )


def _forms(shown: str, namings: Sequence[model.Naming], found: Index) -> tuple[Name, ...]:
    """The forms in which a name is met, the most frequent first; none where it is as shown."""
    met: dict[str, list[str]] = defaultdict(list)
    for m in (mention for naming in namings for mention in naming.mentions):
        form = visible(found.articles[m.article].text[m.start : m.end])
        met[form].append(place(m.article, m.start, m.end))
    often = sorted(met, key=lambda form: (-len(met[form]), form))[:_FORMS]
    return tuple(name(form, met[form][0]) for form in often) if often != [shown] else ()


def _passages(
    namings: Sequence[model.Naming], found: Index, starts: _Starts
) -> tuple[Passage, ...]:
    """Every mention in its words, outlet by outlet, in the order of the texts."""
    mentions = [(naming.outlet, m) for naming in namings for m in naming.mentions]
    mentions.sort(key=lambda p: (found.outlets.index(p[0]), p[1].article, p[1].start))
    return tuple(_passage(outlet, m, _sentence(m, starts), found) for outlet, m in mentions)


def _passage(
    outlet: str, mention: model.Mention, sentence: model.Sentence, found: Index
) -> Passage:
    return Passage(
        outlet=name(outlet),
        words=_words(mention, sentence, found),
        link=f"#s-{sentence.id}",
        at=place(mention.article, sentence.start, sentence.end),
    )


def _words(mention: model.Mention, sentence: model.Sentence, found: Index) -> Line:
    """The name, marked, with the words of its sentence around it."""
    source = found.articles[mention.article].text
    before = source[sentence.start : mention.start].lstrip()
    after = source[mention.end : sentence.end].rstrip()
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    marked = Run(text=visible(source[mention.start : mention.end]), role="mark", dir="rtl")
    return tuple(run for run in (text(before), marked, text(after)) if run.text)

"""A long story, made up: 40 outlets, 2,000 figures; 200 facts of five outlets, 1,000 of one.

`python -m tests.render.long` prints how long a keystroke takes to filter its page, in Chromium.
"""

import statistics
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from compare.identity import content_id
from compare.model import (
    FORMAT,
    Alignment,
    Article,
    Claim,
    Fact,
    Figure,
    Link,
    Reading,
    Report,
    Sentence,
    Story,
)  # fmt: skip
from compare.render import html
from compare.view import build
from tests.chromium import chromium

OUTLETS, SENTENCES, SHARED, TOGETHER = 40, 50, 25, 5
VERDICTS = ("divergent", "undecided", "updated", "compatible", "agreed")
KEYSTROKES = ("ب", "بل", "بلد", "بلدي", "بلديه", "بلديه 1", "بلديه 17", "", "٣٧", "٣", "zzz", "")
TIMED = """words => {
    const search = document.getElementById("search");
    search.value = words;
    const start = performance.now();
    search.dispatchEvent(new Event("input"));
    document.body.getBoundingClientRect();
    return performance.now() - start;
}"""


def report() -> Report:
    """The long story's report, made without the stages."""
    articles = tuple(map(_article, range(OUTLETS)))
    places = [(at, line) for at in range(OUTLETS) for line in range(SENTENCES)]
    return Report(
        format=FORMAT,
        generator="tabayun 0.0.0",
        settings_digest="5e" * 32,
        lexicon_digest="1e" * 32,
        story=Story(id="long", title="أضرار السيول في ألف بلدية"),
        articles=articles,
        sentences=tuple(_sentence(*place) for place in places),
        figures=tuple(_figure(*place) for place in places),
        claims=tuple(_claim(*place) for place in places),
        alignments=tuple(_alignments()),
        facts=tuple(_facts()),
        not_compared=(),
        warnings=(),
    )


def _value(at: int, line: int) -> int:
    """Outlets that report one fact differ in it, unless it is agreed."""
    return 100 + 7 * line + (at % 2 if line % len(VERDICTS) != 4 else 0)


def _text(at: int, line: int) -> str:
    town = at // TOGETHER * SENTENCES + line if line < SHARED else 1000 + at * SENTENCES + line
    return (
        f"أعلنت البلديّة {town} بعد ظهر اليوم أن {_value(at, line)} منزلًا تضررت في أحيائها من "
        "السيول التي اجتاحت المنطقة منذ فجر الأحد، ودعت السكان إلى الابتعاد عن مجاري الأودية.\n"
    )


def _start(at: int, line: int) -> int:
    return sum(len(_text(at, before)) for before in range(line))


def _article(at: int) -> Article:
    text = "".join(_text(at, line) for line in range(SENTENCES))
    return Article(
        id=content_id("article", str(at)), outlet=f"صحيفة الوادي {at}", title=f"سيول {at}",
        published="2024-05-25", lang="ar", path=f"{at}.txt", sha256="0" * 64, url=None,
        characters=len(text), text=text,
    )  # fmt: skip


def _sentence(at: int, line: int) -> Sentence:
    start = _start(at, line)
    return Sentence(
        id=content_id("sentence", str(at), str(line)), article=content_id("article", str(at)),
        start=start, end=start + len(_text(at, line)), zone="body", paragraph=line,
    )  # fmt: skip


def _figure(at: int, line: int) -> Figure:
    sentence, raw = _sentence(at, line), f"{_value(at, line)}"
    start = sentence.start + _text(at, line).index(f" {raw} منزل") + 1
    return Figure(
        id=content_id("figure", sentence.id), article=sentence.article, sentence=sentence.id,
        start=start, end=start + len(raw), raw=raw, kind="count", relation="exact",
        low=Decimal(raw), high=Decimal(raw), unit=None, rule="by-hand",
    )  # fmt: skip


def _claim(at: int, line: int) -> Claim:
    figure = _figure(at, line)
    return Claim(
        id=content_id("claim", figure.id), figure=figure.id, article=figure.article,
        start=figure.start, end=figure.end, counted=None, predicate=None, scope=(),
        attribution=(), as_of="2024-05-25", negated=False, hypothetical=False, words=(),
    )  # fmt: skip


def _facts() -> Iterator[Fact]:
    for line in range(SENTENCES):
        step = TOGETHER if line < SHARED else 1
        for first in range(0, OUTLETS, step):
            yield _fact(list(range(first, first + step)), line)


def _fact(told_by: list[int], line: int) -> Fact:
    by_value: dict[int, list[int]] = {}
    for at in told_by:
        by_value.setdefault(_value(at, line), []).append(at)
    alone = len(told_by) == 1
    return Fact(
        id=content_id("fact", str(told_by[0]), str(line)), label=f"منازل {line}", kind="count",
        unit=None, counted=None, predicate=None, scope=(), severity=10,
        verdict="single" if alone else VERDICTS[line % len(VERDICTS)],  # type: ignore[arg-type]
        rule="one-outlet" if alone else "one-value",
        claims=tuple(_claim(at, line).id for at in told_by),
        readings=tuple(_reading(value, tellers, line) for value, tellers in by_value.items()),
    )  # fmt: skip


def _reading(value: int, tellers: list[int], line: int) -> Reading:
    return Reading(
        low=Decimal(value), high=Decimal(value), relation="exact",
        claims=tuple(_claim(at, line).id for at in tellers),
        outlets=tuple(f"صحيفة الوادي {at}" for at in tellers),
        sources=(), independent_sources=len(tellers),
    )  # fmt: skip


def _alignments() -> Iterator[Alignment]:
    for first in range(0, OUTLETS, TOGETHER):
        for line in range(SHARED):
            pair = (_sentence(first, line).id, _sentence(first + 1, line).id)
            link = Link(left=pair[0], right=pair[1], score=90.0)
            yield Alignment(id=content_id("alignment", *pair), members=pair, links=(link,))


def main() -> None:
    """Print the size of the long story's page, and how long its filter takes."""
    made = html(build(report(), "ar"))
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        path = Path(folder) / "long.html"
        path.write_text(made, encoding="utf-8")
        page = browser.new_page(viewport={"width": 1024, "height": 900})
        page.goto(path.as_uri())
        times = [float(page.evaluate(TIMED, words)) for words in KEYSTROKES]
    print(f"{len(made.encode()):,} bytes")  # noqa: T201
    print(f"a keystroke: median {statistics.median(times):.0f} ms, longest {max(times):.0f} ms")  # noqa: T201


if __name__ == "__main__":
    main()

"""What reads the output obeys nothing in it: a terminal, a job's log, a page of Markdown."""

import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from compare import codec, diff, evaluation, explain, lang, listing, pipeline
from compare.diff import Diff
from compare.explain import printed
from compare.ingest import load_story
from compare.model import Report
from compare.progress import with_stages
from compare.terminal import drawn
from compare.view.lines import visible
from tests import builders
from tests.cli.running import call
from tests.cli.test_evaluate import gold
from tests.ingest import folders
from tests.robustness.battery import Case, cases, named
from tests.robustness.test_markup import quoted

CASES = cases("terminals")
PAYLOADS = [case for case in CASES if "payload" in case]
NAME = "a\x1b[31m\nb\u202e"
_ISOLATES = "\u2066\u2067\u2068\u2069"
_TEXTS = (
    "{x}\nقُتل {n} شخصا في حريق السوق، وقال الدفاع المدني {x} إن 9 مصابين نقلوا.\n{x} 4 سيارات\n",
    "{x}\nقُتل 12 شخصا في حريق السوق، وقال الدفاع المدني {x} إن {n} مصابين نقلوا.\n{x}\n",
)


def story(folder: Path, payload: str, number: int) -> Report:
    """Two articles that carry the payload wherever an article may."""
    lines = [f"title = {quoted(payload)}"]
    texts: dict[str, str | bytes] = {}
    for at, text in enumerate(_TEXTS):
        lines += ["[[article]]", f'file = "{at}.txt"', f"outlet = {quoted(payload + 'ب' * at)}"]
        lines += [f"title = {quoted(payload)}"]
        texts[f"{at}.txt"] = text.format(x=payload, n=number)
    made = folders.make(folder, texts | {"story.toml": "\n".join(lines)})
    return pipeline.build(load_story(made), lang.load())


def twice(folder: Path, payload: str) -> Iterator[Report]:
    """The story before and after one of its numbers changed."""
    return (story(folder / str(number) / "story", payload, number) for number in (11, 14))


def explained(report: Report) -> Iterator[str]:
    """What `explain` says of every record, as a pipe gets it."""
    kinds = (report.facts, report.claims, report.figures, report.sentences, report.alignments)
    for record in (record for kind in kinds for record in kind):
        told = explain.explain(report, (record.id,), "en", "report.json")
        yield from printed.lines(told, terminal=False)


def listed(report: Report) -> Iterator[str]:
    """What `figures` shows of the articles, as a terminal gets it but for its colours."""
    texts = [
        listing.Listed(a.outlet, a.text, [f for f in report.figures if f.article == a.id])
        for a in report.articles
    ]
    return iter(drawn([listing.table(texts)], terminal=False))


def told(changes: Diff, report: Report) -> Iterator[str]:
    """The lines of a diff in every form but that for programs alone."""
    for form in get_args(diff.Form):
        if form != "json":
            yield from diff.written(changes, report, diff.Asked(form)).decode().split("\n")


def harmless(line: str) -> bool:
    """Whether a line holds no control and no character that turns the order of others."""
    kept = line.replace("\n", "").translate(dict.fromkeys(map(ord, _ISOLATES)))
    return not any(unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") for char in kept)


@pytest.mark.parametrize("case", PAYLOADS, ids=named)
def test_it_is_shown_and_not_obeyed(case: Case, tmp_path: Path) -> None:
    earlier, report = twice(tmp_path, case["payload"])
    changes, said = diff.diff(earlier, report), _plain(visible(case["payload"]))
    lines = [*explained(report), *told(changes, report), *listed(report)]
    assert said in _plain("".join(lines))
    assert [line for line in lines if not harmless(line)] == []
    assert [line for line in lines if line.lstrip().startswith("::")] == []
    source = diff.written(changes, report, diff.Asked("markdown")).decode()
    page = _Page(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(source))
    assert page.tags <= {"div", "h1", "h2", "h3", "p", "ul", "li", "strong"}
    assert said in _plain(page.words)
    assert not re.search(r"(?<!\\)://|www\.|[@#]\w", source)
    suite = ET.fromstring(diff.written(changes, report, diff.Asked("junit")))[0]
    assert said in _plain("".join(suite.itertext()))


@pytest.mark.parametrize("form", ["terminal", "markdown", "junit"])
def test_numbers_of_a_diff_are_isolated(form: diff.Form, tmp_path: Path) -> None:
    earlier, report = twice(tmp_path, "صحيفة")
    changes = diff.diff(earlier, report)
    said = diff.written(changes, report, diff.Asked(form)).decode()
    assert "\u206611\u2069" in said
    assert "\u206614\u2069" in said


class _Page(HTMLParser):
    """The tags of a page, and its words."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words = ""
        self.feed(source)

    def handle_starttag(self, tag: str, _: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def _plain(words: str) -> str:
    return re.sub(rf"[\s{_ISOLATES}]", "", words)


@pytest.mark.parametrize("case", [c for c in CASES if "call" in c], ids=named)
def test_what_a_command_says_can_be_shown(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = folders.make(tmp_path / NAME / NAME)
    golden = folders.make(tmp_path / NAME / "golden")
    (golden / evaluation.NAME).write_text(gold(), encoding="utf-8")
    (golden / "floors.toml").write_text('["a\\u001b"]\nrecall = 1.0\n', encoding="utf-8")
    report = tmp_path / "report.json"
    report.write_bytes(codec.encode(builders.report()))
    places = {"story": story, "golden": golden, "above": story.parent, "report": report}
    done = call(capsys, *(part.format(name=NAME, **places) for part in case["call"]))
    said = (done.out + done.err).splitlines()
    assert any("[U+001B]" in line or "\\x1b" in line for line in said)
    assert [line for line in said if not harmless(line)] == []


def test_how_far_a_run_has_come_can_be_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    story = folders.make(tmp_path / NAME)
    for _, step in with_stages([load_story(story)]):
        step("facts")
    said = capsys.readouterr().err
    assert "a[U+001B][31m b[U+202E]: facts" in said
    assert all(map(harmless, re.split(r"[\r\n]", said.replace("\x1b[A", ""))))

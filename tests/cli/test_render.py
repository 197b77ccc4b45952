"""What `tabayun render` makes of a report alone, and what it refuses."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from compare import codec
from tests import builders
from tests.cli.running import OUTPUTS, Outcome, call, play_rendering, tree

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The made-up report in a folder of its own."""
    path = tmp_path / "nawaris" / "report.json"
    path.parent.mkdir()
    path.write_bytes(codec.encode(builders.report()))
    return path


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rendering gives the names of the files."""
    play_rendering(monkeypatch)


@pytest.mark.parametrize("options", [[], ["--locale", "en"], ["--digits", "arab"]])
def test_it_gives_what_report_gave(
    options: list[str], story: Path, tmp_path: Path, capsys: Capture
) -> None:
    assert call(capsys, "report", story, "-o", tmp_path / "out", *options).code == 0
    first = tree(tmp_path / "out" / story.name)
    made = tmp_path / "out" / story.name / "report.json"
    done = call(capsys, "render", made, "-o", tmp_path / "again", *options)
    assert (done.code, done.out) == (0, "")
    again = tree(tmp_path / "again")
    assert set(first) == set(again) == OUTPUTS
    assert {name for name in OUTPUTS if first[name] != again[name]} == set()


@pytest.mark.usefixtures("played")
@pytest.mark.parametrize("named", ["report.json", "."])
def test_it_writes_beside_the_report_and_says_so(
    named: str, report: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(report.parent)
    written = ", ".join(sorted(OUTPUTS))
    assert call(capsys, "render", named) == Outcome(
        0, "", f"nawaris: 2 facts diverge (.: {written})\n"
    )
    assert set(tree(report.parent)) == OUTPUTS
    assert report.read_bytes() == codec.encode(builders.report())


@pytest.mark.usefixtures("played")
@pytest.mark.parametrize(
    ("options", "told"), [([], "ar latn"), (["--locale", "en", "--digits", "arab"], "en arab")]
)
def test_the_language_can_be_changed_in_place(
    options: list[str], told: str, report: Path, capsys: Capture
) -> None:
    (report.parent / "briefing.html").write_text("in another language", encoding="utf-8")
    assert call(capsys, "render", report.parent, *options).code == 0
    page = report.parent / "briefing.html"
    assert page.read_text(encoding="utf-8") == f"briefing.html {told}"


@pytest.mark.usefixtures("played")
def test_a_report_that_was_laid_out_anew_is_written_as_ours(report: Path, capsys: Capture) -> None:
    before = report.read_bytes()
    report.write_bytes(msgspec.json.encode(msgspec.json.decode(before)))
    assert call(capsys, "render", report).code == 0
    assert report.read_bytes() == before


@pytest.mark.usefixtures("played")
def test_a_report_of_another_name_does_not_take_the_place_of_one_beside_it(
    report: Path, tmp_path: Path, capsys: Capture
) -> None:
    other = report.rename(report.with_name("may.json"))
    before = tree(report.parent)
    done = call(capsys, "render", other)
    assert done == Outcome(
        2,
        "",
        "tabayun: a report of another name than report.json needs -o (see tabayun render --help)\n",
    )
    assert tree(report.parent) == before
    assert call(capsys, "render", other, "-o", tmp_path / "out").code == 0
    assert set(tree(tmp_path / "out")) == OUTPUTS


@pytest.mark.usefixtures("played")
def test_a_story_of_any_name_stays_in_the_folder(
    report: Path, tmp_path: Path, capsys: Capture
) -> None:
    spoil(swap('"id": "nawaris"', '"id": "../../elsewhere"'), report)
    before = set(tree(tmp_path))
    assert call(capsys, "render", report, "-o", tmp_path / "out").code == 0
    assert set(tree(tmp_path)) - before == {f"out/{name}" for name in OUTPUTS}


Change = Callable[[str], str]


def swap(old: str, new: str) -> Change:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def spoil(change: Change, path: Path) -> None:
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


FIRST = builders.report().figures[1]
BAD: dict[str, tuple[Change, str]] = {
    "empty": (lambda _: "", "not a report: "),
    "not JSON": (lambda _: "{", "not a report: "),
    "no report": (lambda _: "[]", "not a report: "),
    "cut short": (lambda text: text[:9000], "not a report: Input data was truncated (it was cut"),
    "a later format": (swap('"format": 1', '"format": 9'), "report format 9 is newer than 1, the"),
    "no such format": (swap('"format": 1', '"format": 0'), "there is no report format 0"),
    "a kind that is none": (swap('"kind": "count"', '"kind": "heap"'), "not a report: Invalid"),
    "a record that is gone": (swap(f'"{FIRST.id}"', '"gone"'), "claim "),
    "a text that was cut": (swap("غرقت العبّارة", ""), "sentence "),
    "a span beyond the text": (
        swap(f'"end": {FIRST.end}', '"end": 100000'),
        f"figure {FIRST.id} stands outside of its article's text (mend it, or write",
    ),
    "a number that is none": (swap('"low": "251"', '"low": "NaN"'), f"figure {FIRST.id} has NaN"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_report_is_told_on_one_line_and_nothing_is_written(
    name: str, report: Path, capsys: Capture
) -> None:
    change, told = BAD[name]
    spoil(change, report)
    before = tree(report.parent)
    done = call(capsys, "render", report)
    assert (done.code, done.out) == (2, "")
    [line] = done.err.splitlines()
    assert line.startswith(f"tabayun: {report}: {told}")
    assert line.endswith(")")
    assert tree(report.parent) == before


def test_a_folder_without_a_report_is_told_so(tmp_path: Path, capsys: Capture) -> None:
    done = call(capsys, "render", tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(
        f"tabayun: {tmp_path / 'report.json'}: cannot be read: No such file or directory (give a"
    )


@pytest.mark.usefixtures("played")
def test_a_file_in_the_way_is_told_and_nothing_is_left(report: Path, capsys: Capture) -> None:
    before = tree(report.parent)
    done = call(capsys, "render", report, "-o", report)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"tabayun: {report}: cannot write: ")
    assert tree(report.parent) == before


def test_nothing_to_render_is_no_call(capsys: Capture) -> None:
    done = call(capsys, "render")
    assert done == Outcome(
        2, "", "tabayun: missing argument 'REPORT' (see tabayun render --help)\n"
    )

"""What `tabayun explain` takes, prints and refuses."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import Outcome, call, on_terminal, tabayun, tree
from tests.explain.asking import seeds
from tests.golden.reports import ACCEPTED

Capture = pytest.CaptureFixture[str]
REPORT = ACCEPTED / "hostage-talks-2024" / "report.json"
FACT = next(f for f in seeds().facts if len(f.claims) > 2)
FIGURE = seeds().not_compared[0].figure


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The accepted report in a folder of its own."""
    path = tmp_path / "report.json"
    path.write_bytes(REPORT.read_bytes())
    return path


def test_it_speaks_arabic_unless_told_otherwise(report: Path, capsys: Capture) -> None:
    arabic = call(capsys, "explain", FACT.id, report)
    english = call(capsys, "explain", FACT.id, report, "--locale", "en")
    assert (arabic.code, arabic.err, english.code, english.err) == (0, "", 0, "")
    assert arabic.out.startswith("شرح واقعة ")
    assert english.out.startswith("Explained: the fact ")
    assert len(arabic.out.splitlines()) == len(english.out.splitlines())


def test_two_ids_are_held_against_each_other(report: Path, capsys: Capture) -> None:
    done = call(capsys, "explain", *FACT.claims[:2], report, "--locale", "en")
    assert done.code == 0
    assert "Yes, they are in one fact" in done.out


def test_nothing_is_written_and_the_report_stays(report: Path, capsys: Capture) -> None:
    before = tree(report.parent)
    assert call(capsys, "explain", FACT.id, report).code == 0
    assert tree(report.parent) == before


Spoil = Callable[[Path], object]


def keep(_path: Path) -> None:
    """Leave the report as it is."""


def swap(old: str, new: str) -> Spoil:
    def spoil(path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


BAD: dict[str, tuple[Spoil, list[str], str]] = {
    "no such file": (Path.unlink, [FACT.id], "{path}: cannot be read: No such file or directory"),
    "not JSON": (lambda p: p.write_text("{"), [FACT.id], "{path}: not a report: "),
    "no report": (lambda p: p.write_text("[]"), [FACT.id], "{path}: not a report: "),
    "cut short": (
        lambda p: p.write_bytes(p.read_bytes()[:70_000]),
        [FACT.id],
        "{path}: not a report: Input data was truncated (it was cut short: write it again",
    ),
    "not UTF-8": (lambda p: p.write_bytes(b"\xff"), [FACT.id], "{path}: not a report: "),
    "a later format": (swap('"format": 1', '"format": 9'), [FACT.id], "{path}: report format 9 is"),
    "no format": (swap('"format": 1', '"format": 0'), [FACT.id], "{path}: there is no report"),
    "torn": (swap(f'"{FACT.claims[0]}"', '"gone"'), [FACT.id], "{path}: "),
    "unknown id": (keep, ["ffffffff"], "{path}: there is no 'ffffffff' in this report (ids stand"),
    "too short an id": (keep, ["9"], "'9' is too short for an id (give 4 characters or more)"),
    "one thing twice": (keep, [FACT.id, FACT.claims[0]], "{path}: "),
    "a left-out figure against a claim": (
        keep,
        [FIGURE, FACT.claims[0]],
        f"{{path}}: figure {FIGURE} was left out of the comparison: it cannot be held against",
    ),
    "a sentence against a claim": (
        keep,
        [seeds().sentences[0].id, FACT.claims[0]],
        f"{{path}}: sentence {seeds().sentences[0].id} states no quantity: it cannot be held",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_told_on_one_line(name: str, report: Path, capsys: Capture) -> None:
    spoil, ids, told = BAD[name]
    spoil(report)
    done = call(capsys, "explain", *ids, report)
    assert (done.code, done.out) == (2, "")
    [line] = done.err.splitlines()
    assert line.startswith(f"tabayun: {told.format(path=report)}")
    assert line.endswith(")")


def test_a_folder_is_no_report(report: Path, capsys: Capture) -> None:
    done = call(capsys, "explain", FACT.id, report.parent)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"tabayun: {report.parent}: cannot be read: ")


def test_three_ids_are_too_many(report: Path, capsys: Capture) -> None:
    done = call(capsys, "explain", "a", "b", "c", report)
    assert done == Outcome(
        2, "", "tabayun: at most two ids at a time (see tabayun explain --help)\n"
    )


def test_an_id_alone_is_no_call(capsys: Capture) -> None:
    done = call(capsys, "explain", FACT.id)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("tabayun: missing argument")


def test_the_bytes_do_not_depend_on_the_environment(report: Path) -> None:
    environments = (
        {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
        {"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Tokyo", "COLUMNS": "40",
         "PYTHONIOENCODING": "latin-1", "FORCE_COLOR": "1"},
    )  # fmt: skip
    done = [tabayun("explain", FACT.id, report, env=env) for env in environments]
    assert [one.returncode for one in done] == [0, 0]
    assert done[0].stdout == done[1].stdout


def test_on_a_terminal_lines_are_folded_under_their_beginning(report: Path) -> None:
    shown = on_terminal("explain", FACT.id, report, "--locale", "en", columns=60)
    assert "Explained: " in shown
    assert max(len(line.rstrip()) for line in shown.splitlines()) <= 72

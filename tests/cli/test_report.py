"""What `tabayun report` writes and says."""

import io
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from compare.cli import main
from compare.codec import decode
from compare.model import Verdict
from tests.cli.running import OUTPUTS, Outcome, call, play_stages, tree

Capture = pytest.CaptureFixture[str]
Run = Callable[..., Outcome]

ENDINGS: list[tuple[list[Verdict], str]] = [
    ([], "no fact diverges"),
    (["agreed", "updated", "single"], "no fact diverges"),
    (["divergent", "agreed"], "1 fact diverges"),
    (["divergent", "undecided", "divergent"], "2 facts diverge"),
]


class Terminal(io.StringIO):
    """Takes what is said for a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def report(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`tabayun report` into `tmp_path/out`, the stages played."""

    def run(*args: str | Path, verdicts: Sequence[Verdict] = ()) -> Outcome:
        play_stages(monkeypatch, verdicts)
        return call(capsys, "report", *args, "-o", tmp_path / "out")

    return run


@pytest.mark.parametrize(("verdicts", "ending"), ENDINGS)
def test_it_ends_with_where_to_look_and_how_many_facts_diverge(
    verdicts: list[Verdict], ending: str, story: Path, tmp_path: Path, report: Run
) -> None:
    done = report(story, verdicts=verdicts)
    folder = tmp_path / "out" / "collapse"
    assert (done.code, done.out) == (0, "")
    assert done.err == f"collapse: {ending} ({folder}: {', '.join(sorted(OUTPUTS))})\n"


def test_each_story_has_a_line_at_the_end(
    story: Path, seeds: Path, tmp_path: Path, report: Run
) -> None:
    lines = report(story, seeds, verdicts=["divergent"]).err.splitlines()
    out = tmp_path / "out"
    for line, name in zip(lines, ["collapse", "hostage-talks-2024"], strict=True):
        assert line.startswith(f"{name}: 1 fact diverges ({out / name}: ")


def test_without_a_folder_named_it_writes_to_output(
    story: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    play_stages(monkeypatch)
    monkeypatch.chdir(tmp_path)
    assert call(capsys, "report", story).code == 0
    assert set(tree(tmp_path / "output")) == {f"collapse/{file}" for file in OUTPUTS}
    assert "[default: output]" in call(capsys, "report", "--help").out


def test_every_output_is_written_for_each_story(
    story: Path, seeds: Path, tmp_path: Path, report: Run
) -> None:
    assert report(story, seeds).code == 0
    output = tmp_path / "out"
    names = ["collapse", "hostage-talks-2024"]
    assert set(tree(output)) == {f"{name}/{file}" for name in names for file in OUTPUTS}
    for name in names:
        assert decode((output / name / "report.json").read_bytes()).story.id == name


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "ar latn"),
        (["--locale", "en"], "en latn"),
        (["--digits", "arab"], "ar arab"),
    ],
)
def test_the_briefing_is_in_the_language_and_digits_asked_for(
    options: list[str], told: str, story: Path, tmp_path: Path, report: Run
) -> None:
    assert report(story, *options).code == 0
    page = tmp_path / "out" / "collapse" / "briefing.html"
    assert page.read_text(encoding="utf-8") == f"briefing.html {told}"


def test_a_terminal_sees_the_stage_and_is_left_with_the_end(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play_stages(monkeypatch, ["divergent"])
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    assert main(["report", str(story), "-o", str(tmp_path / "out")]) == 0
    shown = terminal.getvalue()
    for number, stage in enumerate(("read", "render"), 1):
        assert f"collapse: {stage}: stage {number} (" in shown
    assert shown.rpartition("\r")[2].startswith("collapse: 1 fact diverges (")


def test_a_terminal_sees_how_many_stories_are_done(
    story: Path, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play_stages(monkeypatch)
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    assert main(["report", str(story), str(seeds), "-o", str(tmp_path / "out")]) == 0
    shown = terminal.getvalue()
    assert "hostage-talks-2024: render" in shown
    assert "1/2" in shown


def test_an_interrupt_is_one_line_and_130(
    story: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    play_stages(monkeypatch)
    assert call(capsys, "report", story, "-o", tmp_path / "out").code == 0
    before = tree(tmp_path / "out")
    # What runs in the background starts with the signal ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    monkeypatch.setattr("compare.pipeline.build", lambda *_: signal.raise_signal(signal.SIGINT))
    done = call(capsys, "report", story, "-o", tmp_path / "out")
    assert (done.code, done.out, done.err) == (130, "", "tabayun: interrupted\n")
    assert tree(tmp_path / "out") == before


def test_no_memory_is_one_line_and_2(
    story: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("compare.pipeline.build", fill)
    done = call(capsys, "report", story, "-o", tmp_path / "out")
    said = "tabayun: out of memory (lower limits: SECURITY.md lists them)\n"
    assert (done.code, done.out, done.err) == (2, "", said)

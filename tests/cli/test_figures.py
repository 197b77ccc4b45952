"""What `tabayun figures` reads and prints."""

import io
import json
from pathlib import Path

import pytest

from tests.cli.running import call, tabayun
from tests.ingest.folders import TEXT_A

Capture = pytest.CaptureFixture[str]

FIELDS = {
    "id",
    "article",
    "sentence",
    "start",
    "end",
    "raw",
    "kind",
    "relation",
    "low",
    "high",
    "unit",
}
CASES = (
    '{"id": "one", "text": "قُتل 12 شخصا", "expect": []}\n'
    '{"id": "none", "text": "لا رقم هنا"}\n'
    '{"id": "two", "text": "بين 5 و7 آلاف"}\n'
)


def rows(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_text_is_a_row_by_its_file_name(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "article.txt").write_text(TEXT_A, encoding="utf-8")
    done = call(capsys, "figures", tmp_path / "article.txt")
    assert (done.code, done.err) == (0, "")
    [row] = rows(done.out)
    assert row["id"] == "article.txt"
    figures = row["figures"]
    assert isinstance(figures, list)
    values = [(figure["raw"], figure["low"], figure["high"]) for figure in figures]
    assert ("12", "12", "12") in values
    for figure in figures:
        assert set(figure) >= FIELDS
        assert TEXT_A[figure["start"] : figure["end"]] == figure["raw"]


def test_json_lines_are_a_row_each_in_their_order(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "cases.jsonl").write_text(CASES, encoding="utf-8")
    done = call(capsys, "figures", tmp_path / "cases.jsonl")
    assert done.code == 0
    found = rows(done.out)
    assert [row["id"] for row in found] == ["one", "none", "two"]
    assert found[1] == {"id": "none", "figures": []}


@pytest.mark.parametrize(("text", "ids"), [(CASES, ["one", "none", "two"]), (TEXT_A, ["-"])])
def test_a_hyphen_is_standard_input(
    text: str, ids: list[str], capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    done = call(capsys, "figures", "-")
    assert [row["id"] for row in rows(done.out)] == ids


def test_a_line_that_is_no_row_is_named_and_nothing_is_printed(
    tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text(CASES + '{"id": "bad"}\n', encoding="utf-8")
    done = call(capsys, "figures", path)
    assert (done.code, done.out) == (2, "")
    [line] = done.err.splitlines()
    assert line.startswith(f"tabayun: {path}:4: ")


NOT_READ = {
    "missing.txt": "cannot be read: No such file or directory (check its name and permissions)",
    ".": "is a folder (give a .txt or .jsonl file)",
    "story.toml": "unknown ending .toml (give a .txt or .jsonl file)",
}


@pytest.mark.parametrize("name", NOT_READ)
def test_a_file_that_cannot_be_read_is_named(name: str, story: Path, capsys: Capture) -> None:
    file = story / name
    done = call(capsys, "figures", file)
    assert done == (2, "", f"tabayun: {file}: {NOT_READ[name]}\n")


def test_an_empty_standard_input_is_told(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    done = call(capsys, "figures", "-")
    assert (done.code, done.out) == (2, "")
    [line] = done.err.splitlines()
    assert line.startswith("tabayun: -: empty: nothing to read (give a text, or lines of ")


def test_the_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    (tmp_path / "cases.jsonl").write_text(CASES, encoding="utf-8")
    outs = {
        tabayun("figures", tmp_path / "cases.jsonl", env=env).stdout
        for env in ({"PYTHONIOENCODING": "latin-1"}, {"LC_ALL": "C"}, {"PYTHONUTF8": "1"})
    }
    assert len(outs) == 1
    assert outs.pop().decode("utf-8").count("\n") == 3

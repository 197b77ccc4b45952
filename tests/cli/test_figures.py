"""What `tabayun figures` reads and prints."""

import io
import json
from pathlib import Path

import pytest

from tests.cli.running import call, on_terminal, tabayun
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


def test_on_a_terminal_it_is_a_table(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(
        "قُتل أكثر من 1,170 شخصا.\nخسر 35.903 دولارا في 7 أكتوبر.\n", encoding="utf-8"
    )
    shown = on_terminal("figures", tmp_path / "article.txt")
    header, _, *rows = [line for line in shown.splitlines() if line.strip()]
    assert header.split() == ["line", "figure", "value", "kind", "sentence"]
    assert rows[0].split()[:5] == ["1", "\u20681,170\u2069", ">", "1,170", "count"]
    assert rows[1].split()[:5] == ["2", "\u206835.903\u2069", "35,903", "USD", "money"]
    assert "separator" in rows[2]
    assert "date" in rows[3]
    assert rows[-1] == "3 figures"


def test_the_table_names_the_texts_where_there_are_several(tmp_path: Path) -> None:
    (tmp_path / "cases.jsonl").write_text(CASES, encoding="utf-8")
    shown = on_terminal("figures", tmp_path / "cases.jsonl")
    assert shown.split()[0] == "text"
    assert "one" in shown
    assert shown.splitlines()[-1] == "2 figures in 3 texts"


def test_what_hides_or_reorders_reaches_no_terminal(tmp_path: Path) -> None:
    text = "احتجز 25\u202e1 شخصا \x1b]0;owned\x07 في المدينة\n"
    (tmp_path / "article.txt").write_text(text, encoding="utf-8")
    (tmp_path / "overridden.txt").write_text("احتجز \u202e251\u202c شخصا\n", encoding="utf-8")
    shown = on_terminal("figures", tmp_path / "article.txt")
    assert "[U+202E]" in shown
    assert "احتجز [U+202E]" in on_terminal("figures", tmp_path / "overridden.txt")
    assert not {"\u202e", "\x1b", "\x07"} & set(shown)
    assert "invisible" in shown


def test_no_figure_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("لا رقم هنا\n", encoding="utf-8")
    assert on_terminal("figures", tmp_path / "article.txt") == "no figures\r\n"


def test_the_table_fits_a_narrow_terminal(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(TEXT_A, encoding="utf-8")
    shown = on_terminal("figures", tmp_path / "article.txt", columns=60)
    assert max(map(len, shown.splitlines())) <= 60 + len("\u2068\u2069") * 2

"""What is one text, and what is a text a line."""

import json
from pathlib import Path

import pytest

from compare.errors import TabayunError
from compare.ingest import rows
from compare.ingest.rows import Row

LINES = '{"id": "a", "text": "مقتل 12"}\n\n{"id": "b", "text": "7", "source": {"x": 1}}\r\n'
ROWS = (Row(id="a", text="مقتل 12"), Row(id="b", text="7"))
BAD_LINES = {
    "oops": "not JSON: ",
    '{"id": "b"}': "text is missing",
    '{"text": "b"}': "id is missing",
    '{"id": "b", "text": 5}': "text is not a string",
    '{"id": "b", "text":  null}': "text is not a string",
    '{"id": ["b"], "text": "5"}': "id is not a string",
    '{"id": 1, "text": 5}': "id and text are not strings",
    "[1, 2]": "not an object in braces",
    '"12"': "not an object in braces",
    '{"id": "b", "te': "not JSON: ",
    '{"id": 5, oops': "not JSON: ",
    r'{"id": "b", "text": "\ud800"}': r"half a letter: \ud800 without its other half",
    r'{"id": "b", "text": "\uDE00 7"}': r"half a letter: \uDE00 without",
    r'{"id": "b", "text": "\ud83d\ude00", oops}': "not JSON: ",
}
NOTHING = ["", " \n", "\ufeff\n"]


@pytest.mark.parametrize("name", ["cases.jsonl", "cases.NDJSON", "cases.json", "-", "cases"])
def test_json_lines_are_a_row_a_line(name: str) -> None:
    assert rows.read(LINES.encode(), name) == ROWS


def test_a_byte_order_mark_before_json_lines_is_no_trouble() -> None:
    assert rows.read(("\ufeff" + LINES).encode(), "cases.jsonl") == ROWS


@pytest.mark.parametrize("name", ["article.txt", "folder/article.txt", "article.TXT"])
def test_a_text_is_one_row_by_its_file_name(name: str) -> None:
    [row] = rows.read(b"{12}\n\n7\n", name)
    assert row == Row(id=name.rpartition("/")[2], text="{12}\n\n7\n")


@pytest.mark.parametrize("name", ["-", "article", "folder.d/article"])
def test_what_does_not_begin_with_a_brace_is_a_text(name: str) -> None:
    assert rows.read("مقتل 12".encode(), name) == (Row(id=Path(name).name, text="مقتل 12"),)


def test_a_line_separator_inside_a_text_ends_no_row() -> None:
    text = "سطر\u2028سطر\u0085سطر\x1e"
    line = json.dumps({"id": "a", "text": text}, ensure_ascii=False)
    assert rows.read(line.encode(), "cases.jsonl") == (Row(id="a", text=text),)


@pytest.mark.parametrize(("bad", "said"), BAD_LINES.items())
def test_a_line_that_is_no_row_is_named_in_plain_words(bad: str, said: str) -> None:
    data = '{"id": "a", "text": "1"}\n\n' + bad
    with pytest.raises(TabayunError) as caught:
        rows.read(data.encode(), "some/cases.jsonl")
    assert caught.value.slug == "bad-row"
    assert str(caught.value).startswith(f"some/cases.jsonl:3: {said}")
    assert not any(word in str(caught.value) for word in ("$.", "`", "malformed"))


def test_a_file_of_no_lines_has_no_rows() -> None:
    assert rows.read(b"", "cases.jsonl") == ()


@pytest.mark.parametrize("text", NOTHING, ids=ascii)
def test_nothing_in_no_form_is_refused(text: str) -> None:
    with pytest.raises(TabayunError, match=r'^-: empty: .*lines of \{"id"') as caught:
        rows.read(text.encode(), "-")
    assert caught.value.slug == "empty-input"


@pytest.mark.parametrize("name", ["story.toml", "article.md", "article.PDF"])
def test_an_ending_of_another_form_is_refused(name: str) -> None:
    with pytest.raises(TabayunError) as caught:
        rows.read(b"\0 12", name)
    assert caught.value.slug == "unknown-form"
    assert str(caught.value).endswith("(give a .txt or .jsonl file)")


def test_a_file_is_read_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "cases.jsonl").write_text(LINES, encoding="utf-8")
    assert rows.load(tmp_path / "cases.jsonl") == ROWS


def test_a_folder_is_refused_whatever_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "articles.txt"
    folder.mkdir()
    with pytest.raises(TabayunError) as caught:
        rows.load(folder)
    assert str(caught.value) == f"{folder}: is a folder (give a .txt or .jsonl file)"

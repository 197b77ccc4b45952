"""What is one text, and what is a text a line."""

import json

import pytest

from compare.errors import TabayunError
from compare.ingest import rows
from compare.ingest.rows import Row

LINES = '{"id": "a", "text": "مقتل 12"}\n\n{"id": "b", "text": "7", "source": {"x": 1}}\r\n'
ROWS = (Row(id="a", text="مقتل 12"), Row(id="b", text="7"))
BAD_LINES = {
    "not JSON": "oops",
    "no text": '{"id": "b"}',
    "no id": '{"text": "b"}',
    "a number for a text": '{"id": "b", "text": 5}',
    "a list": "[1, 2]",
    "a string": '"12"',
    "half a line": '{"id": "b", "te',
}


@pytest.mark.parametrize("name", ["cases.jsonl", "cases.NDJSON", "cases.json", "-", "cases"])
def test_json_lines_are_a_row_a_line(name: str) -> None:
    assert rows.read(LINES.encode(), name) == ROWS


def test_a_byte_order_mark_before_json_lines_is_no_trouble() -> None:
    assert rows.read(("\ufeff" + LINES).encode(), "cases.jsonl") == ROWS


@pytest.mark.parametrize("name", ["article.txt", "folder/article.txt", "article.TXT"])
def test_a_text_is_one_row_by_its_file_name(name: str) -> None:
    [row] = rows.read(b"{12}\n\n7\n", name)
    assert row == Row(id=name.rpartition("/")[2], text="{12}\n\n7\n")


@pytest.mark.parametrize("name", ["-", "article.md", "article"])
def test_what_does_not_begin_with_a_brace_is_a_text(name: str) -> None:
    assert rows.read("مقتل 12".encode(), name) == (Row(id=name, text="مقتل 12"),)


def test_a_line_separator_inside_a_text_ends_no_row() -> None:
    text = "سطر\u2028سطر\u0085سطر\x1e"
    line = json.dumps({"id": "a", "text": text}, ensure_ascii=False)
    assert rows.read(line.encode(), "cases.jsonl") == (Row(id="a", text=text),)


@pytest.mark.parametrize("kind", BAD_LINES)
def test_a_line_that_is_no_row_is_named(kind: str) -> None:
    data = '{"id": "a", "text": "1"}\n\n' + BAD_LINES[kind]
    with pytest.raises(TabayunError) as caught:
        rows.read(data.encode(), "some/cases.jsonl")
    assert caught.value.slug == "bad-row"
    assert str(caught.value).startswith("some/cases.jsonl:3: ")


def test_nothing_is_no_row() -> None:
    assert rows.read(b"", "cases.jsonl") == ()

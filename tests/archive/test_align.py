"""`tabayun align`: files in, pairs and copies out, and what it says of bad input."""

import csv
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from compare import archive
from tests.archive import made
from tests.cli.running import call, tabayun

Capture = pytest.CaptureFixture[str]
Rows = list[dict[str, Any]]

SAID = "أعلن الوزير فتح المعبر أمام المساعدات"
EDITED = "أعلن الوزير فتح المعبر اليوم أمام المساعدات"
ROWS: Rows = [
    {"outlet": "A", "document": "a1", "sentence": SAID},
    {"outlet": "A", "document": "a2", "sentence": "خبر آخر لا علاقة له بما سبق"},
    {"outlet": "B", "document": "b1", "sentence": f"{SAID}."},
    {"outlet": "=B()", "document": "c1", "sentence": EDITED},
    {"outlet": "A", "document": "a3", "sentence": "قصير"},
]
NAMES = list(ROWS[0])


def as_lines(rows: Rows) -> bytes:
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows).encode()


def as_table(rows: Rows, delimiter: str) -> bytes:
    lines = [delimiter.join(NAMES), *(delimiter.join(row.values()) for row in rows)]
    return "\n".join(lines).encode()


def as_parquet(rows: Rows) -> bytes:
    sink = pa.BufferOutputStream()
    parquet.write_table(pa.Table.from_pylist(rows), sink, row_group_size=2)
    return bytes(sink.getvalue())


FORMS: dict[str, bytes] = {
    "a.jsonl": as_lines(ROWS),
    "a.csv": b"\xef\xbb\xbf" + as_table(ROWS, ","),
    "a.tsv": as_table(ROWS, "\t"),
    "a.parquet": as_parquet(ROWS),
}


def read(path: Path) -> Rows:
    if path.suffix == ".parquet":
        found: Rows = parquet.read_table(path).to_pylist()
        return found
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", FORMS)
def test_each_form_gives_the_same_pairs(name: str, tmp_path: Path, capsys: Capture) -> None:
    path, output = put(tmp_path, name, FORMS[name]), tmp_path / "new" / "folder" / "pairs.parquet"
    done = call(capsys, "align", path, "-o", output)
    assert (done.code, done.out) == (0, "")
    assert "2 pairs of wordings, 3 of rows, in 5 rows; 1 not compared" in done.err
    first = 1 if name.endswith((".jsonl", ".parquet")) else 2
    pairs = read(output)
    assert [(p["left_row"] - first, p["right_row"] - first, p["row_pairs"]) for p in pairs] == [
        (0, 2, 1),
        (0, 3, 2),
    ]
    assert pairs[1] | {"left_row": 0, "right_row": 0} == {
        "left_file": str(path), "left_row": 0, "left_outlet": "A", "left_document": "a1",
        "left_group": 0, "left_copies": 2, "left_share": 1.0,
        "right_file": str(path), "right_row": 0, "right_outlet": "=B()", "right_document": "c1",
        "right_group": 2, "right_copies": 1, "right_share": 38 / 44,
        "row_pairs": 2, "token_set_ratio": 100.0, "token_sort_ratio": 92.5,
    }  # fmt: skip
    copies = read(output.with_name("pairs.copies.parquet"))
    assert [(c["group"], c["row"] - first, c["outlet"], c["document"]) for c in copies] == [
        (0, 0, "A", "a1"),
        (0, 2, "B", "b1"),
    ]


def test_each_output_holds_the_same(tmp_path: Path, capsys: Capture) -> None:
    path = put(tmp_path, "a.jsonl", FORMS["a.jsonl"])
    outputs = [tmp_path / f"pairs.{ending}" for ending in ("parquet", "jsonl", "csv")]
    for output in outputs:
        assert call(capsys, "align", path, "-o", output).code == 0
    table, lines, cells = map(read, outputs)
    assert table == lines
    text = [{name: str(value) for name, value in row.items()} for row in table]
    # A spreadsheet would run a cell that begins so.
    text[1]["right_outlet"] = "'=B()"
    assert cells == text


def test_files_are_one_archive(tmp_path: Path, capsys: Capture) -> None:
    files = [put(tmp_path, f"{at}.jsonl", as_lines([row])) for at, row in enumerate(ROWS)]
    done = call(capsys, "align", *files, "-o", tmp_path / "pairs.jsonl")
    assert done.code == 0
    pairs = read(tmp_path / "pairs.jsonl")
    assert [(p["left_file"], p["right_file"]) for p in pairs] == [
        (str(files[0]), str(files[2])),
        (str(files[0]), str(files[3])),
    ]


def test_the_same_bytes_at_every_run(tmp_path: Path) -> None:
    rows = [
        {"outlet": f"o{at % 5}", "document": "", "sentence": sentence}
        for at, sentence in enumerate(made.sentences(400))
    ]
    path = put(tmp_path, "a.jsonl", as_lines(rows))
    for name, workers in (("one", "1"), ("two", "3")):
        output = tmp_path / name / "pairs.parquet"
        done = tabayun(
            "align", path, "-o", output, "--workers", workers, env={"PYTHONHASHSEED": "7"}
        )
        assert done.returncode == 0, done.stderr
    for name in ("pairs.parquet", "pairs.copies.parquet"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_sentence_of_a_hundred_thousand_words(tmp_path: Path, capsys: Capture) -> None:
    rng = random.Random(0)
    words = rng.choices(made.vocabulary(rng), k=100_000)
    rows = [*ROWS, {"outlet": "L", "document": "long", "sentence": " ".join(words)}]
    for name, data in {"a.jsonl": as_lines(rows), "a.csv": as_table(rows, ",")}.items():
        path = put(tmp_path, name, data)
        done = call(capsys, "align", path, "-o", tmp_path / "pairs.jsonl")
        assert done.code == 0, done.err
        assert "2 pairs of wordings, 3 of rows, in 6 rows; 1 not compared" in done.err


def first(**changed: Any) -> bytes:
    """Three rows, the second one changed."""
    return as_lines([ROWS[0], ROWS[3] | changed, ROWS[2]])


def one_field_more(rows: Rows) -> bytes:
    return as_table(rows, ",") + b"\nA,a9,one,two"


NESTED = b'{"x": ' + b"[" * 100_000
BAD: dict[str, tuple[str, bytes, int | None, str]] = {
    "an empty outlet": ("a.jsonl", first(outlet=" "), 2, "the outlet is empty"),
    "an empty outlet in a table": ("a.csv", as_table(ROWS, ",") + b"\n,a9,x", 7, "outlet is empty"),
    "no outlet": ("a.jsonl", as_lines([{"document": "d", "sentence": SAID}]), 1, "`outlet`"),
    "an outlet that is a number": ("a.jsonl", first(outlet=5), 2, "Expected `str`"),
    "an outlet that is null": ("a.parquet", as_parquet([ROWS[0], ROWS[1] | {"outlet": None}]), 2,
        "the outlet is no text"),
    "no JSON": ("a.jsonl", FORMS["a.jsonl"] + b"{", 6, "no row"),
    "too many fields": ("a.csv", one_field_more(ROWS), 7, "4 fields under 3 columns"),
    "too few fields": ("a.tsv", as_table(ROWS, "\t") + b"\nA", 7, "1 fields under 3 columns"),
    "a quote that never ends": ("a.csv", as_table(ROWS, ",") + b'\nA,b,"x', 7, "no row"),
    "windows-1256": ("a.tsv", as_table(ROWS, "\t").decode().encode("cp1256"), 2, "not UTF-8"),
    "half a letter": ("a.jsonl", FORMS["a.jsonl"] + b'{"outlet": "\xd8"}', 6, "not UTF-8"),
    "a missing column": ("a.csv", b"outlet,text,document\nA,x,d", None,
        "no column 'sentence': the columns are 'outlet', 'text', 'document'"),
    "a missing column in Parquet": ("a.parquet", as_parquet([{"outlet": "A", "document": "d"}]),
        None, "no column 'sentence': the columns are 'outlet', 'document'"),
    "a column that stands twice": ("a.csv", b"outlet,outlet,document,sentence\nA,A,d,x", None,
        "stands twice"),
    "an unknown ending": ("a.xlsx", b"PK", None, "unknown ending .xlsx"),
    "no ending": ("archive", b"", None, "no ending"),
    "no Parquet": ("a.parquet", b"PAR1 and no more", None, "not Parquet, or damaged"),
    "half a Parquet": ("a.parquet", FORMS["a.parquet"][:400], None, "not Parquet, or damaged"),
    "Parquet of text that is no UTF-8": ("a.parquet",
        as_parquet(ROWS).replace(b"a1", b"\xff1"), None, "not Parquet, or damaged"),
    "nested without an end": ("a.jsonl", FORMS["a.jsonl"] + NESTED, 6, "no row"),
    "an empty file": ("a.jsonl", b"", None, "empty: no row to read"),
    "an empty table": ("a.csv", b"", None, "empty: no row to read"),
    "column names alone": ("a.tsv", b"outlet\tdocument\tsentence\n", None, "no row to read"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_told_on_one_line(case: str, tmp_path: Path, capsys: Capture) -> None:
    name, data, line, words = BAD[case]
    path, output = put(tmp_path, name, data), put(tmp_path, "pairs.jsonl", b"earlier")
    done = call(capsys, "align", path, "-o", output)
    assert (done.code, done.out) == (2, "")
    [said] = done.err.splitlines()
    assert said.startswith(f"tabayun: {path}:{f'{line}:' if line else ''} ")
    assert words in said
    assert output.read_bytes() == b"earlier"
    assert {each.name for each in tmp_path.iterdir()} == {name, "pairs.jsonl"}


def test_a_line_that_would_fill_memory(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("compare.archive.rows.LINE_BYTES", 1 << 20)
    for name in ("a.jsonl", "a.csv"):
        path = put(tmp_path, name, as_table(ROWS, ",") + b"\n" + b"x" * (2 << 20))
        if name == "a.jsonl":
            path.write_bytes(FORMS[name] + b"x" * (2 << 20))
        done = call(capsys, "align", path, "-o", tmp_path / "pairs.jsonl")
        assert done.code == 2
        assert "the line is longer than 1 MiB" in done.err


UNFIT: dict[str, Callable[[Path], tuple[list[str], str, str]]] = {
    "one sentence": lambda _: (["one.jsonl"], "pairs.jsonl", "fewer than two sentences"),
    "one outlet": lambda _: (
        ["outlet.jsonl"],
        "pairs.jsonl",
        "all sentences are of one outlet, 'A'",
    ),
    "an unknown output": lambda _: (["a.jsonl"], "pairs.txt", "unknown ending .txt"),
    "an output without an ending": lambda _: (["a.jsonl"], "pairs", "no ending"),
    "a file given twice": lambda _: (["a.jsonl", "./a.jsonl"], "pairs.jsonl", "given twice"),
    "the input as output": lambda _: (["a.jsonl"], "a.jsonl", "would be written over"),
    "a folder as input": lambda _: (["."], "pairs.jsonl", "is a folder"),
    "no such file": lambda _: (["none.jsonl"], "pairs.jsonl", "cannot be read: No such file"),
    "a folder as output": lambda _: (["a.jsonl"], "dir.jsonl", "a folder stands in the way"),
    "an output below a file": lambda _: (["a.jsonl"], "a.jsonl/p.jsonl", "cannot write"),
}


@pytest.mark.parametrize("case", UNFIT)
def test_what_cannot_be_done_is_told_on_one_line(
    case: str, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "a.jsonl", FORMS["a.jsonl"])
    put(tmp_path, "one.jsonl", as_lines([ROWS[0], ROWS[4]]))
    put(tmp_path, "outlet.jsonl", as_lines([ROWS[0], ROWS[1]]))
    (tmp_path / "dir.jsonl").mkdir()
    before = sorted(tmp_path.rglob("*"))
    files, output, words = UNFIT[case](tmp_path)
    done = call(capsys, "align", *files, "-o", output)
    assert (done.code, done.out) == (2, "")
    [said] = done.err.splitlines()
    assert words in said
    assert sorted(tmp_path.rglob("*")) == before


def test_progress_ends_where_it_said(tmp_path: Path) -> None:
    files = [put(tmp_path, name, data) for name, data in FORMS.items()]
    told: list[tuple[str, int, int | None]] = []
    archive.align(files, tmp_path / "pairs.jsonl", step=lambda *each: told.append(each))
    size = sum(map(len, FORMS.values()))
    read_bytes = [done for stage, done, of in told if stage == "read" and of == size]
    assert read_bytes == sorted(read_bytes)
    assert 0 < read_bytes[0] < read_bytes[-1] <= size
    compared = [(done, of) for stage, done, of in told if stage == "compare"]
    assert compared[-1][0] == compared[-1][1]

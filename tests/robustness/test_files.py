"""Files that are not what they should be: refused with the reason, or read as they are."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from compare import codec, lang, pipeline
from compare.errors import TabayunError, one_line
from compare.ingest import load_story, rows
from tests.cli.running import call
from tests.ingest.folders import Change, put, remove, swap
from tests.robustness.battery import Case, cases, named

CASES = cases("files")
ARTICLES = [c for c in CASES if not {"meanwhile", "report", "rows", "lexicon"} & c.keys()]
TEXT = "قالت الوزارة إن 12 شخصا قُتلوا.\n"


def having(key: str) -> list[Case]:
    return [case for case in CASES if key in case]


def _pipe(folder: Path, name: str) -> None:
    remove(name)(folder)
    os.mkfifo(folder / name)


def _link(folder: Path, name: str, target: str) -> None:
    remove(name)(folder)
    (folder / name).symlink_to(target)


def _linked_pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    _link(folder, "b.txt", "pipe")


SPOILS: dict[str, Change] = {
    "pipe story.toml": lambda folder: _pipe(folder, "story.toml"),
    "link b.txt /dev/zero": lambda folder: _link(folder, "b.txt", "/dev/zero"),
    "link story.toml /dev/zero": lambda folder: _link(folder, "story.toml", "/dev/zero"),
    "linked pipe": _linked_pipe,
    "other name in bytes": put(os.fsdecode(b"caf\xe9.txt"), "x"),
}


def spoil(case: Case, folder: Path) -> None:
    """Make the sound story in `folder` what the case says."""
    if "spoil" in case:
        SPOILS[case["spoil"]](folder)
        return
    data = case.get("text", TEXT).encode(case.get("encoding", "utf-8"))
    if "bytes" in case:
        data = bytes.fromhex(case["bytes"])
    name = case.get("file", "b.txt")
    put(name, data)(folder)
    if name != "b.txt":
        escaped = "".join(f"\\U{ord(char):08x}" for char in name)
        swap('"b.txt"', f'"{escaped}"')(folder)
    if "toml" in case:
        toml = folder / "story.toml"
        toml.write_text(case["toml"] + toml.read_text(encoding="utf-8"), encoding="utf-8")


def refused(case: Case, work: Callable[[], object]) -> TabayunError:
    """The error of `work`, which must be the case's, on one line, with a way out."""
    with pytest.raises(TabayunError) as caught:
        work()
    error = caught.value
    assert error.slug == case["slug"]
    assert error.hint
    assert str(error) == one_line(str(error))
    assert str(error).isprintable()
    assert case.get("said", "") in str(error)
    return error


@pytest.mark.parametrize("case", [c for c in ARTICLES if "slug" in c], ids=named)
def test_it_is_refused_with_the_reason(case: Case, story: Path) -> None:
    spoil(case, story)
    refused(case, lambda: load_story(story))


@pytest.mark.parametrize("case", [c for c in ARTICLES if "slug" not in c], ids=named)
def test_it_is_read_as_it_is(case: Case, story: Path) -> None:
    spoil(case, story)
    loaded = load_story(story)
    assert len(loaded.articles) == 2
    for article in loaded.articles:
        data = (story / article.path).read_bytes()
        assert article.text.encode() == data
        assert article.sha256 == hashlib.sha256(data).hexdigest()
    if "figures" in case:
        made = pipeline.build(loaded, lang.load())
        [article] = [a for a in loaded.articles if a.path == "b.txt"]
        found = [f.raw for f in made.figures if f.article == article.id]
        assert found == case["figures"]


@pytest.mark.parametrize("case", [c for c in ARTICLES if "said" in c], ids=named)
def test_what_is_said_of_it_can_be_shown(
    case: Case, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(case, story)
    done = call(capsys, "check", story)
    assert case["said"] in done.out
    assert all(line.isprintable() for line in done.out.splitlines())


@pytest.mark.parametrize("case", having("meanwhile"), ids=named)
def test_a_file_that_changes_while_it_is_read(
    case: Case, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, kind = Path.read_bytes, case["meanwhile"]
    before = (story / "b.txt").read_bytes()

    def meanwhile(path: Path) -> bytes:
        if path.name != "b.txt":
            return read(path)
        if kind == "gone":
            path.unlink()
        if kind == "cut":
            path.write_bytes(before[:16])
        if kind == "grown":
            path.write_bytes(before + b"a" * 2_000_000)
        data = read(path)
        path.write_bytes(b"99" + data)
        return data

    monkeypatch.setattr(Path, "read_bytes", meanwhile)
    if "slug" in case:
        refused(case, lambda: load_story(story))
        return
    [article] = [a for a in load_story(story).articles if a.path == "b.txt"]
    assert article.text.encode() == before
    assert article.sha256 == hashlib.sha256(before).hexdigest()


@pytest.mark.parametrize("case", having("report"), ids=named)
def test_a_report_that_has_no_end(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TABAYUN_MAX_REPORT_MEGABYTES", "1")
    path = Path(case["report"])
    if case["report"] == "nested":
        path = tmp_path / "report.json"
        path.write_bytes(b'{"format": 1, "story": ' + b"[" * 100_000)
    refused(case, lambda: codec.load(path))


@pytest.mark.parametrize("case", having("rows"), ids=named)
def test_a_row_that_is_none(case: Case) -> None:
    data = case["rows"].replace("{nested}", "[" * 100_000).encode()
    error = refused(case, lambda: rows.read(data, "rows.jsonl"))
    assert error.line == 1


@pytest.mark.parametrize("case", having("lexicon"), ids=named)
def test_a_lexicon_that_is_none(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "people.toml").write_text(case["lexicon"], encoding="utf-8")
    done = call(capsys, "check", tmp_path)
    assert done.code == 2
    assert all(line.isprintable() for line in done.out.splitlines())

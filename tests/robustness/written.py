"""The commands that write files: what they are called with, and what they write."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from compare import codec, evaluation, lang, pipeline, render
from compare.ingest import load_story
from tests.archive.test_align import FORMS
from tests.cli.running import OUTPUTS
from tests.cli.test_evaluate import gold
from tests.ingest import folders

PAGE = 4096


class Inputs(NamedTuple):
    """A story, two reports of it of which one differs, and an archive."""

    story: Path
    old: Path
    new: Path
    fact: str
    archive: Path


def made_inputs(place: Path) -> Inputs:
    """The inputs of all commands, below `place`."""
    folders.make(place / "more", {"archive.jsonl": FORMS["a.jsonl"]})
    changed = {**folders.SOUND, "a.txt": folders.TEXT_A.replace("12", "13")}
    story = folders.make(place / "old" / "collapse")
    folders.put(evaluation.NAME, gold())(story)
    folders.make(place / "new" / "collapse", changed)
    old, new = (_reported(place / name / "collapse") for name in ("old", "new"))
    fact = codec.load(old).facts[0].id
    return Inputs(story, old, new, fact, place / "more" / "archive.jsonl")


def _reported(story: Path) -> Path:
    made = codec.encode(pipeline.build(load_story(story), lang.load(), lambda _: None))
    folders.make(story.parent / "reported", {"report.json": made})
    return story.parent / "reported" / "report.json"


class Writer(NamedTuple):
    """A command with what it is called with, the files it writes, and its code where it did."""

    args: list[str | Path]
    files: tuple[Path, ...]
    code: int = 0


def writer(name: str, inputs: Inputs, place: Path) -> Writer:
    """The command of that name, writing below `place`."""
    command, _, form = name.partition(" ")
    return _WRITERS[command](form, inputs, place)


def _report(_: str, inputs: Inputs, place: Path) -> Writer:
    outputs = tuple(place / "collapse" / name for name in sorted(OUTPUTS))
    return Writer(["report", inputs.story, "-o", place], outputs)


def _render(_: str, inputs: Inputs, place: Path) -> Writer:
    outputs = tuple(place / "again" / name for name in sorted(OUTPUTS))
    return Writer(["render", inputs.old, "-o", place / "again"], outputs)


def _diff(form: str, inputs: Inputs, place: Path) -> Writer:
    path = place / "changes"
    return Writer(["diff", inputs.old, inputs.new, "--format", form, "-o", path], (path,), 1)


def _align(form: str, inputs: Inputs, place: Path) -> Writer:
    path = place / f"pairs.{form}"
    return Writer(["align", inputs.archive, "-o", path], (path, place / f"pairs.copies.{form}"))


def _evaluate(_: str, inputs: Inputs, place: Path) -> Writer:
    path = place / "floors.toml"
    return Writer(["evaluate", inputs.story, "--floors", path, "--update"], (path,))


_WRITERS: dict[str, Callable[[str, Inputs, Path], Writer]] = {
    "report": _report,
    "render": _render,
    "diff": _diff,
    "align": _align,
    "evaluate": _evaluate,
}


def play_pages(patch: pytest.MonkeyPatch) -> None:
    """Let rendering give files of a page more each."""
    made = {name: b"x" * PAGE * pages for pages, name in enumerate(sorted(OUTPUTS), 1)}
    del made["report.json"]
    patch.setattr(render, "render", lambda *_: made)

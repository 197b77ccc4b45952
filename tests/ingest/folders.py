"""Story folders made for a test, and the ways to change one."""

from collections.abc import Callable, Mapping
from pathlib import Path

Change = Callable[[Path], object]

SOUND_TOML = """\
title = "انهيار مبنى في الحي القديم"

[[article]]
file = "a.txt"
outlet = "صحيفة الميناء"
published = 2024-06-10

[[article]]
file = "b.txt"
outlet = "إذاعة الجبل"
"""
TEXT_A = "انهار مبنى من أربعة طوابق، وقُتل 12 شخصا وأصيب 30 آخرون.\n"
TEXT_B = "قالت البلدية إن 14 شخصا لقوا مصرعهم في انهيار المبنى.\n"
SOUND: Mapping[str, str | bytes] = {"story.toml": SOUND_TOML, "a.txt": TEXT_A, "b.txt": TEXT_B}


def make(folder: Path, files: Mapping[str, str | bytes] = SOUND) -> Path:
    """Write `files` into a new `folder`, in the order given."""
    folder.mkdir(parents=True)
    for name, content in files.items():
        put(name, content)(folder)
    return folder


def put(name: str, content: str | bytes) -> Change:
    """A change that writes a file, bytes as they are and text in UTF-8."""
    data = content.encode() if isinstance(content, str) else content
    return lambda folder: (folder / name).write_bytes(data)


def swap(old: str, new: str, *, last: bool = False) -> Change:
    """A change of one place in `story.toml`, the first one of its kind or the last."""

    def change(folder: Path) -> None:
        path = folder / "story.toml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        head, _, tail = text.rpartition(old) if last else text.partition(old)
        path.write_text(head + new + tail, encoding="utf-8")

    return change


def remove(name: str) -> Change:
    """A change that takes a file away."""
    return lambda folder: (folder / name).unlink()


def together(*changes: Change) -> Change:
    """Several changes, one after the other."""

    def change(folder: Path) -> None:
        for each in changes:
            each(folder)

    return change

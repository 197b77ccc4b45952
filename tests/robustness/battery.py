"""The battery: each case with its name and outcome, read from `cases/*.toml` and beside them.

A file is a group, its name the phenomenon, its `about` a sentence on it. What else a case holds
is for the test of its group.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent / "cases"
ROOT = FOLDER.parent.parent.parent

Case = dict[str, Any]


class Group(NamedTuple):
    """The cases of one phenomenon, in their file's order."""

    name: str
    about: str
    cases: tuple[Case, ...]


def group(name: str) -> Group:
    """The group in the file of that name."""
    read = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return Group(name, read["about"], tuple(read["case"]))


def cases(name: str) -> tuple[Case, ...]:
    """The cases of a group."""
    return group(name).cases


def named(case: Case) -> str:
    """The name by which a test run lists the case."""
    return str(case["name"])


def groups() -> Iterator[Group]:
    """All groups, by the names of their files."""
    return (group(path.stem) for path in sorted(FOLDER.glob("*.toml")))

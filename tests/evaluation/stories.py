"""The stories with gold: those of the repository, and those beside it where they are there."""

import tomllib
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
FLOORS: dict[str, dict[str, float]] = tomllib.loads(
    (Path(__file__).parent / "floors.toml").read_text("utf-8")
)


class Gold(NamedTuple):
    """A story's folder and its gold."""

    folder: Path
    readings: Path


def stories(group: str) -> list[Gold]:
    """The stories of a group of floors, by name."""
    return sorted(_GROUPS[group]())


def _repository() -> list[Gold]:
    own = [Gold(p.parent, p) for p in (ROOT / "tests" / "stories").glob("*/readings.tsv")]
    seeds = (Path(__file__).parent / "seeds").glob("*/readings.tsv")
    return own + [Gold(ROOT / "seeds" / p.parent.name, p) for p in seeds]


def _beside() -> list[Gold]:
    return [Gold(p.parent, p) for p in (ROOT.parent / "shared" / "stories").glob("*/readings.tsv")]


_GROUPS = {"repository": _repository, "beside": _beside}

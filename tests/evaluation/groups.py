"""The stories with gold that the program is held to: those here, and those beside the repository.

Where there are none beside it, the floors of those that were once there stay as they are.
"""

from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
_HERE = Path(__file__).parent


class Group(NamedTuple):
    """Folders of stories with gold, and the file of their floors."""

    folders: tuple[Path, ...]
    floors: Path


REPOSITORY = Group((ROOT / "seeds", ROOT / "tests" / "stories"), _HERE / "floors.toml")
BESIDE = Group((ROOT.parent / "shared" / "stories",), _HERE / "floors_beside.toml")

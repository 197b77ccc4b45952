"""An output folder in which an earlier run left its files, and what has become of them."""

from pathlib import Path

from compare.files import PREFIX
from tests.cli.running import OUTPUTS
from tests.ingest import folders

EARLIER: dict[str, str | bytes] = {name: f"earlier {name}" for name in OUTPUTS}


def with_earlier(place: Path) -> Path:
    """An output folder with the earlier outputs of the story "collapse"."""
    folders.make(place / "output" / "collapse", EARLIER)
    return place / "output"


def holds_earlier(output: Path) -> bool:
    """Whether every earlier output is what it was; temporary files aside."""
    return _outputs(output) == {name: str(data).encode() for name, data in EARLIER.items()}


def new_outputs(output: Path) -> bool:
    """Whether every output is there, and none is an earlier one."""
    found = _outputs(output)
    return set(found) == OUTPUTS and not any(map(_is_earlier, found.values()))


def temporaries(output: Path) -> list[Path]:
    """What a run has left that is no output."""
    return list(output.rglob(f"{PREFIX}*"))


def _outputs(output: Path) -> dict[str, bytes]:
    paths = (path for path in (output / "collapse").iterdir() if path.name[: len(PREFIX)] != PREFIX)
    return {path.name: path.read_bytes() for path in paths}


def _is_earlier(data: bytes) -> bool:
    return data.startswith(b"earlier ")

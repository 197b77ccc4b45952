"""Which stories a folder holds gold for: it is one itself, or they stand in it."""

from pathlib import Path

from compare.errors import TabayunError
from compare.ingest.manifest import NAME as STORY

NAME = "readings.tsv"


def stories(folder: Path) -> list[Path]:
    """The folders of the stories with gold, by name. Raises `TabayunError` where there is none.

    A folder that is a story itself stands alone, whether or not it has gold.
    """
    if not folder.is_dir() or _is_story(folder):
        return [folder]
    found = sorted(path.parent for path in folder.glob(f"*/{NAME}"))
    if not found:
        hint = f"give a story's folder, or one with stories in it, that have a {NAME}"
        raise TabayunError("no-gold", f"no story with a {NAME} here", path=folder, hint=hint)
    return found


def without_gold(folder: Path) -> list[Path]:
    """The folders of the stories in `folder` that `stories` leaves out."""
    if _is_story(folder):
        return []
    found = (path.parent for path in folder.glob(f"*/{STORY}"))
    return sorted(path for path in found if not (path / NAME).exists())


def _is_story(folder: Path) -> bool:
    return (folder / STORY).exists() or (folder / NAME).exists()

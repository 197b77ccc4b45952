"""What a command is put behind, to run where something is hidden, mounted, or another user's.

Kernels and containers differ in what they allow: each way is tried, and the first that works taken.
"""

import subprocess
from collections.abc import Sequence
from functools import lru_cache

import pytest

_MOUNTING = (
    ("unshare", "--mount"),
    ("unshare", "--user", "--map-root-user", "--mount"),
)
_HIDE = """
for folder in {}; do [ ! -d "$folder" ] || mount -t tmpfs none "$folder" || exit; done; exec "$@"
"""


@lru_cache
def mounting() -> tuple[str, ...] | None:
    """What lets a command mount; None where nothing does."""
    trial = ("sh", "-c", "mount -t tmpfs none /mnt")
    return next((way for way in _MOUNTING if _works(*way, *trial)), None)


def hiding(folders: Sequence[str]) -> tuple[str, ...]:
    """What lets a command find these folders empty; nothing where that is refused."""
    way = mounting()
    return (*way, "sh", "-c", _HIDE.format(" ".join(folders)), "sh") if way and folders else ()


def as_user(number: int) -> tuple[str, ...]:
    """What lets a command run as the user of that number, who may read what we may."""
    powers = ("--inh-caps=+dac_override", "--ambient-caps=+dac_override")
    ways = (
        ("unshare", "--user", f"--map-user={number}", f"--map-group={number}"),
        ("setpriv", f"--reuid={number}", f"--regid={number}", "--clear-groups", *powers),
    )
    for way in ways:
        if _works(*way, "sh", "-c", f'[ "$(id -u)" = {number} ]'):
            return way
    pytest.skip("the kernel lets no command run as another user")


def _works(*command: str) -> bool:
    try:
        return not subprocess.run(command, capture_output=True, check=False).returncode
    except FileNotFoundError:
        return False

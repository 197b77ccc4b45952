"""`python -m tests.fuzz SECONDS [TARGET]`: each target in a process of its own, in turn.

What crashes one is kept in `.cache/fuzz/<target>/`; it becomes a case of `tests/robustness/`.
"""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from tests.conftest import ROOT

_FOLDER = ROOT / ".cache" / "fuzz"
_LONGEST = 4096  # bytes of an input: what breaks a reader is short


def main(seconds: int, only: str | None = None) -> int:
    """Fuzz all targets, or one, for so many seconds together. 1 where one crashed."""
    if find_spec("atheris") is None:
        _say("fuzz: atheris is not here: it has wheels for some Pythons only")
        return 0
    from tests.fuzz.targets import TARGETS

    names = [only] if only else list(TARGETS)
    failed = [name for name in names if not _run(name, max(1, seconds // len(names)))]
    for name in failed:
        _say(f"fuzz: {name} crashed; see {_FOLDER / name}")
    return bool(failed)


def _run(name: str, seconds: int) -> bool:
    from tests.fuzz.targets import starts

    corpus = _FOLDER / name / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(starts()[name]):
        (corpus / f"start-{number}").write_bytes(data)
    _say(f"fuzz: {name}, {seconds} s")
    log = _FOLDER / name / "log.txt"
    with log.open("wb") as stream:
        done = subprocess.run(
            [sys.executable, "-m", "tests.fuzz.one", name, str(corpus),
             f"-max_total_time={seconds}", f"-max_len={_LONGEST}", "-timeout=20",
             f"-artifact_prefix={_FOLDER / name}/"],
            stdout=stream, stderr=stream, check=False, cwd=ROOT,
        )  # fmt: skip
    _tell(log)
    return done.returncode == 0


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")


def _tell(log: Path) -> None:
    """The last line of a fuzzer's log that counts its runs."""
    lines = log.read_text(encoding="utf-8", errors="backslashreplace").splitlines()
    runs = [line for line in lines if "Done " in line or "runs in" in line or "ERROR" in line]
    _say(f"fuzz:   {runs[-1] if runs else lines[-1]}")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), *sys.argv[2:3]))

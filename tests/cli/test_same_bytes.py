"""The same story gives the same bytes, wherever and however it is run."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.cli.running import OUTPUTS, tabayun, tree
from tests.conftest import ROOT
from tests.ingest import folders


class Variation(NamedTuple):
    """What must not matter: the environment, the folder run in, the order of the articles."""

    env: Mapping[str, str]
    cwd: str
    backwards: bool


# In the order: an ordinary run, then everything else at once, twice.
VARIATIONS = (
    Variation({"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}, "", backwards=False),
    Variation({"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Tokyo"}, "/", backwards=True),
    Variation(
        {"PYTHONHASHSEED": "4242", "LC_ALL": "ar_EG.UTF-8", "TZ": "America/St_Johns",
         "HOME": "/nonexistent", "PYTHONUTF8": "1"},
        "story", backwards=True),
)  # fmt: skip


def copy(story: Path, folder: Path, *, backwards: bool) -> Path:
    """A copy whose files are made, and whose articles are named, in another order."""
    files: dict[str, str | bytes] = {path.name: path.read_bytes() for path in story.iterdir()}
    head, *articles = (story / "story.toml").read_text(encoding="utf-8").split("[[article]]")
    order = articles[::-1] if backwards else articles
    files["story.toml"] = "\n[[article]]".join([head, *order])
    return folders.make(folder, dict(sorted(files.items(), reverse=backwards)))


def run(variation: Variation, seeds: Path, place: Path) -> dict[str, bytes]:
    folder = copy(seeds, place / seeds.name, backwards=variation.backwards)
    cwd = folder if variation.cwd == "story" else ROOT / variation.cwd
    named = Path() if variation.cwd == "story" else folder
    env = {"PYTHONPATH": str(ROOT), **variation.env}
    done = tabayun("report", named, "-o", place / "out", env=env, cwd=cwd)
    assert done.returncode == 0, done.stderr.decode()
    assert len(done.stderr.splitlines()) == 1, done.stderr.decode()
    return tree(place / "out" / seeds.name)


def rendered(report: Path, folder: Path) -> dict[str, bytes]:
    """What is made of a report alone, in another environment."""
    env = {"PYTHONPATH": str(ROOT), **VARIATIONS[1].env}
    done = tabayun("render", report, "-o", folder, env=env, cwd=report.parent)
    assert done.returncode == 0, done.stderr.decode()
    return tree(folder)


def test_the_seeds_give_the_same_files_and_so_does_their_report(
    seeds: Path, tmp_path: Path
) -> None:
    first, *others = (
        run(variation, seeds, tmp_path / str(number)) for number, variation in enumerate(VARIATIONS)
    )
    assert set(first) == OUTPUTS
    for other in others:
        assert {name for name in OUTPUTS if other[name] != first[name]} == set()
    made = tmp_path / "0" / "out" / seeds.name / "report.json"
    assert rendered(made, tmp_path / "again") == first

"""Labelled figures of other people's test suites, where `../shared/figures` stands beside us.

Its own `score.py` judges each case. What is held to be wrong in a suite stands, with the reason,
in `disputed.toml`, is left failing and counts apart.
"""

import json
import tomllib
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import msgspec

from compare import lang, pipeline
from tests.evaluation.groups import ROOT

FOLDER = ROOT.parent / "shared" / "figures"
_HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, int]] = tomllib.loads((_HERE / "suites.toml").read_text("utf-8"))
DISPUTED: list[dict[str, str]] = tomllib.loads((_HERE / "disputed.toml").read_text("utf-8"))["case"]
_MOST_DISPUTED = 0.02
"""Which share of a suite may be disputed."""


class Result(NamedTuple):
    """How many cases of a suite are read exactly, and how many ranges with both ends.

    `disputed` counts the disputed cases that the suite holds, which are not among `of`; `resolved`
    are those of them that are read as labelled after all, `wrong` the others' misses in words.
    """

    suite: str
    exact: int
    of: int
    ends: int
    ranges: int
    disputed: int
    resolved: tuple[str, ...]
    wrong: tuple[str, ...]

    def __str__(self) -> str:
        ranges = f", range ends {self.ends}/{self.ranges}" if self.ranges else ""
        apart = f", {self.disputed} disputed" if self.disputed else ""
        return f"{self.suite}: exact {self.exact}/{self.of}{ranges}{apart}"


def results() -> Iterator[Result]:
    """The result of each suite that is there."""
    scorer = _scorer() if FOLDER.is_dir() else None
    for path in _paths():
        assert scorer is not None
        yield _result(path, scorer)


def below_floor(result: Result) -> list[str]:
    """What is wrong with a result: too few right, too much disputed, or that without need."""
    floors = FLOORS.get(result.suite, {})
    total = result.of + result.disputed
    troubles = [
        f"{result.suite}: {name} {reached} is below the floor {floors[name]}"
        for name, reached in (("exact", result.exact), ("ends", result.ends))
        if reached < floors.get(name, 0)
    ]
    if result.disputed > _MOST_DISPUTED * total:
        troubles.append(f"{result.suite}: {result.disputed} of {total} disputed are too many")
    return troubles + [f"{result.suite}: {case} is disputed, and right" for case in result.resolved]


def troubles() -> list[str]:
    """What in `suites.toml` and `disputed.toml` does not fit the suites that are there."""
    if not FOLDER.is_dir():
        return []
    ids = {path.stem: {case["id"] for case in _cases(path)} for path in _paths()}
    missing = [f"{name}: has a floor, but no file" for name in FLOORS if name not in ids]
    unheld = [f"{name}: has no floor in suites.toml" for name in ids if name not in FLOORS]
    unknown = [
        f"{case['suite']}: {case['id']} is disputed, and not there"
        for case in DISPUTED
        if case["id"] not in ids.get(case["suite"], set())
    ]
    return missing + unheld + unknown


def _paths() -> list[Path]:
    return sorted(FOLDER.glob("*.jsonl"))


def _cases(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _scorer() -> ModuleType:
    spec = spec_from_file_location("figures_score", FOLDER / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _result(path: Path, scorer: ModuleType) -> Result:
    ordinals = "ordinal" in path.stem
    disputed = {case["id"] for case in DISPUTED if case["suite"] == path.stem}
    exact = of = ends = ranges = seen = 0
    resolved, wrong = [], []
    for case in _cases(path):
        figures = _read(case)
        _, extra, missed = scorer.judge(case, figures, ordinals)
        right = not extra and not missed
        if case["id"] in disputed:
            seen += 1
            resolved += [case["id"]] if right else []
            continue
        of, exact = of + 1, exact + right
        both, asked = scorer.ends(case, figures)
        ends, ranges = ends + both, ranges + asked
        if not right:
            misses = [value for value, _ in missed]
            wrong.append(f"{case['id']}: missed {misses}, extra {extra}: {case['text']}")
    return Result(path.stem, exact, of, ends, ranges, seen, tuple(resolved), tuple(wrong))


def _read(case: dict[str, Any]) -> list[dict[str, Any]]:
    figures = pipeline.read_figures(case["id"], case["text"], lang.load())
    found: list[dict[str, Any]] = msgspec.to_builtins(figures)
    return found

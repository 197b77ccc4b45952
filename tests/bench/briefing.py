"""Measures of a long story's briefing: the whole command, from a folder to every file."""

import random
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from compare import codec
from tests.bench import apart
from tests.bench.records import Record
from tests.bench.texts import news

ARTICLES, SENTENCES = 40, 26
_POOL = 420
"""Different sentences that the articles are made of, so that outlets report the same."""


def measures() -> Iterator[Record]:
    """Each measure of this group, as soon as it is known."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _story(folder / "long")
        output = folder / "output"
        command = (sys.executable, "-m", "compare", "report", folder / "long", "-o", output)
        cost = apart.run(*command)
        made = output / "long"
        figures = len(codec.load(made / "report.json").figures)
        page = (made / "briefing.html").stat().st_size / 2**20
    yield Record(
        name="briefing: tabayun report",
        size=figures,
        of=f"figures in {ARTICLES} articles",
        seconds=cost.seconds,
        peak_mb=cost.peak_mb,
        note=f"all files; briefing.html has {page:.1f} MiB",
    )


def _story(folder: Path) -> None:
    """A story whose outlets print many of the same sentences, most of them with figures."""
    chosen = random.Random(1)
    told = [s for s in dict.fromkeys(news()) if re.search(r"\d", s) and 60 < len(s) < 300]
    pool = chosen.sample(told, min(_POOL, len(told)))
    folder.mkdir()
    manifest = ['title = "long"']
    for number in range(ARTICLES):
        lines = chosen.sample(pool, min(SENTENCES, len(pool)))
        (folder / f"{number}.txt").write_text("\n".join(lines), encoding="utf-8")
        day = f"2025-01-{1 + number % 28:02}"
        manifest.append(
            f'[[article]]\nfile = "{number}.txt"\noutlet = "outlet {number}"\npublished = {day}'
        )
    (folder / "story.toml").write_text("\n".join(manifest), encoding="utf-8")

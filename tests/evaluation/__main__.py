"""Score stories that have a `readings.tsv`: `python -m tests.evaluation FOLDER...`."""

import sys
from pathlib import Path

import click

from tests.evaluation.gold import Score, score


def main() -> None:
    """Print each story's figures, every miss with its words, and the means."""
    scores: list[Score] = []
    for folder in map(Path, sys.argv[1:]):
        found = score(folder)
        scores.append(found)
        click.echo(f"## {folder.name}: {_line(found)}")
        click.echo("\n".join(f"   {miss}" for miss in found.misses))
    for at, name in enumerate(("read", "joined", "right joins", "verdicts")):
        shares = [s[at][0] / s[at][1] for s in scores if s[at][1]]  # type: ignore[operator]
        click.echo(f"{name}: mean {sum(shares) / len(shares):.3f} over {len(shares)} stories")
    click.echo(
        "false divergences: {} of {}".format(*(sum(s.divergent[i] for s in scores) for i in (0, 1)))
    )


def _line(s: Score) -> str:
    return (
        f"read {s.found[0]}/{s.found[1]} joined {s.joined[0]}/{s.joined[1]} "
        f"right joins {s.right_joins[0]}/{s.right_joins[1]} "
        f"verdicts {s.verdicts[0]}/{s.verdicts[1]} "
        f"false divergences {s.divergent[0]}/{s.divergent[1]}"
    )


main()

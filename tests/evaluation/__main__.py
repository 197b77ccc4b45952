"""`python -m tests.evaluation`: score all stories with gold, hold the means against the floors."""

import sys

import click

from tests.evaluation.score import MEASURES, Score, means, score
from tests.evaluation.stories import FLOORS, stories


def main() -> None:
    """Print each story's scores and misses, and the means; exit 1 below a floor."""
    below = [line for group in FLOORS for line in _group(group)]
    click.echo("\n".join(below))
    sys.exit(1 if below else 0)


def _group(group: str) -> list[str]:
    """Score a group; the measures that are below their floor, in words."""
    scores = [score(*gold) for gold in stories(group)]
    if not scores:
        click.echo(f"{group}: none here, not scored")
        return []
    for found in scores:
        click.echo(_line(found))
        click.echo("".join(f"    {miss}\n" for miss in found.misses), nl=False)
    reached = means(scores)
    click.echo(f"{group}, mean of {len(scores)}: {_shares(reached)}")
    floors = FLOORS[group]
    return [
        f"{group}: {name} {reached[name]:.3f} is below the floor {floors[name]}"
        for name in MEASURES
        if reached[name] < floors[name]
    ]


def _line(found: Score) -> str:
    shares = ((name, getattr(found, name)) for name in MEASURES)
    return f"{found.story}: " + ", ".join(f"{name} {s.hits}/{s.of}" for name, s in shares)


def _shares(reached: dict[str, float]) -> str:
    return ", ".join(f"{name} {share:.3f}" for name, share in reached.items())


if __name__ == "__main__":
    main()

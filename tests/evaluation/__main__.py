"""`python -m tests.evaluation`: score the suites and the stories, hold them against the floors."""

import sys

import click

from tests.evaluation.score import MEASURES, Score, means, score
from tests.evaluation.stories import FLOORS, stories
from tests.evaluation.suites import below_floor, results, troubles


def main() -> None:
    """Print each suite's and story's scores and misses, and the means; exit 1 if any is amiss."""
    below = [*_suites(), *(line for group in FLOORS for line in _group(group))]
    click.echo("\n".join(below))
    sys.exit(1 if below else 0)


def _suites() -> list[str]:
    """Score the suites of figures; what is below its floor, or does not fit them, in words."""
    found = list(results())
    if not found:
        click.echo("suites: none here, not scored")
    for result in found:
        click.echo(f"{result}\n" + "".join(f"    {miss}\n" for miss in result.wrong), nl=False)
    return [*troubles(), *(line for result in found for line in below_floor(result))]


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

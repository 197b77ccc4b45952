"""`python -m tests.evaluation`: score the suites and the stories, hold them against their floors.

What is given to it (`--update`, `--lower`) goes to `tabayun evaluate`.
"""

import sys
from collections.abc import Sequence

import click

from compare.cli import main as tabayun
from tests.evaluation.groups import BESIDE, REPOSITORY, Group
from tests.evaluation.suites import below_floor, results, troubles


def main(options: Sequence[str]) -> int:
    """Print each suite's and story's scores and misses; return 1 if any is amiss."""
    amiss = _suites()
    click.echo("".join(f"{line}\n" for line in amiss), nl=False)
    codes = [_stories(group, options) for group in (REPOSITORY, BESIDE)]
    return 1 if amiss or any(codes) else 0


def _suites() -> list[str]:
    """Score the suites of figures; what is below its floor, or does not fit them, in words."""
    found = list(results())
    if not found:
        click.echo("suites: none here, not scored")
    for result in found:
        click.echo(f"{result}\n" + "".join(f"    {miss}\n" for miss in result.wrong), nl=False)
    return [*troubles(), *(line for result in found for line in below_floor(result))]


def _stories(group: Group, options: Sequence[str]) -> int:
    """Run `tabayun evaluate` on a group; its exit code."""
    click.echo()
    there = [str(folder) for folder in group.folders if folder.is_dir()]
    if not there:
        click.echo(f"{', '.join(map(str, group.folders))}: not here, not scored")
        return 0
    return tabayun(["evaluate", *there, "--floors", str(group.floors), *options])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`python -m tests.bench [GROUP...]`: how fast and how well, beside other ways and as input grows.

Machines are noisy: read the ratios, taken in turn in one run, and the exponents, not the single
numbers. Nothing fails here: timings decide nothing. Every measure goes into output/bench.jsonl,
a line each, as soon as it is known.
"""

from importlib import import_module

import click

from tests.bench import records

GROUPS = ("story", "briefing", "figures", "sizes", "archive")
"""Modules of this package with a function `measures` that yields records."""


@click.command()
@click.argument("groups", nargs=-1, metavar="[GROUP]...", type=click.Choice(GROUPS))
def main(groups: tuple[str, ...]) -> None:
    """Measure the GROUPs named, by default all, and write output/bench.jsonl."""
    measured: list[records.Record] = []
    for group in groups or GROUPS:
        for record in import_module(f"tests.bench.{group}").measures():
            measured.append(record)
            click.echo(record.line())
            records.write(measured)


if __name__ == "__main__":
    main()

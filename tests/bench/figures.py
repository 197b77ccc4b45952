"""Measures of the reading of figures: beside other readers, and as texts grow.

Every time is processor time of one core, the median of the rounds.
"""

from collections.abc import Iterator
from statistics import median

import click

from tests.bench import growth, peers
from tests.bench.records import Record
from tests.bench.texts import news


def measures() -> Iterator[Record]:
    """Print each reader's throughput, the ratios and the growth; give a record a reader."""
    sentences = news()
    size = sum(len(sentence.encode()) for sentence in sentences) / 1e6
    click.echo(f"{len(sentences):,} sentences, {size:.1f} MB of UTF-8, {peers.ROUNDS} rounds")
    measured = peers.measure(sentences)
    for line in (*peers.lines(measured), *growth.lines(sentences), peers.closing(measured)):
        click.echo(line)
    for name, speeds in measured.speeds.items():
        ratios = measured.ratios.get(name)
        yield Record(
            name=f"figures: {name}",
            size=len(sentences),
            of="sentences",
            seconds=size / median(speeds),
            ratio=median(ratios) if ratios else None,
            ratio_to=f"{peers.OURS}, time for time" if ratios else None,
            note="processor time of one core",
        )

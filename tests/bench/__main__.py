"""`python -m tests.bench`: how fast figures are read, beside other readers and as texts grow.

Every time is processor time of one core. Machines are noisy: read the ratios, taken in turn in
one run, and the exponents, not the single numbers. Nothing fails here: timings decide nothing.
"""

import click

from tests.bench import growth, peers
from tests.bench.texts import news


def main() -> None:
    """Print the throughput of each reader, the ratios, how the time grows, and what that means."""
    sentences = news()
    size = sum(len(sentence.encode()) for sentence in sentences) / 1e6
    click.echo(f"{len(sentences):,} sentences, {size:.1f} MB of UTF-8, {peers.ROUNDS} rounds")
    measured = peers.measure(sentences)
    for line in (*peers.lines(measured), *growth.lines(sentences), peers.closing(measured)):
        click.echo(line)


if __name__ == "__main__":
    main()

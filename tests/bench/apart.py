"""A command as a process of its own: its wall time and the most memory it held.

The system counts to a process what its parent held when it was started, and the benchmark holds
much. So a small process stands between: `python -m tests.bench.apart COMMAND...`.
"""

import json
import resource
import subprocess
import sys
from time import perf_counter
from typing import NamedTuple

import click

from tests.evaluation.groups import ROOT


class Cost(NamedTuple):
    """Seconds of wall time, and MiB of the largest process."""

    seconds: float
    peak_mb: float


def run(*command: object) -> Cost:
    """Run a command, whose output nobody reads. Raises `CalledProcessError` where it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.apart", *map(str, command)],
        stdout=subprocess.PIPE,
        check=True,
        cwd=ROOT,
    )
    return Cost(**json.loads(done.stdout))


def main() -> None:
    """Run the command given as arguments and print its cost as JSON."""
    before = perf_counter()
    subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    seconds = perf_counter() - before
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    click.echo(json.dumps({"seconds": seconds, "peak_mb": peak}))


if __name__ == "__main__":
    main()

"""`python -m tests.golden accept`: take today's reports as the ones to hold against."""

import sys

import click

from tests.golden.reports import accept

if sys.argv[1:] != ["accept"]:
    sys.exit("usage: python -m tests.golden accept")
for path in accept():
    click.echo(f"accepted {path.relative_to(path.parents[3])}: read the difference", err=True)

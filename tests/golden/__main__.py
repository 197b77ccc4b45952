"""`python -m tests.golden accept`: take today's reports and schema as the ones to hold against."""

import sys

import click

from tests.golden.reports import ROOT, accept

if sys.argv[1:] != ["accept"]:
    sys.exit("usage: python -m tests.golden accept")
for path in accept():
    click.echo(f"accepted {path.relative_to(ROOT)}: read the difference", err=True)

"""`python -m tests.golden accept | regress`: take today's reports and schema as the ones to hold
against, or hold today's reports against those."""

import sys

import click

from tests.golden.regress import ACCEPT, regressed
from tests.golden.reports import REGRESSED, ROOT, accept


def _accept() -> int:
    for path in accept():
        click.echo(f"accepted {path.relative_to(ROOT)}: read the difference", err=True)
    return 0


def _regress() -> int:
    terminal = sys.stdout.isatty()
    found = {story: regressed(story, terminal=terminal) for story in REGRESSED}
    changed = [story for story in REGRESSED if found[story]]
    for story in changed:
        click.echo(f"== {story.relative_to(ROOT)}")
        click.echo("\n".join([*found[story], ""]))
    said = f"regress: {len(REGRESSED)} stories held against their accepted reports"
    click.echo(f"{said}, {len(changed)} differ" + f" ({ACCEPT})" * bool(changed), err=True)
    return int(bool(changed))


COMMANDS = {"accept": _accept, "regress": _regress}

if len(sys.argv) != 2 or sys.argv[1] not in COMMANDS:
    sys.exit(f"usage: python -m tests.golden {' | '.join(COMMANDS)}")
sys.exit(COMMANDS[sys.argv[1]]())

"""The command line: commands, exit codes and what is said on the way; no logic.

Everything but click is imported where it is used, so that `--help` answers at once. Standard
output is for data; what is said goes to standard error.
"""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from compare import __version__
from compare.errors import TabayunError

if TYPE_CHECKING:
    from tqdm import tqdm

    from compare.ingest import LoadedStory

DONE, BAD_INPUT, INTERRUPTED = 0, 2, 130

_FOLDER = click.Path(path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def tabayun() -> None:
    """Find every figure in what several outlets wrote on a story, and show where they part."""


@tabayun.command()
@click.argument("stories", nargs=-1, required=True, metavar="STORY...", type=_FOLDER)
@click.option(
    "-o", "--output", required=True, metavar="DIR", type=_FOLDER, help="Write into DIR/<story>/."
)
@click.option(
    "--locale",
    type=click.Choice(["ar", "en"]),
    default="ar",
    show_default=True,
    help="Language of the briefing.",
)
def report(stories: Sequence[Path], output: Path, locale: str) -> None:
    """Compare the articles of a story; write the briefing.

    Each STORY is a folder with story.toml and its articles. What is written: briefing.html,
    briefing.pdf, report.json, figures.csv.
    """
    from compare.ingest import load_story

    loaded = [load_story(folder) for folder in stories]
    _refuse_one_name(loaded, stories)
    # Only now, since it takes a while: what is wrong with a story is told at once.
    from compare import codec, files, lang, pipeline, render

    lexicon = lang.load()
    divergent: dict[Path, int] = {}
    for story, step in _with_progress(loaded):
        made = pipeline.build(story, lexicon, step)
        step("render")
        folder = output / story.story.id
        files.write_all(folder, {"report.json": codec.encode(made), **render.render(made, locale)})
        divergent[folder] = sum(fact.verdict == "divergent" for fact in made.facts)
    for folder, number in divergent.items():
        _conclude(folder, number)


@tabayun.command()
@click.argument("file", type=click.Path(path_type=Path))
def figures(file: Path) -> None:
    """Print the figures in a text as JSON lines.

    FILE is a text (.txt), or JSON lines with "id" and "text"; - is standard input.
    """
    import msgspec

    from compare import lang, pipeline
    from compare.ingest import plain, rows

    data = sys.stdin.buffer.read() if str(file) == "-" else plain.read(file)
    texts = rows.read(data, str(file))
    lexicon = lang.load()
    encoder = msgspec.json.Encoder(decimal_format="string")
    _print(
        encoder.encode({"id": row.id, "figures": pipeline.read_figures(row.id, row.text, lexicon)})
        for row in texts
    )


@tabayun.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=_FOLDER)
def check(paths: Sequence[Path]) -> None:
    """Say what is wrong with a story or a lexicon.

    Each PATH is a folder. Prints a line for each trouble, or that all is well.
    """
    found = {path: _problems(path) for path in paths}
    for path, problems in found.items():
        _print(line.encode("utf-8", "backslashreplace") for line in problems or [f"{path}: ok"])
    if any(found.values()):
        raise click.exceptions.Exit(BAD_INPUT)


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line on `args`, by default the process's own; return the exit code."""
    try:
        return _run(list(sys.argv[1:] if args is None else args))
    except BrokenPipeError:
        # Whoever read has gone. Python would complain on its last flush.
        _mute(sys.stdout, sys.stderr)
        return DONE
    except KeyboardInterrupt:
        click.echo("tabayun: interrupted", err=True)
        return INTERRUPTED


def _run(args: list[str]) -> int:
    try:
        with tabayun.make_context("tabayun", args) as context:
            tabayun.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
        return BAD_INPUT
    except TabayunError as error:
        click.echo(f"tabayun: {error}", err=True)
        return BAD_INPUT
    return DONE


def _problems(path: Path) -> list[str]:
    if any(path.glob("*.toml")) and not (path / "story.toml").exists():
        from compare.lang import problems
    else:
        from compare.ingest import problems
    return [str(error) for error in problems(path)]


def _refuse_one_name(loaded: Sequence["LoadedStory"], folders: Sequence[Path]) -> None:
    """Two stories of one name would write over each other."""
    times = Counter(story.story.id for story in loaded)
    for story, folder in zip(loaded, folders, strict=True):
        if times[story.story.id] > 1:
            raise TabayunError(
                "same-name",
                "another story given has the same name",
                path=folder,
                hint="give each story once, those of one name with an output folder each",
            )


def _with_progress(
    stories: Sequence["LoadedStory"],
) -> Iterator[tuple["LoadedStory", Callable[[str], None]]]:
    """Each story with a function that shows on a terminal which stage it has come to."""
    from tqdm import tqdm

    with tqdm(stories, disable=None, unit="story", leave=False) as bar:
        for story in bar:
            yield story, partial(_show_stage, bar, story.story.id)


def _show_stage(bar: "tqdm[LoadedStory]", story: str, stage: str) -> None:
    bar.set_description(f"{story}: {stage}")


def _conclude(folder: Path, divergent: int) -> None:
    """Say where to look, and how many facts are to be seen there that diverge."""
    click.echo(folder / "briefing.html", err=True)
    click.echo(folder / "briefing.pdf", err=True)
    click.echo("1 fact diverges" if divergent == 1 else f"{divergent} facts diverge", err=True)


def _print(lines: Iterable[bytes]) -> None:
    """Write lines to standard output as they are, whatever the locale."""
    try:
        for line in lines:
            sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _mute(sys.stdout)
        raise TabayunError(
            "cannot-write",
            f"cannot write: {error.strerror}",
            path="standard output",
            hint="write it elsewhere",
        ) from error


def _mute(*streams: TextIO) -> None:
    """Send what is still to be flushed nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)

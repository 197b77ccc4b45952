"""The command line: commands, exit codes and what is said on the way; no logic.

Everything but click is imported where it is used, so that `--help` answers at once. Standard
output is for data; what is said goes to standard error.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from compare import __version__, interrupts, streams
from compare.errors import TabayunError, one_line
from compare.progress import amounts, with_stages
from compare.streams import say, write_lines

if TYPE_CHECKING:
    from compare.evaluation import Score
    from compare.ingest import LoadedStory
    from compare.ingest.rows import Row
    from compare.model import Figure, Report
    from compare.outputs import Written

    Read = tuple[Row, tuple[Figure, ...]]

Digits = Literal["latn", "arab"]

DONE, BELOW_FLOOR, CHANGED, BAD_INPUT, INCOMPLETE = 0, 1, 1, 2, 3

_FOLDER = click.Path(path_type=Path)


def _locale(of: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(
        "--locale",
        type=click.Choice(["ar", "en"]),
        default="ar",
        show_default=True,
        help=f"Language of the {of}.",
    )


_digits = click.option(
    "--digits",
    type=click.Choice(["latn", "arab"]),
    default="latn",
    show_default=True,
    help="Digits of the briefing, 123 or ١٢٣; what is quoted stays as printed.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def tabayun() -> None:
    """Find every figure in what several outlets wrote on a story, and show where they part."""


@tabayun.command()
@click.argument("stories", nargs=-1, required=True, metavar="STORY...", type=_FOLDER)
@click.option(
    "-o",
    "--output",
    default="output",
    show_default=True,
    metavar="DIR",
    type=_FOLDER,
    help="Write into DIR/<story>/.",
)
@_locale("briefing")
@_digits
def report(stories: Sequence[Path], output: Path, locale: str, digits: Digits) -> None:
    """Compare the articles of a story; write the briefing.

    Each STORY is a folder with story.toml and its articles. What is written: briefing.html,
    briefing.pdf, report.json, facts.xlsx, figures.csv, naming.csv.
    """
    from compare.ingest import load_story

    loaded = [load_story(folder) for folder in stories]
    _refuse_one_name(loaded, stories, "those of one name with an output folder each")
    # Only now, since it takes a while: what is wrong with a story is told at once.
    from compare import lang, outputs, pipeline

    lexicon = lang.load()
    ended = []
    for story, step in with_stages(loaded):
        made = pipeline.build(story, lexicon, step)
        step("render")
        folder = output / story.story.id
        ended.append((folder, made, outputs.write(made, folder, locale, digits)))
    _conclude(ended)


@tabayun.command(name="render")
@click.argument("report_file", metavar="REPORT", type=_FOLDER)
@click.option(
    "-o", "--output", metavar="DIR", type=_FOLDER, help="Write into DIR, not beside REPORT."
)
@_locale("briefing")
@_digits
def render_(report_file: Path, output: Path | None, locale: str, digits: Digits) -> None:
    """Write the briefing and the tables again from a report alone.

    REPORT is a report.json that tabayun report wrote, or the folder that it lies in. What is
    written is what tabayun report writes; without -o it takes the place of what is there.
    """
    if report_file.is_dir():
        report_file /= "report.json"
    if output is None and report_file.name != "report.json":
        raise click.UsageError("a report of another name than report.json needs -o")
    from compare import codec, outputs

    made = codec.load(report_file)
    folder = report_file.parent if output is None else output
    _conclude([(folder, made, outputs.write(made, folder, locale, digits))])


@tabayun.command()
@click.argument("file", type=click.Path(path_type=Path))
def figures(file: Path) -> None:
    """Print the figures in a text: a table on a terminal, JSON lines elsewhere.

    FILE is a text (.txt), or JSON lines with "id" and "text" (.jsonl); - is standard input.
    """
    from compare import lang, pipeline
    from compare.ingest import rows

    texts = rows.read(streams.read_input(), "-") if str(file) == "-" else rows.load(file)
    lexicon = lang.load()
    found = ((row, pipeline.read_figures(row.id, row.text, lexicon)) for row in texts)
    write_lines(_as_table(found) if sys.stdout.isatty() else _as_json_lines(found))


@tabayun.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID [OTHER]")
@click.argument("report_file", metavar="REPORT", type=_FOLDER)
@_locale("explanation")
def explain(ids: tuple[str, ...], report_file: Path, locale: str) -> None:
    """Say which words, rules and scores made a fact, a link or a figure what it is.

    ID is the id of a fact, claim, figure, alignment, sentence, total or naming in REPORT, a
    report.json, or four of its characters or more. Ids stand in report.json, in figures.csv and
    in the links of the briefing. With OTHER, an id too: why the two are, or are not, held to be
    one quantity.
    """
    if len(ids) > 2:
        raise click.UsageError("at most two ids at a time")
    from compare import codec, explain
    from compare.explain import printed

    told = explain.explain(codec.load(report_file), ids, locale, str(report_file))
    lines = printed.lines(told, terminal=sys.stdout.isatty())
    write_lines(line.encode("utf-8", "backslashreplace") for line in lines)


@tabayun.command(name="diff")
@click.argument("old", metavar="OLD", type=_FOLDER)
@click.argument("new", metavar="NEW", type=_FOLDER)
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "markdown", "html", "json", "junit"]),
    default="terminal",
    show_default=True,
    help="What to write.",
)
@click.option("-o", "--output", metavar="FILE", type=_FOLDER, help="Write FILE, not to the screen.")
@click.option(
    "--fail-on",
    type=click.Choice(["any", "verdict", "divergent", "never"]),
    default="any",
    show_default=True,
    help="Which change ends with exit code 1.",
)
@_locale("words")
def diff_(old: Path, new: Path, output: Path | None, **asked: Any) -> None:
    """Say what changed between two reports of a story.

    OLD and NEW are report.json files that tabayun report wrote, or the folders that they lie in.
    Facts, totals, figures and articles that are new, gone or changed; and apart from those what
    only moved or was reworded, which never fails. --fail-on verdict: a verdict changed, or a fact
    of several outlets came or went; divergent: a fact is divergent that was not.
    """
    from compare import diff

    sides = diff.load(old, new)
    made = diff.diff(sides.old, sides.new, sides.lacks)
    terminal = output is None and sys.stdout.isatty()
    content = diff.written(made, sides.new, diff.Asked(terminal=terminal, **asked))
    if output is None:
        write_lines(content.splitlines())
    else:
        from compare import files

        files.write_all(output.parent, {output.name: content})
    if diff.failed(made, asked["fail_on"]):
        raise click.exceptions.Exit(CHANGED)


@tabayun.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=_FOLDER)
def check(paths: Sequence[Path]) -> None:
    """Say what is wrong with a story or a lexicon.

    Each PATH is a folder. Prints a line for each trouble, or that all is well, after a note
    on each thing that is not known of the story.
    """
    found = {path: _problems(path) for path in paths}
    for path, problems in found.items():
        lines = problems or [*_notes(path), one_line(f"{path}: ok")]
        write_lines(line.encode("utf-8", "backslashreplace") for line in lines)
    if any(found.values()):
        raise click.exceptions.Exit(BAD_INPUT)


@tabayun.command()
@click.argument("folders", nargs=-1, required=True, metavar="DIR...", type=_FOLDER)
@click.option(
    "--floors", metavar="FILE", type=_FOLDER, help="Fail if a story is below its floors in FILE."
)
@click.option("--update", is_flag=True, help="Write what is reached into FILE; no floor falls.")
@click.option("--lower", is_flag=True, help="With --update: floors may fall.")
def evaluate(folders: Sequence[Path], floors: Path | None, update: bool, lower: bool) -> None:
    """Score stories against what a careful reader found in them.

    Each DIR is a story's folder with a readings.tsv, or a folder with such stories in it.
    Prints every miss with its words, and the scores of each story and of all.
    """
    if update and not floors:
        raise click.UsageError("--update needs --floors")
    if lower and not update:
        raise click.UsageError("--lower needs --update")
    from compare import evaluation

    pins = evaluation.read_pins(floors, to_be_written=update) if floors else {}
    scores = _scores([path for folder in folders for path in evaluation.stories(folder)])
    held = evaluation.update(pins, scores, lower=lower) if update else evaluation.hold(pins, scores)
    if floors and held.pins:
        from compare import files

        files.write_all(floors.parent, {floors.name: evaluation.encode_pins(held.pins)})
    write_lines(_as_scores(scores))
    for path in (path for folder in folders for path in evaluation.without_gold(folder)):
        _say(f"{path}: no {evaluation.NAME}, not scored")
    for line in held.said if floors else ():
        _say(f"{floors}: {line}")
    if not held.passed:
        raise click.exceptions.Exit(BELOW_FLOOR)


@tabayun.command()
@click.argument("archive_files", nargs=-1, required=True, metavar="FILE...", type=_FOLDER)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="PAIRS",
    type=_FOLDER,
    help="Write the pairs into PAIRS.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=2,
    show_default=True,
    metavar="N",
    help="Compare with N threads; they change no pair.",
)
def align(archive_files: Sequence[Path], output: Path, workers: int) -> None:
    """Find which sentences of an archive outlets have from each other, or from one agency.

    Each FILE is .jsonl, .csv, .tsv or .parquet with columns outlet, document and sentence. PAIRS
    is .parquet, .csv or .jsonl; a second file beside it lists rows of the same words.
    """
    from compare import archive

    with amounts() as step:
        made = archive.align(archive_files, output, workers, step)
    _say(made.line())


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line on `args`, by default the process's own; return the exit code."""
    streams.stand_in()
    try:
        with interrupts.raised():
            return _run(list(sys.argv[1:] if args is None else args))
    except interrupts.EndedError as ended:
        _say(f"tabayun: {ended}")
        return ended.code
    except MemoryError:
        say("tabayun: out of memory (lower limits: SECURITY.md lists them)")
        return BAD_INPUT


def _run(args: list[str]) -> int:
    try:
        with streams.kept(), tabayun.make_context("tabayun", args) as context:
            tabayun.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        say(error.format_message())
        return BAD_INPUT
    except click.UsageError as error:
        _say(f"tabayun: {_wrong_call(error, args)}")
        return BAD_INPUT
    except TabayunError as error:
        _say(f"tabayun: {error}")
        return BAD_INPUT
    return DONE


def _wrong_call(error: click.UsageError, args: Sequence[str]) -> str:
    """What is wrong with the call, on one line, and whom to ask."""
    message = one_line(error.format_message()).rstrip(".")
    # An option's missing value is told without a context; the command is named first.
    command = error.ctx.command_path if error.ctx else f"tabayun {args[0]}"
    return f"{message[:1].lower()}{message[1:]} (see {command} --help)"


def _as_json_lines(found: Iterable["Read"]) -> Iterator[bytes]:
    import msgspec

    encoder = msgspec.json.Encoder(decimal_format="string")
    for row, figures in found:
        yield encoder.encode({"id": row.id, "figures": figures})


def _as_table(found: Iterable["Read"]) -> Iterator[bytes]:
    from compare import listing, terminal

    listed = [listing.Listed(row.id, row.text, figures) for row, figures in found]
    parts = [listing.table(listed)] if any(one.figures for one in listed) else []
    for line in terminal.drawn([*parts, listing.summary(listed)], terminal=True):
        yield line.encode("utf-8", "backslashreplace")


def _scores(folders: Sequence[Path]) -> list["Score"]:
    """The scores of the stories in `folders`, which are all sound, and so is their gold."""
    from compare import evaluation
    from compare.ingest import load_story

    loaded = [load_story(folder) for folder in folders]
    _refuse_one_name(loaded, folders, "those of one name in a run each")
    gold = {
        story.story.id: evaluation.read(folder / evaluation.NAME, story.articles)
        for story, folder in zip(loaded, folders, strict=True)
    }
    from compare import lang, pipeline

    lexicon = lang.load()
    return [
        evaluation.score(pipeline.build(story, lexicon, step), gold[story.story.id])
        for story, step in with_stages(loaded)
    ]


def _as_scores(scores: Sequence["Score"]) -> Iterator[bytes]:
    from compare.evaluation import printed

    for line in printed.lines(scores, terminal=sys.stdout.isatty()):
        yield line.encode("utf-8", "backslashreplace")


def _problems(path: Path) -> list[str]:
    if _is_lexicon(path):
        from compare.lang import problems
    else:
        from compare.ingest import problems
    return [str(error) for error in problems(path)]


def _notes(path: Path) -> list[str]:
    """What the report will warn of, a line each; of a lexicon there is nothing to note."""
    if _is_lexicon(path):
        return []
    from compare.ingest import load_story

    notices = load_story(path).notices
    lines = [f"{path / (notice.path or '')}: note: {notice.message}" for notice in notices]
    return [one_line(line) for line in lines]


def _is_lexicon(path: Path) -> bool:
    return any(path.glob("*.toml")) and not (path / "story.toml").exists()


def _refuse_one_name(
    loaded: Sequence["LoadedStory"], folders: Sequence[Path], otherwise: str
) -> None:
    """Two stories of one name would write over each other, or share their floors."""
    times = Counter(story.story.id for story in loaded)
    for story, folder in zip(loaded, folders, strict=True):
        if times[story.story.id] > 1:
            raise TabayunError(
                "same-name",
                "another story given has the same name",
                path=folder,
                hint=f"give each story once, {otherwise}",
            )


def _conclude(ended: Iterable[tuple[Path, "Report", "Written"]]) -> None:
    """Say what came of each story; end with a code of its own where an output is missing."""
    troubles = []
    for folder, made, written in ended:
        _say(_conclusion(folder, made, written.names))
        if written.trouble:
            troubles.append(f"tabayun: {folder}/{written.trouble}")
    for trouble in troubles:
        _say(trouble)
    if troubles:
        raise click.exceptions.Exit(INCOMPLETE)


def _conclusion(folder: Path, made: "Report", written: Iterable[str]) -> str:
    """How many facts of the story in `folder` diverge, and where to look."""
    divergent = sum(fact.verdict == "divergent" for fact in made.facts)
    counts = {0: "no fact diverges", 1: "1 fact diverges"}
    said = counts.get(divergent, f"{divergent} facts diverge")
    return f"{folder.absolute().name}: {said} ({folder}: {', '.join(sorted(written))})"


def _say(said: str) -> None:
    """What is said on the way: a line that a terminal shows and does not obey."""
    say(one_line(said))

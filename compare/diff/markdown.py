"""A diff as Markdown, for a job's summary or a message; what articles say is escaped."""

import re
from collections.abc import Iterator

from compare.diff.printed import plain
from compare.diff.sheet_records import Entry, Part, Sheet
from compare.view.records import Line

_MARKS = {"new": "➕ ", "gone": "➖ ", "changed": "🔁 ", "": ""}  # fmt: skip
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$#]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
_HEAD = re.compile(r"^(\d*)(?=[.)+\-=])")
"""Where a line would begin a list or underline a heading."""
_CALLS = re.compile(r"([@#])(?=\w)")
"""What sites make a link of behind Markdown's back: a person's name, a thread's number."""


def markdown(sheet: Sheet) -> str:
    """The sheet as Markdown in its own direction."""
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield from (f'<div dir="{sheet.dir}" lang="{sheet.lang}">', "")
    yield from (f"# {_escaped(sheet.title.text)}", "", f"{_escaped(sheet.name)}.", "")
    yield from (_said(sheet.answer), "")
    for warning in sheet.warnings:
        yield from (f"> {_said(warning)}", "")
    for part in sheet.parts:
        yield from _part(part)
    yield "</div>"


def _part(part: Part) -> Iterator[str]:
    yield from (f"## {_escaped(part.name)}", "")
    for entry in part.entries:
        yield from _entry(entry)
    if part.more:
        yield from (_said(part.more), "")


def _entry(entry: Entry) -> Iterator[str]:
    verdict = f" · {_escaped(entry.verdict.name)}" if entry.verdict else ""
    yield from (f"### {_said(entry.title)}{verdict}", "")
    for row in entry.rows:
        yield f"- {_MARKS[row.slug]}{_said(row.line)}"
        yield from (f"  - {_said(note)}" for note in row.notes)
    yield ""


def _said(line: Line) -> str:
    """A line, the words that only one side has in bold."""
    parts: list[str] = []
    for run in line:
        words = _escaped(plain((run,)))
        parts.append(f"**{words}**" if run.role == "only" else words)
    return "".join(parts)


def _escaped(words: str) -> str:
    """Words that mean themselves: with a backslash before all that Markdown gives a meaning."""
    marked = _HEAD.sub(r"\1\\", _SPECIAL.sub(r"\\\1", words))
    return _CALLS.sub(r"\1<!-- -->", marked)

"""A diff in the form that is asked for, as bytes."""

from typing import Literal, NamedTuple

from compare.diff.coded import encode
from compare.diff.fails import FailOn
from compare.diff.records import Diff
from compare.diff.sheet import sheet
from compare.model import Report

Form = Literal["terminal", "markdown", "html", "json", "junit"]


class Asked(NamedTuple):
    """In what form and words; what a test case fails on; whether it goes to a terminal."""

    form: Form
    locale: str = "ar"
    fail_on: FailOn = "any"
    terminal: bool = False


def written(diff: Diff, new: Report, asked: Asked) -> bytes:
    """The diff, whose new report is `new`, as it is asked for; it ends with a line break."""
    if asked.form == "json":
        return encode(diff)
    if asked.form == "junit":
        from compare.diff.junit import junit

        return junit(diff, new, asked.locale, asked.fail_on)
    return _sheet(diff, asked).encode("utf-8", "backslashreplace")


def _sheet(diff: Diff, asked: Asked) -> str:
    made = sheet(diff, asked.locale)
    if asked.form == "markdown":
        from compare.diff.markdown import markdown

        return markdown(made)
    if asked.form == "html":
        from compare.diff.page import html

        return html(made) + "\n"
    from compare.diff.printed import lines

    return "\n".join(lines(made, terminal=asked.terminal)) + "\n"

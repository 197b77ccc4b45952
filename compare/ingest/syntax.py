"""The tables of a `story.toml`, or what its writer most likely meant where it does not parse."""

import re
import tomllib
from pathlib import Path
from typing import Any

from compare.errors import TabayunError
from compare.ingest.schema import DATE_FORMS, iso, no_date

_ASSIGNMENT = re.compile(r"""\s*["']?([\w-]+)["']?\s*=\s*(\S.*)""")
_COMMENT = re.compile(r"\s#.*")
_OTHER_QUOTES = tuple("“”„‟‘’‚‛«»‹›″′＂＇`´")
_OPENINGS = ('"', "'", "[", "{")

_Diagnosis = tuple[str, str, str]
"""Slug, message and way out."""


def parse(text: str, path: Path) -> dict[str, Any]:
    """The tables of `text`. Raises `TabayunError` that names the line which does not parse."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        message, line = _where(str(error), text)
        slug, message, hint = _diagnose(message, text.split("\n")[line - 1] if line else "")
        raise TabayunError(slug, message, path=path, line=line, hint=hint) from error


def _where(message: str, text: str) -> tuple[str, int | None]:
    """The parser's message, and the line that it ends with, if any."""
    found = re.fullmatch(
        r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", message, re.DOTALL
    )
    if not found:
        return message, None
    return found[1], int(found[2]) if found[2] else text.rstrip().count("\n") + 1


def _diagnose(message: str, line: str) -> _Diagnosis:
    found = _ASSIGNMENT.match(line)
    known = _misquoted(found[1], _COMMENT.sub("", found[2]).strip()) if found else None
    hint = 'keys are written as key = "value", articles under [[article]]'
    return known or ("bad-toml", f"does not parse: {message}", hint)


def _misquoted(key: str, value: str) -> _Diagnosis | None:
    """What is wrong with a value that stands in no straight quotes; None where it does."""
    straight = f'write {key} = "..." with straight quotes'
    if value.startswith(_OTHER_QUOTES) or value.endswith(_OTHER_QUOTES):
        return "bad-toml", f"{key} is in quotes that are not straight", straight
    if value.startswith(_OPENINGS) or not value:
        return None
    if key == "published" and iso(value) is None:
        return *no_date(value), DATE_FORMS
    return "bad-toml", f"{key} is without quotes", straight

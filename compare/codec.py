"""Report to canonical JSON and back, and its schema.

The pipeline orders; here is one byte form for each report.
"""

from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec

from compare.errors import TabayunError
from compare.limits import read_within
from compare.model import FORMAT, Report
from compare.sound import refuse_torn

_NUMBER = r"^-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]+)?$"
_GIVE = "give a report.json that tabayun report wrote"


def encode(report: Report) -> bytes:
    """Canonical `report.json`: UTF-8, two spaces, keys in record order, a final newline."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"


def schema() -> bytes:
    """The JSON Schema of `report.json` as this program writes it, made from the records."""
    made = msgspec.json.schema(Report)
    for record in made["$defs"].values():
        record["description"] = cleandoc(record["description"])
        record["additionalProperties"] = False
        for field in record["properties"].values():
            _narrow(field)
    made["$defs"]["Report"]["properties"]["format"] = {"const": FORMAT}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return msgspec.json.format(msgspec.json.encode(head | made), indent=2) + b"\n"


def _narrow(field: dict[str, Any]) -> None:
    """Let a number be digits; what `Decimal` calls a number besides is none in a report."""
    for kind in field.get("anyOf", [field]):
        if kind.get("format") == "decimal":
            kind["pattern"] = _NUMBER


def load(path: Path) -> Report:
    """Read the report at `path`. Raises `TabayunError` where it is no file, or as `decode` does.

    It may be one that somebody mended: where it no longer holds together, it is refused too.
    """
    try:
        data = read_within(path, "report_megabytes")
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise TabayunError("unreadable", message, path=path, hint=_GIVE) from error
    report = decode(data, str(path))
    refuse_torn(report, str(path))
    return report


def decode(data: bytes, path: str = "report.json") -> Report:
    """Read `report.json`. Raises `TabayunError` where it is not one, or of a later format."""
    try:
        head = msgspec.json.decode(data, type=_Head)
        if head.format > FORMAT:
            raise TabayunError(
                "newer-format",
                f"report format {head.format} is newer than {FORMAT}, the one this program reads",
                path=path,
                hint="upgrade tabayun",
            )
        if head.format < 1:
            raise TabayunError(
                "unknown-format",
                f"there is no report format {head.format}",
                path=path,
                hint=_GIVE,
            )
        return msgspec.json.decode(data, type=Report)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise TabayunError(
            "not-a-report", f"not a report: {error}", path=path, hint=_way_out(error)
        ) from error


def _way_out(error: Exception) -> str:
    cut = "truncated" in str(error)
    return "it was cut short: write it again with tabayun report" if cut else _GIVE


class _Head(msgspec.Struct):
    format: int

"""Report to canonical JSON and back. The pipeline orders; here is one byte form for each report."""

import msgspec

from compare.errors import TabayunError
from compare.model import FORMAT, Report


def encode(report: Report) -> bytes:
    """Canonical `report.json`: UTF-8, two spaces, keys in record order, a final newline."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"


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
        return msgspec.json.decode(data, type=Report)
    except msgspec.MsgspecError as error:
        raise TabayunError(
            "not-a-report", f"not a report: {error}", path=path, hint="give a report.json"
        ) from error


class _Head(msgspec.Struct):
    format: int

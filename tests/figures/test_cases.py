"""Every case in tests/cases/figures is read as it says."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from compare.figures import Span, read
from tests.figures.lexicon import LEXICON

CASES = Path(__file__).parent.parent / "cases" / "figures"


def _cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}-{number}")
        for path in sorted(CASES.glob("*.toml"))
        for number, case in enumerate(tomllib.loads(path.read_text("utf-8"))["case"], 1)
    ]


_WITH_UNIT = frozenset(("money", "measure", "duration", "percent"))
"""Kinds whose unit is always asked for: where a case states none, none must be read."""
_MORE_THAN_NUMERAL = frozenset(("date", "time", "score", "identifier", "ordinal"))
"""Kinds that no numeral bounds, so that the span may be longer than `raw`."""


def _differences(text: str, wanted: dict[str, Any], span: Span) -> list[str]:
    """What in `span` is not as wanted; other keys that the case leaves out are not asked for."""
    asked = {"unit": None, **wanted} if span.kind in _WITH_UNIT else wanted
    got = {**span._asdict(), "low": _written(span.low), "high": _written(span.high)}
    keys = [key for key in ("kind", "relation", "unit", "low", "high") if key in asked]
    found = [f"{key} {got[key]!r}, not {asked[key]!r}" for key in keys if got[key] != asked[key]]
    raw = text[span.start : span.end]
    if not (raw == wanted["raw"] or (span.kind in _MORE_THAN_NUMERAL and wanted["raw"] in raw)):
        found.append(f"{raw!r}, not {wanted['raw']!r}")
    return found


def _written(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


@pytest.mark.parametrize("case", _cases())
def test_case(case: dict[str, Any]) -> None:
    spans = read(case["text"], LEXICON, case.get("before", ""), case.get("article", ""))
    wanted = case["figures"]
    shown = [
        (case["text"][s.start : s.end], s.kind, s.relation, str(s.low), str(s.high), s.unit, s.rule)
        for s in spans
    ]
    assert len(spans) == len(wanted), f"{case['text']}\nread {shown}"
    wrong = [
        d
        for one, span in zip(wanted, spans, strict=True)
        for d in _differences(case["text"], one, span)
    ]
    assert not wrong, f"{case['text']}\n{wrong}\nread {shown}"

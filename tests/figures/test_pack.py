"""A pack's numeral files are refused with file and line where they are wrong."""

import shutil
from pathlib import Path

import pytest

from compare.errors import TabayunError
from compare.lang.numerals import load
from compare.lang.pack import PACKS


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACKS / "ar", tmp_path / "ar"))


def _change(path: Path, old: str, new: str) -> int:
    """Replace `old` once, and tell the line of it."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_a_form_under_two_entries(pack: Path) -> None:
    _change(pack / "units.toml", 'forms = ["ميل", ', 'forms = ["متر", "ميل", ')
    with pytest.raises(TabayunError, match=r"units\.toml:\d+: 'متر' stands under") as raised:
        load(pack)
    assert raised.value.slug == "duplicate-form"


def test_an_unknown_key(pack: Path) -> None:
    line = _change(pack / "numerals.toml", "ten = { value", "ten = { colour = 1, value")
    with pytest.raises(TabayunError, match=r"numerals\.toml") as raised:
        load(pack)
    assert raised.value.line is not None
    assert line > 0


def test_a_file_that_is_no_toml(pack: Path) -> None:
    _change(pack / "bounds.toml", "[verbs]", "[verbs")
    with pytest.raises(TabayunError, match=r"bounds\.toml:\d+"):
        load(pack)


def test_every_unit_has_a_dimension_and_a_plain_factor() -> None:
    units = load(PACKS / "ar").units
    assert all(unit.dimension for unit in units.values())
    assert all(unit.factor is None or float(unit.factor) > 0 for unit in units.values())

"""What concepts say of one another: what excludes what, and that each one named is there."""

import shutil
from pathlib import Path

import pytest

from compare import lang
from compare.errors import TabayunError
from compare.lang.concepts import load
from compare.lang.pack import PACKS

KNOWN = lang.load().concepts


@pytest.mark.parametrize(
    ("mine", "theirs", "meet"),
    [
        ("killed", "injured", False),
        ("drowned", "rescued", False),
        ("missing", "critical", False),
        ("woman", "child", False),
        ("pregnant_woman", "infant", False),
        ("civilian", "officer", False),
        ("held", "killed", True),
        ("woman", "elderly", True),
        ("female", "child", True),
        ("child", None, True),
        ("~كلمة", "child", True),
    ],
)
def test_who_can_be_both(mine: str | None, theirs: str | None, meet: bool) -> None:
    assert KNOWN.exclude(mine, theirs) is not meet
    assert KNOWN.exclude(theirs, mine) is not meet


@pytest.mark.parametrize(
    ("old", "new"),
    [('begins = "held"', 'begins = "hled"'), ('excludes = ["injured"', 'excludes = ["injurd"')],
)
def test_a_relation_to_no_concept_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str
) -> None:
    pack = Path(shutil.copytree(PACKS / "ar", tmp_path / "ar"))
    events = pack / "events.toml"
    text = events.read_text("utf-8")
    line = text[: text.index(old)].rpartition("\n[")[0].count("\n") + 2
    events.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(TabayunError) as raised:
        load(pack)
    assert raised.value.slug == "unknown-concept"
    assert f"events.toml:{line}" in str(raised.value)

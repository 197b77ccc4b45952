"""report.json: one byte form, read back whole; what is none, or newer, is refused in one line."""

from pathlib import Path

import msgspec
import pytest
from msgspec import structs

from compare import codec
from compare.errors import TabayunError
from tests import builders


def test_a_report_comes_back_as_it_went() -> None:
    report = builders.report()
    data = codec.encode(report)
    assert codec.decode(data) == report
    assert codec.encode(codec.decode(data)) == data


def test_numbers_are_plain_decimal_strings() -> None:
    text = codec.encode(builders.report()).decode()
    assert '"low": "' in text
    assert "E+" not in text


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b'{"format": 2, "anything": []}', "newer-format"),
        (b'{"format": 0, "anything": []}', "unknown-format"),
        (b'{"format": 1}', "not-a-report"),
        (b"[]", "not-a-report"),
        (b"no json", "not-a-report"),
        (b"\xff", "not-a-report"),
    ],
)
def test_what_is_no_report_of_ours_is_refused(data: bytes, slug: str) -> None:
    with pytest.raises(TabayunError) as raised:
        codec.decode(data, "old/report.json")
    assert raised.value.slug == slug
    assert "\n" not in str(raised.value)
    assert str(raised.value).startswith("old/report.json")


def test_a_report_that_was_cut_short_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_bytes(codec.encode(builders.report())[:5000])
    with pytest.raises(TabayunError, match=r"truncated .*cut short: write it again"):
        codec.load(path)


def test_a_report_is_read_from_its_file_and_a_folder_is_none(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_bytes(codec.encode(builders.report()))
    assert codec.load(path) == builders.report()
    with pytest.raises(TabayunError, match=r"cannot be read: .*report\.json"):
        codec.load(tmp_path)


def test_a_report_from_before_names_were_counted_is_read() -> None:
    report = builders.report()
    old = msgspec.json.decode(codec.encode(report))
    del old["naming"]
    assert codec.decode(msgspec.json.encode(old)) == structs.replace(report, naming=())

"""Bytes to text: nothing guessed, nothing replaced, and a way out that works."""

import gzip
import re
import subprocess
import zlib
from pathlib import Path

import pytest

from compare.errors import TabayunError
from compare.ingest import plain
from tests.ingest.bad_stories import ARABIC, PNG

ENCODINGS = ["cp1256", "iso-8859-6", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
BINARIES = {
    "png": PNG,
    "jpeg": b"\xff\xd8\xff\xe0\0\x10JFIF" + zlib.compress(ARABIC.encode()),
    "gzip": gzip.compress(ARABIC.encode(), mtime=0),
    "pdf": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\nstream\n" + zlib.compress(ARABIC.encode()),
    "zip": b"PK\x03\x04\x14\0\0\0\x08\0" + zlib.compress(ARABIC.encode()),
}
DAMAGE = {
    "cut at the end": (ARABIC.encode()[:-2] + b"\xd8", 4),
    "a stray byte": (ARABIC.encode() + b"\xff" + ARABIC.encode(), 5),
    "a letter of another encoding": ("سطر\nقال caf".encode() + b"\xe9 " + ARABIC.encode(), 2),
}


def decoding_error(data: bytes, path: Path | str = "article.txt") -> TabayunError:
    with pytest.raises(TabayunError) as caught:
        plain.decode(data, path)
    return caught.value


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", ["article.txt", "my article.txt", "it's"])
def test_the_command_that_is_named_brings_the_text_back(
    encoding: str, name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(ARABIC.encode(encoding))
    error = decoding_error(path.read_bytes(), path)
    assert error.slug == "not-utf8"
    [(command, target)] = re.findall(r"convert it: (.*), and use (.*) in its place", str(error))
    subprocess.run(["sh", "-c", command], check=True)
    written = (tmp_path / target).read_text(encoding="utf-8")
    assert (path.read_bytes(), written.removeprefix("\ufeff")) == (ARABIC.encode(encoding), ARABIC)


def test_standard_input_is_converted_in_a_pipe() -> None:
    error = decoding_error(ARABIC.encode("cp1256"), "-")
    assert error.hint == "pipe it through iconv -f CP1256 -t UTF-8"


@pytest.mark.parametrize("kind", BINARIES)
def test_a_file_that_is_no_text_is_told_from_one_in_another_encoding(kind: str) -> None:
    assert decoding_error(BINARIES[kind]).slug == "not-text"


@pytest.mark.parametrize("kind", DAMAGE)
def test_damaged_text_is_told_with_the_line_of_the_damage(kind: str) -> None:
    data, line = DAMAGE[kind]
    error = decoding_error(data)
    assert (error.slug, error.line) == ("not-utf8", line)
    assert "damaged" in error.message


def test_text_comes_back_as_it_was_written() -> None:
    text = "\ufeffسطر\r\nآخر\u2028\t"
    assert plain.decode(text.encode(), "article.txt") == text

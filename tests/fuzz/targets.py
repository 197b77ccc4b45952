"""What is fuzzed: from bytes to a promise that must hold, whatever they are."""

import tempfile
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from compare import codec, lang, pipeline
from compare.errors import TabayunError
from compare.figures import read
from compare.ingest import LoadedStory, problems
from compare.lang import Lexicon
from compare.segment import sentences
from compare.sound import refuse_torn
from tests import builders
from tests.properties.test_pipeline import article
from tests.robustness import conserved

Target = Callable[[bytes], None]


@lru_cache
def _lexicon() -> Lexicon:
    return lang.load()


@lru_cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="tabayun-fuzz-"))


def segmentation(data: bytes) -> None:
    """Sentences hold every character once, in order."""
    text = data.decode("utf-8", "ignore")
    found = sentences(article("a", text), _lexicon())
    assert "".join(text[s.start : s.end] for s in found) == text


def figures(data: bytes) -> None:
    """Figures stand in order, hold every digit, and none raises."""
    text = data.decode("utf-8", "ignore")
    spans = read(text, _lexicon())
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert all(at in covered for at, char in enumerate(text) if char.isdecimal())
    assert all(one.end <= two.start for one, two in pairwise(spans))


def story(data: bytes) -> None:
    """A `story.toml` is a story's, or its troubles are told on one printable line each."""
    (_folder() / "story.toml").write_bytes(data)
    (_folder() / "a.txt").write_bytes("قُتل 12 شخصا.\n".encode())
    for trouble in problems(_folder()):
        assert trouble.slug
        assert str(trouble).isprintable()


def report(data: bytes) -> None:
    """A `report.json` is one that can be written again, or is refused on one line."""
    told, made = "", None
    try:
        made = codec.decode(data)
        refuse_torn(made, "report.json")
    except TabayunError as error:
        told = str(error)
    assert told.isprintable()
    assert made is None or codec.decode(codec.encode(made)) == made


def whole(data: bytes) -> None:
    """Two articles of any words make a report that loses no digit."""
    texts = data.decode("utf-8", "ignore").split("\0", 1)
    if not all(any(map(str.isalnum, text)) for text in texts):
        return
    made = pipeline.build(_loaded(texts), _lexicon())
    assert conserved.lost_digits(made) == []
    assert conserved.uncounted(made) == set()
    refuse_torn(made, "report.json")


def _loaded(texts: list[str]) -> LoadedStory:
    articles = tuple(article(str(number), text) for number, text in enumerate(texts))
    return LoadedStory(builders.report().story, articles, ())


TARGETS: dict[str, Target] = {
    "segmentation": segmentation,
    "figures": figures,
    "story": story,
    "report": report,
    "whole": whole,
}


def starts() -> dict[str, tuple[bytes, ...]]:
    """What each target is given first, to be changed from there."""
    texts = tuple(each.text.encode() for each in builders.report().articles)
    toml = b'title = "t"\n\n[[article]]\nfile = "a.txt"\noutlet = "a"\npublished = 2024-06-10\n'
    return {
        "segmentation": texts,
        "figures": texts,
        "story": (toml,),
        "report": (codec.encode(builders.report()),),
        "whole": (b"\0".join(texts[:2]), *texts),
    }

"""What is held against accepted files: each story's JSON and briefing text, the JSON's schema."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from compare import codec, lang, pipeline, render
from compare.ingest import load_story

ROOT = Path(__file__).parents[2]
ACCEPTED = Path(__file__).parent
SCHEMA = ROOT / "docs" / "report.schema.json"
STORIES = (ROOT / "seeds" / "hostage-talks-2024",)
_BLOCKS = frozenset(
    ("p", "div", "li", "tr", "h1", "h2", "h3", "h4", "section", "article", "header", "footer")
) | {"dt", "dd", "summary", "figure", "blockquote", "table", "details", "ul", "ol", "title"}
_UNSEEN = frozenset(("style", "script", "svg"))


def made(story: Path) -> dict[str, bytes]:
    """The files of a story that are held against accepted ones, by name."""
    report = pipeline.build(load_story(story), lang.load())
    briefing = render.render(report)["briefing.html"].decode()
    return {"report.json": codec.encode(report), "briefing.txt": text_of(briefing).encode()}


def accepted(story: Path) -> dict[str, Path]:
    """Where the accepted files of a story lie."""
    folder = ACCEPTED / story.name
    return {name: folder / name for name in ("report.json", "briefing.txt")}


def accept() -> Iterator[Path]:
    """Write today's files and schema as the accepted ones; yield each that changed."""
    today = {SCHEMA: codec.schema()}
    for story in STORIES:
        files = made(story)
        today |= {path: files[name] for name, path in accepted(story).items()}
    for path, content in today.items():
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
            yield path


def text_of(html: str) -> str:
    """The text that a reader sees, a line for each block."""
    reader = _Text()
    reader.feed(html)
    lines = (" ".join(line.split()) for line in "".join(reader.said).splitlines())
    return "\n".join(line for line in lines if line) + "\n"


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        self.said.append("\n" if tag in _BLOCKS else " " if tag in ("td", "th", "span") else "")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN
        self.said.append("\n" if tag in _BLOCKS else "")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.said.append(data.replace("\n", " "))

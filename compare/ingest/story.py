"""A story's folder to its articles; whatever is wrong with it, found at once."""

import hashlib
from pathlib import Path
from typing import NamedTuple

from compare import limits
from compare.errors import TabayunError
from compare.identity import content_id
from compare.ingest import manifest, place, plain
from compare.ingest.manifest import Entry, Manifest
from compare.ingest.notices import notices
from compare.model import Article, Notice, Story

_LANGUAGE = "ar"
_NOTHING = Manifest(None, (), ())


class LoadedStory(NamedTuple):
    """A story that is sound, its articles in an order that owes nothing to `story.toml`.

    `notices` say what is not known of it: nothing is invented in its place.
    """

    story: Story
    articles: tuple[Article, ...]
    notices: tuple[Notice, ...]


def load_story(folder: Path) -> LoadedStory:
    """Read a story's folder. Raises the first `TabayunError` of `problems`."""
    found, articles, troubles = _examine(folder)
    if troubles:
        raise troubles[0]
    name = _name(folder)
    return LoadedStory(
        story=Story(id=name, title=found.title or name),
        articles=tuple(articles),
        notices=tuple(notices(found.title, articles)),
    )


def problems(folder: Path) -> list[TabayunError]:
    """Everything that keeps `folder` from being a story; empty where nothing does."""
    return _examine(folder)[2]


def _examine(folder: Path) -> tuple[Manifest, list[Article], list[TabayunError]]:
    try:
        _require_folder(folder)
        found = manifest.read(folder)
        megabytes = place.size(folder, found.entries) / limits.MEGABYTE
        limits.refuse_beyond("story_megabytes", megabytes, folder)
    except TabayunError as error:
        return _NOTHING, [], [error]
    except OSError as error:
        return _NOTHING, [], [plain.unreadable(error, folder)]
    articles: list[Article] = []
    troubles = [*found.troubles, *place.repeated(folder, found.entries)]
    for entry in found.entries:
        try:
            articles.append(_article(folder, entry))
        except TabayunError as error:
            troubles.append(error)
    return found, sorted(articles, key=_order), troubles


def _require_folder(folder: Path) -> None:
    if not folder.exists():
        raise TabayunError("no-such-folder", "no such folder", path=folder, hint="check the name")
    if not folder.is_dir():
        hint = f"give the folder that holds {manifest.NAME}"
        raise TabayunError("not-a-folder", "not a folder", path=folder, hint=hint)
    if not _is_utf8(_name(folder)):
        hint = "rename the folder: the story goes by its name"
        raise TabayunError("bad-folder-name", "a name that is not UTF-8", path=folder, hint=hint)


def _name(folder: Path) -> str:
    return folder.name if folder.name not in ("", "..") else folder.resolve().name


def _is_utf8(name: str) -> bool:
    # Python stands lone surrogates in for bytes that are not.
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def _article(folder: Path, entry: Entry) -> Article:
    file = place.locate(folder, entry)
    data = plain.read_bounded(file, "article_megabytes")
    text = plain.decode(data, file)
    if not any(map(str.isalnum, text)):
        hint = "put the article's words in it, or take it out of the story"
        raise TabayunError("empty-article", "empty: no word in it", path=file, hint=hint)
    path = place.relative(entry)
    return Article(
        id=content_id("article", path, entry.outlet),
        outlet=entry.outlet,
        title=entry.title,
        published=entry.published,
        lang=entry.lang or _LANGUAGE,
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        url=entry.url,
        characters=len(text),
        text=text,
    )


def _order(article: Article) -> tuple[str, str, str]:
    return article.published or "", article.outlet, article.path

"""Cases of tests/cases/align, copies and differences, and the sentences in them."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from compare import lang
from compare.align import Aligned, align
from compare.align.copies import Printed, printed
from compare.figures import figures
from compare.identity import content_id
from compare.model import Article, Figure, Sentence
from compare.segment import sentences

FOLDER = Path(__file__).parent.parent / "cases"
Case = dict[str, Any]


def load(kind: str) -> dict[str, Case]:
    """The cases of a folder by file and name."""
    found: dict[str, Case] = {}
    for path in sorted((FOLDER / kind).glob("*.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            name = f"{path.stem}: {case['name']}"
            assert name not in found
            found[name] = case
    return found


def told(outlet: str, lines: Sequence[str]) -> Article:
    text = "\n".join(lines)
    return Article(
        id=content_id(outlet), outlet=outlet, title=None, published=None, lang="ar", path=outlet,
        sha256=outlet, url=None, characters=len(text), text=text,
    )  # fmt: skip


def aligned(articles: Mapping[str, Sequence[str]]) -> tuple[Aligned, dict[str, str]]:
    """The alignment of a small story, and its sentences' names: outlet and line, "A1" the first."""
    lexicon = lang.load()
    made = [told(outlet, lines) for outlet, lines in articles.items()]
    parts = {a.id: sentences(a, lexicon) for a in made}
    found = [f for a in made for f in figures(a, parts[a.id], lexicon)]
    whole = [s for of_one in parts.values() for s in of_one]
    names = {
        s.id: f"{a.outlet}{a.text.count(chr(10), 0, s.start) + 1}"
        for a in made
        for s in parts[a.id]
    }
    return align(made, whole, found, lexicon), names


def groups_of(articles: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The groups of a small story by the names of their sentences, sorted."""
    found, names = aligned(articles)
    return sorted(sorted({names[m] for m in group.members}) for group in found.alignments)


def read(outlet: str, line: str) -> tuple[Article, Printed, dict[str, Figure]]:
    """One sentence's words, with its figures by id."""
    lexicon = lang.load()
    article = told(outlet, [line])
    parts = sentences(article, lexicon)
    found = figures(article, parts, lexicon)
    whole = Sentence(
        id=outlet, article=article.id, start=0, end=len(line), zone="body", paragraph=0
    )
    return article, printed(whole, article.text, found), {f.id: f for f in found}


def wrong_groups(case: Case) -> Iterator[str]:
    """What of a case of alignment does not hold."""
    found = groups_of(case["articles"])
    for wanted in case.get("groups", []):
        if sorted(wanted) not in found:
            yield f"{wanted} is no group: {[g for g in found if set(g) & set(wanted)]}"
    for pair in case.get("apart", []):
        if any(set(pair) <= set(group) for group in found):
            yield f"{pair} are in one group"

"""Templates loop and place: what they use is what the view documents, and they compute nothing."""

import re
from collections.abc import Iterator
from inspect import getmembers, isclass
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from compare.model import Record
from compare.pages import TEMPLATES
from compare.view import briefing, records
from compare.view.labels import load

FILES = (*TEMPLATES.rglob("*.j2"), *TEMPLATES.rglob("*.svg"))
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in FILES)
FILTERS = {"trim", "join"}
LOOP = {"first", "last"}
ARITHMETIC = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)


def tree(name: str) -> nodes.Template:
    return Environment(autoescape=True).parse((TEMPLATES / name).read_text(encoding="utf-8"))


def attributes() -> Iterator[tuple[str, bool]]:
    """Each attribute that a template reads, and whether it is a word of the locale."""
    for name in NAMES:
        for node in tree(name).find_all(nodes.Getattr):
            of = node.node
            yield node.attr, isinstance(of, nodes.Getattr) and of.attr == "words"


def fields() -> set[str]:
    """The fields of every record of the view."""
    rooms = (records, briefing)
    classes = [c for room in rooms for _, c in getmembers(room, isclass) if issubclass(c, Record)]
    return {field for c in classes for field in c.__struct_fields__}


def test_templates_use_what_the_view_documents_and_all_of_it() -> None:
    assert {attr for attr, word in attributes() if not word} - LOOP == fields()


def test_every_word_of_the_locale_is_used() -> None:
    used = {attr for attr, word in attributes() if word}
    code = Path(records.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in code.glob("*.py"))
    used |= {word for word in load("ar").table["text"] if f'"{word}"' in source}
    assert used == set(load("ar").table["text"])


@pytest.mark.parametrize("name", NAMES)
def test_templates_compute_nothing(name: str) -> None:
    found = tree(name)
    assert not list(found.find_all(ARITHMETIC))
    assert {node.name for node in found.find_all(nodes.Filter)} <= FILTERS


@pytest.mark.parametrize("name", NAMES)
def test_templates_are_small_and_escape_everything(name: str) -> None:
    source = (TEMPLATES / name).read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 60
    assert not re.search(r"\|\s*safe|autoescape", source)


@pytest.mark.parametrize("slug", load("ar").table["verdict"])
def test_every_verdict_has_its_mark(slug: str) -> None:
    assert f'class="mark {slug}"' in (TEMPLATES / "marks" / f"{slug}.svg").read_text()


def test_the_style_names_no_address() -> None:
    for path in (TEMPLATES / "css").glob("*.css"):
        assert not re.search(r"url\(|@import|https?:", path.read_text(encoding="utf-8"))

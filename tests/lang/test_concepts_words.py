"""The words of people, events, things, places and sources, each one found in a text.

The five files are loaded without those of time and cues: what a word means here is theirs to say.
"""

import shutil
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from compare.lang.annotate import annotate
from compare.lang.concepts import CATEGORIES, Concepts, load
from compare.lang.pack import PACKS
from compare.text import fold_word, tokens

FILES = ("people", "events", "things", "places", "sources")
CASES = Path(__file__).parent.parent / "cases" / "lexicon"
ROLES = {
    "people": {"collective", "general", "group"},
    "events": {"general", "worth"},
    "things": {"amount", "collective", "decoy", "general"},
    "places": {"nation", "people", "place", "place_noun"},
    "sources": {
        "media", "body", "official", "anonymous", "witness", "text", "say", "according",
    },
}  # fmt: skip


@cache
def words() -> Concepts:
    """The pack of the five files alone."""
    with TemporaryDirectory() as folder:
        for category in CATEGORIES:
            (Path(folder) / f"{category}.toml").touch()
        for category in FILES:
            shutil.copy(PACKS / "ar" / f"{category}.toml", folder)
        return load(Path(folder))


@cache
def table(category: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((PACKS / "ar" / f"{category}.toml").read_text("utf-8"))


def forms(concept: dict[str, Any]) -> Iterator[str]:
    for entries in concept.values():
        if isinstance(entries, dict):
            for listed in entries.values():
                yield from listed


def found(text: str) -> set[str]:
    return {sense.concept for match in annotate(tokens(text), words()) for sense in match.senses}


SECTIONS = [(category, name) for category in FILES for name in table(category)]
CLAUSES = [
    pytest.param(case, id=f"{path.stem}-{number}")
    for path in sorted(CASES.glob("*.toml"))
    for number, case in enumerate(tomllib.loads(path.read_text("utf-8"))["case"], 1)
]


def test_no_two_files_name_one_concept() -> None:
    everywhere = Counter(name for category in CATEGORIES for name in table(category))
    assert [name for name, count in everywhere.items() if count > 1] == []


@pytest.mark.parametrize("relation", ["is_a", "implies", "of", "begins", "ends"])
def test_a_relation_leads_to_a_concept_of_the_pack(relation: str) -> None:
    concepts = words().concepts
    ends = {getattr(concept, relation) for concept in concepts.values()} - {None}
    assert ends
    assert ends <= set(concepts)


def test_no_concept_is_its_own_kind() -> None:
    concepts = words().concepts
    for name in concepts:
        steps = 0
        genus = concepts[name].is_a
        while genus:
            steps += 1
            assert genus != name
            assert steps < len(concepts)
            genus = concepts[genus].is_a


@pytest.mark.parametrize("category", FILES)
def test_every_section_has_words_and_a_known_role(category: str) -> None:
    for name, concept in table(category).items():
        assert list(forms(concept)), name
        assert concept.get("role") is None or concept["role"] in ROLES[category], name


@pytest.mark.parametrize("category", FILES)
def test_what_is_true_of_a_state_holds_for_events_alone(category: str) -> None:
    states = {name for name, concept in table(category).items() if concept.get("state")}
    assert bool(states) == (category == "events")


def test_a_concept_implies_and_begins_events() -> None:
    events = table("events")
    for concept in words().concepts.values():
        assert {concept.implies, concept.begins, concept.ends} - {None} <= set(events)
        assert set(concept.excludes) <= set(words().concepts)


def test_a_word_that_only_looks_like_one_is_none() -> None:
    seen = {form: found(form) for form in forms(table("things")["decoy"])}
    assert {form: concepts for form, concepts in seen.items() if "decoy" in concepts} == {}


@pytest.mark.parametrize(("category", "name"), [s for s in SECTIONS if s[1] != "decoy"])
def test_every_listed_form_is_found_as_its_own_concept(category: str, name: str) -> None:
    spelled = {f: f.replace("*", "").replace("...", "هناك") for f in forms(table(category)[name])}
    assert [form for form, text in spelled.items() if name not in found(text)] == []


@pytest.mark.parametrize("case", CLAUSES)
def test_clauses_of_the_news(case: dict[str, Any]) -> None:
    assert set(case) <= {"text", "finds", "finds_not"}
    seen = found(case["text"])
    assert set(case.get("finds", ())) <= seen
    assert set(case.get("finds_not", ())) & seen == set()


def test_clauses_name_only_concepts_that_are_there() -> None:
    named = {
        name for param in CLAUSES for key in ("finds", "finds_not")
        for name in param.values[0].get(key, ())  # type: ignore[union-attr]
    }  # fmt: skip
    assert named <= set(words().concepts)


def test_every_concept_is_met_in_a_clause() -> None:
    met = {name for param in CLAUSES for name in param.values[0].get("finds", ())}  # type: ignore[union-attr]
    assert {name for _, name in SECTIONS} - met == {"decoy"}


@pytest.mark.parametrize("prefix", ["ال", "وال", "بال", "لل", "فال", "و", "ب", "ل", "ك"])
def test_clitics_hide_no_word(prefix: str) -> None:
    assert "child" in found(f"{prefix}أطفال")


def test_a_decoy_says_nothing_but_that_it_is_one() -> None:
    for form in forms(table("things")["decoy"]):
        if " " not in form:
            senses = words().senses[fold_word(form)]
            assert {sense.concept for sense in senses} <= {"decoy", "opposition"}, form

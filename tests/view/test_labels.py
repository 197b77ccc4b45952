"""Labels: the same keys in both locales, every plural form, and gaps that show."""

import re
import tomllib
from decimal import Decimal
from importlib import resources
from pathlib import Path
from typing import Any, get_args

import pytest
from babel import Locale
from msgspec import structs

from compare import model
from compare.claims.scope import AGES
from compare.doubts import DOUBTS
from compare.errors import TabayunError
from compare.facts.forbid import REASONS
from compare.lang import load as load_pack
from compare.lang.pack import PACKS
from compare.model import QUANTITIES, Finding, Kind, NotCompared, Relation, Report, Verdict, Zone
from compare.pipeline import read_figures
from compare.settings import Weights
from compare.totals.divisions import DIVISIONS
from compare.verdicts import RULES
from compare.view import build
from compare.view.labels import LOCALES, category, find, label, load, plural, written_date
from compare.view.lines import visible
from tests import builders

PLURALS = ("plural", "magnitude", "unit")


def table(lang: str) -> dict[str, Any]:
    folder = resources.files("report_templates") / "locale"
    return tomllib.loads((folder / f"{lang}.toml").read_text(encoding="utf-8"))


def keys(lang: str) -> list[str]:
    """Every key of a locale in its order, plural categories left out."""
    return [f"{group}.{key}" for group, entries in table(lang).items() for key in entries]


def test_both_locales_have_the_same_keys_in_the_same_order() -> None:
    assert keys("ar") == keys("en")


@pytest.mark.parametrize("lang", LOCALES)
def test_no_label_is_empty_but_those_that_need_no_word(lang: str) -> None:
    empty = {
        f"{group}.{key}"
        for group, entries in table(lang).items()
        for key, value in entries.items()
        if value == ""
    }
    assert empty == {"relation.exact", "relation.range", "relation.vague"}


@pytest.mark.parametrize("lang", LOCALES)
@pytest.mark.parametrize("group", PLURALS)
def test_plural_forms_are_the_categories_of_cldr(lang: str, group: str) -> None:
    wanted = {*Locale.parse(LOCALES[lang]).plural_form.tags, "other"}
    for name, forms in table(lang)[group].items():
        assert set(forms) == wanted, name


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "لا وقائع متباينة"),
        (1, "واقعة متباينة واحدة"),
        (2, "واقعتان متباينتان"),
        (3, "3 وقائع متباينة"),
        (11, "11 واقعة متباينة"),
        (100, "100 واقعة متباينة"),
        (103, "103 وقائع متباينة"),
    ],
)
def test_arabic_counts_agree(count: int, words: str) -> None:
    line = plural(load("ar"), "divergent_facts", count)
    assert "".join(run.text for run in line) == words
    assert all(run.dir == "ltr" for run in line if run.role == "number")


@pytest.mark.parametrize(("last", "form"), [(0, "other"), (1, "other"), (3, "few"), (11, "many")])
@pytest.mark.parametrize("digits", [9, 10, 28, 29, 35])
def test_a_number_of_any_length_has_a_plural_category(digits: int, last: int, form: str) -> None:
    assert category(load("ar"), Decimal(7 * 10**digits + last)) == form
    assert category(load("ar"), Decimal(-7 * 10**digits - last)) == form


def test_a_fraction_has_a_plural_category_too() -> None:
    assert category(load("ar"), Decimal("3.5")) == "other"


@pytest.mark.parametrize(
    ("lang", "iso", "words"),
    [
        ("ar", "2024-06-10", "10 يونيو 2024"),
        ("en", "2024-06-10", "10 June 2024"),
        ("ar", "2024-05-26T08:30:00+03:00", "26 مايو 2024، 08:30"),
        ("en", "2024-05-26T08:30:00", "26 May 2024, 08:30"),
        ("ar", "last week", "last week"),
    ],
)
def test_dates_are_written_as_the_locale_writes_them(lang: str, iso: str, words: str) -> None:
    assert "".join(run.text for run in written_date(load(lang), iso)) == words


def test_no_date_is_no_words() -> None:
    assert written_date(load("ar"), None) == ()


def test_an_unknown_locale_is_refused_with_the_way_out() -> None:
    with pytest.raises(TabayunError, match=r"no locale tlh .*ar, en"):
        load("tlh")


def test_a_missing_label_shows_its_slug() -> None:
    assert label(load("ar"), "rule", "a-new-rule") == "a-new-rule"


def missing(report: Report) -> list[str]:
    """The slugs of a report that Arabic has no words for."""
    labels = load("ar")
    used: dict[str, list[str]] = {
        "rule": [fact.rule for fact in report.facts],
        "doubt": [doubt for fact in report.facts for doubt in fact.doubts],
        "reason": [item.reason for item in report.not_compared],
        "notice": [notice.slug for notice in report.warnings],
        "flag": [flag for figure in report.figures for flag in figure.flags],
        "kind": [figure.kind for figure in report.figures],
        "relation": [figure.relation for figure in report.figures],
        "verdict": [fact.verdict for fact in report.facts],
        "aspect": [word.partition(":")[0] for fact in report.facts for word in fact.scope],
    }
    return sorted(
        f"{group}.{slug}"
        for group, slugs in used.items()
        for slug in set(slugs)
        if find(labels, group, slug) is None
    )


def test_the_made_up_report_lacks_only_the_words_it_is_meant_to_lack() -> None:
    assert missing(builders.report()) == [
        "doubt.a-doubt-nobody-named",
        "notice.a-notice-nobody-named",
    ]


def test_every_rule_of_the_verdicts_is_explained_and_no_other() -> None:
    assert {name for name, _, _ in RULES} == set(table("ar")["rule"])


UNITS = tomllib.loads((PACKS / "ar" / "units.toml").read_text(encoding="utf-8"))
CODE = Path(model.__file__).parent
CASES = Path(__file__).parents[1] / "cases" / "figures"
_FLAG = re.compile(
    r'flags\.append\("(\w+)"\)|^_(?:CONTEXT|OPEN) = "(\w+)"|flags, "(\w+)"\)|\(\("(\w+)",\) if',
    re.MULTILINE,
)


def flags() -> set[str]:
    """The flags that the code of the figures can give."""
    source = "".join(path.read_text(encoding="utf-8") for path in (CODE / "figures").glob("*.py"))
    return {flag for found in _FLAG.findall(source) for flag in found if flag}


def test_the_flags_are_found_in_the_code() -> None:
    assert flags() >= {"separator", "mixed_digits", "minor_unit", "points", "ambiguous_currency"}


_PHRASE = re.compile(r'(?:say|row)\(\s*(?:told\.)?labels,\s*"(\w+)"')


def explained() -> str:
    """The code of the explanations."""
    return "".join(p.read_text(encoding="utf-8") for p in (CODE / "explain").glob("*.py"))


def figure_rules() -> set[str]:
    """The rules by which the figures of the cases are read."""
    cases = (tomllib.loads(p.read_text("utf-8")) for p in sorted(CASES.glob("*.toml")))
    texts = {case["text"] for table in cases for case in table["case"]}
    return {f.rule for text in texts for f in read_figures("a", text, load_pack())}


def slugs(group: str) -> set[str]:
    """Every slug of a group that the program can give."""
    currencies = load_pack().numerals.currencies
    reasons = ((CODE / "claims" / "__init__.py").read_text(encoding="utf-8"), r'return "([a-z-]+)"')
    scope = (CODE / "claims" / "scope.py").read_text(encoding="utf-8")
    notices = "".join(p.read_text(encoding="utf-8") for p in CODE.rglob("*.py"))
    return {
        "ground": set(Weights.__struct_fields__) - QUANTITIES,
        "evidence": set(Weights.__struct_fields__),
        "forbidden": {name for name, _ in REASONS},
        "figure_rule": figure_rules(),
        "explain": set(_PHRASE.findall(explained())),
        "unit": {*UNITS["measures"], *UNITS["durations"], "percent", "degree"},
        "flag": flags(),
        "currency": {key for key, currency in currencies.items() if currency.codes},
        "rule": {name for name, _, _ in RULES},
        "doubt": {name for name, _ in DOUBTS},
        "verdict": set(get_args(Verdict)),
        "finding": set(get_args(Finding)),
        "total_rule": {"one-part", *(division.rule for division in DIVISIONS)},
        "kind": set(get_args(Kind)),
        "relation": set(get_args(Relation)),
        "zone": set(get_args(Zone)),
        "reason": set(re.findall(reasons[1], reasons[0])) | (set(get_args(Kind)) - QUANTITIES),
        "notice": set(re.findall(r'Notice\(\s*slug="([a-z-]+)"', notices))
        | {"no-date", "no-url", "no-title", "same-text"},
        "concept": {
            slug
            for name in ("people", "events", "things")
            for slug in tomllib.loads((PACKS / "ar" / f"{name}.toml").read_text(encoding="utf-8"))
            if slug != "decoy"
        },
        "scope": set(re.findall(r'found\.add\("(\w+:\w+)"\)', scope))
        | {f"toll:{age}" for age in AGES},
    }[group]


@pytest.mark.parametrize("lang", LOCALES)
@pytest.mark.parametrize(
    "group",
    [
        "unit", "flag", "currency", "rule", "doubt", "verdict", "kind", "relation", "zone",
        "reason", "notice", "concept", "scope", "finding", "total_rule",
        "evidence", "ground", "forbidden", "figure_rule", "explain",
    ],
)  # fmt: skip
def test_every_slug_that_can_show_has_words(lang: str, group: str) -> None:
    assert slugs(group)
    assert sorted(slugs(group) - set(table(lang)[group])) == []


def test_no_phrase_of_an_explanation_and_no_piece_of_evidence_is_idle() -> None:
    words = table("en")
    assert set(words["evidence"]) == slugs("evidence")
    assert set(words["ground"]) == slugs("ground")
    assert set(words["forbidden"]) == slugs("forbidden")
    code = explained()
    made = {"counted_none", "happened_none"}
    assert [slug for slug in words["explain"] if f'"{slug}"' not in code] == sorted(made)
    assert all(f'"{slug.removesuffix("_none")}"' in code for slug in made)


def test_slugs_without_words_still_appear() -> None:
    report = builders.report()
    extra = NotCompared(figure=report.claims[0].figure, reason="a-reason-nobody-named")
    spoiled = structs.replace(report, not_compared=(*report.not_compared, extra))
    briefing = build(spoiled, "ar")
    assert "a-doubt-nobody-named" in [d for fact in briefing.facts for d in fact.doubts]
    assert "a-reason-nobody-named" in [group.reason for group in briefing.left_out]
    assert visible("something <odd>") in [w.message.text for w in briefing.warnings]


@pytest.mark.parametrize("lang", LOCALES)
def test_every_thing_that_goes_by_several_names_has_a_label(lang: str) -> None:
    things = {name.concept for name in load_pack().naming.names.values()}
    assert set(table(lang)["naming"]) == things

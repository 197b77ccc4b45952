"""What `tabayun diff` writes, in which form, and with which code it ends."""

import json
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import msgspec
import pytest
from msgspec import structs

from compare import codec
from compare.diff import Diff
from compare.diff.records import FORMAT
from compare.model import Report
from tests import builders
from tests.cli.running import Outcome, call, on_terminal, tabayun, tree
from tests.conftest import ROOT
from tests.render.conftest import hostile

Capture = pytest.CaptureFixture[str]
OLD = builders.report()
FORMS = ("terminal", "markdown", "html", "json", "junit")


def changed_fact(**fields: Any) -> Report:
    """The made-up report, its second fact with other fields."""
    fact = structs.replace(OLD.facts[1], **fields)
    return structs.replace(OLD, facts=(OLD.facts[0], fact, *OLD.facts[2:]))


def without(at: int) -> Report:
    """The made-up report without one of its facts and what is counted in it."""
    claims = tuple(claim for claim in OLD.claims if claim.id not in OLD.facts[at].claims)
    return structs.replace(OLD, facts=OLD.facts[:at] + OLD.facts[at + 1 :], claims=claims)


READING = structs.replace(OLD.facts[4].readings[0], low=Decimal(1171))
CHANGES: dict[str, tuple[Report, set[str]]] = {
    "nothing": (OLD, set()),
    "moved": (structs.replace(OLD, settings_digest="6e" * 32), set()),
    "label": (changed_fact(label="اسم آخر"), set()),
    "article": (
        structs.replace(
            OLD, articles=(structs.replace(OLD.articles[0], title="عنوان"), *OLD.articles[1:])
        ),
        {"any"},
    ),
    "reading": (
        structs.replace(
            OLD,
            facts=(
                *OLD.facts[:4],
                structs.replace(OLD.facts[4], readings=(READING, *OLD.facts[4].readings[1:])),
                *OLD.facts[5:],
            ),
        ),
        {"any"},
    ),
    "verdict": (changed_fact(verdict="agreed"), {"any", "verdict"}),
    "divergent gone": (without(0), {"any", "verdict"}),
    "single gone": (without(len(OLD.facts) - 1), {"any"}),
}


def put(folder: Path, made: Report, name: str = "report.json") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(codec.encode(made))
    return folder / name


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The made-up report in a folder."""
    return put(tmp_path / "old", OLD)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """The same with another verdict on a fact."""
    return put(tmp_path / "new", CHANGES["verdict"][0])


@pytest.mark.parametrize("fail_on", ["any", "verdict", "divergent", "never"])
@pytest.mark.parametrize("name", CHANGES)
def test_the_exit_code_tells_whether_what_was_asked_for_changed(
    name: str, fail_on: str, old: Path, tmp_path: Path, capsys: Capture
) -> None:
    made, counts = CHANGES[name]
    other = put(tmp_path / "other", made)
    done = call(capsys, "diff", old, other, "--fail-on", fail_on)
    assert (done.code, done.err) == (int(fail_on in counts), "")


def test_a_fact_that_has_become_divergent_is_one_to_fail_on(
    old: Path, new: Path, capsys: Capture
) -> None:
    assert OLD.facts[1].verdict == "divergent"
    assert call(capsys, "diff", old, new, "--fail-on", "divergent").code == 0
    assert call(capsys, "diff", new, old, "--fail-on", "divergent").code == 1


def test_folders_stand_for_the_reports_in_them(old: Path, new: Path, capsys: Capture) -> None:
    assert call(capsys, "diff", old.parent, new.parent) == call(capsys, "diff", old, new)


SAID = {"ar": "الحكم: كان «متباين»، وأصبح «متفق عليه»", "en": "Verdict: was divergent, is agreed"}


@pytest.mark.parametrize("locale", SAID)
@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "junit"])
def test_the_change_of_a_verdict_is_told_in_every_form(
    form: str, locale: str, old: Path, new: Path, capsys: Capture
) -> None:
    done = call(capsys, "diff", old, new, "--format", form, "--locale", locale)
    assert done.code == 1
    assert SAID[locale] in done.out


@pytest.mark.parametrize("form", FORMS)
def test_a_file_gets_the_bytes_that_a_pipe_gets(
    form: str, old: Path, new: Path, tmp_path: Path, capsys: Capture
) -> None:
    done = call(capsys, "diff", old, new, "--format", form)
    path = tmp_path / "made" / "out"
    assert call(capsys, "diff", old, new, "--format", form, "-o", path) == Outcome(1, "", "")
    assert path.read_text(encoding="utf-8") == done.out


def test_the_json_is_numbered_and_read_back_whole(old: Path, new: Path, capsys: Capture) -> None:
    made = json.loads(call(capsys, "diff", old, new, "--format", "json").out)
    assert (made["format"], made["changes"]) == (FORMAT, 1)
    read = msgspec.convert(made, Diff, strict=False)
    assert [change.fields for change in read.facts] == [("verdict",)]
    assert read.facts[0].old
    assert read.facts[0].old.fact == OLD.facts[1]


def test_every_key_of_the_json_stands_in_its_page(old: Path, new: Path, capsys: Capture) -> None:
    made = json.loads(call(capsys, "diff", old, new, "--format", "json").out)
    page = (ROOT / "docs" / "diff.md").read_text(encoding="utf-8")
    assert [key for key in made if f"`{key}`" not in page] == []
    assert f"`format` is {FORMAT}" in page


@pytest.mark.parametrize(
    ("fail_on", "failures"), [("any", 1), ("verdict", 1), ("divergent", 0), ("never", 0)]
)
def test_a_test_runner_finds_a_case_for_each_fact(
    fail_on: str, failures: int, old: Path, new: Path, capsys: Capture
) -> None:
    done = call(capsys, "diff", old, new, "--format", "junit", "--fail-on", fail_on)
    suite = ET.fromstring(done.out).find("testsuite")
    assert suite is not None
    assert len(suite.findall("testcase")) == len(OLD.facts) == int(suite.attrib["tests"])
    assert len(suite.findall("testcase/failure")) == failures == int(suite.attrib["failures"])


def test_a_fact_that_is_gone_has_its_case_too(old: Path, tmp_path: Path, capsys: Capture) -> None:
    less = put(tmp_path / "less", without(0))
    done = call(capsys, "diff", old, less, "--format", "junit", "--locale", "en")
    suite = ET.fromstring(done.out).find("testsuite")
    assert suite is not None
    [failure] = suite.findall("testcase/failure")
    assert failure.attrib["message"] == "Facts no longer in the report"
    assert len(suite.findall("testcase")) == len(OLD.facts)


def test_what_articles_say_is_obeyed_nowhere(tmp_path: Path, capsys: Capture) -> None:
    one = put(tmp_path / "one", builders.spoiled(OLD, hostile))
    more = builders.spoiled(changed_fact(verdict="agreed"), lambda text: hostile(text) + "!")
    other = put(tmp_path / "other", more)
    page = call(capsys, "diff", one, other, "--format", "html").out
    assert "<script" not in page
    assert "<img" not in page
    assert page.count("</style>") == 1
    text = call(capsys, "diff", one, other, "--format", "markdown").out
    assert "<script" not in text.replace("\\<", "")
    assert "\u202e" not in page + text
    ET.fromstring(call(capsys, "diff", one, other, "--format", "junit").out)


def test_the_page_allows_itself_no_request_and_no_script(
    old: Path, new: Path, capsys: Capture
) -> None:
    page = call(capsys, "diff", old, new, "--format", "html").out
    assert "default-src 'none'; style-src 'sha256-" in page
    assert '<html lang="ar" dir="rtl"' in page
    assert "script" not in page.partition("</style>")[2]


def test_reports_of_two_stories_are_held_against_each_other_and_said_to_be(
    old: Path, tmp_path: Path, capsys: Capture
) -> None:
    elsewhere = structs.replace(OLD, story=structs.replace(OLD.story, id="elsewhere"))
    done = call(capsys, "diff", old, put(tmp_path / "b", elsewhere), "--locale", "en")
    assert done.code == 0
    assert "The reports are of two stories" in done.out


def test_a_report_from_before_names_were_counted_is_named_as_such(
    old: Path, tmp_path: Path, capsys: Capture
) -> None:
    earlier = json.loads(old.read_bytes())
    del earlier["naming"]
    path = put(tmp_path / "earlier", OLD)
    path.write_text(json.dumps(earlier), encoding="utf-8")
    done = call(capsys, "diff", path, old, "--locale", "en")
    assert done.code == 0
    assert (
        "is from before reports had these, which are not held against each other: Names" in done.out
    )


BAD = {
    "a later format": ('"format": 1', '"format": 2', "report format 2 is newer than 1, the one"),
    "no such format": ('"format": 1', '"format": 0', "there is no report format 0"),
    "no report": ("{", "[", "not a report: "),
    "torn": ("غرقت", "", "sentence "),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("side", [0, 1])
def test_what_cannot_be_read_is_told_on_one_line(
    side: int, name: str, old: Path, new: Path, capsys: Capture
) -> None:
    before, after, said = BAD[name]
    bad = (old, new)[side]
    bad.write_text(bad.read_text("utf-8").replace(before, after, 1), encoding="utf-8")
    done = call(capsys, "diff", old, new)
    assert (done.code, done.out) == (2, "")
    [line] = done.err.splitlines()
    assert line.startswith(f"tabayun: {bad}: {said}")


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left(
    old: Path, new: Path, tmp_path: Path, capsys: Capture
) -> None:
    before = tree(tmp_path)
    done = call(capsys, "diff", old, new, "-o", old / "out.html")
    assert (done.code, done.out) == (2, "")
    assert "cannot write" in done.err
    assert tree(tmp_path) == before


def test_the_bytes_do_not_depend_on_the_environment(old: Path, new: Path) -> None:
    environments = (
        {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
        {"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Tokyo", "COLUMNS": "40",
         "PYTHONIOENCODING": "latin-1", "FORCE_COLOR": "1"},
    )  # fmt: skip
    for form in ("terminal", "json"):
        done = [tabayun("diff", old, new, "--format", form, env=env) for env in environments]
        assert [one.returncode for one in done] == [1, 1]
        assert done[0].stdout == done[1].stdout


def test_on_a_terminal_lines_fit(old: Path, new: Path) -> None:
    shown = on_terminal("diff", old, new, "--fail-on", "never", columns=60)
    assert "وقائع تغيّرت" in shown
    isolates = dict.fromkeys((0x2066, 0x2067, 0x2069))
    assert max(len(line.translate(isolates)) for line in shown.splitlines()) <= 60


def test_every_phrase_is_used_and_none_is_missing() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "compare" / "diff").glob("*.py"))
    for lang in ("ar", "en"):
        path = ROOT / "report_templates" / "locale" / f"{lang}.toml"
        words = tomllib.loads(path.read_text(encoding="utf-8"))["diff"]
        made = ("facts_", "totals_", "figures_", "articles_", "reading_", "outlets_", "sources_",
                "title_", "published_", "url_", "outlet_")  # fmt: skip
        idle = [slug for slug in words if f'"{slug}"' not in code and not slug.startswith(made)]
        assert idle == []
        assert set(words["list"]) == {"report", *(
            name for name in Report.__struct_fields__ if isinstance(getattr(OLD, name), tuple)
        )}  # fmt: skip

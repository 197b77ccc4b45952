"""docs/report.schema.json: what the records say, and what every report of ours keeps to."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator
from msgspec import structs

from compare import codec, lang, model, pipeline
from compare.ingest import load_story
from compare.model import Report
from tests import builders
from tests.conftest import ROOT
from tests.golden.reports import ACCEPTED, SCHEMA, STORIES

Json = dict[str, Any]
RECORDS = {
    name: kind
    for name, kind in vars(model).items()
    if isinstance(kind, type) and issubclass(kind, model.Record) and kind is not model.Record
}


def schema() -> Json:
    made: Json = msgspec.json.decode(SCHEMA.read_bytes())
    return made


VALIDATOR = Draft202012Validator(schema())


def as_json(report: Report) -> Json:
    made: Json = msgspec.json.decode(codec.encode(report))
    return made


def troubles(report: Json) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(report)]


def test_the_schema_is_what_the_records_give() -> None:
    said = "docs/report.schema.json is not of today: make golden-accept, and read what it writes"
    assert SCHEMA.read_bytes() == codec.schema(), said
    Draft202012Validator.check_schema(schema())


def test_every_record_is_described_and_closed() -> None:
    described = schema()["$defs"]
    assert set(described) == set(RECORDS)
    for name, record in described.items():
        assert record["additionalProperties"] is False
        assert record["description"].split() == str(RECORDS[name].__doc__).split()
        assert "\n    " not in record["description"]


@pytest.mark.parametrize("make", [builders.report, builders.single, builders.calm])
def test_a_report_made_by_hand_keeps_to_it(make: Callable[[], Report]) -> None:
    assert troubles(as_json(make())) == []


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_an_accepted_report_keeps_to_it(story: Any) -> None:
    accepted = (ACCEPTED / story.name / "report.json").read_bytes()
    assert troubles(msgspec.json.decode(accepted)) == []


def test_a_report_of_today_keeps_to_it() -> None:
    made = pipeline.build(load_story(ROOT / "tests" / "stories" / "air-strike"), lang.load())
    assert made.facts
    assert troubles(as_json(made)) == []


def records(value: Any, kind: str = "Report") -> Iterator[tuple[str, Json]]:
    """A record of each kind in a report, with the name of its kind."""
    yield kind, value
    for name, field in schema()["$defs"][kind]["properties"].items():
        below = field.get("items", field).get("$ref", "").rpartition("/")[2]
        held = value.get(name)
        if below and held:
            yield from records(held[0] if isinstance(held, list) else held, below)


def sample() -> Json:
    """A report with a record of every kind."""
    report = builders.report()
    whole, part = report.claims[:2]
    total = model.Total(
        id="t", finding="exceeds", rule="one-part", whole=whole.id, parts=(part.id,),
        outlets=("a",), whole_low=Decimal(3), whole_high=Decimal(3), parts_low=Decimal(5),
        parts_high=None, difference=Decimal(2),
    )  # fmt: skip
    return as_json(structs.replace(report, totals=(total,)))


KINDS = list(dict(records(sample())))


def test_every_kind_of_records_is_tried() -> None:
    assert set(KINDS) == set(RECORDS)
    assert troubles(sample()) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_too_many_is_refused(kind: str) -> None:
    report = sample()
    dict(records(report))[kind]["more"] = 1
    assert any("'more' was unexpected" in said for said in troubles(report))


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_that_is_missing_is_refused(kind: str) -> None:
    for field in schema()["$defs"][kind]["required"]:
        report = sample()
        del dict(records(report))[kind][field]
        assert f"'{field}' is a required property" in troubles(report)


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_of_another_type_is_refused(kind: str) -> None:
    for field in schema()["$defs"][kind]["properties"]:
        report = sample()
        dict(records(report))[kind][field] = {"no": "such thing"}
        assert troubles(report), field


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("Report", "format", 2),
        ("Figure", "kind", "heap"),
        ("Figure", "low", 5),
        ("Figure", "low", "NaN"),
        ("Figure", "low", "-Infinity"),
        ("Figure", "low", "five"),
        ("Fact", "verdict", "true"),
        ("Sentence", "start", "0"),
    ],
)
def test_a_value_that_is_none_is_refused(kind: str, field: str, value: object) -> None:
    report = sample()
    dict(records(report))[kind][field] = value
    assert len(troubles(report)) == 1


@pytest.mark.parametrize("value", ["5", "-5", "57.5", "0.10", "1E+3", "0E-7", "1.5E-7", None])
def test_a_number_is_a_string_of_digits(value: str | None) -> None:
    report = sample()
    dict(records(report))["Figure"]["low"] = value
    assert troubles(report) == []
    codec.decode(msgspec.json.encode(report))

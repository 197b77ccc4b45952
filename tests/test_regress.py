"""No story's report says today what its accepted one does not. `make golden-accept` accepts."""

from pathlib import Path

import pytest
from msgspec import structs

from compare.verdicts import RULES
from tests.golden import reports
from tests.golden.regress import orphans, regressed
from tests.golden.reports import REGRESSED


@pytest.mark.parametrize("story", REGRESSED, ids=lambda s: s.name)
def test_the_report_says_what_the_accepted_one_says(story: Path) -> None:
    said = regressed(story)
    assert not said, "\n".join(said)


def test_a_story_that_was_never_accepted_is_told(tmp_path: Path) -> None:
    [said] = regressed(tmp_path / "new-story")
    assert said.startswith("tests/golden/new-story/report.json is missing: make golden-accept")


def test_no_accepted_report_has_lost_its_story() -> None:
    assert list(orphans()) == []


def test_a_rule_that_is_taken_away_shows_with_its_facts_readings_and_words(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = [rule for rule in RULES if rule[0] != "tally-grew"]
    monkeypatch.setattr("compare.verdicts.RULES", tuple(rules))
    said = "\n".join(line.strip() for line in regressed(seeds)).translate(
        dict.fromkeys((0x2066, 0x2067, 0x2069))
    )
    assert "~ Verdict: was updated, is undecided" in said
    assert "- Rule before: A running tally" in said
    assert "(tally-grew)" in said
    assert "+ Rule now: Time could explain the difference" in said
    assert "37, a reading that stays: الحرة" in said
    assert "الحرة: «" in said
    assert "Id: 10e4b6972ff1" in said


def test_a_word_that_is_read_differently_shows_before_and_after(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = reports.built(seeds)
    claim = structs.replace(before.claims[0], counted="another")
    now = structs.replace(before, claims=(claim, *before.claims[1:]))
    monkeypatch.setattr("tests.golden.regress.built", lambda _: now)
    was = f'"{before.claims[0].counted}"'
    assert f'  claims {claim.id}: counted {was} > "another"' in regressed(seeds)

"""The gate: what is below its floor, what is not held to any, and which floors move."""

from decimal import Decimal
from pathlib import Path

import pytest

from compare import evaluation
from compare.errors import TabayunError
from compare.evaluation.measures import MEASURES, Score, Share, Shares
from compare.evaluation.pins import Pin

GOLD, OTHER = "a" * 64, "b" * 64


def scored(story: str = "zilzal", gold: str = GOLD, **counts: tuple[int, int]) -> Score:
    """A score of 2 in 3 in every measure but those given."""
    shares = Shares(*(Share(*counts.get(name, (2, 3))) for name in MEASURES))
    return Score(story, gold, shares, (), ())


def two_thirds_but(measure: str, counts: tuple[int, int]) -> Score:
    """A score of 2 in 3 in every measure but one."""
    one = scored()
    return one._replace(shares=one.shares._replace(**{measure: Share(*counts)}))


def pinned(gold: str = GOLD, **floors: str) -> Pin:
    """Floors of .666 but for those given."""
    return Pin(gold, {name: Decimal(floors.get(name, "0.666")) for name in MEASURES})


@pytest.mark.parametrize("measure", MEASURES)
def test_a_measure_below_its_floor_fails_and_is_told(measure: str) -> None:
    gate = evaluation.hold({"zilzal": pinned()}, [two_thirds_but(measure, (13, 20))])
    assert not gate.passed
    assert gate.said == (f"zilzal: {measure} 0.650 (13/20) is below its floor 0.666",)
    assert gate.pins is None


def test_what_is_at_its_floor_or_above_holds() -> None:
    scores = [scored(), scored("idrab", read=(1, 1))]
    gate = evaluation.hold({"zilzal": pinned(), "idrab": pinned()}, scores)
    assert gate == (("2 of 2 stories held, none below its floors",), True, None)


def test_a_floor_of_more_decimals_is_not_rounded() -> None:
    pins = {"zilzal": pinned(read="0.6667")}
    assert not evaluation.hold(pins, [scored()]).passed
    assert evaluation.hold({"zilzal": pinned(read="0.6666")}, [scored()]).passed


def test_where_nothing_is_measured_no_floor_is_missed() -> None:
    assert evaluation.hold({"zilzal": pinned()}, [scored(divergent=(0, 0))]).passed


def test_a_story_on_other_gold_or_without_floors_is_told_and_not_held() -> None:
    scores = [scored(gold=OTHER, read=(0, 1)), scored("idrab", read=(0, 1)), scored("fayadan")]
    gate = evaluation.hold({"zilzal": pinned(), "fayadan": pinned()}, scores)
    assert gate.passed
    assert gate.said == (
        "zilzal: its gold has changed since it was pinned, so it is held to no floor",
        "idrab: not pinned, so it is held to no floor",
        "1 of 3 stories held, none below its floors",
    )


def test_the_others_are_held_beside_a_story_on_other_gold() -> None:
    scores = [scored(gold=OTHER), scored("fayadan", read=(0, 1))]
    assert not evaluation.hold({"zilzal": pinned(), "fayadan": pinned()}, scores).passed


def test_an_update_adds_raises_and_pins_anew_and_leaves_the_rest() -> None:
    pins = {"zilzal": pinned(), "fayadan": pinned(OTHER), "absent": pinned(OTHER, read="1")}
    scores = [scored(read=(3, 4)), scored("idrab", divergent=(0, 0)), scored("fayadan")]
    gate = evaluation.update(pins, scores, lower=False)
    assert gate.passed
    assert gate.said == (
        "zilzal: read rises from 0.666 to 0.750",
        "idrab: added",
        "fayadan: pinned to its new gold",
        "written",
    )
    floors = dict(pinned().floors)
    assert gate.pins == {
        "zilzal": pinned(read="0.750"),
        "idrab": Pin(GOLD, {name: floors[name] for name in MEASURES if name != "divergent"}),
        "fayadan": pinned(),
        "absent": pins["absent"],
    }


def test_a_measure_that_is_new_is_added() -> None:
    pins = {"zilzal": Pin(GOLD, {"read": Decimal("0.666")})}
    gate = evaluation.update(pins, [scored()], lower=False)
    assert gate.said[:2] == ("zilzal: recall added at 0.666", "zilzal: precision added at 0.666")
    assert gate.pins == {"zilzal": pinned()}


@pytest.mark.parametrize("gold", [GOLD, OTHER])
def test_no_floor_falls_unasked_on_the_same_gold_or_another(gold: str) -> None:
    pins = {"zilzal": pinned(), "idrab": pinned()}
    scores = [scored(gold=gold, read=(1, 2), traps=(1, 2)), scored("idrab", read=(3, 4))]
    gate = evaluation.update(pins, scores, lower=False)
    assert (gate.passed, gate.pins) == (False, None)
    assert gate.said == (
        "zilzal: read falls from 0.666 to 0.500",
        "zilzal: traps falls from 0.666 to 0.500",
        "not written, since floors would fall (--lower lets them)",
    )


def test_floors_fall_where_that_is_asked_for() -> None:
    gate = evaluation.update({"zilzal": pinned()}, [scored(read=(1, 2))], lower=True)
    assert gate.said == ("zilzal: read falls from 0.666 to 0.500", "written")
    assert gate.pins == {"zilzal": pinned(read="0.500")}


def test_a_floor_stays_where_nothing_is_measured_now() -> None:
    gate = evaluation.update({"zilzal": pinned()}, [scored(divergent=(0, 0))], lower=True)
    assert gate.pins == {"zilzal": pinned()}


def test_a_second_update_changes_nothing() -> None:
    scores = [scored(), scored("idrab", read=(3, 4))]
    first = evaluation.update({}, scores, lower=False)
    assert first.pins is not None
    again = evaluation.update(first.pins, scores, lower=False)
    assert again == (("written",), True, first.pins)


IDS = ["zilzal", "زلزال الساحل", 'a"b\\c', "a.b [c] # d", "tab\tand\x7f"]


def test_what_is_written_is_read_again_whatever_the_names(tmp_path: Path) -> None:
    pins = {name: pinned(read="0.1") for name in IDS}
    path = tmp_path / "floors.toml"
    path.write_bytes(evaluation.encode_pins(pins))
    assert evaluation.read_pins(path) == pins
    backwards = dict(reversed(pins.items()))
    assert evaluation.encode_pins(backwards) == path.read_bytes()


def test_a_floor_is_written_with_three_decimals() -> None:
    lines = evaluation.encode_pins({"zilzal": pinned(read="1")}).decode().splitlines()
    assert lines[2:6] == ["", "[zilzal]", f'gold = "{GOLD}"', "read = 1.000"]


SECTION = f'[zilzal]\ngold = "{GOLD}"\n'

BAD: dict[str, tuple[str | bytes, int | None, str, str]] = {
    "no TOML": ("\n[zilzal\n", 2, "does not parse: ", "delete it"),
    "a number without a section": ("read = 1\n", 1, "read: no section", "write [name]"),
    "no gold": ("[zilzal]\nread = 1\n", 1, "zilzal: gold is no SHA-256", "--update"),
    "gold that is no hash": (
        '[idrab]\n' + SECTION[9:] + '[zilzal]\ngold = "abc"\n',
        4, "zilzal: gold is no SHA-256", "--update"),
    "unknown measure": (SECTION + "recal = 1\n", 3, "unknown measure 'recal'", "mean recall?"),
    "odd measure": (SECTION + "speed = 1\n", 3, "unknown measure 'speed'", "known are read, rec"),
    "no share": (SECTION + "read = 97\n", 3, "read is no share", "from 0 to 1"),
    "not a number": (SECTION + "read = nan\n", 3, "read is no share", "from 0 to 1"),
    "a word": (SECTION + 'read = "1"\n', 3, "read is no share", "from 0 to 1"),
    "a truth": (SECTION + "read = true\n", 3, "read is no share", "from 0 to 1"),
    "not UTF-8": ("# أرضيات الدقة والاستدعاء\n".encode("cp1256"), 1, "not UTF-8", "iconv"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_floors_that_are_none_are_told_with_their_line(name: str, tmp_path: Path) -> None:
    content, line, said, hint = BAD[name]
    path = tmp_path / "floors.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(TabayunError) as caught:
        evaluation.read_pins(path)
    assert (caught.value.path, caught.value.line) == (path, line)
    assert said in caught.value.message
    assert hint in (caught.value.hint or "")


def test_floors_that_are_not_there_are_told_unless_they_are_to_be_written(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    assert evaluation.read_pins(path, to_be_written=True) == {}
    with pytest.raises(TabayunError, match=r"no such file \(check its name, or have it written"):
        evaluation.read_pins(path)

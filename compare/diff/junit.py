"""A diff as JUnit XML: a test case for each fact, failed where `--fail-on` says so."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from compare.diff.fails import FailOn, fails
from compare.diff.printed import entry_lines, plain
from compare.diff.records import Diff, FactChange
from compare.diff.sheet_facts import fact_entry, verdict_line
from compare.model import Fact, Report
from compare.view.labels import Labels, load
from compare.view.lines import visible
from compare.view.titles import title


class _Case(NamedTuple):
    fact: Fact
    change: FactChange | None


def junit(diff: Diff, new: Report, locale: str, fail_on: FailOn) -> bytes:
    """The facts of the new report, then those that are gone, as test cases of one suite."""
    labels = load(locale)
    cases = list(_cases(diff, new.facts))
    failed = [case.change is not None and fails(case.change, fail_on) for case in cases]
    counts = {"tests": str(len(cases)), "failures": str(sum(failed)), "errors": "0"}
    root = ET.Element("testsuites", {"name": "tabayun diff", **counts})
    suite = ET.SubElement(root, "testsuite", {"name": visible(diff.new.story), **counts})
    for case, is_failed in zip(cases, failed, strict=True):
        suite.append(_element(case, diff, labels, is_failed=is_failed))
    ET.indent(root)
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def _cases(diff: Diff, facts: Iterable[Fact]) -> Iterator[_Case]:
    changes = {change.new.fact.id: change for change in diff.facts if change.new}
    for fact in facts:
        yield _Case(fact, changes.get(fact.id))
    for change in diff.facts:
        if change.old and not change.new:
            yield _Case(change.old.fact, change)


def _element(case: _Case, diff: Diff, labels: Labels, *, is_failed: bool) -> ET.Element:
    named = f"{visible(title(case.fact, labels).name.text)} ({visible(case.fact.id)})"
    element = ET.Element("testcase", {"classname": visible(diff.new.story), "name": named})
    if case.change:
        told = "\n".join(entry_lines(fact_entry(case.change, labels)))
        tag = "failure" if is_failed else "system-out"
        attributes = {"message": _message(case.change, labels), "type": "changed"}
        child = ET.SubElement(element, tag, attributes if is_failed else {})
        child.text = told
    return element


def _message(change: FactChange, labels: Labels) -> str:
    if change.old and change.new:
        return plain(verdict_line(change.old.fact, change.new.fact, labels))
    words: str = labels.table["diff"]["facts_new" if change.new else "facts_gone"]
    return words

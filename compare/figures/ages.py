"""Ages that an ordinal tells: "في الثالثة والسبعين من عمره"."""

from compare.figures.line import Line
from compare.figures.ordinals import ordinal_at
from compare.figures.span import Candidate

WORDS = frozenset(("age_behind", "age_word"))
"""The roles of which a line must hold one."""


def ordinal_age_at(line: Line, i: int) -> Candidate | None:
    """The ordinal at token i as an age in years, where "of his age" follows.

    It is feminine, as the year that it leaves out, and ranks no noun before it.
    """
    found = ordinal_at(line, i)
    if found is None or not line.norm(i).endswith("ه") or line.definite(i - 1):
        return None
    if line.norm(found.last + 1) != "من" or line.match(found.last + 2, "age_behind") is None:
        return None
    return found._replace(span=found.span._replace(kind="duration", unit="year", rule="age"))

"""Stretches without a space that no writer wrote: data, addresses, a page gone wrong.

They are set apart before anything is read, each as one identifier where it holds a digit, so
that the time of reading stays in proportion to what people wrote.
"""

import re

from compare.figures.span import Span

LONGEST = 1000
"""Characters; far more than any word, number or link in the news."""
_RUN = re.compile(rf"\S{{{LONGEST + 1},}}")
_DIGIT = re.compile(r"\d")


def set_apart(text: str) -> tuple[str, list[Span]]:
    """The text with such stretches blanked, its length kept, and a span for each with a digit."""
    if len(text) <= LONGEST or max(map(len, text.split()), default=0) <= LONGEST:
        return text, []
    found = [match for match in _RUN.finditer(text) if _DIGIT.search(match.group())]
    spans = [
        Span(m.start(), m.end(), "identifier", "exact", None, None, None, "run") for m in found
    ]
    return _RUN.sub(lambda match: " " * len(match.group()), text), spans

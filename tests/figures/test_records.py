"""Figures of an article: what only the whole text tells of them."""

import pytest

from compare import pipeline
from tests.figures.lexicon import LEXICON

FILLING = "كلمة وأخرى. " * 60


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        (f"قال \u202e{FILLING}احتجز 251 شخصا.", ("overridden",)),
        (f"قال \u202e{FILLING}\nاحتجز 251 شخصا.", ()),
        (f"قال \u202eأمس\u202c {FILLING}احتجز 251 شخصا.", ()),
        (f"قال \u2067{FILLING}\u202eأمس\u2069 احتجز 251 شخصا.", ()),
    ],
)
def test_an_override_reaches_as_far_as_its_paragraph(text: str, flags: tuple[str, ...]) -> None:
    (figure,) = pipeline.read_figures("article", text, LEXICON)
    assert (figure.raw, *figure.flags) == ("251", *flags)

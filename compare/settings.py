"""Every threshold of the program, named, with where its value comes from.

Measured values were read off the stories with gold readings (`tests/stories`, the seeds) and
stand in the middle of the range in which the outcome on them does not change.
"""

import hashlib

import msgspec


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """What each kind of evidence adds to two claims being of one quantity.

    First read off a logistic regression over 1,200 pairs of gold readings, then rounded and tried
    against the stories as a whole.
    """

    same_event: float = 2.5
    kind_of_event: float = 1.0
    other_event: float = -0.5
    same_thing: float = 1.75
    person: float = 1.25
    kind_of_thing: float = 0.25
    other_thing: float = -1.5
    other_topic: float = -0.25
    words: float = 4.0
    aligned: float = 2.0
    same_value: float = 2.75
    same_small_value: float = 2.25
    same_bare_value: float = 1.75
    near_value: float = 1.0
    far_value: float = -0.5
    remote_value: float = -3.0
    slip: float = -0.5
    same_anchor: float = 1.0
    one_anchor: float = -1.5
    one_day: float = -3.0
    one_start: float = -3.0


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Thresholds by stage. Scores are sums of evidence unless said otherwise."""

    # segment
    sentence_characters: int = 4000  # four times the longest of 150,000 news sentences
    title_characters: int = 200  # the longest headline in 150,000 news sentences is shorter
    furniture_characters: int = 120  # page furniture stands in short lines

    # zones: what a glued article's words are like; see zones.py for the measure
    foreign_own: float = 0.30  # share of its own words: glued 0.34, the story's own up to 0.24
    foreign_mass: int = 150  # stem characters; less is too little to judge by its own words
    foreign_unknown: float = 0.94  # share of unknown words: a glued note 0.97, else up to 0.89
    foreign_note_mass: int = 60
    foreign_opening: float = 0.15  # of the opening's mass the story must know, to judge at all

    # alignment: scores in 0..100
    align_floor: float = 30.0  # below it a best partner is chance, and no evidence
    align_shown: float = 40.0  # from here on a reader sees that both say the same

    # facts: evidence needed before two claims are held to speak of one quantity
    link_threshold: float = 3.0  # recall 0.73, precision 0.98 of pairs; 2.5 joins 4 % wrongly
    weights: Weights = Weights()
    small_count: int = 12  # so small a count is often the same by chance
    same_article_threshold: float = 4.5  # an article rarely gives one quantity two values

    # verdicts
    about_tolerance: float = 0.10  # "about 50" admits 45 to 55
    bound_reach: float = 0.25  # "more than 1170" is not said of 2000: it reaches a quarter on
    rounding_tolerance: float = 0.05  # how far a rounded value may stand from what it rounds
    closed_after_days: int = 14  # the toll of a day still moves for two weeks


DEFAULT = Settings()


def digest(settings: Settings = DEFAULT) -> str:
    """SHA-256 of the settings' canonical JSON."""
    return hashlib.sha256(msgspec.json.encode(settings, order="sorted")).hexdigest()

"""Every threshold of the program, named, with where its value comes from.

Measured values were read off the stories with gold readings (`tests/stories`, the seeds) and
stand in the middle of the range in which the outcome on them does not change.
"""

import hashlib

import msgspec


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """What each piece of evidence counts, in log odds; see `facts/evidence.py`.

    Fitted by logistic regression, stories weighing by the root of their pairs, to 7,400 pairs of
    readings in 108 stories that careful readers labelled, and rounded to a twentieth. `slip`,
    met too seldom to be fitted, was set by hand.
    """

    count: float = -2.35
    money: float = -2.90
    percent: float = -3.20
    measure: float = -3.60
    duration: float = -3.15
    same_event: float = 1.20
    kin_event: float = 0.10
    other_event: float = -0.35
    one_event: float = -0.15
    one_planned: float = 0.00
    same_thing: float = -0.55
    same_people: float = 0.55
    same_amount: float = 1.70
    sole: float = 0.10
    same_stem: float = 0.35
    person: float = 1.05
    kin_thing: float = -0.15
    other_thing: float = -1.30
    other_stem: float = -1.20
    other_topic: float = -0.30
    one_thing: float = -0.05
    thing_beside: float = -0.30
    words: float = 0.30
    unknown_words: float = 0.95
    aligned: float = 1.00
    same_value: float = 2.85
    digits: float = 1.85
    small_event_value: float = -1.10
    small_thing_value: float = -0.70
    small_bare_value: float = -2.15
    slip: float = 2.00
    toll_near: float = 1.85
    toll_close: float = 0.70
    toll_double: float = 0.45
    toll_far: float = -0.15
    toll_absurd: float = -2.30
    toll_remote: float = -1.45
    count_near: float = 2.05
    count_close: float = 0.85
    count_double: float = 0.20
    count_far: float = -0.45
    count_absurd: float = -2.70
    count_remote: float = -2.10
    amount_near: float = 2.80
    amount_close: float = 1.55
    amount_double: float = -0.15
    amount_far: float = -1.55
    amount_absurd: float = -1.65
    amount_remote: float = -1.70
    same_place: float = -0.05
    one_place: float = -0.70
    other_where: float = -0.45
    same_past: float = -0.40
    one_past: float = -1.05
    same_day: float = -0.30
    one_day: float = -0.85
    same_start: float = -0.15
    one_start: float = -0.30
    one_earlier: float = 0.40
    same_nation: float = 2.00
    one_nation: float = 0.75
    own_same_value: float = 0.40
    own_other_value: float = -0.70
    own_other_voice: float = 0.25
    one_part: float = -0.60
    chosen: float = 1.30


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
    align_floor: float = 20.0  # below it a best partner is chance, and no evidence
    align_shown: float = 32.0  # from here on a reader sees that both say the same
    align_split_gain: float = 5.0  # what the second half of a split sentence must add

    # facts: evidence in log odds
    link_threshold: float = -0.35  # the more is missed above, the more joined wrongly below
    taken_up: float = 6.0  # what an article itself says is of one quantity
    trusted_link: float = 0.25  # readings less tied than this are not said to diverge
    weights: Weights = Weights()
    small_count: int = 12  # so small a count is often the same by chance

    # verdicts
    about_tolerance: float = 0.10  # "about 50" admits 45 to 55
    bound_reach: float = 0.25  # "more than 1170" is not said of 2000: it reaches a quarter on
    rounding_tolerance: float = 0.05  # how far a rounded value may stand from what it rounds
    one_time_hours: int = 6  # two authorities that differ by more hours may have counted later
    closed_after_days: int = 14  # the toll of a day still moves for two weeks

    # totals
    totals_shortfall: float = 0.10  # two parts that leave more of a whole are not told as all


DEFAULT = Settings()


def digest(settings: Settings = DEFAULT) -> str:
    """SHA-256 of the settings' canonical JSON."""
    return hashlib.sha256(msgspec.json.encode(settings, order="sorted")).hexdigest()

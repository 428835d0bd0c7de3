"""What leans on the lines before it: lists under a head without a verb, figures that rise, staff of the speaker."""

from __future__ import annotations

from vidbiy.model import Document
from vidbiy.reading import Reader

Expected = tuple[str, str, int | None, int | None]


def claims(text: str, source: str | None = None) -> list[Expected]:
    """Return what `text` claims."""
    reading = Reader().read(Document("inherited", text, source=source))
    return [(claim.measure.value, claim.subject, claim.low, claim.high) for claim in reading.claims]


def test_a_list_under_a_head_without_a_verb_says_what_came() -> None:
    """The measure of the title is not carried on into it."""
    text = "ЗБИТО 30 ЦІЛЕЙ\n\nЩо побачили радари:\n\n▪️ 24 «шахеди»;\n▪️ 12 крилатих ракет Х-101."
    assert claims(text, "ua-air-force")[-2:] == [
        ("launched", "weapon.drone.shahed", 24, 24),
        ("launched", "weapon.missile.cruise.kh101", 12, 12),
    ]


def test_a_weapon_that_is_struck_is_shot_down_and_a_thing_is_damaged() -> None:
    """ "Уражено" says two things, by what is struck."""
    assert claims("Засобами ППО уражено 12 БпЛА.") == [("shot_down", "weapon.drone", 12, 12)]
    assert claims("Ударом уражено чотири склади.") == [("damaged", "site.warehouse", 4, 4)]


def test_to_a_number_before_a_verb_of_growth_is_no_bound() -> None:
    """ "Do trzech wzrosła liczba ofiar" is three, as "wzrosła do trzech" is."""
    assert claims("Do trzech wzrosła liczba ofiar śmiertelnych ataku.") == [("killed", "person", 3, 3)]

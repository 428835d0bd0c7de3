"""What a document is about: the place of its source, its title, its only city; offices by the place beside them."""

from __future__ import annotations

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader

READER = Reader()


def _places(text: str, *, source: str | None = None, title: str | None = None) -> list[str | None]:
    document = Document(id="test", text=text, source=source, title=title)
    return [claim.place for claim in READER.read(document).claims]


@pytest.mark.parametrize(
    ("text", "source", "title", "place"),
    [
        ("Two people were killed.", None, "Russian attack on Odesa", "UA-51.odesa"),
        ("Двоє людей загинули.", "oma-UA-59", None, "UA-59"),
        ("Двоє людей загинули.", "kyiv-mayor", None, "UA-30"),
    ],
)
def test_without_a_place_a_sentence_is_of_the_story(
    text: str, source: str | None, title: str | None, place: str
) -> None:
    """A title's place, or the place of the source, is where it happened."""
    assert _places(text, source=source, title=title) == [place]


def test_an_office_is_of_the_place_beside_it() -> None:
    """The region that stands by the office says whose it is."""
    document = Document(id="test", text="Two people were killed, the governor of the Sumy region said.")
    assert [claim.speaker for claim in READER.read(document).claims] == ["oma-UA-59"]


def test_a_story_goes_on_where_its_lead_tells_of_one_place() -> None:
    """What follows the lead without a place is of the district, the town where the lead has its dead."""
    text = (
        "Two bombs hit a shop in Kharkiv's Kyivskyi district, killing six people.\n\n"
        "A missile came down in the Shevchenkivskyi district, wounding two.\n\nFour people were still missing."
    )
    assert _places(text)[-1] == "UA-63.kyivskyi"

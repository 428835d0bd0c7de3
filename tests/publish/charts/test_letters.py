"""How wide texts will be."""

from __future__ import annotations

import re

import pytest
import vl_convert
from hypothesis import given
from hypothesis import strategies as st

from vidbiy.publish.charts.letters import FONT, clean, fit, width, wrap


def measured(text: str, weight: str) -> float:
    """Return the width that the renderer gives a text at 10 pixels."""
    size = {"fontSize": {"value": 10}, "font": {"value": FONT}, "fontWeight": {"value": weight}}
    place = {"x": {"value": 0}, "y": {"value": 0}, "text": {"value": text}}
    marks = [{"type": "text", "encode": {"enter": {**place, **size}}}]
    drawn = vl_convert.vega_to_svg({"autosize": "pad", "padding": 0, "width": 1, "height": 1, "marks": marks})
    found = re.search(r'width="([\d.]+)"', drawn)
    assert found is not None
    return float(found[1])


@pytest.mark.parametrize("weight", ["normal", "bold"])
@pytest.mark.parametrize(
    "text",
    ["first alert 18:30", "Івано-Франківська область", "немає даних з 03:12", "Щоденний відбій, №5", "WWWW @@@ ≥1,200"],
)
def test_a_width_is_what_the_renderer_will_give(text: str, weight: str) -> None:
    """The table agrees with the font that vl-convert brings, Cyrillic included, on a machine without any font."""
    assert width(text, 10, bold=weight == "bold") == pytest.approx(measured(text, weight), rel=0.03, abs=1.5)


@given(st.text(max_size=80), st.floats(0, 400))
def test_what_is_fitted_fits(text: str, room: float) -> None:
    """A text cut to a room is never wider than it."""
    assert width(fit(text, room, 11), 11) <= room + 1e-9 or fit(text, room, 11) == text == ""


@given(st.text(max_size=200), st.floats(60, 400))
def test_wrapped_lines_keep_all_words_that_fit(text: str, room: float) -> None:
    """No line is wider than the room, and no word is lost that fits."""
    lines = wrap(text, room, 11)
    assert all(width(line, 11) <= room for line in lines)
    if all(width(word, 11) <= room for word in text.split()):
        assert " ".join(lines).split() == text.split()


@given(st.text(st.characters(), max_size=60))
def test_cleaned_text_can_stand_in_xml(text: str) -> None:
    """No control character, lone surrogate or turn of direction is left."""
    assert not re.search("[\x00-\x1f\ud800-\udfff\u202a-\u202e\ufffe\uffff]", clean(text))

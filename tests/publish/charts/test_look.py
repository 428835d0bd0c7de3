"""Colours: told apart by those who see them otherwise, and readable."""

from __future__ import annotations

import pytest

from vidbiy.publish.charts.look import PALETTES, Theme


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", PALETTES)
def test_a_colour_stands_for_one_role_only(theme: Theme) -> None:
    """The finished SVG knows a role by its colour."""
    assert len(set(PALETTES[theme].values())) == len(PALETTES[theme])


@pytest.mark.parametrize("theme", PALETTES)
def test_texts_can_be_read(theme: Theme) -> None:
    """4.5 to 1 for every ink on the ground and on the step it stands on (WCAG 2.2, 1.4.3)."""
    palette = PALETTES[theme]
    pairs = [("ink", "ground"), ("soft", "ground"), ("river-ink", "river")]
    pairs += [(f"on-{n}", f"step-{n}") for n in range(6)]
    weak = {pair: contrast(palette[pair[0]], palette[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", PALETTES)
def test_steps_rise_in_one_direction_of_lightness(theme: Theme) -> None:
    """So that they hold in grey, and for every form of colour blindness."""
    light = [luminance(PALETTES[theme][f"step-{n}"]) for n in range(6)]
    assert light in (sorted(light), sorted(light, reverse=True))


def test_every_theme_has_the_same_roles() -> None:
    """A picture can be drawn in each."""
    assert len({frozenset(palette) for palette in PALETTES.values()}) == 1

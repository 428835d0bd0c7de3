"""How a picture is to look: its width, its colours, its language.

The hues are those of Okabe and Ito (Color Universal Design, 2008), which the common forms of colour blindness keep apart;
steps run from light to dark in one hue, so that they hold in grey too. What is not known is hatched, not coloured.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from vidbiy.lexicon.words import PUBLISHED_LANGUAGES
from vidbiy.publish.charts.errors import ChartError

__all__ = ["HATCHES", "PALETTES", "THEMES", "Look", "Theme", "css_properties", "theme_named"]

Theme: TypeAlias = Literal["light", "dark", "print", "page"]
THEMES: tuple[Theme, ...] = ("light", "dark", "print", "page")

_LIGHT = {
    "ground": "#ffffff",
    "ink": "#1a1c20",
    "soft": "#555b66",
    "line": "#d9dce3",
    "quiet": "#e9ebef",
    "alert": "#c9500a",
    "alert-part": "#f0b35e",
    "report": "#2b5f8a",
    "mark": "#33363d",
    "shot-down": "#0072b2",
    "suppressed": "#56b4e9",
    "stopped": "#2f8fc9",
    "hit": "#d55e00",
    "in-air": "#e6c229",
    "left": "#b8679a",
    "mean-line": "#7a2f8f",
    "unknown": "#eef0f3",
    "unknown-line": "#8b92a0",
    "missing": "#fdf3e7",
    "missing-line": "#9c5410",
    "river": "#cfe3f1",
    "river-ink": "#2a5877",
    "step-0": "#f7f7f8",
    "step-1": "#fee6bd",
    "step-2": "#fdbe6f",
    "step-3": "#e98c2a",
    "step-4": "#b45309",
    "step-5": "#662a05",
    "on-0": "#1b1d21",
    "on-1": "#1c1e22",
    "on-2": "#1d1f23",
    "on-3": "#141518",
    "on-4": "#fffefe",
    "on-5": "#fefefe",
}
_DARK = {
    "ground": "#14171c",
    "ink": "#eceef2",
    "soft": "#aab1bd",
    "line": "#353b46",
    "quiet": "#282d36",
    "alert": "#f0883e",
    "alert-part": "#8a5a20",
    "report": "#7fb8e6",
    "mark": "#d5d9e0",
    "shot-down": "#3d9ad6",
    "suppressed": "#8fd0f5",
    "stopped": "#5fb4e3",
    "hit": "#f07f26",
    "in-air": "#f0e05a",
    "left": "#d493ba",
    "mean-line": "#d9a8e8",
    "unknown": "#20252d",
    "unknown-line": "#79818f",
    "missing": "#2c2013",
    "missing-line": "#e0a060",
    "river": "#1d3a50",
    "river-ink": "#a9cfe8",
    "step-0": "#1c2027",
    "step-1": "#43290e",
    "step-2": "#70420f",
    "step-3": "#c67a1f",
    "step-4": "#eda145",
    "step-5": "#ffd695",
    "on-0": "#edeef2",
    "on-1": "#edeff2",
    "on-2": "#eeeff3",
    "on-3": "#0d0e10",
    "on-4": "#0e0f11",
    "on-5": "#0f1012",
}
_PRINT = {
    "ground": "#ffffff",
    "ink": "#000000",
    "soft": "#3c3c3c",
    "line": "#c8c8c8",
    "quiet": "#e6e6e6",
    "alert": "#3a3a3a",
    "alert-part": "#9a9a9a",
    "report": "#010101",
    "mark": "#020202",
    "shot-down": "#6e6e6e",
    "suppressed": "#bdbdbd",
    "stopped": "#979797",
    "hit": "#111111",
    "in-air": "#e0e0e0",
    "left": "#d0d0d0",
    "mean-line": "#444444",
    "unknown": "#fdfdfd",
    "unknown-line": "#808080",
    "missing": "#fcfcfc",
    "missing-line": "#404040",
    "river": "#ececec",
    "river-ink": "#505050",
    "step-0": "#fbfbfb",
    "step-1": "#e2e2e2",
    "step-2": "#c0c0c0",
    "step-3": "#949494",
    "step-4": "#5c5c5c",
    "step-5": "#1e1e1e",
    "on-0": "#040404",
    "on-1": "#050505",
    "on-2": "#060606",
    "on-3": "#070707",
    "on-4": "#fefefe",
    "on-5": "#fafafa",
}

# A colour names its role in one theme only once: the finished SVG is told by it which role it was drawn for.
PALETTES: Mapping[Theme, Mapping[str, str]] = {"light": _LIGHT, "dark": _DARK, "print": _PRINT, "page": _LIGHT}
# The fills that are drawn as hatches: the role of the lines over it.
HATCHES: Mapping[str, str] = {"unknown": "unknown-line", "missing": "missing-line"}

_NARROWEST, _WIDEST = 320, 2400


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is to look. `width` is in CSS pixels; the height follows from the data.

    The theme `page` draws on no ground and in CSS custom properties (see `css_properties`), so that a page's own style
    sheet decides on light, dark and print without a second picture.
    """

    width: int = 1200
    theme: Theme = "light"
    language: str = "en"

    def __post_init__(self) -> None:
        if not _NARROWEST <= self.width <= _WIDEST:
            raise ChartError(f"A picture {self.width} pixels wide cannot be drawn; take {_NARROWEST} to {_WIDEST}.")
        if self.theme not in THEMES:
            raise ChartError(f"There is no theme {self.theme!r}; there are {', '.join(THEMES)}.")
        if self.language not in PUBLISHED_LANGUAGES:
            known = " and ".join(PUBLISHED_LANGUAGES)
            raise ChartError(f"Pictures are not drawn in {self.language!r}; there is {known}.")

    @property
    def palette(self) -> Mapping[str, str]:
        """Return the colours by role."""
        return PALETTES[self.theme]

    @property
    def narrow(self) -> bool:
        """Tell whether it is the width of a telephone."""
        return self.width < 640


def theme_named(name: str) -> Theme:
    """Return the theme of that name.

    Raises:
        ChartError: there is none.
    """
    found = next((theme for theme in THEMES if theme == name), None)
    if found is None:
        raise ChartError(f"There is no theme {name!r}; there are {', '.join(THEMES)}.")
    return found


def css_properties(theme: Theme) -> str:
    """Return a theme's colours as CSS declarations (`--chart-ink: #1a1c20; ...`), for the style sheet of a page."""
    return " ".join(f"--chart-{role}: {colour};" for role, colour in PALETTES[theme].items())

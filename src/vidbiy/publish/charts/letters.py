"""How wide a text will be: what decides where a label stands, whether it fits, and where it breaks.

The advance widths are those of Liberation Sans, in thousandths of the font size, measured with vl-convert, which brings that
font along. It has the metrics of Arial, so that a browser without it sets the text to the same width.
"""

from __future__ import annotations

import re

__all__ = ["FONT", "clean", "fit", "width", "wrap"]

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"

_REGULAR = {
    191: "'",
    208: "’",
    222: "ijlіʼ",
    260: "f|",
    278: " \u00a0!,./:;I[\\]tІЇї",
    334: "()-`r“”·{}",
    355: '"',
    364: "г",
    411: "°*ґ",
    438: "к",
    447: "з",
    458: "т",
    469: "^",
    483: "1",
    500: "ҐJcksvxyzсух",
    510: "єэ",
    521: "чь",
    542: "вГпя",
    556: "≥≤≈н#$023456789?L_abdeghnopquаеорё–«»",
    572: "ийбц",
    584: "К+<=>~дл−×",
    611: "ЗFTZТ",
    635: "ъУ",
    667: "БЛЬЧ&ABEKPSVXYАВЕРХЁж",
    688: "Дм",
    722: "ЄИЙПЭыCDHNRUwНСЯ",
    750: "Цю",
    778: "ФGOQО",
    802: "Ъш",
    833: "фщMmМ",
    889: "Ы%",
    938: "ШЖЩ",
    944: "W",
    1015: "—…Ю@",
    1072: "№",
}
_BOLD = {
    241: "'’",
    281: " \u00a0Ї,./I\\ijlІіʼ|ї",
    333: "!()-:;[]`ft·",
    389: "*r{}",
    416: "г°",
    474: 'ґ"',
    489: "зҐт",
    501: "zк“”1",
    556: "≥≤≈єэ#$023456789J_aceksvxyаесухё–«»",
    584: "Гч+<=>^~я−×",
    611: "нпК?FLTZbdghnopquТор",
    617: "вийцьб",
    635: "УЗдл",
    669: "EPSVXYЕРХЁ",
    709: "ЛЧж",
    722: "ДЄЭБИЙПЬЯ&ABCDHKNRUАВНС",
    739: "ъЦм",
    778: "GOQwО",
    844: "MМшФщ",
    875: "юыЪф",
    889: "%m",
    944: "ЖW",
    979: "@Ы",
    1031: "—…ШЩЮ",
    1114: "№",
}
_WIDTHS = tuple(
    {letter: units for units, letters in table.items() for letter in letters} for table in (_REGULAR, _BOLD)
)
_UNKNOWN = 1050  # a letter of another script, an emoji: wider than most, so that nothing is cut off

# What no XML may hold, and what turns the direction of the text around it.
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]+")


def clean(text: str, limit: int = 300) -> str:
    """Return the text on one line, without what no picture can hold, cut at `limit` code points."""
    line = " ".join(_FORBIDDEN.sub(" ", text).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width in pixels that a text takes at a font size."""
    table = _WIDTHS[bold]
    return sum(table.get(letter, _UNKNOWN) for letter in text) * size / 1000


def fit(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return the text, cut with an ellipsis where it is wider than `room` pixels; empty where not a letter fits."""
    if width(text, size, bold=bold) <= room:
        return text
    for length in range(len(text) - 1, 0, -1):
        cut = text[:length].rstrip() + "…"
        if width(cut, size, bold=bold) <= room:
            return cut
    return ""


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Return the text in lines no wider than `room` pixels; a word that is wider is cut."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, bold=bold) <= room:
            lines[-1] = joined
        else:
            lines.append(fit(word, room, size, bold=bold))
    return lines

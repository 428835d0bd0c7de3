"""What a test reads of a drawn SVG: where its texts stand, and what is drawn hatched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree as ET

from vidbiy.publish.charts.draw import Picture
from vidbiy.publish.charts.letters import width

SVG = "{http://www.w3.org/2000/svg}"
_MOVE = re.compile(r"translate\((-?[\d.]+)(?:,\s*(-?[\d.]+))?\)")


@dataclass(frozen=True)
class Box:
    """A text and the rectangle it takes, from its baseline."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def tree(picture: Picture) -> ET.Element:
    return ET.fromstring(picture.svg)


def texts(picture: Picture) -> list[Box]:
    """Return all labels with their rectangles, in pixels of the viewBox."""
    found: list[Box] = []
    _walk(tree(picture), (0.0, 0.0), found)
    return found


def _walk(node: ET.Element, at: tuple[float, float], found: list[Box]) -> None:
    for x, y in _MOVE.findall(node.get("transform", "")):
        at = (at[0] + float(x), at[1] + float(y or 0))
    if node.tag == f"{SVG}text":
        text = "".join(node.itertext())
        size = float(node.get("font-size", "0").removesuffix("px"))
        across = width(text, size, bold=node.get("font-weight") == "bold")
        left = at[0] - {"middle": across / 2, "end": across}.get(node.get("text-anchor", ""), 0.0)
        found.append(Box(text, left, at[1] - 0.74 * size, left + across, at[1] + 0.22 * size))
    for child in node:
        _walk(child, at, found)


def faults(picture: Picture) -> list[str]:
    """Return a line for each label that leaves the picture or touches another; none in a good picture."""
    boxes = texts(picture)
    wrong = [f"{box.text!r} is cut off" for box in boxes if _leaves(box, picture)]
    return wrong + [f"{a.text!r} overlaps {b.text!r}" for a, b in combinations(boxes, 2) if _touch(a, b)]


def _leaves(box: Box, picture: Picture) -> bool:
    return box.left < -0.5 or box.top < -0.5 or box.right > picture.width + 0.5 or box.bottom > picture.height + 0.5


def _touch(a: Box, b: Box) -> bool:
    slack = 0.5
    return (
        a.left < b.right - slack and b.left < a.right - slack and a.top < b.bottom - slack and b.top < a.bottom - slack
    )


def hatched(picture: Picture, role: str = "unknown") -> int:
    """Return how many shapes are drawn with a hatch."""
    return len(re.findall(rf'fill="url\(#\w+-{role}\)"', picture.svg))


def tips(picture: Picture) -> list[str]:
    """Return what the shapes say under the pointer."""
    return [node.text or "" for shape in tree(picture).iter() for node in shape if node.tag == f"{SVG}title"][1:]


def links(picture: Picture) -> list[str]:
    """Return where the links of a picture lead."""
    return [node.get("href") or "" for node in tree(picture).iter(f"{SVG}a")]

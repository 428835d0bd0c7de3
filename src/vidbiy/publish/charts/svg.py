"""The finishing of an SVG: a name and a description for those who hear it, hatches, and colours that a page may set."""

from __future__ import annotations

from hashlib import sha256
from xml.etree import ElementTree as ET

from vidbiy.publish.charts.errors import ChartError
from vidbiy.publish.charts.letters import FONT
from vidbiy.publish.charts.look import HATCHES, Look
from vidbiy.publish.charts.sheet import LINK

__all__ = ["finish"]

_NS = "http://www.w3.org/2000/svg"
ET.register_namespace("", _NS)

# The renderer's own roles, which a picture as a whole replaces; its classes and fonts; what is the default anyway.
_DROPPED = frozenset(
    {"role", "aria-roledescription", "aria-hidden", "aria-label", "class", "font-family", "pointer-events"}
)
_IDLE = frozenset(
    {("stroke-dasharray", "1,0"), ("stroke-linecap", "butt"), ("opacity", "1"), ("transform", "translate(0,0)")}
)
_NOTHING = frozenset({"", "M0,0h0v0h0Z"})


def finish(raw: str, look: Look, *, title: str, description: str) -> str:
    """Return what vl-convert drew, made fit for a page: self-contained, without script, style or reference to elsewhere.

    Raises:
        ChartError: it drew no XML.
    """
    try:
        root = ET.fromstring(raw)
    except ET.ParseError as error:
        raise ChartError(f"The picture {title!r} was drawn with a text that no SVG can hold: {error}.") from error
    _tidy(root)
    name = "c" + sha256(f"{look}{title}".encode() + ET.tostring(root)).hexdigest()[:10]
    _paint(root, look, name)
    _label(root, look, name, (title, description))
    return ET.tostring(root, encoding="unicode") + "\n"


def _tidy(node: ET.Element) -> None:
    told = node.get("aria-label", "")
    for key, value in list(node.attrib.items()):
        if key in _DROPPED or (key, value) in _IDLE:
            del node.attrib[key]
    if node.get("stroke-width") == "0":
        node.attrib.pop("stroke", None)
        del node.attrib["stroke-width"]
    for place, child in enumerate(list(node)):
        link = child.get("aria-label", "").partition(LINK)[2]
        _tidy(child)
        if link:
            node[place] = _linked(child, link)
    for child in [child for child in node if _is_empty(child)]:
        node.remove(child)
    # A mark's description becomes its <title>, which browsers show under the pointer without any script.
    said = told.partition(LINK)[0]
    if said and node.tag in {f"{{{_NS}}}path", f"{{{_NS}}}line"}:
        ET.SubElement(node, f"{{{_NS}}}title").text = said


def _linked(node: ET.Element, address: str) -> ET.Element:
    link = ET.Element(f"{{{_NS}}}a", href=address)
    link.append(node)
    title = node.find(f"{{{_NS}}}title")
    if title is not None and title.text:
        link.set("aria-label", title.text)
    return link


def _is_empty(node: ET.Element) -> bool:
    if node.tag == f"{{{_NS}}}path":
        return node.get("d", "") in _NOTHING or not {"fill", "stroke"} & node.attrib.keys()
    return node.tag == f"{{{_NS}}}g" and not len(node)


def _paint(root: ET.Element, look: Look, name: str) -> None:
    roles = {colour: role for role, colour in look.palette.items()}
    for node in root.iter():
        for part in ("fill", "stroke"):
            role = roles.get(node.get(part, ""))
            if role in HATCHES and part == "fill":
                node.set(part, f"url(#{name}-{role})")
            elif role is not None:
                node.set(part, _colour(look, role))


def _colour(look: Look, role: str) -> str:
    colour = look.palette[role]
    return f"var(--chart-{role},{colour})" if look.theme == "page" else colour


def _label(root: ET.Element, look: Look, name: str, words: tuple[str, str]) -> None:
    linked = next(root.iter(f"{{{_NS}}}a"), None) is not None
    # Links within an image would be lost to those who hear it; a group keeps them.
    root.set("role", "group" if linked else "img")
    root.set("aria-labelledby", f"{name}-t {name}-d")
    root.set("lang", look.language)
    root.set("font-family", FONT)
    title, description = ET.Element(f"{{{_NS}}}title", id=f"{name}-t"), ET.Element(f"{{{_NS}}}desc", id=f"{name}-d")
    title.text, description.text = words
    definitions = ET.Element(f"{{{_NS}}}defs")
    definitions.extend(_hatch(look, name, role) for role in HATCHES)
    for place, node in enumerate((title, description, definitions)):
        root.insert(place, node)


def _hatch(look: Look, name: str, role: str) -> ET.Element:
    # The hatches lean apart, so that they differ without colour.
    turn = 45 if role == "unknown" else -45
    pattern = ET.Element(f"{{{_NS}}}pattern", id=f"{name}-{role}", width="6", height="6")
    pattern.set("patternUnits", "userSpaceOnUse")
    pattern.set("patternTransform", f"rotate({turn})")
    ET.SubElement(pattern, f"{{{_NS}}}rect", width="6", height="6", fill=_colour(look, role))
    line = ET.SubElement(pattern, f"{{{_NS}}}line", y2="6", stroke=_colour(look, HATCHES[role]))
    line.set("stroke-width", "2.4")
    return pattern

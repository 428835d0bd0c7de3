"""From a sheet to an Altair chart: one layer for each kind of mark, every position and colour taken from the row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeAlias

from vidbiy.publish.charts.errors import ChartsMissingError
from vidbiy.publish.charts.layout import Plan
from vidbiy.publish.charts.letters import FONT, clean
from vidbiy.publish.charts.sheet import LINK, Row

try:
    import altair as alt
    from altair.utils.schemapi import debug_mode
except ModuleNotFoundError as error:
    raise ChartsMissingError from error

__all__ = ["compose", "specify"]

_Shape: TypeAlias = tuple[tuple[str, bool], ...]
"""The kinds of mark from the lowest up, each with whether some of it are links."""


def compose(plan: Plan) -> alt.LayerChart:
    """Return the Altair chart of a picture that is laid out."""
    chart = _chart(_shape(plan))
    with debug_mode(False):
        composed: alt.LayerChart = chart.properties(**_own(plan))
    return composed


def specify(plan: Plan) -> dict[str, Any]:
    """Return the Vega-Lite specification, the same as the chart's but for its links.

    Altair takes 20 to 200 ms for what differs between two pictures only in its rows: that is kept, and the rows put in.
    """
    own = _own(plan)
    own["datasets"] = {name: [_with_link(row) for row in rows] for name, rows in own["datasets"].items()}
    return {**_skeleton(tuple((kind, False) for kind, _ in _shape(plan))), **own}


def _with_link(row: Row) -> Row:
    """Return a row whose link travels in its tip: Vega completes addresses with one of its own, `svg.finish` does not."""
    return {**row, "tip": f"{row['tip']}{LINK}{row['href']}"} if "href" in row else row


def _shape(plan: Plan) -> _Shape:
    return tuple((layer.kind, any("href" in row for row in layer.rows)) for layer in plan.sheet.layers())


def _own(plan: Plan) -> dict[str, Any]:
    look = plan.sheet.look
    return {
        "width": look.width,
        "height": round(plan.height),
        "description": clean(plan.summary, 2000),
        "background": "transparent" if look.theme == "page" else look.palette["ground"],
        "datasets": {_name(place): list(layer.rows) for place, layer in enumerate(plan.sheet.layers())},
    }


@lru_cache(maxsize=64)
def _skeleton(shape: _Shape) -> dict[str, Any]:
    skeleton: dict[str, Any] = _chart(shape).to_dict(validate=False)
    return skeleton


def _chart(shape: _Shape) -> alt.LayerChart:
    with debug_mode(False):  # the specifications are validated in the tests, not at each drawing
        layers = []
        for place, (kind, linked) in enumerate(shape):
            layer = _MAKE[kind](alt.Chart(alt.NamedData(_name(place))))
            layers.append(layer.encode(href=alt.Href("href:N")) if linked else layer)
        chart: alt.LayerChart = (
            alt.layer(*layers)
            .resolve_scale(x="independent", y="independent")
            .properties(autosize=alt.AutoSizeParams(type="none"), padding=0)
            .configure(font=FONT, view=alt.ViewConfig(stroke=None))
        )
    return chart


def _name(place: int) -> str:
    return f"layer-{place}"


def _areas(base: alt.Chart) -> alt.Chart:
    chart: alt.Chart = (
        base.mark_geoshape(strokeWidth=0.6, clip=False)
        .encode(**_told(), **_inks())
        .project(type="identity", scale=1, translate=[0, 0])
    )
    return chart


def _rects(base: alt.Chart) -> alt.Chart:
    mark = base.mark_rect(strokeWidth=alt.expr("datum.line"))
    chart: alt.Chart = mark.encode(**_from_to(), **_told(), **_inks())
    return chart


def _rules(base: alt.Chart) -> alt.Chart:
    dash = alt.expr("datum.dashed ? [4, 3] : [1, 0]")
    mark = base.mark_rule(strokeWidth=alt.expr("datum.thick"), strokeDash=dash, strokeCap="butt")
    chart: alt.Chart = mark.encode(**_from_to(), **_told(), stroke=alt.Stroke("stroke:N", scale=None))
    return chart


def _lines(base: alt.Chart) -> alt.Chart:
    # Points are joined in the order of their rows, within each series.
    mark = base.mark_line(strokeWidth=1.8, strokeJoin="round", aria=False)
    chart: alt.Chart = mark.encode(
        **_at(), detail="series:N", order="place:Q", stroke=alt.Stroke("stroke:N", scale=None)
    )
    return chart


def _points(base: alt.Chart) -> alt.Chart:
    mark = base.mark_point(shape="diamond", size=36, opacity=1, strokeWidth=1.5)
    chart: alt.Chart = mark.encode(**_at(), **_told(), **_inks())
    return chart


def _texts(base: alt.Chart) -> alt.Chart:
    size, weight, align = (alt.expr(f"datum.{name}") for name in ("size", "weight", "align"))
    mark = base.mark_text(fontSize=size, fontWeight=weight, align=align, baseline="middle", limit=0, aria=False)
    chart: alt.Chart = mark.encode(**_at(), text=alt.Text("text:N"), fill=alt.Fill("fill:N", scale=None))
    return chart


_MAKE: Mapping[str, Callable[[alt.Chart], alt.Chart]] = {
    "areas": _areas,
    "lines": _lines,
    "points": _points,
    "rects": _rects,
    "rules": _rules,
    "texts": _texts,
}


def _at() -> Mapping[str, Any]:
    return {"x": alt.X("x:Q", scale=None, axis=None), "y": alt.Y("y:Q", scale=None, axis=None)}


def _from_to() -> Mapping[str, Any]:
    return {**_at(), "x2": alt.X2("x2:Q"), "y2": alt.Y2("y2:Q")}


def _inks() -> Mapping[str, Any]:
    return {"fill": alt.Fill("fill:N", scale=None), "stroke": alt.Stroke("stroke:N", scale=None)}


def _told() -> Mapping[str, Any]:
    return {"description": alt.Description("tip:N")}

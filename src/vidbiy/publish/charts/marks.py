"""From a sheet to an Altair chart: one layer for each kind of mark, every position and colour taken from the row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from vidbiy.publish.charts.errors import ChartsMissingError
from vidbiy.publish.charts.layout import Plan
from vidbiy.publish.charts.letters import FONT, clean
from vidbiy.publish.charts.sheet import Row

try:
    import altair as alt
    from altair.utils.schemapi import debug_mode
except ModuleNotFoundError as error:
    raise ChartsMissingError from error

__all__ = ["compose"]


def compose(plan: Plan) -> alt.LayerChart:
    """Return the Altair chart of a picture that is laid out."""
    look = plan.sheet.look
    with debug_mode(False):  # the specifications are validated in the tests, not at each drawing
        chart: alt.LayerChart = (
            alt.layer(*(_MAKE[layer.kind](layer.rows) for layer in plan.sheet.layers()))
            .resolve_scale(x="independent", y="independent")
            .properties(
                width=look.width,
                height=round(plan.height),
                description=clean(plan.summary, 2000),
                autosize=alt.AutoSizeParams(type="none"),
                padding=0,
                background="transparent" if look.theme == "page" else look.palette["ground"],
            )
            .configure(font=FONT, view=alt.ViewConfig(stroke=None))
        )
    return chart


def _areas(rows: Sequence[Row]) -> alt.Chart:
    chart: alt.Chart = (
        _base(rows)
        .mark_geoshape(strokeWidth=0.6)
        .encode(**_told(rows), fill=alt.Fill("fill:N", scale=None), stroke=alt.Stroke("stroke:N", scale=None))
        .project(type="identity")
    )
    return chart


def _rects(rows: Sequence[Row]) -> alt.Chart:
    chart: alt.Chart = (
        _base(rows)
        .mark_rect(strokeWidth=alt.expr("datum.line"))
        .encode(
            **_from_to(), **_told(rows), fill=alt.Fill("fill:N", scale=None), stroke=alt.Stroke("stroke:N", scale=None)
        )
    )
    return chart


def _rules(rows: Sequence[Row]) -> alt.Chart:
    dash = alt.expr("datum.dashed ? [4, 3] : [1, 0]")
    chart: alt.Chart = (
        _base(rows)
        .mark_rule(strokeWidth=alt.expr("datum.thick"), strokeDash=dash, strokeCap="butt")
        .encode(**_from_to(), **_told(rows), stroke=alt.Stroke("stroke:N", scale=None))
    )
    return chart


def _points(rows: Sequence[Row]) -> alt.Chart:
    chart: alt.Chart = (
        _base(rows)
        .mark_point(shape="diamond", size=36, opacity=1, strokeWidth=1.5)
        .encode(**_at(), **_told(rows), fill=alt.Fill("fill:N", scale=None), stroke=alt.Stroke("stroke:N", scale=None))
    )
    return chart


def _texts(rows: Sequence[Row]) -> alt.Chart:
    size, weight, align = (alt.expr(f"datum.{name}") for name in ("size", "weight", "align"))
    chart: alt.Chart = (
        _base(rows)
        .mark_text(fontSize=size, fontWeight=weight, align=align, baseline="middle", limit=0)
        .encode(**_at(), text=alt.Text("text:N"), fill=alt.Fill("fill:N", scale=None))
    )
    return chart


_MAKE: Mapping[str, Callable[[Sequence[Row]], alt.Chart]] = {
    "areas": _areas,
    "points": _points,
    "rects": _rects,
    "rules": _rules,
    "texts": _texts,
}


def _base(rows: Sequence[Row]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=list(rows)))


def _at() -> Mapping[str, Any]:
    return {"x": alt.X("x:Q", scale=None, axis=None), "y": alt.Y("y:Q", scale=None, axis=None)}


def _from_to() -> Mapping[str, Any]:
    return {**_at(), "x2": alt.X2("x2:Q"), "y2": alt.Y2("y2:Q")}


def _told(rows: Sequence[Row]) -> Mapping[str, Any]:
    channels: dict[str, Any] = {"description": alt.Description("tip:N")}
    if any("href" in row for row in rows):
        channels["href"] = alt.Href("href:N")
    return channels

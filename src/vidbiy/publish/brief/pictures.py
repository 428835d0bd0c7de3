"""The pictures of a brief: how the night adds up, and its alerts and reports over time. Without the extra, none."""

from __future__ import annotations

from vidbiy.lexicon.words import load_words
from vidbiy.model import Measure
from vidbiy.publish.charts import ChartsMissingError, Look
from vidbiy.publish.charts.of_record import balance, timeline
from vidbiy.publish.naming import Naming
from vidbiy.reconcile import Record
from vidbiy.reconcile.sirens import NightAlerts

__all__ = ["draw_pictures"]

_WIDTH = 720


def draw_pictures(record: Record, alerts: NightAlerts | None, language: str) -> tuple[str, ...]:
    """Return SVG elements for a page, in CSS custom properties (`css_properties`); none where nothing can be drawn."""
    try:
        from vidbiy.publish.charts.draw import draw  # noqa: PLC0415 - an extra, and slow to load
    except ChartsMissingError:
        return ()
    look = Look(width=_WIDTH, theme="page", language=language)
    naming = Naming(load_words(language))
    names = naming.sources(record, alerts)
    drawn = []
    if record.of(Measure.LAUNCHED):
        drawn.append(draw(balance(record, names), look).svg)
    if alerts is not None and record.reports:
        drawn.append(draw(timeline(record, alerts, names), look).svg)
    return tuple(drawn)

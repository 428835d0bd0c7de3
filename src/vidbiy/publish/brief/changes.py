"""What has changed in a record since an earlier moment."""

from __future__ import annotations

from collections.abc import Iterator

from vidbiy.model import Figure
from vidbiy.publish.brief.content import Row
from vidbiy.publish.brief.lines import Lines
from vidbiy.reconcile import Record

__all__ = ["changes"]


def changes(record: Record, before: Record, lines: Lines) -> Iterator[Row]:
    """Yield a row for each figure that is new, has another value or status, or is gone."""
    old = {figure.key: figure for figure in before}
    for figure in record:
        earlier = old.pop(figure.key, None)
        if earlier is None:
            yield _row(figure, lines, lines.words("note.new"))
        elif _state(earlier) != _state(figure):
            yield _row(figure, lines, lines.words("note.changed", old=_said(earlier, lines)))
    for figure in old.values():
        yield Row(label=lines.figure(figure).label, value="–", note=lines.words("note.gone"))


def _state(figure: Figure) -> tuple[object, ...]:
    return figure.low, figure.high, figure.approx, figure.of, figure.status


def _said(figure: Figure, lines: Lines) -> str:
    return f"{lines.value(figure)}, {lines.words(f'status.{figure.status.value}').lower()}"


def _row(figure: Figure, lines: Lines, note: str) -> Row:
    row = lines.figure(figure)
    return Row(label=row.label, value=row.value, note=note, refs=row.refs)

"""Rows as text, and back: whatever stands in a cell, it is found again where the span says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vidbiy.sources.datasets.rendering import parse, render

VALUES = st.text(min_size=1, max_size=30).filter(str.strip)
ROWS = st.lists(
    st.dictionaries(st.sampled_from(["time_end", "model", "affected region"]), VALUES, min_size=1), max_size=4
)


@given(ROWS)
def test_what_is_rendered_is_parsed_again(rows: list[dict[str, str]]) -> None:
    """Cells come back as they were, line ends as one kind; every span is the column, a colon and the value."""
    text = render("A title: with a colon", rows)
    blocks = parse(text)
    assert len(blocks) == len(rows)
    for row, block in zip(rows, blocks, strict=True):
        assert {name: cell.value for name, cell in block.items()} == {
            name: value.replace("\r\n", "\n").replace("\r", "\n") for name, value in row.items()
        }
        for name, cell in block.items():
            assert text[cell.start : cell.end].startswith(f"{name}: ")


def test_a_part_of_a_value_has_a_span_of_its_own() -> None:
    """ "'Kalibr': 12" of a list of models."""
    text = render("T", [{"launched_details": "{'X-101': 50, 'Kalibr': 12}"}])
    cell = parse(text)[0]["launched_details"]
    span = cell.inside("'Kalibr': 12")
    assert span is not None
    assert text[slice(*span)] == "'Kalibr': 12"
    assert cell.inside("'Kalibr': 13") is None

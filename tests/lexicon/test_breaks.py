"""Breaks in how things are counted: data, and each names what stays comparable."""

from __future__ import annotations

from datetime import date

from vidbiy.lexicon.breaks import breaks, merged_since


def test_a_break_holds_for_its_subject_and_what_is_below_it() -> None:
    """The merger of shot down and suppressed breaks both for every weapon, and leaves what was launched alone."""
    merged = next(entry for entry in breaks() if entry.id == "ua-air-force-merged")
    assert merged.breaks("shot_down", "weapon")
    assert merged.breaks("suppressed", "weapon.missile.cruise")
    assert not merged.breaks("launched", "weapon.drone")
    assert not merged.breaks("stopped", "weapon.drone")
    assert merged.bridge == "stopped"


def test_breaks_come_in_the_order_of_their_days_with_words_and_evidence() -> None:
    """A reader is told what changed, and what shows it."""
    days = [entry.since for entry in breaks()]
    assert days == sorted(days)
    assert all(entry.what.endswith(".") and entry.evidence.endswith(".") for entry in breaks())


def test_only_who_merged_the_two_has_a_day_of_it() -> None:
    """The Air Force since July 2025; nobody else."""
    assert merged_since("ua-air-force") == date(2025, 7, 24)
    assert merged_since("ua-ses") is None
    assert merged_since(None) is None

"""History: series of nights, how unusual one was, and superlatives held against them."""

from vidbiy.reconcile.history.changes import Level, levels
from vidbiy.reconcile.history.phrases import Phrase, find_superlatives
from vidbiy.reconcile.history.point import NightPoint
from vidbiy.reconcile.history.series import NoSeriesError, Series, SeriesKey, bridge_of, series_of
from vidbiy.reconcile.history.standing import Standing, WindowRank, standing, standing_in, standings
from vidbiy.reconcile.history.statistics import (
    MEAN_WINDOWS,
    LargestSince,
    Mean,
    Means,
    Rank,
    largest_since,
    means,
    means_over,
    rank,
)
from vidbiy.reconcile.history.superlatives import (
    INVASION,
    Superlative,
    SuperlativeCheck,
    SuperlativeVerdict,
    check_superlative,
    check_superlative_in,
)
from vidbiy.reconcile.history.table import NightTable
from vidbiy.reconcile.history.values import STOPPED

__all__ = [
    "INVASION",
    "MEAN_WINDOWS",
    "STOPPED",
    "LargestSince",
    "Level",
    "Mean",
    "Means",
    "NightPoint",
    "NightTable",
    "NoSeriesError",
    "Phrase",
    "Rank",
    "Series",
    "SeriesKey",
    "Standing",
    "Superlative",
    "SuperlativeCheck",
    "SuperlativeVerdict",
    "WindowRank",
    "bridge_of",
    "check_superlative",
    "check_superlative_in",
    "find_superlatives",
    "largest_since",
    "levels",
    "means",
    "means_over",
    "rank",
    "series_of",
    "standing",
    "standing_in",
    "standings",
]

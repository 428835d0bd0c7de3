"""Quantities: a number with its bounds and what it counts, before any verb is asked."""

"""Speakers: who says it."""

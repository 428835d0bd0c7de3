"""Sentences: what stands in one, what it asserts, and what it leaves to those behind it."""

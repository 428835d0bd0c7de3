"""Counting: which verb a quantity goes with, and what is asserted of it."""

"""Places: where it was."""

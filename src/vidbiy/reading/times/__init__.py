"""Times: when it was."""

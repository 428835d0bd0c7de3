"""The commands. Each parses, calls the stage it names, and prints; whatever Vidbiy refuses becomes output here."""

from vidbiy.cli.group import main

__all__ = ["main"]

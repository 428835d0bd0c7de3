"""What each action counts, by class of things: "shot down" drones are ``shot_down``, "wounded" people ``injured``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from vidbiy.lexicon.pack_files import load_table

__all__ = ["ACTIONS"]


@cache
def _actions() -> tuple[dict[str, dict[str, str]], dict[frozenset[str], str]]:
    table = load_table("actions.toml")
    joined = {frozenset(pair.split("+")): action for pair, action in table.pop("joined").items()}
    return table, joined


class ACTIONS:
    """What each action counts by class of things, and which two actions are read as one (actions.toml)."""

    @staticmethod
    def measures(action: str) -> Mapping[str, str]:
        """Return the measure by class for an action's id."""
        return _actions()[0][action]

    @staticmethod
    def join(one: str, other: str) -> str | None:
        """Return the action that two coordinated ones amount to; None where they stay two."""
        return _actions()[1].get(frozenset((one, other))) or None

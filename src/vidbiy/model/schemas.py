"""The JSON Schemas of the public contract, as they ship in the package."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

__all__ = ["SCHEMAS", "schema"]

SCHEMAS = ("claim", "read-input", "read-output")


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema called ``name``, one of ``SCHEMAS``, whole: it refers to nothing outside itself."""
    text = files("vidbiy.model").joinpath("schema", f"{name}.schema.json").read_text(encoding="utf-8")
    decoded: dict[str, Any] = json.loads(text)
    if name == "read-output":
        # In the file the claim is a reference, so that its fields stand in one place only.
        decoded["$defs"]["claim"] = schema("claim")
    return decoded

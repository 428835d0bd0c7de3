"""Write docs/reference/api.md from the OpenAPI description and the problems: `python -m tools.build_api_reference`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vidbiy.web.api.app import api_app, described
from vidbiy.web.language import words_in
from vidbiy.web.problems import STATUSES

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "api.md"

_HEAD = """# The API

Written by `python -m tools.build_api_reference` from the API itself; the whole description is at `/api/v1/openapi.json`.

{description}

- `as_of` asks for what was *published* by a moment; `recorded_by` for the ledger as it *was* at a moment.
- `format=csv` gives a table. A cell that a spreadsheet would run as a formula begins with `'`.
- Answers carry `ETag` and `Last-Modified`; ask again with `If-None-Match`, and get 304 as long as nothing changed.
- Ids are stable: a night is `UA-2025-07-04-night`, a figure is its night, measure, subject and place, a claim its entry in
  the ledger and its place there (`12.0`).
- Writing needs `Authorization: Bearer TOKEN` with a token of `vidbiy token add`; its name stands as author of what is decided.

```sh
curl 'http://127.0.0.1:8080/api/v1/nights/2025-07-04/figures?measure=launched'
curl -N http://127.0.0.1:8080/api/v1/stream
```
"""

_STREAM = """## The live stream

`GET /api/v1/stream` gives server-sent events: `claims` (documents that came, with the days that they are about), `figures`
(those of an attack that a new claim speaks of), `alerts`, then `head` with the number of the ledger's last entry as its id.
`beat` says every ten seconds that the stream is there. After a break, send that id as `Last-Event-ID` (or
`?last_event_id=`): what came meanwhile is told again, or `reset` says that it was too much.
"""


def page() -> str:
    """Return the text of the reference."""
    api = described(api_app())
    parts = [_HEAD.format(description=api["info"]["description"]), "## What can be asked\n", *_operations(api), _STREAM]
    return "\n".join([*parts, *_problems()])


def _operations(api: dict[str, Any]) -> Iterator[str]:
    for path, operations in api["paths"].items():
        for method, operation in operations.items():
            yield f"### `{method.upper()} /api/v1{path}`\n"
            yield f"{operation['summary']}. {operation['description']}\n"
            for each in operation.get("parameters", ()):
                yield _parameter(each)
            if operation.get("parameters"):
                yield ""


def _parameter(each: dict[str, Any]) -> str:
    said = each.get("description") or each["schema"].get("description") or ""
    needed = " (in the path)" if each["in"] == "path" else ""
    return f"- `{each['name']}`{needed}{': ' + said if said else ''}"


def _problems() -> Iterator[str]:
    words = words_in("en")
    yield "## Problems\n"
    yield "What an error's `type` leads to. `{name}` is filled in.\n"
    for key, status in STATUSES.items():
        yield f"### Problem: {key}\n"
        yield f"{status}, *{words(f'problems.{key}.title')}*. {words(f'problems.{key}.detail')}\n"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.name} is written.")


if __name__ == "__main__":
    main()

"""Write docs/reference/rules.md from the table of rules: `python -m tools.build_rules_reference`."""

from __future__ import annotations

from pathlib import Path

from vidbiy.reading.rules import RULES

__all__ = ["PAGE", "page"]

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "rules.md"

_HEAD = """\
# The rules

Written by `python -m tools.build_rules_reference`: change the table in `vidbiy.reading.rules`, not this page.

Every claim names in `rule` the rule that read it; `vidbiy read --explain` shows it with what it saw. The rules are the
same for every language. [How a report is read](../method.md) says how they work together.

| rule | reads |
| --- | --- |
"""


def page() -> str:
    """Return the whole page."""
    return _HEAD + "".join(f"| `{rule}` | {RULES[rule]} |\n" for rule in sorted(RULES))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.name} is written.")

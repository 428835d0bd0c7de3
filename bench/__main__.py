"""Run the benchmarks named, or all."""

from __future__ import annotations

import sys
from importlib import import_module

from bench.shared import SharedMissingError

NAMES = (
    "start",
    "speed",
    "linear",
    "airforce_cards",
    "mod_russia",
    "reconcile",
    "ledger",
    "ledger_memory",
    "ledger_kill",
    "history",
    "sirens",
    "charts",
    "web",
)


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        print(f"There is no benchmark {unknown[0]!r}; there are {', '.join(NAMES)}.", file=sys.stderr)
        return 2
    for name in names or NAMES:
        try:
            import_module(f"bench.{name}").run()
        except SharedMissingError as error:
            print(f"\n{name}: left out, {error}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

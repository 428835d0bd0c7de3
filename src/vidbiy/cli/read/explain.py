"""Why each claim was read: the text with its claims marked, then each claim with its rule and what the rule saw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from vidbiy.cli.read.table import ScreenWriter, print_claim
from vidbiy.cli.terminal.screen import one_line, safe, wrap
from vidbiy.model import Claim, Document
from vidbiy.reading import Reading, Trace

__all__ = ["ExplainWriter", "marked"]


class ExplainWriter(ScreenWriter):
    """Each document's text, its claims marked ⟦so⟧[1], and the explanation of every claim."""

    def body(self, document: Document, reading: Reading) -> None:
        """Print the text and the explanations."""
        self.screen.print()
        self._print_text(document.text, reading.claims)
        for number, (claim, trace) in enumerate(zip(reading.claims, reading.traces, strict=True), start=1):
            self.screen.print()
            self._explain(number, claim, trace, document.text)

    def _print_text(self, text: str, claims: Sequence[Claim]) -> None:
        shown = Text()
        for piece, is_claim in marked(text, claims):
            shown.append(safe(piece), "bold cyan" if is_claim else "")
        shown.rstrip()
        self.screen.print(shown, soft_wrap=False)

    def _explain(self, number: int, claim: Claim, trace: Trace, text: str) -> None:
        start, end = claim.span
        self.screen.print(Text(f"[{number}] characters {start} to {end}", "dim"))
        print_claim(self.screen, claim)
        self._print_field("rule", trace.rule if trace.title == trace.rule else f"{trace.rule}: {trace.title}")
        for kind, value, first, last in trace.annotations:
            self._print_field(kind, f"{value} “{text[first:last]}” {first} to {last}")

    def _print_field(self, name: str, value: str) -> None:
        lines = wrap(one_line(value), self.screen.width - 14)
        for label, line in zip((name, *[""] * len(lines)), lines, strict=False):
            self.screen.print(Text.assemble((f"  {label:<12}", "dim"), line))


def marked(text: str, claims: Sequence[Claim]) -> Iterator[tuple[str, bool]]:
    """Yield the text in pieces, and whether a piece is of claims; spans that overlap are marked as one piece."""
    at = 0
    for start, end, numbers in _stretches(claims):
        yield text[at:start], False
        yield f"⟦{text[start:end]}⟧[{','.join(map(str, sorted(numbers)))}]", True
        at = end
    yield text[at:], False


def _stretches(claims: Sequence[Claim]) -> list[tuple[int, int, list[int]]]:
    """Return the stretches of text that claims cover, in order, each with the numbers of its claims."""
    found: list[tuple[int, int, list[int]]] = []
    for number, claim in sorted(enumerate(claims, start=1), key=lambda pair: pair[1].span):
        start, end = claim.span
        if found and start < found[-1][1]:
            before, until, numbers = found[-1]
            found[-1] = (before, max(until, end), [*numbers, number])
        else:
            found.append((start, end, [number]))
    return found

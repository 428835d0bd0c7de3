"""How a night adds up: what was launched above, what became of it below, and what is left over hatched."""

from __future__ import annotations

from dataclasses import dataclass

from vidbiy.publish.charts.data.balance import Balance, BalancePart, BalanceRow
from vidbiy.publish.charts.data.common import Amount
from vidbiy.publish.charts.frame import MARGIN, Key, foot, head, keys, lines
from vidbiy.publish.charts.layout import Plan
from vidbiy.publish.charts.look import Look
from vidbiy.publish.charts.sheet import Sheet
from vidbiy.publish.charts.writing import Writing

__all__ = ["Account", "balance"]

ROLES = {
    "shot_down": "shot-down",
    "suppressed": "suppressed",
    "intercepted": "stopped",
    "hit": "hit",
    "in_air": "in-air",
    "left_airspace": "left",
}
_BAR = 20.0


@dataclass(frozen=True, slots=True)
class Account:
    """What the parts leave of the whole. `low` and `high` bound the remainder; None is without bound, or not known."""

    low: int | None
    high: int | None
    known: bool
    """False where the whole or a part is not known, so that nothing can be added up."""

    @classmethod
    def of(cls, row: BalanceRow) -> Account:
        """Add a row up, by the bounds of its amounts."""
        amounts = [part.amount for part in row.parts]
        if row.launched is None or not amounts or any(amount is None for amount in amounts):
            return cls(None, None, known=False)
        parts = [amount for amount in amounts if amount is not None]
        highs = [amount.high for amount in parts if amount.high is not None]
        low = None if len(highs) < len(parts) else row.launched.low - sum(highs)
        high = None if row.launched.high is None else row.launched.high - sum(amount.low for amount in parts)
        return cls(low, high, known=True)

    @property
    def balances(self) -> bool:
        """Tell whether nothing is left and nothing is too many."""
        return self.known and self.low == self.high == 0

    @property
    def may_balance(self) -> bool:
        """Tell whether the bounds leave it open."""
        return self.known and (self.low is None or self.low <= 0) and (self.high is None or self.high >= 0)

    def words(self, writing: Writing) -> str:
        """Return the verdict."""
        if not self.known:
            return writing.say("not_checkable")
        if self.balances:
            return writing.say("adds_up")
        if self.may_balance:
            return writing.say("may_add_up")
        if self.low is not None and self.low > 0:
            return writing.say("unaccounted", count=writing.amount(Amount(self.low, self.high)))
        most = None if self.low is None else -self.low
        return writing.say("too_many", count=writing.amount(Amount(-(self.high or 0), most)))


def balance(data: Balance, look: Look) -> Plan:
    """Lay the accounts out, one kind of weapon under the other, each to its own scale."""
    writing, sheet = Writing(look.language), Sheet(look)
    title = writing.say("balance_title", night=writing.night(data.night))
    y = head(sheet, title)
    if not data.rows:
        y = lines(sheet, y, [writing.say("balance_empty")], ink="ink", size=12)
    said = []
    for row in data.rows:
        account = Account.of(row)
        verdict = _verdict(writing, row, account)
        said.append(f"{writing.subject(row.subject)}: {verdict}.")
        y = _row(sheet, writing, row, account, y) + 14
    height = foot(sheet, y - 6, data.caption, writing)
    return Plan(sheet, height, title, " ".join(said) or writing.say("balance_empty"))


def _row(sheet: Sheet, writing: Writing, row: BalanceRow, account: Account, y: float) -> float:
    launched = f"{writing.measure('launched')}: {writing.amount(row.launched)}"
    y = lines(sheet, y, [f"{writing.subject(row.subject)} · {launched}"], ink="ink", size=13) + 4
    stated = sum(part.amount.low for part in row.parts if part.amount is not None)
    whole = 0 if row.launched is None else row.launched.low
    room = sheet.look.width - 2 * MARGIN
    unit = room / max(whole, stated, 1)
    if row.launched is None:
        sheet.rect((MARGIN, y), (room, _BAR), "unknown", edge="unknown-line", tip=launched)
    else:
        sheet.rect((MARGIN, y), (max(whole * unit, 1), _BAR), "quiet", edge="soft", tip=launched)
    below = y + _BAR + 4
    _parts(sheet, writing, row, (below, unit, whole))
    if row.launched is not None:
        x = MARGIN + max(whole * unit, 1)
        sheet.rule((x, y - 3), (x, below + _BAR + 3), "ink", thick=1.5)
    below = keys(sheet, below + _BAR + 6, [*_keys(writing, row, account, whole - stated)])
    ink = "ink" if account.balances else "missing-line" if account.known and not account.may_balance else "soft"
    return lines(sheet, below - 2, [_verdict(writing, row, account)], ink=ink, size=12)


def _verdict(writing: Writing, row: BalanceRow, account: Account) -> str:
    """Return the verdict, behind the sum itself where every part is one number."""
    amounts = [part.amount for part in row.parts if part.amount is not None and part.amount.exact]
    if not account.known or len(amounts) < len(row.parts):
        return account.words(writing)
    parts = " + ".join(writing.amount(amount) for amount in amounts)
    total = writing.number(sum(amount.low for amount in amounts))
    return writing.say("sum", parts=parts, total=total, verdict=account.words(writing))


def _parts(sheet: Sheet, writing: Writing, row: BalanceRow, frame: tuple[float, float, float]) -> None:
    y, unit, whole = frame
    x = MARGIN
    for part in row.parts:
        if part.amount is None or part.amount.low == 0:
            continue
        across = max(part.amount.low * unit, 1)
        sheet.rect(
            (x, y), (across, _BAR), ROLES[part.measure], edge="ground", tip=_called(writing, part), href=part.href
        )
        x += across
    left = MARGIN + whole * unit - x
    if left > 0.5:
        account = Account.of(row)
        role = "missing" if account.known and not account.may_balance else "unknown"
        sheet.rect((x, y), (left, _BAR), role, edge=f"{role}-line", tip=account.words(writing))


def _keys(writing: Writing, row: BalanceRow, account: Account, left: int) -> list[Key]:
    entries = [
        Key(_called(writing, part), "unknown", edge="unknown-line")
        if part.amount is None
        else Key(_called(writing, part), ROLES[part.measure], edge="ground")
        for part in row.parts
    ]
    if account.known and left > 0 and not account.may_balance:
        entries.append(Key(account.words(writing), "missing", edge="missing-line"))
    return entries


def _called(writing: Writing, part: BalancePart) -> str:
    return f"{writing.measure(part.measure)}: {writing.amount(part.amount)}"
